import { open, readFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { batchRootOfLines, hex } from '@suanjian/evidence';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { body } from '../ingest/testing/rows.ts';
import { temporaryFolder } from '../ingest/testing/with-folder.ts';
import { readJournal } from './journal-file.ts';
import { Journal, journalFile, segmentFolder, type Batch } from './journal.ts';

const batch = (id: string, rows: number): Batch => {
  const lines = Buffer.from(body(id, rows));
  const root = hex(batchRootOfLines(lines));
  return { id, family: 'intervention', days: [{ day: '2026-11-20', rows, root, lines }] };
};

const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

const opened = async (): Promise<{ readonly journal: Journal; readonly folder: string }> => {
  const folder = await temporaryFolder();
  const journal = await Journal.open(folder);
  onTestFinished(() => journal.close());
  return { journal, folder };
};

const segmentOf = (folder: string): Promise<string> =>
  readFile(join(segmentFolder(folder), '2026-11-20', 'intervention.ndjson'), 'utf8');

/** The class of all open files, whose calls can then be made to fail. */
const fileHandle = async (): Promise<FileHandle> => {
  const handle = await open(import.meta.filename, 'r');
  await handle.close();
  return Object.getPrototypeOf(handle) as FileHandle;
};

afterEach(() => vi.restoreAllMocks());

test('a disk that is full refuses the batch, and takes it once there is room', async () => {
  const { journal, folder } = await opened();
  await journal.commit(batch('a', 3));
  vi.spyOn(await fileHandle(), 'write').mockRejectedValueOnce(full());
  await expect(journal.commit(batch('b', 5))).rejects.toMatchObject({
    kind: 'disk',
    text: { zh: expect.stringContaining('没有被确认') as string },
  });
  expect(journal.index.size).toBe(1);
  await journal.commit(batch('c', 2));
  await journal.commit(batch('b', 5));
  expect(await segmentOf(folder)).toBe(body('a', 3) + body('c', 2) + body('b', 5));
});

test('a sync of the journal that fails acknowledges nothing, and leaves no line to be found later', async () => {
  const { journal, folder } = await opened();
  await journal.commit(batch('a', 3));
  const before = await readFile(journalFile(folder), 'utf8');
  const prototype = await fileHandle();
  let calls = 0;
  const sync = prototype.datasync;
  // The first sync is the segment's, the second the journal's.
  vi.spyOn(prototype, 'datasync').mockImplementation(function (this: FileHandle) {
    calls += 1;
    return calls === 2 ? Promise.reject(full()) : sync.call(this);
  });
  await expect(journal.commit(batch('b', 5))).rejects.toMatchObject({ kind: 'disk' });
  expect(await readFile(journalFile(folder), 'utf8')).toBe(before);
  await journal.commit(batch('b', 5));
  const { index } = await readJournal(journalFile(folder));
  expect([...index.entries()].map(({ leaf }) => leaf)).toMatchObject([{ batch: 'a' }, { batch: 'b' }]);
});

test('where not even that can be taken back, nothing more is written', async () => {
  const { journal } = await opened();
  const prototype = await fileHandle();
  let calls = 0;
  const sync = prototype.datasync;
  vi.spyOn(prototype, 'datasync').mockImplementation(function (this: FileHandle) {
    calls += 1;
    return calls === 2 ? Promise.reject(full()) : sync.call(this);
  });
  vi.spyOn(prototype, 'truncate').mockRejectedValue(full());
  await expect(journal.commit(batch('a', 1))).rejects.toMatchObject({ kind: 'disk' });
  await expect(journal.commit(batch('b', 1))).rejects.toMatchObject({ kind: 'disk' });
  await expect(
    journal.append({ format: 'suanjian-log/1', kind: 'key-epoch', epoch: 2, time: 1 }),
  ).rejects.toMatchObject({
    kind: 'disk',
  });
  expect(journal.index.size).toBe(0);
});

test('what comes after the end is refused', async () => {
  const { journal } = await opened();
  const last = journal.commit(batch('a', 1));
  await journal.close();
  expect((await last).repeated).toBe(false);
  await expect(journal.commit(batch('b', 1))).rejects.toMatchObject({ kind: 'closed' });
});
