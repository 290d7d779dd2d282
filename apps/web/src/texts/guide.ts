import { text } from '@suanjian/rulebook';

export const guideTexts = {
  title: text('要不要备案？', 'Must I file?'),
  lead: text(
    '一次回答一个问题，最后得到有依据的结论。不收集、不保存你的回答：它们只在网址里。',
    'One question at a time, with a reasoned answer at the end. Nothing you answer is collected or kept: it stands only in the address.',
  ),
  question: text('第 {number} 个问题', 'Question {number}'),
  date: text('日期', 'Date'),
  next: text('继续', 'Continue'),
  answers: text('你的回答', 'Your answers'),
  asked: text('问题', 'Question'),
  answer: text('回答', 'Answer'),
  change: text('改', 'Change'),
  changeThis: text('改这个回答：{question}', 'Change this answer: {question}'),
  restart: text('重新开始', 'Start again'),
  why: text('理由', 'Why'),
  deadline: text('期限', 'Time limit'),
  deadlineOpen: text('从这一天起算：{event}。', 'It is counted from the day on which {event}.'),
  steps: text('接下来', 'What to do next'),
  caution: text(
    '这个结论依据现行规定推导，供参考；拿不准的，请咨询所在地网信部门。',
    'This answer is derived from the regulation in force and is meant as guidance; when in doubt ask the office of your province.',
  ),
  problem: text('回答还不能用', 'This answer cannot be used yet'),
} as const;
