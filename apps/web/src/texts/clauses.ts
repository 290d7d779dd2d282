import { text, type EditionId, type Text } from '@suanjian/rulebook';

/** Short names by which clauses are cited on pages. */
const shortNames: Readonly<Record<EditionId, Text>> = {
  final: text('推荐管理规定', 'Regulation'),
  draft: text('征求意见稿', 'Consultation draft'),
  opinions: text('综合治理意见', 'Guiding opinions'),
  campaign: text('2022年专项行动', '2022 campaign'),
  checklist: text('2024年治理清单', '2024 checklist'),
  'safety-2018': text('安全评估规定', 'Safety assessment'),
  'labels-2025': text('标识办法', 'Labelling measures'),
  'penalty-law': text('行政处罚法', 'Penalty law'),
};

export const clauseTexts = {
  shortNames,
  title: text('条款', 'Clauses'),
  lead: text(
    '与算法推荐治理有关的八份文件：每个条款要求谁做什么、期限多长、违反怎么处理、本平台用什么来落实。',
    'Eight documents on the governance of recommendation algorithms: what each clause asks of whom, in what time, with what sanction, and what in this platform answers it.',
  ),
  restated: text(
    '条文均为算鉴自行转述，不是原文；引用请以官方公布的文本为准。',
    'All clauses are restated in our own words and are not the original text; cite the official publication.',
  ),
  document: text('文件', 'Document'),
  issuer: text('发布', 'Issued by'),
  published: text('公布', 'Published'),
  inForce: text('施行', 'In force from'),
  until: text('至', 'Until'),
  never: text('从未施行', 'never'),
  count: text('条款数', 'Clauses'),
  status: text('性质', 'Standing'),
  clause: text('条款', 'Clause'),
  asks: text('要求', 'What it asks'),
  who: text('对象', 'Addressed to'),
  duty: text('类别', 'Kind'),
  deadline: text('期限', 'Time limit'),
  sanction: text('违反的后果', 'Sanction'),
  sets: text('规定的处罚', 'Sanctions it sets'),
  covers: text('适用于违反：', 'For breaches of: '),
  answers: text('由什么落实', 'What answers it'),
  crosswalk: text('在其他文件中', 'In other documents'),
  none: text('未规定', 'none set'),
  advisory: text('鼓励性，不作为义务', 'Encouraged, not demanded'),
  consultation: text('征求意见稿，从未生效', 'Consultation draft, never in force'),
  consultationHelp: text(
    '这份稿子于 2021 年公布征求意见，从来不是法律。列出它是为了对照和研究。',
    'This draft was published for comment in 2021 and was never law. It is shown for comparison and study.',
  ),
  previous: text('上一条', 'Previous clause'),
  next: text('下一条', 'Next clause'),
  neighbours: text('前后条款', 'Neighbouring clauses'),
  paragraphs: text('第 {article} 条的各款', 'Paragraphs of article {article}'),
  compute: text('推算届满日', 'Work out the due date'),
  computeEvent: text('事件发生的日期', 'Day of the event'),
  computeButton: text('推算', 'Work out'),
  computeWrong: text('请填写存在的日期，例如 2026-02-10', 'Give a day of the calendar, such as 2026-02-10'),
  seeMatter: text('查看', 'See'),
} as const;

export const receiptTexts = {
  due: text('最后一天', 'Last day'),
  counted: text('推算依据', 'How it was counted'),
  sentence: text(
    '从{event}起算（当日不计），{length}，最后一天是{due}。',
    'Counted from {event} (that day itself is not counted), {length}: the last day is {due}.',
  ),
  backwards: text(
    '自{event}往前推（当日不计），{length}，最迟在{due}。',
    'Counted back from {event} (that day itself is not counted), {length}: {due} at the latest.',
  ),
  skipped: text('略过的非工作日（{count} 天）', 'Days off passed over ({count})'),
  provisional: text(
    '暂定：其中有尚未公布放假安排的年份，公布以后会重新推算。',
    'Provisional: the holidays of a year in it have not been announced; it will be counted again when they are.',
  ),
  calendar: text('日历：{version}', 'Calendar: {version}'),
  edition: text('版本：{edition}', 'Edition: {edition}'),
} as const;

export const lengthTexts = {
  'working-day': { zh: '{count}个工作日', one: '1 working day', many: '{count} working days' },
  'calendar-day': { zh: '{count} 日', one: '1 calendar day', many: '{count} calendar days' },
  'calendar-month': { zh: '{count} 个月', one: '1 month', many: '{count} months' },
  'calendar-year': { zh: '{count} 年', one: '1 year', many: '{count} years' },
} as const;
