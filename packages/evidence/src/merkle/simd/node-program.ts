import { Locals, code, get, i32, i32x4, moduleOf, repeat, set, tee, type Code } from './assembler.ts';
import { Compression, fourWords, singleWords } from './sha256.ts';

/** How many pairs are hashed at once: four in vectors, and one in single words woven between, for which the processor has units of its own. */
export const PAIRS_AT_ONCE = 5;

const PAIR = 64;
const DIGEST = 32;
/** The first byte of a node's message, at the big end of its first word, and the rest of that word. */
const PREFIX = 0x01000000;
const BEHIND_PREFIX = 0x00ffffff;
const four = [0, 1, 2, 3];
const sixteen = Array.from({ length: 16 }, (_, index) => index);

/** Where the program finds its tables. */
export interface Layout {
  /** Each round constant four times over: 64 times 16 bytes. */
  readonly constants: number;
  /** For each value of a last byte, the 64 sums of constant and schedule of the block that ends a node's message. */
  readonly endings: number;
  /** Where digests are put. */
  readonly output: number;
  readonly pages: number;
}

const word = (pick: Code): Code => pick.flatMap((index) => [4 * index, 4 * index + 1, 4 * index + 2, 4 * index + 3]);
const lowHalves = i32x4.shuffle(word([0, 4, 1, 5]));
const highHalves = i32x4.shuffle(word([2, 6, 3, 7]));
const lowPairs = i32x4.shuffle(word([0, 1, 4, 5]));
const highPairs = i32x4.shuffle(word([2, 3, 6, 7]));
/** Bytes of each word the other way round: SHA-256 counts from the big end, WebAssembly from the small. */
const turned = i32x4.shuffle([3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12]);

/**
 * `run(input, groups)`: for each group of five pairs of digests that lie side by side from `input`, the node hashes SHA-256(0x01 || left || right) side by
 * side at `output`. Output may overlay input, because five digests are written only after ten were read.
 *
 * A node's message is 65 bytes: a first block of the prefix and all but the last byte, and an ending of that byte and padding. There are only 256
 * endings, so their schedules are looked up.
 */
