import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { list: "'hot'", entry: 'entry', rank: 'rank', time: 'time' };
const hour = 3_600_000;
/** 1 January 2026, 00:00 in Shanghai. */
const start = 1_767_196_800_000;

/** Hourly snapshots; the entries of each in order of rank. */
const snapshots = (
  count: number,
  entries: (snapshot: number) => readonly string[],
  at = (snapshot: number): number => snapshot,
) => {
  const rows = Array.from({ length: count }, (_, snapshot) =>
    entries(snapshot).map((entry, index) => ({ time: start + at(snapshot) * hour, entry, rank: index + 1 })),
  ).flat();
  return {
    time: rows.map(({ time }) => time),
    entry: rows.map(({ entry }) => entry),
    rank: rows.map(({ rank }) => rank),
  };
};

/** A list of five through which every entry moves down by one place an hour. */
const sliding = (snapshot: number): readonly string[] => [0, 1, 2, 3, 4].map((place) => `e-${snapshot - place + 10}`);

export const examples: readonly MethodExample[] = [
  {
    title: text('条目逐位下移，从榜尾离开', 'Entries move down place by place and leave at the end'),
    table: snapshots(24 * 20, sliding),
    parts,
    parameters: { gap: '2h', most: 0.2 },
    expect: [
      { verdict: 'pass', values: { topGone: 0, exits: 479, meanSimilarity: 2 / 3, medianLife: 5, longestLife: 5 } },
    ],
  },
  {
    title: text('每四小时就有一个榜首突然消失', 'Every four hours the first entry is gone at once'),
    table: snapshots(24 * 20, (snapshot) =>
      snapshot % 4 === 0 ? [`lone-${snapshot}`, 'b', 'c', 'd'] : ['a', 'b', 'c', 'd'],
    ),
    parts,
    parameters: { gap: '2h', most: 0.05, top: 1 },
    // The lone entry vanishes after each of its 120 snapshots, and so does a before each of the 119 that follow one.
    expect: [{ verdict: 'fail', values: { topEntries: 479, topGone: 239 } }],
  },
  {
    title: text('快照太少', 'Too few snapshots'),
    table: snapshots(6, sliding),
    parts,
    parameters: { gap: '2h', most: 0.05 },
    expect: [{ verdict: 'not-enough-data' }],
  },
  {
    title: text('停机十小时之后的变化不是退出', 'What changed during ten hours of silence is no exit'),
    table: snapshots(
      10,
      (snapshot) => (snapshot < 5 ? ['a', 'b', 'c'] : ['x', 'y', 'z']),
      (snapshot) => (snapshot < 5 ? snapshot : snapshot + 10),
    ),
    parts,
    parameters: { gap: '2h', measure: 'frozen', hold: 5 },
    expect: [{ verdict: 'not-applicable', values: { pairs: 8, gaps: 1, exits: 0, runsHeld: 6, longestRun: 5 } }],
  },
  {
    title: text('一个名次被长期占住', 'One rank is held for good'),
    table: snapshots(24 * 12, (snapshot) => [`n-${snapshot}`, 'fixed', `m-${snapshot}`]),
    parts,
    parameters: { gap: '2h', measure: 'frozen', hold: 24, most: 0.1 },
    expect: [{ verdict: 'not-enough-data', values: { runsHeld: 1, longestRun: 288, heldShare: 1 / 3 } }],
  },
  {
    title: text('没有给出上限，只作描述', 'Without a limit this only describes'),
    table: snapshots(5, sliding),
    parts,
    expect: [{ verdict: 'not-applicable', estimate: 0 }],
  },
];
