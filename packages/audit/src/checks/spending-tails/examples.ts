import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const on = (day: number, month = 3): string => `2026-0${month}-${String(day).padStart(2, '0')}T12:00:00+08:00`;
const spent = (user: string, amount: number, time = on(2), audience = 'adult') => ({
  user,
  amount,
  time,
  audience,
  action: 'spend',
});
const crowd = (count: number, amount: (person: number) => number) =>
  Array.from({ length: count }, (_, person) => spent(`u${person}`, amount(person)));

export const examples: readonly CheckExample[] = [
  {
    title: text('五百人都在限度之内', 'five hundred people within the limit'),
    records: { engagement: crowd(500, (person) => 1000 + 100 * (person % 400)) },
    verdict: 'pass',
    units: [{ by: { audience: 'adult-or-unknown' }, verdict: 'pass', values: { rows: 500, broken: 0 } }],
  },
  {
    title: text('二十人里有一人花掉一万元', 'one in twenty spends ten thousand yuan'),
    records: { engagement: crowd(500, (person) => (person % 20 === 0 ? 1_000_000 : 3000)) },
    verdict: 'fail',
    units: [{ by: { audience: 'adult-or-unknown' }, verdict: 'fail', estimate: 0.04 }],
  },
  {
    title: text('小额累计也算', 'small sums add up'),
    records: {
      engagement: Array.from({ length: 20 }, (_, day) =>
        crowd(400, (person) => (person % 20 === 0 ? 26_000 : 100)).map((row) => ({ ...row, time: on(2 + day) })),
      ).flat(),
    },
    verdict: 'fail',
    units: [{ by: { audience: 'adult-or-unknown' }, verdict: 'fail', values: { rows: 400, broken: 20 } }],
  },
  {
    title: text('分在两个月里的消费不相加', 'what lies more than thirty days apart is not added'),
    records: {
      engagement: [
        ...crowd(500, () => 300_000),
        ...crowd(500, () => 300_000).map((row) => ({ ...row, time: on(10, 4) })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('消费过的人太少', 'too few people spent anything'),
    records: { engagement: crowd(20, () => 3000) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录金额', 'amounts are not recorded'),
    records: { engagement: [{ user: 'ann', action: 'spend' }] },
    verdict: 'not-applicable',
  },
];
