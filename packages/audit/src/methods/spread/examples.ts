import { text } from '@suanjian/rulebook';
import type { MethodExample } from '../../engine/method.ts';

const parts = { user: 'user', request: 'request', rank: 'rank', key: 'author' };

/** One slate of these authors for each user. */
const slates = (users: number, authors: (user: number) => readonly (string | null)[]) => {
  const rows = Array.from({ length: users }, (_, user) =>
    authors(user).map((author, index) => ({ user: `u-${user}`, request: `r-${user}`, rank: index + 1, author })),
  ).flat();
  return {
    user: rows.map(({ user }) => user),
    request: rows.map(({ request }) => request),
    rank: rows.map(({ rank }) => rank),
    author: rows.map(({ author }) => author),
  };
};

export const examples: readonly MethodExample[] = [
  {
    title: text('每屏的作者各不相同', 'No author twice in a slate'),
    table: slates(500, () => ['a', 'b', 'c', 'd', 'e']),
    parts,
    expect: [{ verdict: 'pass', estimate: 0, values: { slates: 500, windows: 500, repeats: 0, longestRun: 1 } }],
  },
  {
    title: text('两成的屏里同一作者连续三次', 'In one slate of five an author stands three times in a row'),
    table: slates(300, (user) => (user % 5 === 0 ? ['a', 'a', 'a', 'b', 'c'] : ['a', 'b', 'c', 'd', 'e'])),
    parts,
    parameters: { window: 3, atMost: 2 },
    // Three windows a slate; only the first of a bad slate is over.
    expect: [
      {
        verdict: 'fail',
        estimate: 60 / 900,
        values: { windowsOver: 60, slatesOver: 60, slateShare: 0.2, longestRun: 3 },
      },
    ],
  },
  {
    title: text('只有三个用户', 'Only three users'),
    table: slates(3, () => ['a', 'b', 'c']),
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0 }],
  },
  {
    title: text('相隔够远就不算：每四位至多一次', 'Far enough apart is well: once in any four places'),
    table: slates(500, () => ['a', 'b', 'c', 'd', 'a', 'b']),
    parts,
    parameters: { window: 4 },
    expect: [{ verdict: 'pass', estimate: 0, values: { windows: 1500, repeats: 1000 } }],
  },
  {
    title: text('重复记录和空的 key 不算重复', 'Duplicated records and empty keys repeat nothing'),
    table: {
      user: ['u', 'u', 'u', 'u', 'v', 'v'],
      request: ['r', 'r', 'r', 'r', 's', 's'],
      rank: [1, 1, 2, 3, 1, 2],
      author: ['a', 'a', null, null, 'a', 'b'],
    },
    parts,
    expect: [{ verdict: 'not-enough-data', estimate: 0, values: { slots: 5, repeats: 0, longestRun: 1 } }],
  },
  {
    title: text('没有 key', 'Nothing has a key'),
    table: { user: ['u', 'u'], request: ['r', 'r'], rank: [1, 2], author: ['', ''] },
    parts,
    expect: [{ verdict: 'not-enough-data' }],
  },
];
