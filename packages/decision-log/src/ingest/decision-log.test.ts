import { appendFile, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_FORMAT, batchRootOfLines, hex, leafBytes, HashTree } from '@suanjian/evidence';
import { civilDate } from '@suanjian/rulebook';
import { describe, expect, test } from 'vitest';
import { journalFile, segmentFolder } from '../journal/journal.ts';
import { readDecisionLog } from './journal-view.ts';
import { body, day, noon, row } from './testing/rows.ts';
import { openTestLog, temporaryFolder, testNow } from './testing/with-folder.ts';

const logOf = (folder: string): string => join(folder, 'log');
const segmentOf = (folder: string, civil = '2026-11-20', ending = 'ndjson'): string =>
  join(segmentFolder(logOf(folder)), civil, `intervention.${ending}`);
const journalOf = (folder: string): Promise<string> => readFile(journalFile(logOf(folder)), 'utf8');

describe('a batch', () => {
  test('is durable as canonical lines and leaves, and says where it stands', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const first = await log.append('intervention', `${row('a')}\n${row('b', noon + day)}\n${row('c')}\n`, {
      batch: 'b-1',
    });
    expect(first.receipt).toEqual({
      batch: 'b-1',
      family: 'intervention',
      rows: 3,
      leaves: [
        {
          index: 0,
          day: '2026-11-20',
          rows: 2,
          root: hex(batchRootOfLines(Buffer.from(`${row('a')}\n${row('c')}\n`))),
        },
        { index: 1, day: '2026-11-21', rows: 1, root: hex(batchRootOfLines(Buffer.from(`${row('b', noon + day)}\n`))) },
      ],
    });
    await log.append('intervention', row('d'), { batch: 'b-2' });
    expect(await readFile(segmentOf(folder), 'utf8')).toBe(`${row('a')}\n${row('c')}\n${row('d')}\n`);
    expect((await log.view.rows(2)).toString()).toBe(`${row('d')}\n`);
    const leaves = [...log.view.index.entries()].map(({ leaf }) => leaf);
    expect(log.view.index.root()).toBe(rootOf(leaves.map(leafBytes)));
  });

  test('with the same id and rows changes nothing, also after a restart; with other rows it is refused', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const body1 = `${row('a')}\n${row('b', noon + day)}\n`;
    const first = await log.append('intervention', body1, { batch: 'b-1' });
    expect(first.repeated).toBe(false);
    const again = await log.append('intervention', body1, { batch: 'b-1' });
    expect(again).toEqual({ ...first, repeated: true });
    await log.close();
    const reopened = await openTestLog(folder);
    expect(await reopened.append('intervention', body1, { batch: 'b-1' })).toEqual({ ...first, repeated: true });
    await expect(reopened.append('intervention', row('z'), { batch: 'b-1' })).rejects.toMatchObject({
      kind: 'batch-reused',
    });
    await expect(reopened.append('disposal', body1, { batch: 'b-1' })).resolves.toMatchObject({ accepted: 0 });
    expect(reopened.view.index.size).toBe(2);
  });

  test('sent twice at the same time is written once', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const both = await Promise.all([1, 2].map(() => log.append('intervention', row('a'), { batch: 'b-1' })));
    expect(both.filter(({ repeated }) => repeated)).toHaveLength(1);
    expect(both[0]?.receipt).toEqual(both[1]?.receipt);
    expect(log.view.index.size).toBe(1);
  });

  test('many at once share the disk and all stand whole', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const receipts = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        log.append('intervention', body(`x${index}`, 20, noon + (index % 3) * day)),
      ),
    );
    for (const [index, { receipt }] of receipts.entries()) {
      const [leaf] = receipt.leaves;
      expect((await log.view.rows(leaf?.index ?? -1)).toString()).toBe(body(`x${index}`, 20, noon + (index % 3) * day));
    }
  });

  test('of which all records are refused leaves nothing', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const { receipt, refused } = await log.append('intervention', 'x\ny\n');
    expect({ leaves: receipt.leaves, refused, size: log.view.index.size }).toEqual({ leaves: [], refused: 2, size: 0 });
  });

  test.each(['', 'a b', '-a', 'x'.repeat(65), 'ä', '../x'])('may not be called %j', async (batch) => {
    const log = await openTestLog(await temporaryFolder());
    await expect(log.append('intervention', row('a'), { batch })).rejects.toMatchObject({ kind: 'invalid' });
  });
});

