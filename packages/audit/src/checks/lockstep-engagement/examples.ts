import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T09:00:00+08:00');

/** Accounts that like the same objects within ten seconds, an object an hour. */
const crowd = (accounts: number, objects: number, more: Readonly<Record<string, unknown>> = {}) =>
  many(accounts * objects, (index) => {
    const [object, account] = [Math.floor(index / accounts), index % accounts];
    return {
      user: `bot${account}`,
      object: `o${object}`,
      action: 'like',
      time: start + object * 3_600_000 + ((account * 37 + object * 11) % 10) * 1000,
      ...more,
    };
  });

/** People who like the same objects, each at a moment of their own within the hour. */
const fans = (people: number, objects: number) =>
  many(people * objects, (index) => {
    const [object, person] = [Math.floor(index / people), index % people];
    return {
      user: `fan${person}`,
      object: `o${object}`,
      action: 'like',
      time:
        start +
        object * 3_600_000 +
        ((person * 7919 + object * 104_729 + ((person * object) % 97) * 31_337) % 3_600_000),
    };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('各赞各的', 'everybody likes at a time of their own'),
    records: { engagement: fans(60, 8) },
    verdict: 'pass',
  },
  {
    title: text('二十个账号齐步走', 'twenty accounts march together'),
    records: { engagement: [...fans(60, 8), ...crowd(20, 12)] },
    verdict: 'fail',
  },
  {
    title: text('一次热点，几百人同时点赞', 'one great event that hundreds like at once'),
    records: {
      engagement: [
        ...fans(60, 8),
        ...many(300, (index) => ({ user: `new${index}`, object: 'event', action: 'like', time: start + index * 20 })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('平台已认定为异常的账号不计', 'accounts that the provider has found out already do not count'),
    records: { engagement: [...fans(60, 8), ...crowd(20, 12, { flagged: true })] },
    verdict: 'pass',
  },
  {
    title: text('人太少', 'too few accounts'),
    records: { engagement: fans(4, 8) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录对象', 'objects are not on record'),
    records: { engagement: [{ user: 'a', action: 'login' }] },
    verdict: 'not-applicable',
  },
];
