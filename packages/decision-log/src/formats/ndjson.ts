import { BodyCollector } from '../ingest/body-collector.ts';
import type { SharedMemory } from '../ingest/shared-memory.ts';
import { countLines } from '../record/stored-rows.ts';
import { MOST_LINE_BYTES } from '../record/rules.ts';

/** Whole lines of a file, as they lie there. */
export interface LineBlock {
  /** NDJSON that ends in a newline; its memory is to be given back. */
  readonly body: Uint8Array;
  /** In the file, from 1. */
  readonly firstLine: number;
  /** The numbers of lines that were too long and are not in the body. */
  readonly tooLong: readonly number[];
}

/** The lines of a file in blocks of about `blockBytes`. Whatever the file holds, no more than a block and a line is in memory. */
export async function* readLineBlocks(
  source: AsyncIterable<Buffer>,
  pool: SharedMemory,
  blockBytes: number,
): AsyncGenerator<LineBlock, void, undefined> {
  const collector = new BodyCollector(blockBytes + MOST_LINE_BYTES, MOST_LINE_BYTES, pool);
  let firstLine = 1;
  const numbered = ({
    body,
    tooLong,
  }: {
    readonly body: Uint8Array;
    readonly tooLong: readonly number[];
  }): LineBlock => {
    const block = { body, firstLine, tooLong: tooLong.map((line) => line + firstLine - 1) };
    firstLine += countLines(body) + tooLong.length;
    return block;
  };
  for await (const piece of source) {
    collector.add(piece);
    if (collector.length >= blockBytes) {
      const block = numbered(collector.cut());
      if (block.body.length > 0 || block.tooLong.length > 0) yield block;
    }
  }
  const last = numbered(collector.finish());
  if (last.body.length > 0 || last.tooLong.length > 0) yield last;
}
