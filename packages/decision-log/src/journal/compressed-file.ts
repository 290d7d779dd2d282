import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import { text } from '@suanjian/rulebook';
import { LogFault } from './log-fault.ts';

/**
 * Zstandard's seekable format: independent frames, then a table of their sizes in a frame that other readers skip. `zstd -d` reads the file as a whole,
 * and we any range of it.
 */

/** Bytes of one frame before compression. */
const FRAME = 1 << 20;
const SKIPPABLE = 0x184d2a5e;
const SEEKABLE = 0x8f92eab1;
const HEADER = 8;
const ENTRY = 8;
const FOOTER = 9;

const compressFrame = promisify(zstdCompress);
const decompressFrame = promisify(zstdDecompress);

const parameters = { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 };

/** Writes the bytes of `source` compressed to `target`, and syncs it. */
export async function compressFile(source: string, target: string, length: number): Promise<void> {
  const from = await open(source, 'r');
  const to = await open(target, 'w', 0o600);
  try {
    const sizes: { readonly compressed: number; readonly plain: number }[] = [];
    const chunk = Buffer.allocUnsafe(FRAME);
    for (let at = 0; at < length; at += FRAME) {
      const plain = chunk.subarray(0, Math.min(FRAME, length - at));
      await readFully(from, plain, at, source);
      const frame = await compressFrame(plain, { params: parameters });
      await to.write(frame);
      sizes.push({ compressed: frame.length, plain: plain.length });
    }
    await to.write(seekTable(sizes));
    await to.sync();
  } finally {
    await from.close();
    await to.close();
  }
}

function seekTable(sizes: readonly { readonly compressed: number; readonly plain: number }[]): Buffer {
  const table = Buffer.alloc(HEADER + sizes.length * ENTRY + FOOTER);
  table.writeUInt32LE(SKIPPABLE, 0);
  table.writeUInt32LE(table.length - HEADER, 4);
  for (const [index, { compressed, plain }] of sizes.entries()) {
    table.writeUInt32LE(compressed, HEADER + index * ENTRY);
    table.writeUInt32LE(plain, HEADER + index * ENTRY + 4);
  }
  const footer = table.length - FOOTER;
  table.writeUInt32LE(sizes.length, footer);
  table.writeUInt32LE(SEEKABLE, footer + 5);
  return table;
}

interface Frame {
  /** In the file. */
  readonly position: number;
  readonly compressed: number;
  /** In what it holds. */
  readonly offset: number;
  readonly plain: number;
}

/** How many bytes the file holds when it is read. Throws `LogFault`. */
export async function plainLengthOf(path: string): Promise<number> {
  const handle = await open(path, 'r');
  try {
    const last = (await framesOf(handle, path)).at(-1);
    return last === undefined ? 0 : last.offset + last.plain;
  } finally {
    await handle.close();
  }
}

/** The bytes from `offset` on, in pieces of at most a frame. Throws `LogFault` where the file is not what it was. */
export async function* readCompressed(
  path: string,
  offset: number,
  length: number,
): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(path, 'r');
  try {
    const end = offset + length;
    for (const frame of await framesOf(handle, path)) {
      if (frame.offset + frame.plain <= offset) continue;
      if (frame.offset >= end) return;
      const plain = await readFrame(handle, frame, path);
      yield plain.subarray(Math.max(offset - frame.offset, 0), Math.min(end - frame.offset, plain.length));
    }
  } finally {
    await handle.close();
  }
}

async function readFrame(handle: FileHandle, frame: Frame, path: string): Promise<Buffer> {
  const compressed = Buffer.allocUnsafe(frame.compressed);
  await readFully(handle, compressed, frame.position, path);
  try {
    // A frame never gives more than its table says, whatever it was made to hold.
    const plain = await decompressFrame(compressed, { maxOutputLength: Math.max(frame.plain, 1) });
    if (plain.length === frame.plain) return plain;
  } catch (error) {
    throw damaged(path, error);
  }
  throw damaged(path);
}

async function framesOf(handle: FileHandle, path: string): Promise<readonly Frame[]> {
  const { size } = await handle.stat();
  const footer = Buffer.alloc(FOOTER);
  if (size < HEADER + FOOTER) throw damaged(path);
  await readFully(handle, footer, size - FOOTER, path);
  const count = footer.readUInt32LE(0);
  const start = size - FOOTER - count * ENTRY - HEADER;
  if (footer.readUInt32LE(5) !== SEEKABLE || start < 0) throw damaged(path);
  const table = Buffer.alloc(count * ENTRY);
  await readFully(handle, table, start + HEADER, path);
  const frames: Frame[] = [];
  let position = 0;
  let offset = 0;
  for (let index = 0; index < count; index += 1) {
    const compressed = table.readUInt32LE(index * ENTRY);
    const plain = table.readUInt32LE(index * ENTRY + 4);
    if (plain > FRAME) throw damaged(path);
    frames.push({ position, compressed, offset, plain });
    position += compressed;
    offset += plain;
  }
  if (position !== start) throw damaged(path);
  return frames;
}

/** Fills the buffer from the file, or throws `LogFault` where the file ends before. */
export async function readFully(handle: FileHandle, target: Buffer, position: number, path: string): Promise<void> {
  let done = 0;
  while (done < target.length) {
    const { bytesRead } = await handle.read(target, done, target.length - done, position + done);
    if (bytesRead === 0) throw damaged(path);
    done += bytesRead;
  }
}

const damaged = (path: string, cause?: unknown): LogFault =>
  new LogFault(
    'damaged',
    text(`日志段 ${path} 已损坏或被截短。`, `The segment ${path} is damaged or cut short.`),
    { file: path },
    cause,
  );
