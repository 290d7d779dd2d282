import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import { emptyRoot, leafHash, nodeHash } from './hashing.ts';

/**
 * An RFC 9162 tree that remembers every perfect subtree (64 bytes a leaf), and so gives the root of any earlier size and any proof in logarithmic time.
 */
export class HashTree {
  /** `#levels[k]` holds the roots of the perfect subtrees of 2^k leaves, side by side. */
  readonly #levels: DigestColumn[] = [new DigestColumn()];

  /** From leaf hashes side by side (`hashRows`, `hashLines`), or from a list of them. */
  static of(leafHashes: Uint8Array | Iterable<Uint8Array>): HashTree {
    const tree = new HashTree();
    for (const hash of leafHashes instanceof Uint8Array ? digestsOf(leafHashes) : leafHashes) tree.appendHash(hash);
    return tree;
  }

  get size(): number {
    return this.#level(0).length;
  }

  append(entry: Uint8Array): number {
    return this.appendHash(leafHash(entry));
  }

  appendHash(hash: Uint8Array): number {
    let node = hash;
    for (let level = 0; ; level += 1) {
      const column = this.#level(level);
      column.push(node);
      if (column.length % 2 === 1) return this.size - 1;
      node = nodeHash(column.at(column.length - 2), node);
    }
  }

  leaf(index: number): Uint8Array {
    this.#within(index, this.size - 1);
    return this.#level(0).at(index);
  }

  /** The root of the first `size` leaves. */
  root(size = this.size): Uint8Array {
    this.#within(size, this.size);
    return size === 0 ? emptyRoot() : this.#subtree(0, size);
  }

  /** RFC 9162, 2.1.3.1: the path from leaf `index` to the root of the first `size` leaves, from the bottom upwards. */
  inclusionProof(index: number, size = this.size): readonly Uint8Array[] {
    this.#within(size, this.size);
    this.#within(index, size - 1);
    const path: Uint8Array[] = [];
    let start = 0;
    let length = size;
    while (length > 1) {
      const left = largestPowerBelow(length);
      if (index - start < left) {
        path.push(this.#subtree(start + left, length - left));
        length = left;
      } else {
        path.push(this.#subtree(start, left));
        start += left;
        length -= left;
      }
    }
    return path.reverse();
  }

  /** RFC 9162, 2.1.4.1: that the first `older` leaves are the beginning of the first `size`. Empty where `older` is 0 or `size`. */
  consistencyProof(older: number, size = this.size): readonly Uint8Array[] {
    this.#within(size, this.size);
    this.#within(older, size);
    if (older === 0 || older === size) return [];
    const path: Uint8Array[] = [];
    let start = 0;
    let length = size;
    while (older - start !== length) {
      const left = largestPowerBelow(length);
      if (older - start <= left) {
        path.push(this.#subtree(start + left, length - left));
        length = left;
      } else {
        path.push(this.#subtree(start, left));
        start += left;
        length -= left;
      }
    }
    // The verifier holds the old root itself; it needs the last subtree only where that is not the old root.
    if (start > 0) path.push(this.#subtree(start, length));
    return path.reverse();
  }

  /** The root of `length` leaves from `start`, which is a multiple of the largest power of two within `length`. */
  #subtree(start: number, length: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let at = start;
    let rest = length;
    while (rest > 0) {
      const { power, level } = largestPowerWithin(rest);
      pieces.push(this.#level(level).at(at / power));
      at += power;
      rest -= power;
    }
    return pieces.reduceRight((right, left) => nodeHash(left, right));
  }

  #level(level: number): DigestColumn {
    const found = this.#levels[level];
    if (found !== undefined) return found;
    const made = new DigestColumn();
    this.#levels.push(made);
    return made;
  }

  #within(value: number, most: number): void {
    if (Number.isSafeInteger(value) && value >= 0 && value <= most) return;
    throw new EvidenceFault(
      text(`树中没有第 ${value} 位（至多 ${most}）`, `The tree has no ${value} (at most ${most})`),
    );
  }
}

/** Digests side by side in one buffer that grows by doubling. */
class DigestColumn {
  #bytes = new Uint8Array(16 * DIGEST_LENGTH);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(digest: Uint8Array): void {
    const at = this.#length * DIGEST_LENGTH;
    if (at === this.#bytes.length) {
      const grown = new Uint8Array(this.#bytes.length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(digest, at);
    this.#length += 1;
  }

  at(index: number): Uint8Array {
    return this.#bytes.slice(index * DIGEST_LENGTH, (index + 1) * DIGEST_LENGTH);
  }
}

/** The digests of a buffer that holds them side by side, as views. */
export function* digestsOf(hashes: Uint8Array): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < hashes.length; at += DIGEST_LENGTH) yield hashes.subarray(at, at + DIGEST_LENGTH);
}

const largestPowerBelow = (value: number): number => largestPowerWithin(value - 1).power;

function largestPowerWithin(value: number): { readonly power: number; readonly level: number } {
  let power = 1;
  let level = 0;
  while (power * 2 <= value) {
    power *= 2;
    level += 1;
  }
  return { power, level };
}
