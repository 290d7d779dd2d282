import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T00:00:00+08:00');
const minute = 60_000;

/** Ten days of registrations, more in the evening. */
const ordinary = many(1000, (index) => ({
  user: `u${index}`,
  event: 'registered',
  channel: 'app',
  time:
    start +
    Math.floor(index / 100) * 1440 * minute +
    ((index * 7919) % (index % 3 === 0 ? 1440 : 300)) * minute +
    (index % 3 === 0 ? 0 : 1080) * minute,
}));

const batch = (count: number) =>
  many(count, (index) => ({
    user: `x${index}`,
    event: 'registered',
    channel: 'app',
    time: start + 5 * 1440 * minute + 840 * minute + ((index * 13) % 590) * 1000,
  }));

export const examples: readonly CheckExample[] = [
  {
    title: text('晚上多、白天少，天天如此', 'more in the evening, every day'),
    records: { account: ordinary },
    verdict: 'pass',
  },
  {
    title: text('十分钟注册三百个', 'three hundred within ten minutes'),
    records: { account: [...ordinary, ...batch(300)] },
    verdict: 'fail',
  },
  {
    title: text('平台已经处理的一批', 'a batch that the provider has dealt with'),
    records: {
      account: [
        ...ordinary,
        ...batch(300),
        ...batch(300).map((entry) => ({ ...entry, event: 'sanctioned', time: start + 6 * 1440 * minute })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('寥寥几个', 'a handful'),
    records: { account: ordinary.slice(0, 3) },
    verdict: 'not-enough-data',
  },
  { title: text('没有账号记录', 'no accounts on record'), records: { item: [{}] }, verdict: 'not-applicable' },
];
