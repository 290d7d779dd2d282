import { text } from '@suanjian/rulebook';

export const matterTexts = {
  whereItStands: text('办到哪一步', 'Where it stands'),
  nextProvider: text('下一步：由备案主体办理', 'Next: the provider'),
  nextOffice: {
    nation: text('下一步：由国家网信部门办理', 'Next: the national office'),
    province: text('下一步：由省级网信部门办理', 'Next: the provincial office'),
    city: text('下一步：由市级网信部门办理', 'Next: the city office'),
  },
  nextTeam: text('下一步：由工作组办理', 'Next: the team'),
  nextYou: text('下一步：由您本人签署', 'Next: you'),
  nextBody: text('下一步：由行业组织办理', 'Next: the industry body'),
  nextApplicant: text('下一步：由申请人答复', 'Next: the person who applied'),
  nextGradeAnswer: text('下一步：答复评估建议的等级', 'Next: answer the grade that was proposed'),
  nextNobody: text('没有人需要再做什么', 'Nobody has to do anything more'),
  nextKeptUp: (gaps: number) =>
    gaps === 0
      ? text('由企业持续维护；现在没有缺项', 'The company keeps it up; nothing is missing now')
      : text(
          `由企业持续维护；还有 ${gaps} 项缺项`,
          gaps === 1
            ? 'The company keeps it up; one thing is missing'
            : `The company keeps it up; ${gaps} things are missing`,
        ),
  answerAwaited: text('等待企业答复', 'What the company is asked for'),
  viewAwaited: (day: string) =>
    text(
      `等待企业对结论的意见，最迟 ${day}。结论在下面的材料里。`,
      `The company’s view of the conclusions is waited for, by ${day} at the latest. They stand below.`,
    ),
  signatureAwaited: (day: string) =>
    text(
      `等待企业核对检查记录、签字，也可以陈述意见，最迟 ${day}。记录在下面的材料里。`,
      `The company is to go through the record and sign it, and may state its view, by ${day} at the latest. It stands below.`,
    ),
  number: text('备案编号', 'Filing number'),
  publicPage: text('公示页', 'Public page'),
  owner: text('备案主体', 'Provider'),
  place: text('地区', 'Place'),
  assignee: text('经办人', 'Assigned to'),
  grade: text('等级', 'Grade'),
  unassigned: text('未分配', 'Nobody'),
  somebodyElse: text('其他人员', 'Somebody else'),
  changed: text('最近变化', 'Last change'),
  parent: text('所属事项', 'Belongs to'),
  body: text('行业组织', 'Industry body'),
  children: text('相关事项', 'Related matters'),
  nothingOn: text(
    '还没有针对这项备案的评估、投诉、日志调取等事项。',
    'There are no assessments, complaints, log requests or other matters on this filing yet.',
  ),
  dueOn: text('期限', 'Due'),
  allOn: (count: number) => text(`全部 ${count} 件`, `All ${count}`),
  timeline: text('办理记录', 'Timeline'),
  correspondence: text('往来沟通', 'Correspondence'),
  noLetters: text('双方还没有沟通。', 'Neither side has written yet.'),
  fromProvider: text('备案主体', 'Provider'),
  fromOffice: text('主管部门', 'Office'),
  writeLabel: text('写一条消息', 'Write a message'),
  send: text('发送', 'Send'),
  notes: text('内部备注', 'Internal notes'),
  noNotes: text('还没有备注。', 'No notes yet.'),
  addNote: text('添加备注', 'Add a note'),
  form: text('申报内容', 'The form'),
  content: text('材料和记录', 'What is on file'),
  attachments: text('附件', 'Attachments'),
  noAttachments: text('没有附件。', 'No attachments.'),
  contradictions: text('前后矛盾', 'Contradictions'),
  noContradictions: text('没有发现矛盾。', 'No contradictions were found.'),
  blocking: text('必须改正', 'must be mended'),
  warning: text('请留意', 'worth a look'),
  contradictionsHint: text(
    '边填边查；“必须改正”的解决后才能提交。',
    'Looked for while you write; what must be mended keeps the form from being submitted.',
  ),
  differences: text('与上一版的差别', 'Differences to the last version'),
  noDifferences: text('没有差别。', 'No differences.'),
  differencesMasked: text('有隐藏的内容；显示后才能比较它们。', 'Some values are hidden; show them to compare them.'),
  before: text('原来', 'Before'),
  after: text('现在', 'After'),
  nothing: text('（空）', '(empty)'),
  returnedTitle: text('退回补正：请按下面的意见修改', 'Returned: please put right what is named below'),
  returnedFields: (count: number) =>
    text(
      `指出了 ${count} 项，已在表单中标出。`,
      count === 1
        ? 'One field was named and is marked in the form.'
        : `${count} fields were named and are marked in the form.`,
    ),
  actorOperator: text('本机操作员', 'local operator'),
  actorClock: text('系统（期限）', 'the system (a deadline)'),
  actorMatter: text('系统（相关事项）', 'the system (a related matter)'),
  actorApplicant: text('申请人（凭查询码）', 'the person who applied (by code)'),
  actorPublic: text('公众', 'a member of the public'),
  actorSelf: text('您', 'you'),
  actorPerson: text('工作人员', 'a member of staff'),
  edit: text('填写', 'Fill in'),
  continueEditing: text('继续填写', 'Go on with the form'),
  open: text('办理', 'Open'),
  readings: text('谁看过保密内容', 'Who has read the sealed fields'),
  badge: text('备案标识', 'Badge'),
  unseal: {
    confidential: text('显示保密内容', 'Show confidential values'),
    personal: text('显示个人信息', 'Show personal information'),
  },
  unsealNote: text(
    '每次查看都会留下记录，备案主体可以看到。',
    'Each reading is recorded, and the provider can see it.',
  ),
  sealedAgain: text(
    '事项有了变化，保密内容已重新隐藏。',
    'The matter has changed; the sealed values are hidden again.',
  ),
  showAgain: text('再次显示', 'Show again'),
  sealedShown: text('保密内容已显示，本次查看已记录', 'Sealed values are shown; this reading is recorded'),
  previewTitle: text('公示页预览', 'Preview of the public page'),
  previewNote: text(
    '备案由主体自行申报，准予备案不代表对算法的认可或担保。',
    'A filing is the provider’s own statement; filing it neither endorses nor guarantees the algorithm.',
  ),
  details: {
    basis: text('依据', 'Basis'),
    fields: text('指出的字段', 'Fields named'),
    number: text('编号', 'Number'),
    text: text('内容', 'Text'),
    grade: text('等级', 'Grade'),
  },
} as const;
