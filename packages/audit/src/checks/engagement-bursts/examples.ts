import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T00:00:00+08:00');
const minute = 60_000;

/** Fifty objects, each liked now and then over twelve days by different people; a few others once or twice. */
const ordinary = many(5000, (index) => ({
  user: `u${index % 900}`,
  object: index % 10 === 0 ? `rare${index}` : `o${(index * 7) % 50}`,
  topic: 'sports',
  action: 'like',
  time: start + ((index * 7919) % 17_280) * minute,
}));

const rush = (likes: number, accounts: number, more: Readonly<Record<string, unknown>> = {}) =>
  many(likes, (index) => ({
    user: `x${index % accounts}`,
    object: 'o1',
    topic: 'sports',
    action: 'like',
    time: start + 30 * 60 * minute + ((index * 31) % 540) * 1000,
    ...more,
  }));

export const examples: readonly CheckExample[] = [
  { title: text('平常的一天', 'an ordinary day'), records: { engagement: ordinary }, verdict: 'pass' },
  {
    title: text('十分钟里十个账号点了两百次', 'ten accounts like it two hundred times in ten minutes'),
    records: { engagement: [...ordinary, ...rush(200, 10)] },
    verdict: 'fail',
    units: [{ by: { act: 'like' }, verdict: 'fail' }],
  },
  {
    title: text('从没人理会的内容也一样', 'of a thing that nobody ever noticed, just the same'),
    records: { engagement: [...ordinary, ...rush(200, 10, { object: 'unknown' })] },
    verdict: 'fail',
  },
  {
    title: text('十分钟里两百人各点一次', 'two hundred people like it once each in ten minutes'),
    records: { engagement: [...ordinary, ...rush(200, 200)] },
    verdict: 'pass',
  },
  {
    title: text('平台已认定异常的不计', 'what the provider has found out already does not count'),
    records: { engagement: [...ordinary, ...rush(200, 10, { flagged: true })] },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { engagement: many(3, (index) => ({ object: 'o', time: start + index * 20 * minute })) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录对象', 'objects are not on record'),
    records: { engagement: [{ action: 'login' }] },
    verdict: 'not-applicable',
  },
];
