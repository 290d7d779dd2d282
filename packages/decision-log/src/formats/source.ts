import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { text } from '@suanjian/rulebook';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import { underCeiling, usualCeiling, type UnpackingCeiling } from './unpacking.ts';

export type FileFormat = 'ndjson' | 'csv' | 'parquet';

/** The format that a file's name says, `.gz` and `.zst` set aside; `undefined` where it says none. */
export function formatOf(path: string): FileFormat | undefined {
  const ending = /\.(\w+)(?:\.(?:gz|zst))?$/.exec(path.toLowerCase())?.[1] ?? '';
  return endings.get(ending);
}

const endings: ReadonlyMap<string, FileFormat> = new Map([
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['json', 'ndjson'],
  ['csv', 'csv'],
  ['parquet', 'parquet'],
]);

/** A file being read: its bytes, decompressed, and how much of the file itself was read. */
export interface OpenSource {
  readonly bytes: AsyncIterable<Buffer>;
  /** Of the file, as it lies on the disk. */
  readonly size: number;
  readonly position: () => number;
}

const GZIP = Buffer.of(0x1f, 0x8b);
const ZSTD = Buffer.of(0x28, 0xb5, 0x2f, 0xfd);
const CHUNK = 2 ** 20;

/** Opens a file, compressed or not as its first bytes say. Throws `LogFault` (`unreadable`), also while it is read: what it holds may be too much. */
export async function openSource(path: string, ceiling: UnpackingCeiling = usualCeiling): Promise<OpenSource> {
  const { size, start } = await look(path);
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const decoder = start.subarray(0, 2).equals(GZIP)
    ? createGunzip()
    : start.equals(ZSTD)
      ? createZstdDecompress()
      : undefined;
  return { bytes: piecesOf(path, file, decoder, ceiling), size, position: () => file.bytesRead };
}

async function look(path: string): Promise<{ readonly size: number; readonly start: Buffer }> {
  try {
    const found = await stat(path);
    if (!found.isFile())
      throw new LogFault('unreadable', text(`${path} 不是文件。`, `${path} is not a file.`), { file: path });
    const handle = await open(path, 'r');
    try {
      const start = Buffer.alloc(4);
      const { bytesRead } = await handle.read(start, 0, 4, 0);
      return { size: found.size, start: start.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* piecesOf(
  path: string,
  file: ReadStream,
  decoder: Transform | undefined,
  ceiling: UnpackingCeiling,
): AsyncGenerator<Buffer, void, undefined> {
  const source: Readable =
    decoder === undefined
      ? file
      : // Its fault is thrown where the pieces are read.
        pipeline(
          file,
          decoder,
          underCeiling(path, () => file.bytesRead, ceiling),
          () => undefined,
        );
  try {
    for await (const piece of source as AsyncIterable<Buffer>) yield piece;
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    source.destroy();
    file.destroy();
  }
}

export function unreadable(path: string, error: unknown): LogFault {
  if (error instanceof LogFault) return error;
  const words = systemCode(error) === 'ENOENT' ? text('文件不存在', 'it is not there') : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  return new LogFault(
    'unreadable',
    text(`无法读取 ${path}：${words?.zh ?? reason}。`, `${path} cannot be read: ${words?.en ?? reason}.`),
    { file: path },
    error,
  );
}
