import { describe, expect, it } from 'vitest';
import { commitmentOf, HashTree, hex, leafEntryHash, parseLeaf, signCheckpoint, signerFrom } from '@suanjian/evidence';
import type { LeafClaim } from '@suanjian/matters';
import { judgeLeaf } from './judge-leaf.ts';

const signer = signerFrom('logs.example/yunling', new Uint8Array(32).fill(5));
const other = signerFrom('logs.example/yunling', new Uint8Array(32).fill(6));
const described = { id: 'h-1', scope: { from: '2026-03-01' }, actor: '王', matter: 'm-1', opened: 1 };

const leafOf = (commitment: string) => ({
  format: 'suanjian-log/1',
  kind: 'hold',
  hold: 'h-1',
  commitment,
  time: 1_774_000_000_000,
});

const claim = (more: Partial<LeafClaim> = {}): LeafClaim => {
  const leaf = leafOf(commitmentOf(described));
  const tree = HashTree.of([
    leafEntryHash(parseLeaf(leafOf('a'.repeat(64)))),
    leafEntryHash(parseLeaf(leaf)),
    leafEntryHash(parseLeaf(leafOf('b'.repeat(64)))),
  ]);
  return {
    checkpoint: signCheckpoint({ origin: 'logs.example/yunling', size: 3, root: tree.root(3), extensions: [] }, signer),
    leaf,
    index: 1,
    path: tree.inclusionProof(1, 3).map((each) => hex(each)),
    described,
    ...more,
  };
};

const keys = [signer.verifier.encoded];

describe('a statement of a log', () => {
  it('is proved by the key of the log, whatever other keys are known', () => {
    expect(judgeLeaf(claim(), keys)).toBe('proved');
    expect(judgeLeaf(claim(), [other.verifier.encoded, ...keys])).toBe('proved');
  });

  it('is left open where the key is not known', () => {
    expect(judgeLeaf(claim(), [])).toBe('unknown-key');
    expect(judgeLeaf(claim(), [other.verifier.encoded])).toBe('unknown-key');
  });

  it.each([
    ['another description', { described: { ...described, matter: 'm-2' } }],
    ['another place', { index: 2 }],
    ['another path', { path: ['c'.repeat(64)] }],
    ['another leaf', { leaf: leafOf('a'.repeat(64)) }],
    ['no leaf', { leaf: { kind: 'hold' } }],
    ['a path that is none', { path: ['zz'] }],
    ['no checkpoint', { checkpoint: 'nothing' }],
    ['an altered checkpoint', { checkpoint: claim().checkpoint.replace('\n3\n', '\n4\n') }],
  ] as const)('is not proved with %s', (_, more) => expect(judgeLeaf(claim(more), keys)).toBe('not-proved'));
});
