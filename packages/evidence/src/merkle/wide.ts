import { hash } from 'node:crypto';
import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, asBuffer } from '../bytes.ts';
import { EvidenceFault } from '../fault.ts';
import { LEAF_PREFIX, NODE_PREFIX, emptyRoot } from './hashing.ts';
import { NodeHasher } from './simd/node-hasher.ts';

/**
 * Root and leaf hashes of many entries at once. Digests lie side by side in one buffer, nodes are hashed in place there, and no object is made for a
 * digest: hashing costs so little that anything made for each would cost more.
 */

const NEWLINE = 0x0a;
const NODE_LENGTH = 1 + 2 * DIGEST_LENGTH;

/** RFC 9162, 2.1.1, over leaf hashes that lie side by side. */
export function rootOf(leafHashes: Uint8Array): Uint8Array {
  if (leafHashes.length % DIGEST_LENGTH !== 0) {
    throw new EvidenceFault(text('摘要序列的长度不是 32 字节的倍数', 'The digests do not fill 32 bytes each'));
  }
  if (leafHashes.length === 0) return emptyRoot();
  const nodes = reducedByVectors(leafHashes) ?? Buffer.from(leafHashes);
  let count = nodes.length / DIGEST_LENGTH;
  while (count > 1) count = reduceLevel(nodes, count);
  return nodes.subarray(0, DIGEST_LENGTH);
}

/** Making the hasher takes some 30 ms, once; below this the platform's own hash is as good. */
const WORTH_VECTORS = 256 * DIGEST_LENGTH;
let hasher: NodeHasher | 'none' | undefined;

function reducedByVectors(leafHashes: Uint8Array): Buffer | undefined {
  if (leafHashes.length < WORTH_VECTORS) return undefined;
  hasher ??= NodeHasher.create() ?? 'none';
  return hasher === 'none' ? undefined : hasher.reduce(leafHashes);
}

const nodeInput = Buffer.alloc(NODE_LENGTH);
nodeInput[0] = NODE_PREFIX;

/** Hashes each pair to the front of the buffer; a last one without a partner goes up as it is. Gives how many are left. */
function reduceLevel(nodes: Buffer, count: number): number {
  const pairs = Math.floor(count / 2);
  for (let pair = 0; pair < pairs; pair += 1) {
    nodes.copy(nodeInput, 1, pair * 2 * DIGEST_LENGTH, (pair + 1) * 2 * DIGEST_LENGTH);
    nodes.write(hash('sha256', nodeInput, 'binary'), pair * DIGEST_LENGTH, 'latin1');
  }
  if (count % 2 === 0) return pairs;
  nodes.copy(nodes, pairs * DIGEST_LENGTH, (count - 1) * DIGEST_LENGTH, count * DIGEST_LENGTH);
  return pairs + 1;
}

/** The leaf hashes of rows in canonical JSON, side by side. */
export function hashRows(rows: readonly string[]): Uint8Array {
  const hashes = Buffer.allocUnsafe(rows.length * DIGEST_LENGTH);
  let room = Buffer.allocUnsafe(4096);
  for (const [index, row] of rows.entries()) {
    // A UTF-16 unit takes at most three bytes.
    if (room.length <= row.length * 3) room = Buffer.allocUnsafe(row.length * 4);
    room[0] = LEAF_PREFIX;
    const length = room.write(row, 1);
    hashes.write(hash('sha256', room.subarray(0, length + 1), 'binary'), index * DIGEST_LENGTH, 'latin1');
  }
  return hashes;
}

/**
 * The leaf hashes, side by side, of the lines of NDJSON as it lies in a segment: every line ends in a newline, which is not part of the row. The bytes are as they
 * were afterwards, but not meanwhile; see `LeafHashes`.
 */
export function hashLines(lines: Uint8Array): Uint8Array {
  const bytes = asBuffer(lines);
  if (bytes.length > 0 && bytes.at(-1) !== NEWLINE) {
    throw new EvidenceFault(text('最后一行没有以换行结束', 'The last line does not end in a newline'));
  }
  const hashes = new LeafHashes(Math.ceil(bytes.length / 256));
  let start = 0;
  while (start < bytes.length) {
    const end = bytes.indexOf(NEWLINE, start);
    hashes.add(bytes, start, end);
    start = end + 1;
  }
  return hashes.digests;
}

/** Leaf hashes of entries that lie in larger memory, taken one by one while somebody else goes through it. */
export class LeafHashes {
  #hashes: Buffer;
  #length = 0;

  /** `expected` entries have room without growing. */
  constructor(expected = 0) {
    this.#hashes = Buffer.allocUnsafe(Math.max(16, expected) * DIGEST_LENGTH);
  }

  /** So many entries were added. */
  get count(): number {
    return this.#length / DIGEST_LENGTH;
  }

  /** Side by side, as a view. */
  get digests(): Uint8Array {
    return this.#hashes.subarray(0, this.#length);
  }

  /**
   * Hashes what stands from `start` to `end`. The prefix of a leaf is written over the byte before it while its hash is taken, so that nothing is copied: nobody else
   * may look at that byte meanwhile.
   */
  add(bytes: Buffer, start: number, end: number): void {
    if (this.#length === this.#hashes.length) this.#hashes = Buffer.concat([this.#hashes], this.#hashes.length * 2);
    this.#hashes.write(prefixedHash(bytes, start, end), this.#length, 'latin1');
    this.#length += DIGEST_LENGTH;
  }
}

function prefixedHash(bytes: Buffer, start: number, end: number): string {
  if (start === 0) return hash('sha256', Buffer.concat([Uint8Array.of(LEAF_PREFIX), bytes.subarray(0, end)]), 'binary');
  const before = bytes[start - 1] ?? 0;
  bytes[start - 1] = LEAF_PREFIX;
  const digest = hash('sha256', bytes.subarray(start - 1, end), 'binary');
  bytes[start - 1] = before;
  return digest;
}
