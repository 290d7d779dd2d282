import { text } from '@suanjian/rulebook';

export const standingTexts = {
  running: text('期限内', 'Running'),
  'due-today': text('今天到期', 'Due today'),
  late: text('已逾期', 'Late'),
  suspended: text('暂停计算', 'Suspended'),
  met: text('按期完成', 'Met'),
  missed: text('逾期完成', 'Missed'),
  lifted: text('不再需要', 'No longer owed'),
  due: (date: string) => text(`${date} 到期`, `Due ${date}`),
  daysLeft: (days: number) => text(`还有 ${days} 天`, days === 1 ? '1 day left' : `${days} days left`),
  daysLate: (days: number) => text(`逾期 ${days} 天`, days === 1 ? '1 day late' : `${days} days late`),
  bearerProvider: text('由备案主体负责', 'owed by the provider'),
  bearerOffice: text('由主管部门负责', 'owed by the office'),
  clocks: text('期限', 'Deadlines'),
  receipt: text('这个日期怎样算出来的', 'How this date was computed'),
  counted: (event: string, length: string, due: string) =>
    text(
      `从 ${event} 起算（当日不计），${length}，到 ${due} 24:00 为止。`,
      `Counted from ${event} (that day not included), ${length}, until the end of ${due}.`,
    ),
  countedBack: (event: string, length: string, due: string) =>
    text(
      `从 ${event} 往前数，${length}，最晚 ${due} 24:00。`,
      `Counted back from ${event}, ${length}, at the latest the end of ${due}.`,
    ),
  'working-day': (length: number) =>
    text(`${length} 个工作日`, length === 1 ? '1 working day' : `${length} working days`),
  'calendar-day': (length: number) => text(`${length} 日`, length === 1 ? '1 day' : `${length} days`),
  'calendar-month': (length: number) => text(`${length} 个月`, length === 1 ? '1 month' : `${length} months`),
  'calendar-year': (length: number) => text(`${length} 年`, length === 1 ? '1 year' : `${length} years`),
  calendar: (version: string) => text(`日历版本：${version}`, `Calendar: ${version}`),
  skipped: (count: number) => text(`跳过 ${count} 个非工作日`, `${count} days off passed over`),
  earlierValue: text('此前算出的日期', 'Computed earlier'),
  noClocks: text('目前没有期限在计算。', 'No deadline is running.'),
  ended: (date: string) => text(`${date} 结束`, `ended ${date}`),
} as const;
