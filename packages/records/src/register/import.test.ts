import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { findRecord } from './find.ts';
import { registerFigures } from './figures.ts';
import { importRegister } from './import.ts';
import { by, chunksOf, number, table, testRow } from './testing/table.ts';

const dump = async (store: Store) => ({
  records: await store.database.selectFrom('register_record').selectAll().orderBy('number').execute(),
  versions: await store.database
    .selectFrom('register_version')
    .selectAll()
    .orderBy('number')
    .orderBy('version')
    .execute(),
});

const importText = (store: Store, text: string) => importRegister(store, chunksOf(text), by);

withStores(({ open }) => {
  it('takes a table in and says what it found', async () => {
    const store = await open();
    const wrong = `${number(3).slice(0, 20)}${(Number(number(3).slice(20)) + 1) % 10}`;
    const rows = [
      testRow(1),
      testRow(2, { remark: '已注销' }),
      testRow(1, { batch: '2024-06', list: 'deep_synthesis', classOrRole: '服务提供者', algorithmName: '青禾新名' }),
      testRow(3, { filingNo: `网信算备${wrong}号` }),
    ];
    const summary = await importText(store, table(rows));
    expect(summary).toEqual({
      rows: 4,
      records: 3,
      subjects: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
      cancelled: 1,
      flagged: [{ line: 5, number: `网信算备${wrong}号`, reasons: [expect.objectContaining({ code: 'check-digit' })] }],
    });
    const twice = await findRecord(store.database, number(1));
    expect(twice?.content.algorithmName).toBe('青禾新名');
    expect(twice).toMatchObject({ origin: 'announcement', firstMonth: '2024-03', revision: 1 });
    expect(twice?.announcements.map(({ batch }) => batch)).toEqual(['2024-03', '2024-06']);
    expect(await findRecord(store.database, number(2))).toMatchObject({ status: 'cancelled' });
    expect((await findRecord(store.database, wrong))?.flags.map(({ code }) => code)).toEqual(['check-digit']);
    expect(await registerFigures(store.database)).toMatchObject({ records: 3, subjects: 3, cancelled: 1, flagged: 1 });
  });

  it('changes nothing the second time', async () => {
    const store = await open();
    const text = table([testRow(1), testRow(2, { remark: '2024年8月新增算法使用产品' })]);
    await importText(store, text);
    const before = await dump(store);
    expect(await importText(store, text)).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await dump(store)).toEqual(before);
  });

  it('adds a version to a row that reads otherwise, with the difference', async () => {
    const store = await open();
    await importText(store, table([testRow(1), testRow(2)]));
    const changed = table([testRow(1, { purpose: '应用于视频推荐。', remark: '2024年8月主要用途变更' }), testRow(2)]);
    expect(await importText(store, changed)).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const record = await findRecord(store.database, number(1));
    expect(record?.versions).toHaveLength(2);
    expect(record?.versions[1]?.differences).toEqual([
      { field: 'purpose', before: testRow(1).purpose, after: '应用于视频推荐。' },
    ]);
    expect(record?.versions[1]?.entry).toMatchObject({ on: '2026-03-02', occasion: 'announced' });
  });

  it('gathers announcements over files, in whichever order they come', async () => {
    const early = table([testRow(1, { remark: '2023年5月新增算法使用产品' })]);
    const late = table([testRow(1, { batch: '2025-01', algorithmName: '青禾新名' })]);
    const results = [];
    for (const files of [
      [early, late],
      [late, early],
    ]) {
      const store = await open();
      for (const file of files) await importText(store, file);
      expect(await importText(store, early)).toMatchObject({ unchanged: 1 });
      expect(await importText(store, late)).toMatchObject({ unchanged: 1 });
      const record = await findRecord(store.database, number(1));
      results.push({ content: record?.content, announced: record?.announced, firstMonth: record?.firstMonth });
    }
    expect(results[0]).toEqual(results[1]);
    expect(results[0]?.content?.algorithmName).toBe('青禾新名');
    expect(results[0]?.announced?.announcements).toHaveLength(2);
    expect(results[0]?.announced?.history).toHaveLength(1);
  });

  it.each([
    ['an unknown column', table([testRow(1)]).replace('remark', 'note'), 'unknown-column', 1],
    ['a missing column', 'list\tbatch\n', 'missing-column', 1],
    ['a line cut short', `${table([testRow(1)])}recommendation\t2024-03\t2`, 'truncated-line', 3],
    ['too many cells', `${table([testRow(1)])}${'x\t'.repeat(12)}\n`, 'too-many-columns', 3],
    ['an empty cell', table([testRow(1), testRow(2, { subject: '' })]), 'empty-cell', 3],
    ['an unknown list', table([testRow(1), testRow(2, { list: 'other' })]), 'unknown-list', 3],
    ['an address that is none', table([testRow(1, { announcementUrl: 'javascript:x' })]), 'address', 2],
    ['nothing at all', '', 'empty-file', 1],
  ])('imports nothing of a file with %s, and says the line', async (_, text, code, line) => {
    const store = await open();
    const answer = await importText(store, text);
    expect(answer).toEqual({ faults: expect.arrayContaining([expect.objectContaining({ code, line })]) });
    expect(await dump(store)).toEqual({ records: [], versions: [] });
  });

  it('names every faulty line, not only the first', async () => {
    const store = await open();
    const text = table([testRow(1, { batch: '2024' }), testRow(2), testRow(3, { subject: '' })]);
    const answer = await importText(store, text);
    expect('faults' in answer && answer.faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'batch'],
      [4, 'subject'],
    ]);
  });

  it('recognises bytes that are not UTF-8', async () => {
    const store = await open();
    const gbk = Uint8Array.of(0xc7, 0xe0, 0xba, 0xcc);
    const [head = '', ...rows] = table([testRow(1)]).split('\n');
    const bytes = Buffer.concat([Buffer.from(`${head}\n`), gbk, Buffer.from(rows.join('\n'))]);
    expect(await importRegister(store, chunksOf(bytes), by)).toEqual({
      faults: [expect.objectContaining({ code: 'undecodable', line: 2 })],
    });
    const wide = Buffer.from(table([testRow(1)]), 'utf16le');
    expect(await importRegister(store, chunksOf(wide), by)).toEqual({
      faults: [expect.objectContaining({ code: 'nul-character', line: 1 })],
    });
  });

  it('writes nothing when writing fails in the middle', async () => {
    const store = await open();
    const rows = Array.from({ length: 700 }, (_, index) => testRow(index + 1));
    const failing = importRegister(store, chunksOf(table(rows)), {
      ...by,
      onProgress: (progress) => {
        if (progress.phase === 'writing') throw new Error('interrupted');
      },
    });
    await expect(failing).rejects.toThrow('interrupted');
    expect(await dump(store)).toEqual({ records: [], versions: [] });
    expect(await registerFigures(store.database)).toMatchObject({ records: 0, subjects: 0 });
  });

  it('takes the file in the same way however it is cut', async () => {
    const store = await open();
    const bytes = Buffer.from(table([testRow(1), testRow(2), testRow(3, { remark: '2024年8月算法名称变更' })]));
    await importRegister(store, chunksOf(bytes), by);
    const before = await dump(store);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat({ max: bytes.length }), { maxLength: 12 }), async (cuts) => {
        const ends = [0, ...cuts.toSorted((left, right) => left - right), bytes.length];
        const pieces = ends.slice(1).map((end, index) => bytes.subarray(ends[index], end));
        expect(await importRegister(store, chunksOf(...pieces), by)).toMatchObject({
          added: 0,
          changed: 0,
          unchanged: 3,
        });
      }),
      { numRuns: 30 },
    );
    expect(await dump(store)).toEqual(before);
  });
});
