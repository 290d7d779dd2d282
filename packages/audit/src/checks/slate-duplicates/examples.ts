import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

/** So many slates of four, one for each person. */
const slates = (count: number, more: (slate: number, position: number) => Readonly<Record<string, unknown>>) =>
  many(count * 4, (index) => {
    const [slate, position] = [Math.floor(index / 4), (index % 4) + 1];
    return { user: `u${slate}`, request: `r${slate}`, position, item: `i${index}`, ...more(slate, position) };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('屏内没有重复', 'no slate repeats anything'),
    records: { exposure: slates(1500, () => ({})) },
    verdict: 'pass',
  },
  {
    title: text('每十屏有一屏重复', 'one slate in ten repeats an item'),
    records: {
      exposure: slates(1500, (slate, position) =>
        slate % 10 === 0 && position % 3 === 1 ? { item: `twice-${slate}` } : {},
      ),
    },
    verdict: 'fail',
    units: [{ verdict: 'fail', estimate: 0.1 }],
  },
  {
    title: text('近似内容同组，也算重复', 'near duplicates of one group count'),
    records: { exposure: slates(1500, (slate) => ({ cluster: `c${slate}` })) },
    verdict: 'fail',
  },
  {
    title: text(
      '不同屏里的同一内容不算，重复上报的同一行也不算',
      'the same item in another slate does not count, nor the same row sent twice',
    ),
    records: {
      exposure: [
        ...slates(1500, (_, position) => ({ item: `i${position}` })),
        ...slates(20, (_, position) => ({ item: `i${position}` })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: slates(5, () => ({})) },
    verdict: 'not-enough-data',
  },
];
