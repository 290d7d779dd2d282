import { DIGEST_LENGTH, sameBytes } from '../bytes.ts';
import { emptyRoot, nodeHash } from './hashing.ts';

/** What an inclusion proof claims: this leaf hash stands at `index` of the tree of `size` leaves with this root. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion({ leaf, index, size, root, path }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !areDigests([leaf, root, ...path])) return false;
  let position = index;
  let last = size - 1;
  let node = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      node = nodeHash(sibling, node);
      while (!isOdd(position) && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      node = nodeHash(node, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && sameBytes(node, root);
}

/** What a consistency proof claims: the tree of `olderSize` leaves with `olderRoot` is the beginning of the tree of `size` leaves with `root`. */
export interface ConsistencyClaim {
  readonly olderSize: number;
  readonly olderRoot: Uint8Array;
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** RFC 9162, 2.1.4.2; the empty tree is the beginning of every tree, and a tree of itself, both with an empty path. */
export function verifyConsistency({ olderSize, olderRoot, size, root, path }: ConsistencyClaim): boolean {
  if (!isCount(olderSize) || !isCount(size) || olderSize > size || !areDigests([olderRoot, root, ...path]))
    return false;
  if (olderSize === 0) return path.length === 0 && sameBytes(olderRoot, emptyRoot());
  if (olderSize === size) return path.length === 0 && sameBytes(olderRoot, root);
  let position = olderSize - 1;
  let last = size - 1;
  while (isOdd(position)) {
    position = half(position);
    last = half(last);
  }
  // After this `position` is 0 exactly where the old size is a power of two: the old root is then a subtree itself and not in the path.
  const [first, ...rest] = position === 0 ? [olderRoot, ...path] : path;
  if (first === undefined) return false;
  let older = first;
  let newer = first;
  for (const node of rest) {
    if (last === 0) return false;
    if (isOdd(position) || position === last) {
      older = nodeHash(node, older);
      newer = nodeHash(node, newer);
      while (!isOdd(position) && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      newer = nodeHash(newer, node);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && sameBytes(older, olderRoot) && sameBytes(newer, root);
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
const areDigests = (values: readonly Uint8Array[]): boolean => values.every(({ length }) => length === DIGEST_LENGTH);
