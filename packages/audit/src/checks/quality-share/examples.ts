import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';
import { many } from '../common/many.ts';

const start = Date.parse('2026-03-02T10:00:00+08:00');

/** So many people on the first screen and in the feed; `quality` is the percentage there, in the first and in the second week. */
const shown = (people: number, quality: { readonly screen: readonly [number, number]; readonly feed: number }) =>
  many(people * 8, (index) => {
    const [person, place] = [Math.floor(index / 8), index % 8];
    const week = place < 4 ? 0 : 1;
    const surface = place % 2 === 0 ? 'first-screen' : 'feed';
    const percent = surface === 'feed' ? quality.feed : quality.screen[week];
    return {
      user: `u${person}`,
      request: `r${index}`,
      item: `i${index}`,
      surface,
      time: start + week * 7 * 86_400_000 + (person % 1000) * 10_000,
      labels: (person * 7919 + place * 31) % 100 < percent ? ['quality'] : ['plain'],
    };
  });

export const examples: readonly CheckExample[] = [
  {
    title: text('首屏优质内容更多', 'more quality on the first screen'),
    records: { exposure: shown(1500, { screen: [55, 52], feed: 40 }) },
    verdict: 'pass',
  },
  {
    title: text('第二周首屏优质内容少了', 'less of it in the second week'),
    records: { exposure: shown(1500, { screen: [55, 28], feed: 40 }) },
    verdict: 'fail',
    units: [
      { by: { week: '2026-03-02' }, verdict: 'pass' },
      { by: { week: '2026-03-09' }, verdict: 'fail' },
    ],
  },
  {
    title: text('各处一样多', 'as much everywhere'),
    records: { exposure: shown(3000, { screen: [40, 40], feed: 40 }) },
    verdict: 'pass',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: shown(10, { screen: [50, 50], feed: 50 }) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有标注', 'nothing is labelled'),
    records: { exposure: [{ surface: 'feed' }, { surface: 'first-screen', request: 'r-2' }] },
    verdict: 'not-applicable',
  },
];
