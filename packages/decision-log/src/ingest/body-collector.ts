import type { SharedMemory } from './shared-memory.ts';
import { countLines } from '../record/stored-rows.ts';

export interface CollectedBody {
  /** Ends in a newline, unless it is empty. Its memory is to be given back. */
  readonly body: Uint8Array;
  /** The numbers, from 1, of the lines that were too long and are not in the body. */
  readonly tooLong: readonly number[];
}

const NEWLINE = 0x0a;

/** Gathers the pieces of a body. A line longer than allowed is given up as soon as it is, and never held. */
export class BodyCollector {
  /** Bytes that came, kept or not. */
  received = 0;
  readonly #mostLine: number;
  readonly #tooLong: number[] = [];
  readonly #pool: SharedMemory;
  #memory: Uint8Array;
  #length = 0;
  #lineStart = 0;
  #dropping = false;

  constructor(expected: number, mostLine: number, pool: SharedMemory) {
    this.#pool = pool;
    // One more, for a newline at the end.
    this.#memory = pool.take(expected + 1);
    this.#mostLine = mostLine;
  }

  add(chunk: Buffer): void {
    this.received += chunk.length;
    let from = 0;
    while (from < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, from);
      const end = newline < 0 ? chunk.length : newline;
      if (this.#dropping) {
        from = newline < 0 ? end : end + 1;
        this.#dropping = newline < 0;
      } else if (this.#length - this.#lineStart + end - from > this.#mostLine) {
        this.#drop();
        from = end;
      } else {
        from += this.#keep(chunk, from, end);
      }
    }
  }

  /** The body is not wanted any more. */
  discard(): void {
    this.#pool.giveBack(this.#memory);
  }

  /** Bytes that are held. */
  get length(): number {
    return this.#length;
  }

  /** What came so far, up to the last whole line; line numbers begin anew after it. */
  cut(): CollectedBody {
    const body = this.#memory.subarray(0, this.#lineStart);
    const rest = this.#memory.subarray(this.#lineStart, this.#length);
    this.#memory = this.#pool.take(Math.max(this.#memory.length, rest.length + 1));
    this.#memory.set(rest);
    this.#length = rest.length;
    this.#lineStart = 0;
    return { body, tooLong: this.#tooLong.splice(0) };
  }

  finish(): CollectedBody {
    if (this.#length > this.#lineStart) this.#append(Uint8Array.of(NEWLINE));
    return { body: this.#memory.subarray(0, this.#length), tooLong: this.#tooLong };
  }

  /** Keeps the line up to `end`, or all the rest of the chunk where no line in it can be too long. */
  #keep(chunk: Buffer, from: number, end: number): number {
    const all = chunk.length - from <= this.#mostLine;
    const piece = chunk.subarray(from, all ? chunk.length : end + 1);
    this.#append(piece);
    const last = piece.lastIndexOf(NEWLINE);
    if (last >= 0) this.#lineStart = this.#length - (piece.length - last - 1);
    return piece.length;
  }

  #drop(): void {
    const before = countLines(this.#memory.subarray(0, this.#lineStart));
    this.#tooLong.push(before + this.#tooLong.length + 1);
    this.#length = this.#lineStart;
    this.#dropping = true;
  }

  #append(piece: Uint8Array): void {
    const length = this.#length + piece.length;
    if (length > this.#memory.length) {
      const grown = this.#pool.take(Math.max(length + 1, this.#memory.length * 2));
      grown.set(this.#memory.subarray(0, this.#length));
      this.#pool.giveBack(this.#memory);
      this.#memory = grown;
    }
    this.#memory.set(piece, this.#length);
    this.#length = length;
  }
}