const rootOf = (leaves: readonly Uint8Array[]): string => {
  const tree = new HashTree();
  for (const leaf of leaves) tree.append(leaf);
  return hex(tree.root());
};

describe('after a crash', () => {
  test('what the journal does not know is cut off the segments', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 3));
    await log.close();
    await appendFile(segmentOf(folder), `${row('unacknowledged')}\n{"torn`);
    const unknown = join(segmentFolder(logOf(folder)), '2026-11-20', 'disposal.ndjson');
    await writeFile(unknown, 'never acknowledged\n');
    const reopened = await openTestLog(folder);
    expect(await readFile(segmentOf(folder), 'utf8')).toBe(body('a', 3));
    await expect(stat(unknown)).rejects.toMatchObject({ code: 'ENOENT' });
    await reopened.append('intervention', body('b', 2));
    expect(await readFile(segmentOf(folder), 'utf8')).toBe(body('a', 3) + body('b', 2));
    expect(reopened.damage).toEqual([]);
  });

  test('a torn last line of the journal is dropped wherever it was torn', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 1), { batch: 'whole' });
    const known = (await journalOf(folder)).length;
    await log.append('intervention', body('b', 1), { batch: 'torn' });
    await log.close();
    const whole = await journalOf(folder);
    for (const length of [whole.length - 1, whole.length - 2, known + 60, known + 1]) {
      await writeFile(journalFile(logOf(folder)), whole.slice(0, length));
      const reopened = await openTestLog(folder);
      expect([...reopened.view.index.entries()].map(({ leaf }) => leaf)).toMatchObject([{ batch: 'whole' }]);
      expect((await journalOf(folder)).length).toBe(known);
      const again = await reopened.append('intervention', body('b', 1), { batch: 'torn' });
      expect(again.repeated).toBe(false);
      await reopened.close();
    }
  });

  test('a batch of two days counts only when both leaves are there', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const two = `${row('a')}\n${row('b', noon + day)}\n`;
    await log.append('intervention', two, { batch: 'two' });
    await log.close();
    const [first = ''] = (await journalOf(folder)).split('\n');
    await writeFile(journalFile(logOf(folder)), `${first}\n`);
    const reopened = await openTestLog(folder);
    expect(reopened.view.index.size).toBe(0);
    expect((await reopened.append('intervention', two, { batch: 'two' })).repeated).toBe(false);
    expect(reopened.view.index.size).toBe(2);
  });

  test('a broken line with whole ones after it is damage, not a crash', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    for (const id of ['a', 'b', 'c']) await log.append('intervention', row(id));
    await log.close();
    const lines = (await journalOf(folder)).split('\n');
    lines[1] = lines[1]?.replace('"rows":1', '"rows":2') ?? '';
    await writeFile(journalFile(logOf(folder)), lines.join('\n'));
    await expect(openTestLog(folder)).rejects.toMatchObject({ kind: 'damaged', line: 2 });
    await expect(readDecisionLog(folder)).rejects.toMatchObject({ kind: 'damaged', line: 2 });
    // The lock was given back: the fault is the same again, not "locked".
    await expect(openTestLog(folder)).rejects.toMatchObject({ kind: 'damaged' });
  });

  test('a segment that lost acknowledged records is named, and records go on being taken', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 5));
    await log.close();
    await truncate(segmentOf(folder), 40);
    const reopened = await openTestLog(folder);
    expect(reopened.damage).toMatchObject([{ file: segmentOf(folder) }]);
    await expect(reopened.view.rows(0)).rejects.toMatchObject({ kind: 'damaged' });
    const { receipt } = await reopened.append('intervention', body('b', 2));
    expect((await reopened.view.rows(receipt.leaves[0]?.index ?? -1)).toString()).toBe(body('b', 2));
    await reopened.close();
    await rm(segmentOf(folder));
    expect((await openTestLog(folder)).damage).toMatchObject([{ file: segmentOf(folder) }]);
  });
});

describe('a folder', () => {
  test('has one writer, and any number of readers beside it', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 2));
    await expect(openTestLog(folder)).rejects.toMatchObject({
      kind: 'locked',
      text: { en: expect.stringContaining(String(process.pid)) as string },
    });
    const view = await readDecisionLog(folder);
    expect((await view.rows(0)).toString()).toBe(body('a', 2));
    await log.close();
    expect((await openTestLog(folder)).view.index.size).toBe(1);
  });

  test('that was never a log is an empty one to readers', async () => {
    expect((await readDecisionLog(await temporaryFolder())).index.size).toBe(0);
  });

  test('is refused while the disk is nearly full', async () => {
    const log = await openTestLog(await temporaryFolder(), { keepFree: Number.MAX_SAFE_INTEGER });
    await expect(log.append('intervention', row('a'))).rejects.toMatchObject({ kind: 'disk' });
  });
});

