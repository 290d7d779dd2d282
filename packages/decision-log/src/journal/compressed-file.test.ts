import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../ingest/testing/with-folder.ts';
import { compressFile, plainLengthOf, readCompressed } from './compressed-file.ts';

const MIB = 2 ** 20;

const readAll = async (path: string, length: number): Promise<Buffer> => {
  const pieces: Buffer[] = [];
  for await (const piece of readCompressed(path, 0, length)) pieces.push(piece);
  return Buffer.concat(pieces);
};

/** A file of one frame whose table says that it holds `plain` bytes, and that there are `count` frames. */
const lying = async (content: Uint8Array, plain: number, count = 1): Promise<string> => {
  const frame = zstdCompressSync(content);
  const table = Buffer.alloc(8 + 8 + 9);
  table.writeUInt32LE(0x184d2a5e, 0);
  table.writeUInt32LE(table.length - 8, 4);
  table.writeUInt32LE(frame.length, 8);
  table.writeUInt32LE(plain, 12);
  table.writeUInt32LE(count, 16);
  table.writeUInt32LE(0x8f92eab1, 21);
  const path = join(await temporaryFolder(), 'lying.zst');
  await writeFile(path, Buffer.concat([frame, table]));
  return path;
};

test('what was compressed is read as it was, whole frames and the rest', async () => {
  const folder = await temporaryFolder();
  const content = Buffer.alloc(2 * MIB + 5, 'abc');
  await writeFile(join(folder, 'plain'), content);
  await compressFile(join(folder, 'plain'), join(folder, 'packed'), content.length);
  expect(await plainLengthOf(join(folder, 'packed'))).toBe(content.length);
  expect((await readAll(join(folder, 'packed'), content.length)).equals(content)).toBe(true);
});

describe('a file that holds more than its table says', () => {
  test('is damaged: a frame is unpacked as far as it may be and no further', async () => {
    expect((await readAll(await lying(Buffer.from('ten bytes!'), 10), 10)).toString()).toBe('ten bytes!');
    await expect(readAll(await lying(Buffer.alloc(64 * MIB), 10), 10)).rejects.toMatchObject({ kind: 'damaged' });
  });

  test('is damaged where one frame is said to hold more than we ever put into one', async () => {
    await expect(readAll(await lying(Buffer.alloc(2 * MIB), 2 * MIB), 10)).rejects.toMatchObject({ kind: 'damaged' });
  });

  test('is damaged where the table would not fit into the file, before it is read', async () => {
    await expect(plainLengthOf(await lying(Buffer.from('a'), 1, 2 ** 32 - 1))).rejects.toMatchObject({
      kind: 'damaged',
    });
  });
});
