import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { request: 'request', rank: 'rank', group: 'owner' };

/** Slates of ten, two of them own, at the two ranks given for this slate. */
const slates = (
  count: number,
  ownRanks: (slate: number) => readonly number[],
  candidates: (slate: number) => number = () => 20,
) => {
  const rows = Array.from({ length: count * 10 }, (_, index) => ({
    slate: Math.floor(index / 10),
    rank: (index % 10) + 1,
  }));
  return {
    request: rows.map(({ slate }) => `r-${slate}`),
    rank: rows.map(({ rank }) => rank),
    owner: rows.map(({ slate, rank }) => (ownRanks(slate).includes(rank) ? 'own' : 'other')),
    own_candidates: rows.map(({ slate }) => candidates(slate)),
    candidates: rows.map(() => 100),
  };
};

/** Every pair of places five apart, evenly. */
const anywhere = (slate: number): readonly number[] => [(slate % 5) + 1, (slate % 5) + 6];

export const examples: readonly MethodExample[] = [
  {
    title: text('自营内容的靠前位置与候选相称', 'Own results hold the first places as often as their candidates do'),
    table: slates(1500, anywhere),
    parts: { ...parts, baseline: 'own_candidates', candidates: 'candidates' },
    compare: ['own', 'other'],
    parameters: { top: 1 },
    expect: [{ verdict: 'pass', estimate: 0, values: { groups: { own: { share: 0.2, expected: 0.2 } } } }],
  },
  {
    title: text('自营内容占了一半的首位', 'Own results hold half of the first places'),
    table: slates(200, (slate) => (slate % 2 === 0 ? [1, 7] : [4, 8])),
    parts: { ...parts, baseline: 'own_candidates', candidates: 'candidates' },
    compare: ['own', 'other'],
    parameters: { top: 1 },
    expect: [{ verdict: 'fail', estimate: 0.3, values: { places: 200 } }],
  },
  {
    title: text('同样的一半，只有八次请求', 'The same half, in eight requests only'),
    table: slates(8, (slate) => (slate % 2 === 0 ? [1, 7] : [4, 8])),
    parts: { ...parts, baseline: 'own_candidates', candidates: 'candidates' },
    compare: ['own', 'other'],
    parameters: { top: 1 },
    expect: [{ verdict: 'not-enough-data', estimate: 0.3 }],
  },
  {
    title: text(
      '候选多的请求里靠前位置也多：份额高不等于偏袒',
      'Where it has more candidates it is first more often: a high share is no favour',
    ),
    table: slates(
      3000,
      (slate) => (slate % 20 < (slate % 2 === 0 ? 16 : 2) ? [1, 7] : [4, 8]),
      (slate) => (slate % 2 === 0 ? 80 : 10),
    ),
    parts: { ...parts, baseline: 'own_candidates', candidates: 'candidates' },
    compare: ['own', 'other'],
    parameters: { top: 1 },
    expect: [{ verdict: 'pass', estimate: 0, values: { groups: { own: { share: 0.45, expected: 0.45 } } } }],
  },
  {
    title: text(
      '按名次折减的版面，与展示位中的份额比较',
      'The area discounted by rank, against the share of places shown',
    ),
    table: slates(300, (slate) => (slate % 3 === 0 ? [9, 10] : [1, 2])),
    parts,
    compare: ['own', 'other'],
    parameters: { measure: 'area' },
    expect: [{ verdict: 'fail' }],
  },
  {
    title: text('优质内容在首屏至少占三成', 'At least three tenths of the first screen'),
    table: slates(300, (slate) => (slate % 10 < 4 ? [1, 7] : [4, 8])),
    parts,
    compare: ['own', 'other'],
    parameters: { top: 1, thresholds: { least: 0.3 } },
    expect: [{ verdict: 'pass', estimate: -0.1 }],
  },
  {
    title: text('只有一个组', 'There is only one group'),
    table: slates(20, () => []),
    parts,
    parameters: { top: 3 },
    expect: [{ verdict: 'not-applicable' }],
  },
];
