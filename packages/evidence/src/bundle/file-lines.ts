import { DIGEST_LENGTH, decodeUtf8 } from '../bytes.ts';
import { isCanonicalJson } from '../canonical.ts';
import { leafHash } from '../merkle/hashing.ts';
import type { LineForm } from './faults.ts';

/** No row is longer; what is, is not kept in memory and matches nothing. */
export const LONGEST_LINE = 64 * 1024 * 1024;

const NEWLINE = 0x0a;

/** What is known of every line of a damaged file: its hash, where it begins and how it is made. The lines themselves are not kept. */
export class FileLines {
  readonly file: string;
  #hashes = Buffer.alloc(64 * DIGEST_LENGTH);
  readonly #starts: number[] = [];
  readonly #oddForms = new Map<number, LineForm>();
  bytes = 0;
  /** Whether the last line lacks its newline. */
  unterminated = false;

  private constructor(file: string) {
    this.file = file;
  }

  static async read(file: string, chunks: AsyncIterable<Uint8Array> | undefined): Promise<FileLines> {
    const lines = new FileLines(file);
    let pieces: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of chunks ?? []) {
      let start = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        pieces.push(chunk.subarray(start, end));
        lines.#add(pieces, length + end - start);
        lines.bytes += 1;
        pieces = [];
        length = 0;
        start = end + 1;
      }
      const rest = chunk.subarray(start);
      length += rest.length;
      // Copied, because who gives the chunks may use their memory again; past the limit only counted.
      if (length <= LONGEST_LINE && rest.length > 0) pieces.push(rest.slice());
    }
    if (length > 0) {
      lines.#add(pieces, length);
      lines.unterminated = true;
    }
    return lines;
  }

  get count(): number {
    return this.#starts.length;
  }

  hash(line: number): Buffer {
    return this.hashes(line, line + 1);
  }

  /** Hashes of the lines from `from` up to `to`, side by side. */
  hashes(from: number, to: number): Buffer {
    return this.#hashes.subarray(from * DIGEST_LENGTH, to * DIGEST_LENGTH);
  }

  start(line: number): number {
    return this.#starts[line] ?? this.bytes;
  }

  /** The line that begins at this byte. */
  lineAt(offset: number): number | undefined {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return this.start(low) === offset && low < this.count ? low : undefined;
  }

  form(line: number): LineForm {
    return this.#oddForms.get(line) ?? 'canonical';
  }

  #add(pieces: readonly Uint8Array[], length: number): void {
    const line = this.count;
    this.#starts.push(this.bytes);
    this.bytes += length;
    if ((line + 1) * DIGEST_LENGTH > this.#hashes.length) {
      this.#hashes = Buffer.concat([this.#hashes], this.#hashes.length * 2);
    }
    if (length > LONGEST_LINE) {
      this.#oddForms.set(line, 'too-long');
      this.#hashes.fill(0, line * DIGEST_LENGTH, (line + 1) * DIGEST_LENGTH);
      return;
    }
    const content = Buffer.concat(pieces);
    this.#hashes.set(leafHash(content), line * DIGEST_LENGTH);
    const form = formOf(content);
    if (form !== 'canonical') this.#oddForms.set(line, form);
  }
}

function formOf(content: Uint8Array): LineForm {
  if (content.length === 0) return 'blank';
  const line = decodeUtf8(content);
  if (line === undefined) return 'not-utf8';
  if (isCanonicalJson(line)) return 'canonical';
  try {
    JSON.parse(line);
    return 'not-canonical';
  } catch {
    return 'not-json';
  }
}
