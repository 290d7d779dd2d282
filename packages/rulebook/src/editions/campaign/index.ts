import { civilDate } from '../../civil-date.ts';
import { defineEdition } from '../../edition.ts';
import { text } from '../../text.ts';
import { clauses } from './clauses.ts';

export const campaign = defineEdition(
  {
    id: 'campaign',
    title: text(
      '“清朗·2022年算法综合治理”专项行动通知',
      'Notice of the Special Action “Clear and Bright: Comprehensive Governance of Algorithms 2022”',
    ),
    issuer: text('中央网络安全和信息化委员会办公室', 'Office of the Central Cyberspace Affairs Commission'),
    status: 'policy',
    published: civilDate('2022-04-08'),
    inForceFrom: civilDate('2022-04-08'),
    inForceUntil: civilDate('2022-12-10'),
    note: text(
      '专项行动，自通知之日起至2022年12月初。通知没有写明结束的日子，这里按上旬最后一天记。',
      'A special action from the notice to early December 2022. The notice names no last day; the end of the month’s first ten days is recorded here.',
    ),
  },
  clauses,
);