describe('days that are over', () => {
  const today = civilDate('2026-11-22');

  test('are compressed, and read and extended as before', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    const large = body('a', 20_000);
    await log.append('intervention', large);
    await log.append('intervention', body('b', 3));
    await log.append('intervention', body('today', 3, testNow));
    expect(await log.compress(today)).toBe(1);
    const names = await readdir(join(segmentFolder(logOf(folder)), '2026-11-20'));
    expect(names).toEqual(['intervention.ndjson.zst']);
    expect((await stat(segmentOf(folder, '2026-11-20', 'ndjson.zst'))).size).toBeLessThan(large.length / 5);
    expect((await log.view.rows(0)).toString()).toBe(large);
    expect((await log.view.rows(1)).toString()).toBe(body('b', 3));
    await log.append('intervention', body('late', 2));
    expect((await log.view.rows(3)).toString()).toBe(body('late', 2));
    const pieces: Buffer[] = [];
    const [extent] = log.view.index.segments();
    if (extent !== undefined) for await (const piece of log.view.read(extent)) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe(large + body('b', 3) + body('late', 2));
    await log.close();
    const reopened = await openTestLog(folder);
    expect(reopened.damage).toEqual([]);
    expect(await reopened.compress(today)).toBe(1);
    expect(await reopened.compress(today)).toBe(0);
    expect((await reopened.view.rows(3)).toString()).toBe(body('late', 2));
    expect((await readDecisionLog(folder)).index.size).toBe(4);
  });

  test('an interrupted compression is made good', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 100));
    const plain = await readFile(segmentOf(folder));
    await log.compress(today);
    await log.close();
    await writeFile(segmentOf(folder), plain);
    await writeFile(`${segmentOf(folder)}.zst.unfinished`, 'half');
    const reopened = await openTestLog(folder);
    expect(await readdir(join(segmentFolder(logOf(folder)), '2026-11-20'))).toEqual(['intervention.ndjson.zst']);
    expect((await reopened.view.rows(0)).toString()).toBe(body('a', 100));
  });

  test('a compressed segment that was changed is found when it is read', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 1000));
    await log.compress(today);
    const file = segmentOf(folder, '2026-11-20', 'ndjson.zst');
    const bytes = await readFile(file);
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(log.view.rows(0)).rejects.toMatchObject({ kind: 'damaged', file });
  });
});

describe('retention', () => {
  const leaf = {
    format: LOG_FORMAT,
    kind: 'retention',
    day: '2026-11-20',
    families: ['intervention'],
    batches: ['b-1'],
    rows: 3,
    reason: 'six months',
    time: testNow,
  } as const;

  test('deletes rows and keeps leaves; later rows of the day stand for themselves', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 3), { batch: 'b-1' });
    const root = log.view.index.root();
    expect(await log.deleteDay(leaf)).toBe(1);
    expect(await readdir(join(segmentFolder(logOf(folder)), '2026-11-20'))).toEqual([]);
    expect(log.view.index.root(1)).toBe(root);
    await expect(log.view.rows(0)).rejects.toMatchObject({ kind: 'deleted' });
    await log.append('intervention', body('late', 2), { batch: 'b-2' });
    await log.close();
    const reopened = await openTestLog(folder);
    expect(reopened.damage).toEqual([]);
    expect((await reopened.view.rows(2)).toString()).toBe(body('late', 2));
    await expect(reopened.view.rows(0)).rejects.toMatchObject({ kind: 'deleted' });
    expect(reopened.view.index.segments()).toMatchObject([{ day: '2026-11-20', rows: 2, leaves: [2] }]);
  });

  test('an interrupted deletion is made good', async () => {
    const folder = await temporaryFolder();
    const log = await openTestLog(folder);
    await log.append('intervention', body('a', 3), { batch: 'b-1' });
    const rows = await readFile(segmentOf(folder));
    await log.deleteDay(leaf);
    await log.close();
    await writeFile(segmentOf(folder), rows);
    const reopened = await openTestLog(folder);
    expect(await readdir(join(segmentFolder(logOf(folder)), '2026-11-20'))).toEqual([]);
    expect(reopened.damage).toEqual([]);
  });
});
