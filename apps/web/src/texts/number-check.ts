import { text } from '@suanjian/rulebook';

export const checkTexts = {
  title: text('备案编号核验', 'Check a filing number'),
  lead: text(
    '输入编号，看它的每一部分是什么意思、校验位对不对、公示库里有没有这条备案。',
    'Enter a number to see what each part of it means, whether its check digit fits, and whether the register holds it.',
  ),
  label: text('备案编号', 'Filing number'),
  help: text(
    '可以带前缀和“号”，也可以只写 21 位数字。',
    'With or without its prefix and its last character; the 21 digits are enough.',
  ),
  button: text('核验', 'Check'),
  known: text('公示库中有这条备案', 'The register holds this filing'),
  unknown: text('公示库中没有这个编号', 'The register does not hold this number'),
  unknownHelp: text(
    '编号合乎规则，但没有公示记录。可能是抄写有误、尚未公示，或者并未备案。',
    'The number obeys the rules but has not been published. It may be miscopied, not yet published, or never issued.',
  ),
  wrong: text('编号不符合规则', 'The number breaks the rules'),
  note: text('说明', 'Note'),
  structure: text('编号的结构', 'What the number says'),
  positions: text('第 {from} 至 {to} 位', 'digits {from} to {to}'),
  position: text('第 {from} 位', 'digit {from}'),
  fits: text('合理', 'fits'),
  doubtful: text('有疑问', 'doubtful'),
  near: text('相近的已公示编号', 'Published numbers like it'),
  nearHelp: text('差别很小，可能是其中之一。', 'They differ little; one of these may be meant.'),
  how: text('编号怎么读', 'How to read a number'),
  howText: text(
    '“网信算备”之后是 21 位数字：6 位所在地、7 位主体、2 位算法类型、2 位年份、3 位序号、1 位校验位。',
    'After the prefix stand 21 digits: 6 for the place, 7 for the company, 2 for the kind of algorithm, 2 for the year, 3 for the serial and 1 check digit.',
  ),
} as const;
