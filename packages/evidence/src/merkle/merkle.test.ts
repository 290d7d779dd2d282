import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from '../bytes.ts';
import { naiveConsistency, naiveInclusion, naiveRoot } from '../testing/naive-tree.ts';
import { HashTree } from './hash-tree.ts';
import { emptyRoot, leafHash, nodeHash } from './hashing.ts';
import { Tree } from './tree.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';
import { rootOf } from './wide.ts';

/** The leaves and roots of the reference implementation of Certificate Transparency. */
const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((value) => Buffer.from(value, 'hex'));
const referenceRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const referenceInclusions: readonly (readonly [number, number, readonly string[]])[] = [
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];
const referenceConsistencies: readonly (readonly [number, number, readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const entriesOf = (count: number): Uint8Array[] => Array.from({ length: count }, (_, index) => utf8(`entry ${index}`));
const wide = (entries: readonly Uint8Array[]): Uint8Array => Buffer.concat(entries.map(leafHash));
const hexes = (path: readonly Uint8Array[]): string[] => path.map(hex);
const treeOf = (entries: readonly Uint8Array[]): HashTree => HashTree.of(wide(entries));

describe('the reference vectors of Certificate Transparency', () => {
  it.each(referenceRoots.map((root, size) => [size, root] as const))('root of %i leaves', (size, root) => {
    const entries = referenceLeaves.slice(0, size);
    const tree = new Tree();
    for (const entry of entries) tree.append(entry);
    expect(hex(tree.root())).toBe(root);
    expect(hex(treeOf(entries).root())).toBe(root);
    expect(hex(rootOf(wide(entries)))).toBe(root);
    expect(hex(treeOf(referenceLeaves).root(size))).toBe(root);
    expect(hex(naiveRoot(entries))).toBe(root);
  });

  it.each(referenceInclusions)('inclusion of leaf %i in %i', (index, size, path) => {
    expect(hexes(treeOf(referenceLeaves).inclusionProof(index, size))).toEqual(path);
  });

  it.each(referenceConsistencies)('consistency of %i with %i', (older, size, path) => {
    expect(hexes(treeOf(referenceLeaves).consistencyProof(older, size))).toEqual(path);
  });
});

describe('trees', () => {
  it('gives the same root every way, at every size', () => {
    const entries = entriesOf(140);
    const growing = new Tree();
    const whole = treeOf(entries);
    for (let size = 0; size <= entries.length; size += 1) {
      const expected = hex(naiveRoot(entries.slice(0, size)));
      expect(hex(growing.root())).toBe(expected);
      expect(hex(Tree.from(growing.frontier()).root())).toBe(expected);
      expect(hex(whole.root(size))).toBe(expected);
      expect(hex(rootOf(wide(entries.slice(0, size))))).toBe(expected);
      const next = entries[size];
      if (next !== undefined) expect(growing.append(next)).toBe(size);
    }
  });

  it('gives the root of large trees as growing one by one does', () => {
    for (const count of [1023, 1024, 1025, 4095, 4097, 10_000, 20_001]) {
      const entries = entriesOf(count);
      const growing = new Tree();
      for (const entry of entries) growing.append(entry);
      const hashes = wide(entries);
      const before = hex(hashes);
      expect(hex(rootOf(hashes))).toBe(hex(growing.root()));
      expect(hex(hashes)).toBe(before);
    }
  });

  it('goes on from a stored frontier as if it had never stopped', () => {
    fc.assert(
      fc.property(fc.nat({ max: 70 }), fc.nat({ max: 70 }), (first, second) => {
        const entries = entriesOf(first + second);
        const start = new Tree();
        for (const entry of entries.slice(0, first)) start.append(entry);
        const stored = JSON.parse(JSON.stringify(start.frontier())) as ReturnType<Tree['frontier']>;
        const resumed = Tree.from(stored);
        for (const entry of entries.slice(first)) resumed.append(entry);
        expect(hex(resumed.root())).toBe(hex(naiveRoot(entries)));
      }),
    );
  });

  it.each([
    { size: 3, hashes: ['00'.repeat(32)] },
    { size: 1, hashes: ['0g'.repeat(32)] },
    { size: 1, hashes: ['AA'.repeat(32)] },
    { size: -1, hashes: [] },
    { size: 0.5, hashes: [] },
  ])('refuses the frontier %j', (frontier) => {
    expect(() => Tree.from(frontier)).toThrow(/frontier/);
  });

  it('makes the proofs of the definition', () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 9, 20, 33]) {
      const entries = entriesOf(size);
      const tree = treeOf([...entries, ...entriesOf(5)]);
      for (let index = 0; index < size; index += 1) {
        expect(hexes(tree.inclusionProof(index, size))).toEqual(hexes(naiveInclusion(index, entries)));
      }
      for (let older = 1; older <= size; older += 1) {
        expect(hexes(tree.consistencyProof(older, size))).toEqual(hexes(naiveConsistency(older, entries)));
      }
    }
  });

  it('refuses proofs of what is not there', () => {
    const tree = treeOf(entriesOf(5));
    expect(() => tree.inclusionProof(5)).toThrow(/no 5/);
    expect(() => tree.inclusionProof(0, 6)).toThrow(/no 6/);
    expect(() => tree.inclusionProof(0, 0)).toThrow(/no 0/);
    expect(() => tree.consistencyProof(6)).toThrow(/no 6/);
    expect(() => tree.root(1.5)).toThrow(/no 1.5/);
    expect(() => rootOf(new Uint8Array(33))).toThrow(/32 bytes/);
  });
});

