import { text } from '@suanjian/rulebook';

export const guidanceTexts = {
  title: text('指引与学习', 'Guidance and training'),
  lead: text(
    '用普通的话说明规定：它是什么、你能做什么、怎样做。每一条后面都能点到条款。',
    'The regulation in plain words: what it is, what you can do, and how. The clause is always one click away.',
  ),
  people: text('网民和家庭', 'People and families'),
  workers: text('劳动者', 'Workers'),
  providers: text('企业', 'Companies'),
  offices: text('主管部门', 'Offices'),
  pages: text('指引', 'Guidance'),
  training: text('学习题', 'Training'),
  trainingHelp: text(
    '几道短题，答完看解释。不登录，不计分排名，也不保存你的回答：它们只在网址里。',
    'A few short questions, with the answers explained. No account and no ranking; nothing is kept, for what you choose stands only in the address.',
  ),
  edited: text('第 {version} 版，{date}修订。', 'Version {version}, edited on {date}.'),
  where: text('去这里', 'Go there'),
  others: text('同一读者的其他指引', 'More for the same readers'),
  caution: text(
    '这里是帮助，不是法律意见；和条款不一致的，以条款为准。',
    'This is help and no legal advice; where it differs from a clause, the clause holds.',
  ),
  check: text('看答案', 'See the answers'),
  again: text('重新做', 'Again'),
  question: text('第 {number} 题：', 'Question {number}:'),
  right: text('对', 'Right'),
  wrong: text('不对', 'Not quite'),
  unanswered: text('没有选', 'Not answered'),
  yours: text('你选的：{answer}', 'You chose: {answer}'),
  answer: text('答案：{answer}', 'Answer: {answer}'),
  result: text('{right} 题答对，共 {all} 题。', '{right} of {all} right.'),
} as const;
