import { LOG_FORMAT, commitmentOf, hex, leafBytes, leafEntryHash, parseLeaf, type LeafEntry } from '../src/index.ts';

const time = Date.UTC(2026, 8, 22, 3);
const leaf = <Rest extends object>(rest: Rest): { readonly format: typeof LOG_FORMAT } & Rest => ({
  format: LOG_FORMAT,
  ...rest,
});

/** What is committed to in the leaves, so that commitments can be computed too. */
const hold = {
  basis: 'appeal-7',
  by: 'somebody',
  families: ['exposure'],
  from: '2026-09-01',
  to: '2026-09-21',
};
const challenge = { count: 5, seed: 'aa'.repeat(16), size: 11 };
const people = ['p1_AAAAAAAAAAAAAAAAAAAAAA', 'p2_BBBBBBBBBBBBBBBBBBBBBB'];

const entries: readonly (readonly [what: string, entry: LeafEntry])[] = [
  ['a hold', leaf({ kind: 'hold', hold: 'hold-7', commitment: commitmentOf(hold), time })],
  ['the same hold is over', leaf({ kind: 'hold-release', hold: 'hold-7', actor: 'somebody', reason: 'decided', time })],
  [
    'leaves drawn by lot were answered',
    leaf({
      kind: 'extract',
      actor: 'an office',
      basis: 'final/28',
      scope: { by: 'challenge', commitment: commitmentOf(challenge), families: ['exposure', 'quote'] },
      rows: 120,
      time,
    }),
  ],
  [
    'the records of one person, of some days, for a matter',
    leaf({
      kind: 'extract',
      actor: 'somebody',
      matter: 'request-3',
      scope: {
        by: 'user',
        commitment: commitmentOf(people),
        families: ['exposure'],
        from: '2026-09-01',
        to: '2026-09-21',
      },
      rows: 0,
      time,
    }),
  ],
];

/** Leaves that no reader may take: each differs from a good one in one place. */
const refused: readonly (readonly [what: string, entry: object])[] = [
  ['a hold without its commitment', leaf({ kind: 'hold', hold: 'hold-7', time })],
  ['a commitment that is no digest', leaf({ kind: 'hold', hold: 'hold-7', commitment: 'all of it', time })],
  ['a release without a reason', leaf({ kind: 'hold-release', hold: 'hold-7', actor: 'somebody', time })],
  [
    'a release with a member more',
    leaf({ kind: 'hold-release', hold: 'hold-7', actor: 'somebody', reason: 'decided', time, note: 'x' }),
  ],
  [
    'leaves drawn by lot, for no reason',
    leaf({
      kind: 'extract',
      actor: 'an office',
      scope: { by: 'challenge', commitment: commitmentOf(challenge), families: ['exposure'] },
      rows: 120,
      time,
    }),
  ],
];

const isRefused = (entry: object): boolean => {
  try {
    parseLeaf(entry);
    return false;
  } catch {
    return true;
  }
};

export function leafVectors(): object {
  return {
    commitments: [hold, challenge, people].map((value) => ({ value, commitment: commitmentOf(value) })),
    leaves: entries.map(([what, entry]) => ({
      what,
      entry,
      bytes: Buffer.from(leafBytes(entry)).toString('utf8'),
      hash: hex(leafEntryHash(entry)),
      read: !isRefused(entry),
    })),
    refused: refused.map(([what, entry]) => ({ what, entry, read: !isRefused(entry) })),
  };
}
