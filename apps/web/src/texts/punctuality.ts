import { text } from '@suanjian/rulebook';

export const punctualityTexts = {
  title: text('办理时效', 'Punctuality of the offices'),
  lead: text(
    '规定不仅约束企业，也约束主管部门：收到备案材料后要在法定期限内答复。这里公布各地自己做得怎样。',
    'The regulation binds offices too: they must answer a filing within a statutory period. Here is how each of them kept it.',
  ),
  asOf: text('统计截至 {date}。只公布合计数。', 'As of {date}. Only totals are published.'),
  table: text('各地按时答复情况', 'Answers in time, by office'),
  office: text('部门', 'Office'),
  nation: text('国家级', 'National office'),
  province: text('{province}', '{province}'),
  clock: text('期限', 'Period'),
  onTime: text('按时', 'On time'),
  late: text('逾期办结', 'Late'),
  openInTime: text('在办，未到期', 'Open, in time'),
  openLate: text('在办，已逾期', 'Open, overdue'),
  rate: text('按时率', 'Share on time'),
  overall: text('合计', 'Overall'),
  none: text('还没有可以统计的期限', 'No period to count yet'),
  noneHelp: text(
    '有备案在本平台办理以后，这里会显示各地的时效。',
    'Once filings are handled here, the figures of each office will be shown.',
  ),
  providers: text('企业按承诺的时限答复投诉了吗？', 'Do companies answer complaints in the time they promised?'),
  how: text('怎样统计', 'How it is counted'),
  howText: text(
    '从收到材料的次日起，按国务院公布的工作日计算；退回补正算作答复，重新提交后另行起算。逾期的不因事后办结而消失。',
    'Working days are counted by the State Council’s calendar from the day after the papers arrive. A return for completion counts as an answer, and a new period starts when they come back. What was late stays late.',
  ),
} as const;
