/** The bytes of a file as they come; `undefined` where there is no such file. */
export type OpenFile = (file: string) => Promise<AsyncIterable<Uint8Array> | undefined>;

const FIRST_ROOM = 1024 * 1024;

/** Takes counted bytes out of chunks of any size. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next `length` bytes, fewer only at the end; a copy, made as they come, because who gives the chunks may use their memory again. */
  async take(length: number): Promise<Buffer> {
    // What is asked for is never allocated before it has come: the length is somebody's claim.
    let taken = Buffer.allocUnsafe(Math.min(length, FIRST_ROOM));
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) break;
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, length - filled);
      this.#rest = this.#rest.subarray(piece.length);
      if (filled + piece.length > taken.length) {
        taken = Buffer.concat([taken], Math.min(length, Math.max(taken.length * 2, filled + piece.length)));
      }
      taken.set(piece, filled);
      filled += piece.length;
    }
    return taken.subarray(0, filled);
  }

  /** To be called when no more is wanted, so that whoever gives the chunks can let go of the file. */
  async end(): Promise<void> {
    await this.#chunks.return?.();
  }
}
