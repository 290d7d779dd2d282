import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (clock: string, day = '02'): string => `2026-03-${day}T${clock}+08:00`;
const minute = 60_000;
const used = (user: string, time: string, minutes: number, more: Readonly<Record<string, unknown>> = {}) => ({
  user,
  time,
  action: 'session',
  duration: minutes * minute,
  audience: 'minor',
  ...more,
});
const spent = (user: string, time: string, amount: number, audience = 'minor') => ({
  user,
  time,
  action: 'spend',
  amount,
  audience,
});

export const examples: readonly CheckExample[] = [
  {
    title: text('都在限度之内；成年人不受此限', 'all within the limits; adults have none'),
    records: {
      engagement: [
        used('kim', at('10:00:00'), 20),
        used('kim', at('18:00:00'), 20),
        used('kim', at('21:20:00', '03'), 40),
        used('ann', at('23:00:00'), 300, { audience: 'adult' }),
        spent('kim', at('10:10:00'), 10_000),
        spent('ann', at('23:10:00'), 900_000, 'adult'),
      ],
    },
    verdict: 'pass',
    units: [
      { by: { kind: 'minutes' }, verdict: 'pass', values: { rows: 2 } },
      { by: { kind: 'night' }, verdict: 'pass', values: { rows: 3 } },
      { by: { kind: 'payment' }, verdict: 'pass', values: { rows: 1 } },
      { by: { kind: 'month' }, verdict: 'pass', values: { rows: 1 } },
    ],
  },
  {
    title: text('三次使用合计超过四十分钟', 'three sessions of one day exceed forty minutes'),
    records: {
      engagement: [
        used('kim', at('10:00:00'), 20),
        used('kim', at('14:00:00'), 15),
        used('kim', at('18:00:00'), 6),
        used('kim', at('18:00:00', '03'), 20),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { kind: 'minutes' }, verdict: 'fail', estimate: 1, values: { rows: 2 } },
      { by: { kind: 'night' }, verdict: 'pass' },
    ],
  },
  {
    title: text('同一次使用记了两遍，只算一次', 'a session that was logged twice counts once'),
    records: {
      engagement: [
        used('kim', at('10:00:00'), 30, { session: 's1' }),
        used('kim', at('10:00:05'), 30, { session: 's1' }),
      ],
    },
    verdict: 'pass',
    units: [{ by: { kind: 'minutes' }, verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('拖到 22 时之后，以及清晨', 'past 22:00, and early in the morning'),
    records: {
      engagement: [
        used('kim', at('21:50:00'), 11),
        used('lee', at('05:50:00'), 5),
        used('mo', at('22:30:00'), 5, { action: 'night-session' }),
        used('mo', at('06:00:00'), 5),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { kind: 'minutes' }, verdict: 'pass' },
      { by: { kind: 'night' }, verdict: 'fail', estimate: 3, values: { rows: 4 } },
    ],
  },
  {
    title: text(
      '单次超限；另一人多次累计超出当月限额',
      'one payment is too large; many small ones of another exceed the month',
    ),
    records: {
      engagement: [
        spent('kim', at('10:00:00'), 10_001),
        used('kim', at('10:00:00'), 5),
        ...Array.from({ length: 5 }, (_, day) => spent('lee', at('10:00:00', `0${day + 2}`), 9000)),
      ],
    },
    verdict: 'fail',
    units: [
      { by: { kind: 'payment' }, verdict: 'fail', estimate: 1, values: { rows: 6 } },
      { by: { kind: 'month' }, verdict: 'fail', estimate: 1, values: { rows: 6 } },
    ],
  },
  {
    title: text('没有未成年人', 'there are no minors'),
    records: { engagement: [used('ann', at('23:00:00'), 300, { audience: 'adult' })] },
    verdict: 'not-enough-data',
  },
  {
    title: text('日志从不记录人群', 'the log never says who people are'),
    records: { engagement: [{ user: 'kim', time: at('23:00:00'), action: 'session', duration: minute }] },
    verdict: 'not-applicable',
  },
];
