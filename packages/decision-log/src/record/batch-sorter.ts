import { isUtf8 } from 'node:buffer';
import { LeafHashes, hex, rootOf } from '@suanjian/evidence';
import { fromDayNumber, text, type Text } from '@suanjian/rulebook';
import type { Family } from '../families/field.ts';
import type { Identify } from './check-value.ts';
import { LineScanner } from './line-scanner.ts';
import { RecordChecker, type CheckedRecord } from './record-checker.ts';
import type { Refusal } from './refusal.ts';
import { MOST_AHEAD, MOST_LINE_BYTES } from './rules.ts';

/** The accepted rows of one civil day (Asia/Shanghai), as they go into a segment and a leaf. */
export interface DayRows {
  readonly day: string;
  readonly rows: number;
  /** RFC 9162 root over the rows, lower-case hexadecimal. */
  readonly root: string;
  /** Canonical JSON, each row with its newline, in the order they came. */
  readonly lines: Uint8Array;
}

export interface SortedBatch {
  /** Earliest day first. */
  readonly days: readonly DayRows[];
  readonly accepted: number;
  /** How many records were refused; `refusals` names each of their faults, up to the asked number. */
  readonly refused: number;
  readonly refusals: readonly Refusal[];
}

export interface SortOptions {
  /** The log's clock, in milliseconds. */
  readonly now: number;
  /** The number of the first line, 1 where it is not given. */
  readonly firstLine?: number;
  /** Lines known to be missing from the body because they were too long (service/body.ts), by number. */
  readonly tooLong?: readonly number[];
  /** Refusals beyond so many are only counted. */
  readonly mostRefusals?: number;
  /** Takes raw ids of people and hashes them; without it only pseudonyms are accepted. */
  readonly identify?: Identify;
}

const NEWLINE = 0x0a;
/** About as long as rows are. */
const ROW_BYTES = 384;
const DAY = 86_400_000;
/** Shanghai is eight hours ahead of UTC, without daylight saving since 1991. */
const SHANGHAI = 8 * 3_600_000;

/** Checks the lines of a batch of one family and sorts the good ones by civil day. */
export class BatchSorter {
  readonly #checker: RecordChecker;
  readonly #scanner: LineScanner;
  readonly #limits = { latest: 0 };

  constructor(family: Family) {
    this.#checker = new RecordChecker(family);
    this.#scanner = new LineScanner(family, this.#limits);
  }

  /** `body` is NDJSON in UTF-8; rows that are canonical already are not copied where that can be avoided. */
  sort(body: Uint8Array, options: SortOptions): SortedBatch {
    const pass = new SortingPass(this.#checker, this.#scanner, withNewline(body), options);
    this.#limits.latest = options.now + MOST_AHEAD;
    return pass.run();
  }
}

class SortingPass {
  readonly #checker: RecordChecker;
  readonly #scanner: LineScanner;
  readonly #bytes: Buffer;
  readonly #options: SortOptions;
  readonly #latest: number;
  readonly #days = new Map<number, DayPieces>();
  readonly #refusals: Refusal[] = [];
  #refused = 0;
  #line: number;
  readonly #tooLong: number[];
  /** Whether all of the bytes are UTF-8; asked once a line wants to know. */
  #wellFormed: boolean | undefined;
  /** The present stretch of canonical rows of one day. */
  #run: { readonly day: number; readonly start: number; readonly pieces: DayPieces } | undefined;

  constructor(checker: RecordChecker, scanner: LineScanner, bytes: Buffer, options: SortOptions) {
    this.#checker = checker;
    this.#scanner = scanner;
    this.#bytes = bytes;
    this.#options = options;
    this.#latest = options.now + MOST_AHEAD;
    this.#line = options.firstLine ?? 1;
    this.#tooLong = [...(options.tooLong ?? [])];
  }

