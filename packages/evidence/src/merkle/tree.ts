import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, fromHex, hex } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import { emptyRoot, leafHash, nodeHash } from './hashing.ts';

/** What a tree must remember to go on growing: the roots of its perfect subtrees, the largest first, as lower-case hexadecimal. */
export interface Frontier {
  readonly size: number;
  readonly hashes: readonly string[];
}

/** A growing RFC 9162 tree that remembers only its frontier: a digest for every bit that is set in its size. */
export class Tree {
  #size = 0;
  readonly #frontier: Uint8Array[] = [];

  /** Goes on from a frontier; throws an `EvidenceFault` where it is none. */
  static from(frontier: Frontier): Tree {
    const tree = new Tree();
    if (!Number.isSafeInteger(frontier.size) || frontier.size < 0 || frontier.hashes.length !== ones(frontier.size)) {
      throw new EvidenceFault(text('树的边界与大小不符', 'The frontier does not fit the size of the tree'));
    }
    for (const value of frontier.hashes) {
      const digest = fromHex(value, DIGEST_LENGTH);
      if (digest === undefined)
        throw new EvidenceFault(text('树的边界含有非法摘要', 'The frontier holds what is no digest'));
      tree.#frontier.push(digest);
    }
    tree.#size = frontier.size;
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds an entry; gives the index it got. */
  append(entry: Uint8Array): number {
    return this.appendHash(leafHash(entry));
  }

  /** Adds an entry by its leaf hash; gives the index it got. */
  appendHash(hash: Uint8Array): number {
    let node = hash;
    // As many perfect subtrees end here as the old size has trailing ones.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = this.#frontier.pop();
      if (left !== undefined) node = nodeHash(left, node);
    }
    this.#frontier.push(node);
    this.#size += 1;
    return this.#size - 1;
  }

  root(): Uint8Array {
    return (
      this.#frontier.reduceRight<Uint8Array | undefined>(
        (right, left) => (right === undefined ? left : nodeHash(left, right)),
        undefined,
      ) ?? emptyRoot()
    );
  }

  frontier(): Frontier {
    return { size: this.#size, hashes: this.#frontier.map(hex) };
  }
}

function ones(value: number): number {
  let count = 0;
  for (let rest = value; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
