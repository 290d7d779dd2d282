import { text, type Text } from '@suanjian/rulebook';

const reasonReaders = {
  office: text('主管部门', 'the office'),
  provider: text('企业', 'the company'),
  applicant: text('申请人', 'the person who applied'),
  'industry-body': text('行业组织', 'the industry body'),
} as const;

export const reviewTexts = {
  decide: text('办理', 'Decide'),
  reasonRequired: text('理由（必填，备案主体会看到）', 'Reason (required; the provider sees it)'),
  reasonOptional: text('说明（选填）', 'Remark (optional)'),
  reasonUnsealed: (readers: readonly (keyof typeof reasonReaders)[]) =>
    text(
      `理由不加密保存，能看到这一步的各方（${readers.map((side) => reasonReaders[side].zh).join('、')}）都会读到；请不要写个人信息和商业秘密。`,
      `It is kept unsealed and read by whoever sees this step (${readers.map((side) => reasonReaders[side].en).join(', ')}): leave out personal data and trade secrets.`,
    ),
  reasonMissing: text('请写明理由。', 'Write the reason.'),
  giving: text('正在办理…', 'Working…'),
  returnHint: text(
    '勾选需要补正的字段，并逐项写明原因。',
    'Tick the fields that need completing, and say why for each.',
  ),
  returnTick: text('需要补正', 'Needs completing'),
  returnWhy: (label: string) => text(`为什么要补正：${label}`, `Why “${label}” needs completing`),
  returnWhyMissing: text('请写明这一项为什么要补正。', 'Say why this field needs completing.'),
  returnNone: text('还没有勾选字段；也可以只写总的理由。', 'No field is ticked; a general reason alone will do.'),
  basisLabel: text('依据的条款', 'Clauses it rests on'),
  basisHelp: text('至少一条，例如 final/25。', 'At least one, such as final/25.'),
  basisSearch: text('查找条款', 'Find a clause'),
  basisMissing: text('请至少选择一条依据。', 'Choose at least one clause.'),
  assignNobody: text('放回待办（不分配）', 'Back into the queue (nobody)'),
  assignMe: text('我', 'Me'),
  orderGround: text('注销的情形', 'Ground of the cancellation'),
  orderGrounds: {
    'not-cancelled-in-time': text(
      '提供者停止服务后没有按期办理注销',
      'The provider did not cancel in time after the service ended',
    ),
    'closed-or-licence-withdrawn': text(
      '服务被依法关闭或许可被吊销',
      'The service was closed by law, or its licence withdrawn',
    ),
  },
  serviceEnded: text('服务停止的日期', 'Day on which the service ended'),
  statement: text('意见', 'Statement'),
  statementComplete: text(
    '这是我方完整的陈述，主管部门可以随即决定',
    'This is our full statement; the office may decide at once',
  ),
  statementCompleteHelp: text(
    '不勾选，则在答复期限内还可以补充陈述。',
    'Left open, you may add to it until your time to answer is over.',
  ),
  grading: text('分级', 'Grading'),
  gradeProposal: text('等级建议', 'Proposed grade'),
  gradeProposed: (grade: Text) => text(`评估建议调整为${grade.zh}`, `An assessment proposes: ${grade.en}`),
  proposalWhyHidden: text(
    '保密；在申报内容里点「显示保密内容」以后可以看到。',
    'confidential; “Show confidential values” in the form shows it.',
  ),
  proposedBy: text('主管部门的评估', 'Assessment by an office'),
  proposalWaits: text(
    '等待答复：由负责人采纳或者不采纳，写明理由。',
    'It waits for an answer: a supervisor adopts it or not, with the reason.',
  ),
  proposalAdopted: text('已采纳', 'Adopted'),
  proposalNotAdopted: text('没有采纳', 'Not adopted'),
  notGraded: text('还没有评定等级。', 'Not graded yet.'),
  factor: text('因素', 'Factor'),
  points: text('分', 'Points'),
  pointsOf: (points: number, maximum: number) => text(`${points} / ${maximum} 分`, `${points} of ${maximum} points`),
  notApplicable: text('不适用', 'Does not apply'),
  suggested: text('按申报内容预选，请核对。', 'Preset from the form; check it.'),
  gradeNow: text('评定', 'Grade'),
  overridden: text('已调整', 'overridden'),
  overrideTo: text('调整为', 'Override to'),
  reviewEvery: (months: number) => text(`每 ${months} 个月复核`, `Review every ${months} months`),
  panels: text('审核内容', 'What is reviewed'),
  shortcutForm: text('看申报内容', 'Go to the form'),
  shortcutContradictions: text('看矛盾', 'Go to contradictions'),
  shortcutDifferences: text('看差别', 'Go to differences'),
  shortcutDecide: text('看办理', 'Go to the decision'),
  shortcutQueue: text('回到待办', 'Back to the queue'),
} as const;
