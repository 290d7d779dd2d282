import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { request: 'request', rank: 'rank', score: 'score' };

/** Slates of four; `swapped` says in which of them the first two stand the wrong way round. */
const slates = (
  count: number,
  swapped: (slate: number) => boolean,
  owner = (slate: number, rank: number): string => `${slate}-${rank}`,
) => {
  const rows = Array.from({ length: count * 4 }, (_, index) => ({
    slate: Math.floor(index / 4),
    rank: (index % 4) + 1,
  }));
  return {
    request: rows.map(({ slate }) => `r-${slate}`),
    rank: rows.map(({ rank }) => rank),
    score: rows.map(({ slate, rank }) => (swapped(slate) && rank <= 2 ? rank : 9 - rank)),
    owner: rows.map(({ slate, rank }) => owner(slate, rank)),
  };
};

const never = () => false;

export const examples: readonly MethodExample[] = [
  {
    title: text('四百次请求都按得分排列', 'Four hundred requests, all in order of score'),
    table: slates(400, never),
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { requests: 400, pairs: 2400, inverted: 0 } }],
  },
  {
    title: text('每十次请求有三次颠倒', 'Three requests in ten are out of order'),
    table: slates(200, (slate) => slate % 10 < 3),
    parts,
    // Ranks 1 and 2 then hold scores 1 and 2 before 6 and 5: five of six pairs.
    expect: [
      { verdict: 'fail', estimate: 0.25, values: { requestsInverted: 60, inverted: 300, adjacentInverted: 120 } },
    ],
  },
  {
    title: text('只有五次请求', 'Only five requests'),
    table: slates(5, never),
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0 }],
  },
  {
    title: text('同分与同名次不算颠倒', 'Equal scores and equal ranks are no inversions'),
    table: { request: ['a', 'a', 'a', 'b', 'b'], rank: [1, 2, 3, 1, 1], score: [5, 5, 5, 1, 2] },
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0, values: { pairs: 3, inverted: 0 } }],
  },
  {
    title: text('自营商品被提前', 'The own results are moved ahead'),
    table: slates(
      100,
      (slate) => slate % 2 === 0,
      (_, rank) => (rank === 2 ? 'own' : 'other'),
    ),
    parts: { ...parts, group: 'owner' },
    compare: ['own', 'other'],
    // The own result stands second with the third best score, and second best where nothing was moved.
    expect: [{ verdict: 'fail', estimate: 0.5, values: { groups: { own: { results: 100, placesAhead: 0.5 } } } }],
  },
  {
    title: text('颠倒与归属无关', 'Inversions that favour nobody'),
    table: slates(
      2000,
      (slate) => slate % 10 === 0,
      (slate, rank) => ((slate + rank) % 2 === 0 ? 'own' : 'other'),
    ),
    parts: { ...parts, group: 'owner' },
    compare: ['own', 'other'],
    expect: [{ verdict: 'pass' }],
  },
  {
    title: text('每次请求只有一个结果', 'One result per request'),
    table: { request: ['a', 'b'], rank: [1, 1], score: [3, 4] },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
];
