import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { EXTRACT_FILE } from '../extract/extract.ts';
import { verifyExtract } from '../extract/verify-extract.ts';
import { KEY_FILE, MANIFEST_FILE, exportLog } from '../export/export-log.ts';
import { ceilingOfBytes } from '../formats/unpacking.ts';
import { body } from '../ingest/testing/rows.ts';
import { openTestLog, temporaryFolder } from '../ingest/testing/with-folder.ts';
import { keyOfExport, verifyExport } from './verify-export.ts';

const noPlainFile = { kind: 'unreadable', message: expect.stringContaining('is no plain file') as string };

/** A pipe into which nobody ever writes: reading it would never end. */
const pipe = (path: string): void => void execFileSync('mkfifo', [path]);

const exported = async () => {
  const folder = await temporaryFolder();
  const log = await openTestLog(folder);
  const { receipt } = await log.append('intervention', body('a', 5));
  const { day = '' } = receipt.leaves[0] ?? {};
  const out = join(folder, 'out');
  const scope = { from: day, to: day, families: ['intervention'] };
  await exportLog({
    view: log.view,
    folder: out,
    scope,
    checkpoint: await log.checkpoint(),
    key: log.verifier.encoded,
  });
  return { out, trust: { logs: [log.verifier] }, segment: join(out, 'segments', day, 'intervention.ndjson') };
};

describe.skipIf(process.platform === 'win32')('files from elsewhere that never end', () => {
  test('are not read as segments', async () => {
    const { out, trust, segment } = await exported();
    expect((await verifyExport({ folder: out, trust })).outcome).toBe('sound');
    await rm(segment);
    pipe(segment);
    await expect(verifyExport({ folder: out, trust })).rejects.toMatchObject(noPlainFile);
    await rm(segment);
    await symlink('/dev/zero', segment);
    await expect(verifyExport({ folder: out, trust })).rejects.toMatchObject(noPlainFile);
    await rm(segment);
    pipe(`${segment}.gz`);
    await expect(verifyExport({ folder: out, trust })).rejects.toMatchObject(noPlainFile);
  });

  test('are given up where a packed segment holds more than may come out of it', async () => {
    const { out, trust, segment } = await exported();
    await writeFile(`${segment}.gz`, gzipSync(await readFile(segment)));
    await rm(segment);
    expect((await verifyExport({ folder: out, trust })).outcome).toBe('sound');
    await writeFile(`${segment}.gz`, gzipSync(Buffer.alloc(2 ** 22)));
    await expect(verifyExport({ folder: out, trust, ceiling: ceilingOfBytes(2 ** 16) })).rejects.toMatchObject({
      kind: 'unreadable',
      file: `${segment}.gz`,
      text: { en: expect.stringContaining('was not unpacked further') as string },
    });
  });

  test('are not read as a manifest, a key or the rows of an extract', async () => {
    const { out, trust } = await exported();
    for (const name of [MANIFEST_FILE, KEY_FILE]) {
      await rm(join(out, name));
      pipe(join(out, name));
    }
    await expect(verifyExport({ folder: out, trust })).rejects.toMatchObject(noPlainFile);
    await expect(keyOfExport(out)).rejects.toMatchObject(noPlainFile);
    const extract = await temporaryFolder();
    await writeFile(join(extract, EXTRACT_FILE), JSON.stringify({ families: { exposure: 1 } }));
    for (const name of ['exposure.ndjson', 'exposure.proofs.ndjson']) pipe(join(extract, name));
    await expect(verifyExtract(extract, trust)).rejects.toMatchObject(noPlainFile);
  });
});

test('the families of an extract lead to no file outside it, and are none that every object has', async () => {
  const folder = await temporaryFolder();
  const { trust } = await exported();
  const extract = join(folder, 'extract');
  await mkdir(extract);
  await writeFile(join(folder, 'secret.ndjson'), '{"one":1}\n');
  await writeFile(join(folder, 'secret.proofs.ndjson'), '{"two":2}\n');
  await writeFile(join(extract, 'constructor.ndjson'), '{}\n');
  await writeFile(join(extract, EXTRACT_FILE), JSON.stringify({ families: { '../secret': 1 } }));
  const said = (await verifyExtract(extract, trust)).faults.map(({ en }) => en).join('\n');
  expect(said).toContain('There is no family "../secret"');
  expect(said).toContain('constructor.ndjson is not of this extract');
  expect(said).not.toContain('secret.proofs.ndjson');
});
