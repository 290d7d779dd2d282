import { createReadStream, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { allRecords } from './all-records.ts';
import { findRecord } from './find.ts';
import { registerFigures } from './figures.ts';
import { importRegister, type ImportFaults, type ImportSummary } from './import.ts';
import { searchRegister } from './search.ts';
import { by } from './testing/table.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/register/filed-algorithms.tsv', import.meta.url));
const isThere = existsSync(file);

withStores(({ open }) => {
  let store: Store;
  let summary: ImportSummary | ImportFaults;
  beforeAll(async () => {
    if (!isThere) return;
    store = await open();
    summary = await importRegister(store, createReadStream(file), by);
  });
  beforeEach((context) => {
    context.skip(
      !isThere,
      'The announced register (../shared/data/register/filed-algorithms.tsv) does not lie beside the checkout.',
    );
  });

  it('is taken in whole', () => {
    expect(summary).toMatchObject({ rows: 7311, added: 7300, records: 7300, changed: 0, unchanged: 0, cancelled: 47 });
    expect('flagged' in summary && summary.flagged.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['check-digit'],
      ['length'],
    ]);
  });

  it('changes nothing the second time', async () => {
    const versions = () =>
      store.database
        .selectFrom('register_version')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow();
    const before = await versions();
    expect(await importRegister(store, createReadStream(file), by)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 7300,
    });
    expect(await versions()).toEqual(before);
  });

  it('keeps rows that moved between lists as one record with two announcements', async () => {
    let records = 0;
    let announcements = 0;
    for await (const record of allRecords(store.database)) {
      records += 1;
      announcements += record.announcements.length;
    }
    expect([records, announcements]).toEqual([7300, 7311]);
  });

  it('answers 抖音, an exact name, two-character words', async () => {
    const search = (text: string) => searchRegister(store.database, { text, sort: 'relevance', page: 1, size: 20 });
    const found = await search('抖音');
    expect(found.total).toBe(36);
    expect(found.records[0]?.algorithmName).toContain('抖音');
    for (const text of ['豆瓣排序算法', '网易传媒信息流推荐算法'])
      expect((await search(text)).records[0]?.algorithmName).toBe(text);
    expect((await search('推荐')).total).toBeGreaterThan(300);
    expect((await search('网信算备110105404268302220015号')).records.map(({ number }) => number)).toEqual([
      '110105404268302220015',
    ]);
  });

  it('has figures that add up', async () => {
    const figures = await registerFigures(store.database);
    expect(figures).toMatchObject({ records: 7300, subjects: 4873, cancelled: 47, revoked: 0, flagged: 2 });
    const sum = (counts: readonly { readonly count: number }[]) =>
      counts.reduce((total, { count }) => total + count, 0);
    for (const counts of [figures.byMonth, figures.byProvince, figures.byTechnique]) expect(sum(counts)).toBe(7300);
    const page = await searchRegister(store.database, { text: '', sort: 'newest', page: 365, size: 20 });
    expect(page).toMatchObject({ total: 7300, pages: 365, exact: true });
    expect(page.records).toHaveLength(20);
    expect(page.facets.technique).toEqual(figures.byTechnique);
  });

  it('keeps a misprinted number as it was printed', async () => {
    const record = await findRecord(store.database, '440305295988702220055');
    expect(record?.flags.map(({ code }) => code)).toEqual(['check-digit']);
  });
});