  run(): SortedBatch {
    const bytes = this.#bytes;
    const scan = this.#options.identify === undefined ? this.#scanner.over(bytes) : unrecognised;
    let at = 0;
    while (at < bytes.length) {
      this.#skipTooLong();
      const next = scan(at);
      if (next > 0) {
        this.#take(dayOf(this.#scanner.time), at, next - 1);
        at = next;
      } else {
        this.#endRun(at);
        const end = bytes.indexOf(NEWLINE, at);
        this.#slowly(at, end);
        at = end + 1;
      }
      this.#line += 1;
    }
    this.#endRun(at);
    this.#skipTooLong();
    const days = [...this.#days].sort(([left], [right]) => left - right).map(([day, pieces]) => pieces.asRows(day));
    const accepted = days.reduce((sum, { rows }) => sum + rows, 0);
    return { days, accepted, refused: this.#refused, refusals: this.#refusals };
  }

  /** The line is hashed at once, while it is at hand in the processor's nearest memory. */
  #take(day: number, start: number, end: number): void {
    if (this.#run?.day !== day) {
      this.#endRun(start);
      this.#run = { day, start, pieces: this.#piecesOf(day) };
    }
    this.#run.pieces.hashes.add(this.#bytes, start, end);
  }

  #endRun(end: number): void {
    if (this.#run === undefined) return;
    const { start, pieces } = this.#run;
    pieces.add(this.#bytes.subarray(start, end));
    this.#run = undefined;
  }

  #slowly(start: number, end: number): void {
    const bytes = this.#bytes.subarray(start, end);
    if (isBlank(bytes)) return;
    const checked = this.#check(bytes);
    if (checked.outcome === 'refused') {
      this.#refuse(checked);
      return;
    }
    // A byte before it, for its hash.
    const line = Buffer.from(`\n${checked.line}\n`);
    const pieces = this.#piecesOf(dayOf(checked.time));
    pieces.hashes.add(line, 1, line.length - 1);
    pieces.add(line.subarray(1));
  }

  #check(bytes: Buffer): CheckedRecord {
    if (bytes.length > MOST_LINE_BYTES) return refusedLine(tooLongWords);
    this.#wellFormed ??= isUtf8(this.#bytes);
    if (!this.#wellFormed && !isUtf8(bytes)) return refusedLine(text('不是 UTF-8', 'this is not UTF-8'));
    const { identify } = this.#options;
    const line = bytes.toString();
    return this.#checker.checkLine(this.#line === 1 ? withoutMark(line) : line, {
      latest: this.#latest,
      ...(identify === undefined ? {} : { identify }),
    });
  }

  #refuse({ faults }: CheckedRecord & { outcome: 'refused' }): void {
    this.#refused += 1;
    const room = (this.#options.mostRefusals ?? Number.POSITIVE_INFINITY) - this.#refusals.length;
    for (const fault of faults.slice(0, Math.max(room, 0))) this.#refusals.push({ line: this.#line, ...fault });
  }

  /** Lines that were dropped on the way keep their numbers. */
  #skipTooLong(): void {
    while (this.#tooLong[0] === this.#line) {
      this.#tooLong.shift();
      this.#refuse(refusedLine(tooLongWords));
      this.#line += 1;
    }
  }

  #piecesOf(day: number): DayPieces {
    const found = this.#days.get(day);
    if (found !== undefined) return found;
    // Most batches are of one day.
    const made = new DayPieces(this.#days.size === 0 ? Math.ceil(this.#bytes.length / ROW_BYTES) : 0);
    this.#days.set(day, made);
    return made;
  }
}

/** The rows of a day, in pieces of the body and in lines that were written anew. */
class DayPieces {
  /** Of each row that was added or is going to be, in order. */
  readonly hashes: LeafHashes;
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  constructor(expected: number) {
    this.hashes = new LeafHashes(expected);
  }

  add(lines: Uint8Array): void {
    this.#pieces.push(lines);
    this.#length += lines.length;
  }

  asRows(day: number): DayRows {
    const { count: rows, digests } = this.hashes;
    return { day: fromDayNumber(day), rows, root: hex(rootOf(digests)), lines: this.#joined() };
  }

  #joined(): Uint8Array {
    const [first] = this.#pieces;
    if (first !== undefined && this.#pieces.length === 1) return first;
    // Memory of its own, which a worker can hand over without copying.
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }
}

const unrecognised = (): number => -1;

const dayOf = (time: number): number => Math.floor((time + SHANGHAI) / DAY);

function withNewline(body: Uint8Array): Buffer {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return bytes.length === 0 || bytes.at(-1) === NEWLINE ? bytes : Buffer.concat([bytes, Buffer.of(NEWLINE)]);
}

/** Blanks as JSON has them; a blank line says nothing and is refused by nobody. */
const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE);

const withoutMark = (line: string): string => (line.startsWith('\u{feff}') ? line.slice(1) : line);

const tooLongWords: Text = text(
  `一行超过 ${MOST_LINE_BYTES} 字节`,
  `this line is longer than ${MOST_LINE_BYTES} bytes`,
);

const refusedLine = (reason: Text): CheckedRecord & { outcome: 'refused' } => ({
  outcome: 'refused',
  faults: [{ field: '', reason }],
});
