import { DIGEST_LENGTH, sameBytes } from '../../bytes.ts';
import { nodeHash } from '../hashing.ts';
import { PAIRS_AT_ONCE, nodeProgram, type Layout } from './node-program.ts';
import { roundConstants } from './sha256.ts';

/** Leaves reduced in one go: few enough for the processor's nearest memories, a power of two, so that what comes out are roots of perfect subtrees. */
const CHUNK = 4096;

const PAGE = 65_536;
const ENDING_BYTES = 256 * 64 * 4;
const CONSTANT_BYTES = 64 * 16;
const output = ENDING_BYTES + CONSTANT_BYTES + 64;
/** The last group may be written past the digests that count. */
const needed = output + (CHUNK + 2 * PAIRS_AT_ONCE) * DIGEST_LENGTH;
const layout: Layout = { endings: 0, constants: ENDING_BYTES, output, pages: Math.ceil(needed / PAGE) };

/** Roots of perfect subtrees of up to 4,096 nodes, hashed five at a time. */
export class NodeHasher {
  readonly #digests: Uint8Array;
  readonly #run: (input: number, groups: number) => void;

  /** `undefined` where the platform has no WebAssembly with vectors, or where what it hashes is not what the platform's own SHA-256 hashes. */
  static create(): NodeHasher | undefined {
    try {
      const hasher = new NodeHasher();
      return hasher.#isRight() ? hasher : undefined;
    } catch {
      return undefined;
    }
  }

  private constructor() {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(nodeProgram(layout))));
    const { memory, run } = exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof run !== 'function')
      throw new TypeError('Not the program made here');
    fillTables(memory);
    this.#digests = new Uint8Array(memory.buffer, layout.output, (CHUNK + 2 * PAIRS_AT_ONCE) * DIGEST_LENGTH);
    this.#run = run as (input: number, groups: number) => void;
  }

  /** The roots of the chunks of 4,096 of nodes that lie side by side, side by side; the last chunk may be smaller. */
  reduce(nodes: Uint8Array): Buffer {
    const count = nodes.length / DIGEST_LENGTH;
    const roots = Buffer.alloc(Math.ceil(count / CHUNK) * DIGEST_LENGTH);
    for (let chunk = 0; chunk * CHUNK < count; chunk += 1) {
      const size = Math.min(CHUNK, count - chunk * CHUNK);
      this.#digests.set(nodes.subarray(chunk * CHUNK * DIGEST_LENGTH, (chunk * CHUNK + size) * DIGEST_LENGTH));
      this.#reduceChunk(size);
      roots.set(this.#digests.subarray(0, DIGEST_LENGTH), chunk * DIGEST_LENGTH);
    }
    return roots;
  }

  /** Every one of the five places is tried on digests that differ in every byte. */
  #isRight(): boolean {
    const digests = Buffer.from(
      Array.from({ length: 2 * PAIRS_AT_ONCE * DIGEST_LENGTH }, (_, index) => (index * 151) % 256),
    );
    const pairs = Array.from({ length: PAIRS_AT_ONCE }, (_, pair) => pair * 2 * DIGEST_LENGTH);
    this.#digests.set(digests);
    this.#run(layout.output, 1);
    return pairs.every((at) => {
      const [left, right] = [
        digests.subarray(at, at + DIGEST_LENGTH),
        digests.subarray(at + DIGEST_LENGTH, at + 2 * DIGEST_LENGTH),
      ];
      return sameBytes(nodeHash(left, right), this.#digests.subarray(at / 2, at / 2 + DIGEST_LENGTH));
    });
  }

  #reduceChunk(size: number): void {
    const digests = this.#digests;
    let count = size;
    while (count > 1) {
      const pairs = Math.floor(count / 2);
      // One without a partner goes up as it is; it is kept aside, because the last group may write over it.
      const alone = count % 2 === 1 ? digests.slice((count - 1) * DIGEST_LENGTH, count * DIGEST_LENGTH) : undefined;
      this.#run(layout.output, Math.ceil(pairs / PAIRS_AT_ONCE));
      if (alone !== undefined) digests.set(alone, pairs * DIGEST_LENGTH);
      count = pairs + (alone === undefined ? 0 : 1);
    }
  }
}

function fillTables(memory: WebAssembly.Memory): void {
  const endings = new Int32Array(memory.buffer, layout.endings, ENDING_BYTES / 4);
  const constants = new Int32Array(memory.buffer, layout.constants, CONSTANT_BYTES / 4);
  for (const [round, constant] of roundConstants.entries()) constants.fill(constant, round * 4, round * 4 + 4);
  for (let last = 0; last < 256; last += 1) {
    endings.set(
      endingSchedule(last).map((word, round) => word + (roundConstants[round] ?? 0)),
      last * 64,
    );
  }
}

/** The schedule (FIPS 180-4, 6.2.2) of the block that holds a node's last byte, the padding and the length of 520 bits. */
function endingSchedule(last: number): Int32Array {
  const words = new Int32Array(64);
  words[0] = (last << 24) | 0x00800000;
  words[15] = 520;
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 16; index < 64; index += 1) {
    const [early, late] = [word(index - 15), word(index - 2)];
    const mixedEarly = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const mixedLate = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = word(index - 16) + mixedEarly + word(index - 7) + mixedLate;
  }
  return words;
}

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));
