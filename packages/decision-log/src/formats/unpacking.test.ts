import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../ingest/testing/with-folder.ts';
import { openSource } from './source.ts';
import { ceilingOfBytes, type UnpackingCeiling } from './unpacking.ts';

const MIB = 2 ** 20;
/** Eight mebibytes of nothing, some kilobytes when packed: nearly a thousand times. */
const nothing = Buffer.alloc(8 * MIB);

const packed = async (name: string, content: Uint8Array): Promise<string> => {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
};

const lengthOf = async (file: string, ceiling?: UnpackingCeiling): Promise<number> => {
  let length = 0;
  for await (const piece of (await openSource(file, ceiling)).bytes) length += piece.length;
  return length;
};

describe.each([
  ['rows.ndjson.gz', gzipSync(nothing)],
  ['rows.ndjson.zst', zstdCompressSync(nothing)],
])('%s', (name, content) => {
  test('is read whole under the usual ceiling, and under one of its own size', async () => {
    const file = await packed(name, content);
    expect(await lengthOf(file)).toBe(nothing.length);
    expect(await lengthOf(file, ceilingOfBytes(nothing.length))).toBe(nothing.length);
  });

  test('is given up beyond the bytes that may come out of it', async () => {
    const file = await packed(name, content);
    await expect(lengthOf(file, ceilingOfBytes(MIB))).rejects.toMatchObject({
      kind: 'unreadable',
      file,
      text: {
        en: expect.stringContaining('MOST_UNPACKED') as string,
        zh: expect.stringContaining('MOST_UNPACKED') as string,
      },
    });
  });

  test('is given up where it holds too many times its own size, beyond what is free', async () => {
    const file = await packed(name, content);
    const ceiling = { bytes: 64 * MIB, ratio: 100, freeBytes: MIB };
    await expect(lengthOf(file, ceiling)).rejects.toMatchObject({
      kind: 'unreadable',
      text: { en: expect.stringContaining('100 times') as string },
    });
    expect(await lengthOf(file, { ...ceiling, freeBytes: nothing.length })).toBe(nothing.length);
  });
});

test('a file that is not packed has no ceiling', async () => {
  expect(await lengthOf(await packed('rows.ndjson', nothing), ceilingOfBytes(1))).toBe(nothing.length);
});