export function nodeProgram(layout: Layout): Uint8Array {
  const [input, groups] = [0, 1];
  const locals = new Locals(2);
  const output = locals.one('i32');
  const table = locals.one('i32');
  const rounds = locals.one('i32');
  const endings = locals.many('i32', PAIRS_AT_ONCE);
  const vector = new Compression(fourWords, locals);
  const single = new Compression(singleWords, locals);
  const rows = locals.many('v128', 4);
  const halves = locals.many('v128', 4);
  const turning = locals.one('v128');
  const bytes = locals.one('i32');

  /** Four vectors, given as code, turned from one for each pair into one for each word. */
  const transposed = (from: readonly Code[], to: readonly number[], after: Code): Code => {
    const [r0 = 0, r1 = 0, r2 = 0, r3 = 0] = rows;
    const [h0 = 0, h1 = 0, h2 = 0, h3 = 0] = halves;
    const [t0 = 0, t1 = 0, t2 = 0, t3 = 0] = to;
    return code(
      ...from.map((vectorOf, index) => code(vectorOf, set(rows[index] ?? 0))),
      code(get(r0), get(r1), lowHalves, set(h0), get(r2), get(r3), lowHalves, set(h1)),
      code(get(r0), get(r1), highHalves, set(h2), get(r2), get(r3), highHalves, set(h3)),
      code(get(h0), get(h1), lowPairs, after, set(t0), get(h0), get(h1), highPairs, after, set(t1)),
      code(get(h2), get(h3), lowPairs, after, set(t2), get(h2), get(h3), highPairs, after, set(t3)),
    );
  };
  const turnVector = code(tee(turning), get(turning), turned);
  const turnSingle = code(
    code(tee(bytes), i32.constant(24), i32.rotateRight, i32.constant(0x00ff00ff), i32.and),
    code(get(bytes), i32.constant(8), i32.rotateRight, i32.constant(0xff00ff00), i32.and, i32.or),
  );
  const countDown = (local: number): Code => code(get(local), i32.constant(1), i32.subtract, tee(local));
  const advance = (local: number, by: number): Code => code(get(local), i32.constant(by), i32.add, set(local));
  const scheduled = (index: number): number => vector.schedule[index] ?? 0;

  // `input` stands one byte before the digests, so that the first word holds whatever lies before them; the prefix is put over it.
  const readBlock = code(
    ...four.map((quarter) =>
      transposed(
        four.map((pair) => code(get(input), i32x4.load(PAIR * pair + 16 * quarter))),
        vector.schedule.slice(4 * quarter, 4 * quarter + 4),
        turnVector,
      ),
    ),
    code(get(scheduled(0)), i32x4.constant(BEHIND_PREFIX), i32x4.and),
    code(i32x4.constant(PREFIX), i32x4.or, set(scheduled(0))),
    ...single.schedule.map((local, index) => code(get(input), i32.load(PAIR * 4 + 4 * index), turnSingle, set(local))),
    code(get(single.schedule[0] ?? 0), i32.constant(BEHIND_PREFIX), i32.and),
    code(i32.constant(PREFIX), i32.or, set(single.schedule[0] ?? 0)),
  );
  const keyed = (round: number): Code =>
    code(
      vector.round(round, code(get(scheduled(round)), get(table), i32x4.load(16 * round), i32x4.add)),
      single.round(round, code(get(single.schedule[round] ?? 0), get(table), i32.load(16 * round), i32.add)),
    );
  const block = code(
    code(i32.constant(layout.constants), set(table)),
    ...sixteen.map(keyed),
    code(i32.constant(3), set(rounds)),
    repeat(
      code(
        advance(table, 16 * 16),
        ...sixteen.map((round) => code(vector.extend(round), single.extend(round), keyed(round))),
        countDown(rounds),
      ),
    ),
  );
  const ending = code(
    ...endings.map((local, pair) =>
      code(get(input), i32.loadByte(PAIR * (pair + 1)), i32.constant(8), i32.shiftLeft, set(local)),
    ),
    code(i32.constant(4), set(rounds)),
    repeat(
      code(
        ...four.map((quarter) =>
          code(
            transposed(
              four.map((pair) => code(get(endings[pair] ?? 0), i32x4.load(layout.endings + 16 * quarter))),
              vector.schedule.slice(0, 4),
              [],
            ),
            ...four.map((index) =>
              code(
                vector.round(4 * quarter + index, get(scheduled(index))),
                single.round(
                  4 * quarter + index,
                  code(get(endings[4] ?? 0), i32.load(layout.endings + 16 * quarter + 4 * index)),
                ),
              ),
            ),
          ),
        ),
        ...endings.map((local) => advance(local, 64)),
        countDown(rounds),
      ),
    ),
  );
  const write = code(
    ...[0, 4].map((half) =>
      code(
        transposed(
          four.map((index) => get(vector.state[half + index] ?? 0)),
          vector.schedule.slice(0, 4),
          turnVector,
        ),
        ...four.map((pair) => code(get(output), get(scheduled(pair)), i32x4.store(DIGEST * pair + 4 * half))),
      ),
    ),
    ...single.state.map((local, index) => code(get(output), get(local), turnSingle, i32.store(DIGEST * 4 + 4 * index))),
  );
  const body = code(
    code(get(input), i32.constant(1), i32.subtract, set(input)),
    code(i32.constant(layout.output), set(output)),
    repeat(
      code(
        readBlock,
        code(vector.begin(), single.begin()),
        block,
        code(vector.finishBlock(), single.finishBlock()),
        ending,
        code(vector.finishBlock(), single.finishBlock()),
        write,
        code(advance(input, PAIR * PAIRS_AT_ONCE), advance(output, DIGEST * PAIRS_AT_ONCE)),
        countDown(groups),
      ),
    ),
  );
  return moduleOf(2, locals, body, layout.pages);
}
