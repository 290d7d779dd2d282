import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_FORMAT } from '@suanjian/evidence';
import { expect, test } from 'vitest';
import type { LogStore } from '../store/store.ts';
import { StoreFault } from '../store/store-fault.ts';
import { text } from '@suanjian/rulebook';
import { onEveryStore } from '../testing/index.ts';
import { body, day, noon } from './testing/rows.ts';
import { openTestLog, temporaryFolder, testNow } from './testing/with-folder.ts';

interface Stored {
  readonly batch_id: string;
  readonly day: string;
  readonly row_no: number;
  readonly intervention: string;
}

const rowsOf = (store: LogStore): Promise<readonly Stored[]> =>
  store.auditor.query<Stored>(
    'SELECT batch_id, day, row_no, intervention FROM log.intervention ORDER BY batch_id, day, row_no',
  );
const countOf = async (store: LogStore): Promise<number> => (await rowsOf(store)).length;
const positionOf = (folder: string): string => join(folder, 'log', 'loaded.json');

/** A store whose insertions fail so many times before, or after, they took place. */
const failing = (store: LogStore, when: 'before' | 'after', times: number): LogStore => {
  let left = times;
  const away = (): StoreFault => new StoreFault('away', text('不在', 'away'));
  return {
    ...store,
    writer: {
      ...store.writer,
      insert: async (table, rows, options) => {
        const fails = left > 0;
        left -= 1;
        if (fails && when === 'before') throw away();
        await store.writer.insert(table, rows, options);
        if (fails) throw away();
      },
    },
  };
};

onEveryStore(({ open, kind }) => {
  test('what is acknowledged can be queried, with its place in the evidence', async () => {
    const store = await open();
    const log = await openTestLog(await temporaryFolder(), { store });
    await log.append('intervention', body('a', 3) + body('b', 2, noon + day), { batch: 'b-1' });
    await log.append('disposal', `{"action":"stop","disposal":"d","item":"i","provider":"demo","time":${noon}}`);
    await log.flush();
    expect(await rowsOf(store)).toEqual([
      { batch_id: 'b-1', day: '2026-11-20', row_no: 0, intervention: 'a-0' },
      { batch_id: 'b-1', day: '2026-11-20', row_no: 1, intervention: 'a-1' },
      { batch_id: 'b-1', day: '2026-11-20', row_no: 2, intervention: 'a-2' },
      { batch_id: 'b-1', day: '2026-11-21', row_no: 0, intervention: 'b-0' },
      { batch_id: 'b-1', day: '2026-11-21', row_no: 1, intervention: 'b-1' },
    ]);
    expect(log.loading).toEqual({ behind: 0 });
  });

  test('a restart goes on where the last process was, and repeats nothing', async () => {
    const store = await open();
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { store });
    await log.append('intervention', body('a', 3));
    await log.flush();
    await log.close();
    const without = await openTestLog(folder);
    await without.append('intervention', body('b', 2));
    await without.close();
    const again = await openTestLog(folder, { store });
    await again.flush();
    expect(await countOf(store)).toBe(5);
  });

  test.each(['before', 'after'] as const)(
    'an insertion that fails %s it took place is repeated with the same token',
    async (when) => {
      const store = await open();
      const log = await openTestLog(await temporaryFolder(), { store: failing(store, when, 1) });
      await log.append('intervention', body('a', 50));
      await expect.poll(() => log.flush().then(() => countOf(store)), { timeout: 20_000 }).toBe(50);
      await log.append('intervention', body('b', 50));
      await log.flush();
      expect(await countOf(store)).toBe(100);
    },
  );

  test('a crash between insertion and note repeats exactly the same window', async () => {
    const store = await open();
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { store });
    await log.append('intervention', body('a', 5));
    await log.append('intervention', body('b', 5));
    await log.flush();
    await log.close();
    const kept = JSON.parse(await readFile(positionOf(folder), 'utf8')) as { readonly generation: number };
    // As if the process had died before it noted the end of the window.
    await writeFile(positionOf(folder), JSON.stringify({ generation: kept.generation, leaves: 0, inserting: 2 }));
    const before = await countOf(store);
    const again = await openTestLog(folder, { store });
    await again.append('intervention', body('c', 1));
    await again.flush();
    expect({ before, after: await countOf(store) }).toEqual({ before: 10, after: 11 });
  });

  test('rebuild fills the store again from the segments', async () => {
    const store = await open();
    const log = await openTestLog(await temporaryFolder(), { store });
    await log.append('intervention', body('a', 5) + body('b', 5, noon + day));
    await log.flush();
    const before = await rowsOf(store);
    await log.rebuild();
    expect(await rowsOf(store)).toEqual(before);
    await log.rebuild();
    expect(await rowsOf(store)).toEqual(before);
  });

  test('a store that lost its rows is filled again when it is ours, and named when it is not', async () => {
    const store = await open();
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { store });
    await log.append('intervention', body('a', 5));
    await log.append('intervention', body('b', 5, noon + day));
    await log.flush();
    await log.close();
    const stored = store.cluster === undefined ? 'intervention' : 'intervention_shard';
    for (const node of store.nodes) await node.command(`ALTER TABLE log.${stored} DROP PARTITION '2026-11-20'`);
    const again = await openTestLog(folder, { store });
    if (kind === 'embedded') {
      await again.flush();
      expect(await countOf(store)).toBe(10);
    } else {
      await expect(again.flush()).rejects.toMatchObject({ kind: 'damaged' });
      await again.rebuild();
      expect(await countOf(store)).toBe(10);
    }
  });

  test('retention removes the rows of the day and no others', async () => {
    const store = await open();
    const folder = await temporaryFolder();
    const log = await openTestLog(folder, { store });
    await log.append('intervention', body('a', 5) + body('b', 3, noon + day), { batch: 'b-1' });
    await log.deleteDay({
      format: LOG_FORMAT,
      kind: 'retention',
      day: '2026-11-20',
      families: ['intervention'],
      batches: ['b-1'],
      rows: 5,
      reason: 'term',
      time: testNow,
    });
    expect((await rowsOf(store)).map((row) => row.day)).toEqual(['2026-11-21', '2026-11-21', '2026-11-21']);
    await log.close();
    const again = await openTestLog(folder, { store });
    await again.rebuild();
    expect(await countOf(store)).toBe(3);
  });

  test('records are refused for a while when the store is too far behind', async () => {
    const store = await open();
    const log = await openTestLog(await temporaryFolder(), { store: failing(store, 'before', 1000), mostBehind: 4 });
    await log.append('intervention', body('a', 5));
    await expect.poll(() => log.loading.fault?.en, { timeout: 30_000 }).toBe('away');
    await expect(log.append('intervention', body('b', 1))).rejects.toMatchObject({ kind: 'lagging' });
    await expect(log.flush()).rejects.toMatchObject({ kind: 'away' });
  });
});
