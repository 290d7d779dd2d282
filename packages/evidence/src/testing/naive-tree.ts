import { createHash } from 'node:crypto';

/**
 * RFC 9162 word for word: recursive, slow, and sharing nothing with the real thing. For tests.
 */
const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const splitOf = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

/** 2.1.1 */
export function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries;
  if (first === undefined) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), first);
  const split = splitOf(entries.length);
  return sha256(Uint8Array.of(1), naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)));
}

/** 2.1.3.1 */
export function naiveInclusion(index: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  if (entries.length === 1) return [];
  const split = splitOf(entries.length);
  const left = entries.slice(0, split);
  const right = entries.slice(split);
  return index < split
    ? [...naiveInclusion(index, left), naiveRoot(right)]
    : [...naiveInclusion(index - split, right), naiveRoot(left)];
}

/** 2.1.4.1 */
export function naiveConsistency(older: number, entries: readonly Uint8Array[]): readonly Uint8Array[] {
  return subproof(older, entries, true);
}

function subproof(older: number, entries: readonly Uint8Array[], whole: boolean): readonly Uint8Array[] {
  if (older === entries.length) return whole ? [] : [naiveRoot(entries)];
  const split = splitOf(entries.length);
  const left = entries.slice(0, split);
  const right = entries.slice(split);
  return older <= split
    ? [...subproof(older, left, whole), naiveRoot(right)]
    : [...subproof(older - split, right, false), naiveRoot(left)];
}