/** Flips one bit. */
const altered = (bytes: Uint8Array, bit: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  const at = (bit >> 3) % copy.length;
  copy[at] = (copy[at] ?? 0) ^ (1 << (bit & 7));
  return copy;
};

describe('checking inclusion', () => {
  const cases = fc
    .integer({ min: 1, max: 90 })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 }), fc.nat({ max: 255 }), fc.nat()));

  it('accepts the proof and no other leaf, place, root or path', () => {
    fc.assert(
      fc.property(cases, ([size, index, bit, pick]) => {
        const entries = entriesOf(size);
        const tree = treeOf(entries);
        const claim = { leaf: tree.leaf(index), index, size, root: tree.root(), path: tree.inclusionProof(index) };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: altered(claim.leaf, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: altered(claim.root, bit) })).toBe(false);
        for (let other = 0; other < size; other += 1) {
          expect(verifyInclusion({ ...claim, index: other })).toBe(other === index);
        }
        expect(verifyInclusion({ ...claim, path: [...claim.path, tree.root()] })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [tree.root(), ...claim.path] })).toBe(false);
        if (claim.path.length === 0) return;
        expect(verifyInclusion({ ...claim, path: claim.path.slice(0, -1) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: claim.path.slice(1) })).toBe(false);
        const spoiled = claim.path.map((node, at) => (at === pick % claim.path.length ? altered(node, bit) : node));
        expect(verifyInclusion({ ...claim, path: spoiled })).toBe(false);
      }),
    );
  });

  it('refuses numbers that are no places, and digests of another length', () => {
    const claim = { leaf: leafHash(utf8('a')), index: 0, size: 1, root: leafHash(utf8('a')), path: [] };
    expect(verifyInclusion(claim)).toBe(true);
    for (const index of [-1, 1, 0.5, Number.NaN]) expect(verifyInclusion({ ...claim, index })).toBe(false);
    for (const size of [0, -1, Number.POSITIVE_INFINITY, 2 ** 60])
      expect(verifyInclusion({ ...claim, size })).toBe(false);
    expect(verifyInclusion({ ...claim, leaf: new Uint8Array(31) })).toBe(false);
  });

  it('does not let a node pass for a leaf', () => {
    const [left, right] = [leafHash(utf8('a')), leafHash(utf8('b'))];
    const root = nodeHash(left, right);
    expect(hex(leafHash(Buffer.concat([left, right])))).not.toBe(hex(root));
  });

  it('follows a path in a tree larger than 32 bits count', () => {
    // Leaf 2^40 of a tree of 2^40 + 1: a single sibling, the root of all before it.
    const leaf = leafHash(utf8('last'));
    const before = leafHash(utf8('all before'));
    const claim = { leaf, index: 2 ** 40, size: 2 ** 40 + 1, root: nodeHash(before, leaf), path: [before] };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, index: 2 ** 40 - 1 })).toBe(false);
  });
});

describe('checking consistency', () => {
  const cases = fc
    .integer({ min: 1, max: 90 })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat({ max: 255 }), fc.nat()));

  it('accepts the proof and no other root, size or path', () => {
    fc.assert(
      fc.property(cases, ([size, olderSize, bit, pick]) => {
        const tree = treeOf(entriesOf(size));
        const path = tree.consistencyProof(olderSize);
        const claim = { olderSize, olderRoot: tree.root(olderSize), size, root: tree.root(), path };
        expect(verifyConsistency(claim)).toBe(true);
        expect(verifyConsistency({ ...claim, olderRoot: altered(claim.olderRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, root: altered(claim.root, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: [...path, tree.root()] })).toBe(false);
        for (let other = 1; other <= size; other += 1) {
          if (other === olderSize) continue;
          expect(verifyConsistency({ ...claim, olderSize: other })).toBe(false);
        }
        if (path.length === 0) return;
        expect(verifyConsistency({ ...claim, path: path.slice(0, -1) })).toBe(false);
        expect(verifyConsistency({ ...claim, path: path.slice(1) })).toBe(false);
        const spoiled = path.map((node, at) => (at === pick % path.length ? altered(node, bit) : node));
        expect(verifyConsistency({ ...claim, path: spoiled })).toBe(false);
      }),
    );
  });

  it('finds that a rewritten log does not go on from the old one', () => {
    const entries = entriesOf(40);
    const old = treeOf(entries.slice(0, 25));
    const rewritten = treeOf(entries.with(10, utf8('another')));
    const claim = { olderSize: 25, olderRoot: old.root(), size: 40, root: rewritten.root() };
    expect(verifyConsistency({ ...claim, path: rewritten.consistencyProof(25) })).toBe(false);
    expect(verifyConsistency({ ...claim, path: treeOf(entries).consistencyProof(25) })).toBe(false);
  });

  it('takes the empty tree for the beginning of every tree', () => {
    const tree = treeOf(entriesOf(3));
    const claim = { olderSize: 0, olderRoot: emptyRoot(), size: 3, root: tree.root(), path: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, olderRoot: tree.root() })).toBe(false);
    expect(verifyConsistency({ ...claim, path: [tree.root()] })).toBe(false);
    expect(verifyConsistency({ ...claim, size: -1 })).toBe(false);
  });
});
