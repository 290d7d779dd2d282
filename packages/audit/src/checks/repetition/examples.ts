import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

/** So many slates of six, one for each person. */
const slates = (count: number, more: (slate: number, position: number) => Readonly<Record<string, unknown>>) =>
  many(count * 6, (index) => {
    const [slate, position] = [Math.floor(index / 6), (index % 6) + 1];
    return {
      user: `u${slate}`,
      request: `r${slate}`,
      position,
      item: `i${index}`,
      author: `a${index}`,
      topic: `t${position % 3}`,
      ...more(slate, position),
    };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('打散得当', 'well spread'),
    records: { exposure: slates(1500, () => ({})) },
    verdict: 'pass',
  },
  {
    title: text('每二十屏有一屏是同一作者连占四位', 'in one slate of twenty an author fills four places in a row'),
    records: {
      exposure: slates(1500, (slate, position) => (slate % 20 === 0 && position <= 4 ? { author: 'loud' } : {})),
    },
    verdict: 'fail',
    units: [
      { by: { repeated: 'author' }, verdict: 'fail', estimate: 0.05 },
      { by: { repeated: 'topic' }, verdict: 'pass' },
    ],
  },
  {
    title: text('话题单一', 'one topic alone'),
    records: { exposure: slates(1500, () => ({ topic: 'sports' })) },
    verdict: 'fail',
    units: [
      { by: { repeated: 'author' }, verdict: 'pass' },
      { by: { repeated: 'topic' }, verdict: 'fail', estimate: 1 },
    ],
  },
  {
    title: text('同一作者三次，离得开', 'one author three times, apart'),
    records: { exposure: slates(1500, (_, position) => (position % 2 === 0 ? { author: 'busy' } : {})) },
    verdict: 'pass',
  },
  {
    title: text('搜索某位作者的结果不算', 'results of a search for an author do not count'),
    records: {
      exposure: [
        ...slates(1500, () => ({})),
        ...slates(100, (slate) => ({ request: `s${slate}`, technique: 'search', author: 'sought' })),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: slates(4, () => ({})) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有记录作者', 'authors are not on record'),
    records: { exposure: slates(4, () => ({ author: undefined })) },
    verdict: 'not-applicable',
  },
];
