import type { Family } from '../families/field.ts';
import { scanNumber } from './scan-number.ts';
import { scanSentence } from './scan-sentence.ts';
import { classes, pairs, scanPseudonym } from './scan-text.ts';
import { scannerSource } from './scanner-source.ts';

/** What moves with the clock. */
export interface ScanLimits {
  /** The latest instant allowed, in milliseconds. */
  latest: number;
}

/** What the generated function works with; `time` is what it leaves behind. */
interface ScanState {
  readonly limits: ScanLimits;
  readonly classes: Uint8Array;
  readonly pairs: Uint8Array;
  readonly scanNumber: typeof scanNumber;
  readonly scanPseudonym: typeof scanPseudonym;
  readonly scanSentence: typeof scanSentence;
  time: number;
}

type Scan = (bytes: Buffer, view: DataView, start: number) => number;

/** Words are compared four bytes at a time: so many are read behind a line's end at most, whatever they are. */
const READ_BEHIND = 4;

/**
 * Recognises a line that is an acceptable record in canonical JSON already, byte by byte and without making an object of it: what a program sends that
 * was written against this log. Says no to everything it is not sure of; the `RecordChecker` then decides, and agrees with every yes.
 */
export class LineScanner {
  readonly #scan: Scan;
  readonly #state: ScanState;

  constructor(family: Family, limits: ScanLimits) {
    this.#state = { limits, classes, pairs, scanNumber, scanPseudonym, scanSentence, time: 0 };
    this.#scan = compile(scannerSource(family), this.#state);
  }

  /**
   * A function that gives where the line after the one at `start` begins, or -1. The bytes must end in a newline. Where nothing lies behind them in their memory they
   * are copied.
   */
  over(bytes: Buffer): (start: number) => number {
    const readable = withRoom(bytes);
    const view = new DataView(readable.buffer, readable.byteOffset, bytes.length + READ_BEHIND);
    return (start) => this.#scan(readable, view, start);
  }

  /** Of the line that was recognised last, in milliseconds. */
  get time(): number {
    return this.#state.time;
  }
}

/**
 * A function per family, made from its definition alone (nothing from outside enters its source): the comparisons stand in it as constants, which makes it
 * twice as fast as one that walks over a list of fields.
 */
function compile(source: string, state: ScanState): Scan {
  // oxlint-disable-next-line typescript/no-implied-eval -- see above
  const make = new Function('state', source) as (state: ScanState) => Scan;
  return make(state);
}

function withRoom(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength - bytes.byteOffset - bytes.length >= READ_BEHIND) return bytes;
  const copy = Buffer.allocUnsafeSlow(bytes.length + READ_BEHIND);
  bytes.copy(copy);
  return copy.subarray(0, bytes.length);
}
