import { text } from '@suanjian/rulebook';

export const filingTexts = {
  declaration: text(
    '我已核对全部内容，承诺真实、准确、完整，并对此负责。',
    'I have checked everything. It is true, accurate and complete, and I answer for it.',
  ),
  declarationMissing: text('提交前请先作出承诺。', 'Make the declaration before you submit.'),
  submit: text('提交', 'Submit'),
  submitting: text('正在提交…', 'Submitting…'),
  submitOthers: text(
    '只有算法安全责任人（officer 角色）可以提交；您可以继续填写。',
    'Only the responsible officer may submit; you may go on writing.',
  ),
  unsavedFirst: text(
    '还有内容没有保存到服务器，保存后才能提交。',
    'Something has not reached the server yet; it can be submitted once everything is saved.',
  ),
  warningsRide: (count: number) =>
    text(
      `${count} 处提醒会随提交一起给审核人员看到。`,
      count === 1 ? 'One remark goes along to the reviewer.' : `${count} remarks go along to the reviewer.`,
    ),
  newFiling: text('新建算法备案', 'File an algorithm'),
  newFilingLead: text(
    '先建一份草稿，随时保存，想停就停。',
    'Begins a draft that saves itself; stop whenever you like.',
  ),
  start: text('开始', 'Start'),
  occurred: text('变化发生的日期', 'When it changed'),
  occurredHelp: text('变更应当在此后十个工作日内提交。', 'The change is due within ten working days of it.'),
  reasons: text('变了什么', 'What changed'),
  reasonsHelp: text(
    '可多选，与公示的变更说明用词一致。',
    'Choose all that apply; the public record uses the same words.',
  ),
  registerFirst: text('您的单位还没有登记', 'Your organisation is not registered yet'),
  registerFirstBody: text(
    '可以先写备案草稿，但要先登记备案主体并通过审核才能提交。',
    'You may draft filings now; submitting one needs an approved registration.',
  ),
  register: text('登记备案主体', 'Register as a provider'),
  registration: text('主体登记', 'Registration'),
  registrationMissing: text('还没有办理备案主体登记。', 'Your organisation has not been registered yet.'),
  badgeLead: text(
    '把备案编号和公示链接放到产品里。复制下面的代码，或只复制编号和链接。',
    'Put the filing number and a link to the public record into your product. Copy the snippet, or the number and link alone.',
  ),
  badgeSnippet: text('HTML 代码', 'HTML snippet'),
  badgePreview: text('效果', 'How it looks'),
  badgeLabel: text('算法备案编号', 'Algorithm filing number'),
  badgeNotice: text('备案不代表认可。', 'A filing is no endorsement.'),
  readingsLead: text(
    '主管部门和本单位每次查看保密或个人信息的记录。',
    'Every time an office or your own organisation read a confidential or personal value.',
  ),
  readingsEmpty: text('还没有人看过。', 'Nobody has read any yet.'),
  readingsField: text('内容', 'Field'),
  readingsToldAfter: text('推迟到这一天以后告知：', 'told only after: '),
  readingsWho: text('谁', 'Who'),
  readingsWhen: text('何时', 'When'),
} as const;
