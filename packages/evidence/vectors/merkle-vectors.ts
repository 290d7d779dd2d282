import { HashTree, Tree, hex, leafHash } from '../src/index.ts';

/** The leaves of the reference implementation of Certificate Transparency. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];

const upTo = (last: number, first = 0): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

export function merkleVectors(): object {
  const entries = leaves.map((value) => Buffer.from(value, 'hex'));
  const tree = HashTree.of(entries.map(leafHash));
  return {
    leaves,
    leafHashes: entries.map((entry) => hex(leafHash(entry))),
    roots: upTo(leaves.length).map((size) => hex(tree.root(size))),
    frontiers: upTo(leaves.length).map((size) => {
      const growing = new Tree();
      for (const entry of entries.slice(0, size)) growing.append(entry);
      return growing.frontier();
    }),
    inclusion: upTo(leaves.length, 1).flatMap((size) =>
      upTo(size - 1).map((index) => ({ index, size, path: tree.inclusionProof(index, size).map(hex) })),
    ),
    consistency: upTo(leaves.length, 1).flatMap((size) =>
      upTo(size, 1).map((older) => ({ older, size, path: tree.consistencyProof(older, size).map(hex) })),
    ),
  };
}
