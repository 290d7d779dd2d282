import { text } from '@suanjian/rulebook';

export const discretionTexts = {
  title: text('裁量基准', 'Standards of discretion'),
  lead: text(
    '主管部门在条款规定的幅度之内通常怎样罚。处罚决定写明依据的版本；偏离的写明理由。',
    'What an office usually fines within the bounds of a clause. A decision names the version it follows, and says why where it departs from it.',
  ),
  none: text('还没有公布的裁量基准', 'No standard of discretion has been published'),
  noneHelp: text('主管部门公布以后，会在这里显示。', 'They appear here once an office publishes one.'),
  ended: text('这个机关已经停止更新。', 'This office keeps them up no more.'),
  version: text('第 {version} 版', 'version {version}'),
  from: text('施行日期', 'In force from'),
  publishedOn: text('公布日期', 'Published on'),
  clause: text('条款', 'Clause'),
  words: text('说明', 'Explanation'),
  withdrawn: text('{date} 撤下：{reason}', 'Withdrawn on {date}: {reason}'),
  steps: text('阶次', 'Steps'),
  gravity: text('情节', 'Gravity'),
  when: text('适用情形', 'When'),
  fine: text('罚款', 'Fine'),
  range: text('{atLeast} 至 {atMost} 元', '{atLeast} to {atMost} yuan'),
} as const;
