import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

/** So many slates of five, one for each person; `scoreOf` gives the score of a place. */
const slates = (count: number, scoreOf: (slate: number, position: number) => number | undefined) =>
  many(count * 5, (index) => {
    const [slate, position] = [Math.floor(index / 5), (index % 5) + 1];
    return {
      user: `u${slate}`,
      request: `r${slate}`,
      algorithm: 'home-feed',
      position,
      item: `i${index}`,
      score: scoreOf(slate, position),
    };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('名次都照得分', 'ranks follow scores'),
    records: { exposure: slates(4000, (_, position) => 1 / position) },
    verdict: 'pass',
  },
  {
    title: text('每百次请求有五次颠倒', 'five requests in a hundred are turned round'),
    records: {
      exposure: slates(2000, (slate, position) => 1 / (slate % 20 === 0 && position === 2 ? 9 : position)),
    },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail' }],
  },
  {
    title: text('得分相同，谁前谁后都行', 'equal scores may stand either way'),
    records: { exposure: slates(4000, (_, position) => (position < 4 ? 0.5 : 0.25)) },
    verdict: 'pass',
  },
  {
    title: text('编辑放上去的位置不计', 'places that an editor filled are not counted'),
    records: {
      exposure: slates(4000, (_, position) => 1 / position).map((slot) =>
        slot['position'] === 1 ? { ...slot, score: 0, intervention: 'x-1' } : slot,
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: slates(3, (_, position) => 1 / position) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录得分', 'scores are not on record'),
    records: { exposure: slates(3, () => undefined) },
    verdict: 'not-applicable',
  },
];
