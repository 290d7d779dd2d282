import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Instant, MatterId, Publication, PublishedContent } from '@suanjian/matters';
import { civilDate, text } from '@suanjian/rulebook';
import type { Store } from '../store/open-store.ts';
import { withStores } from '../testing/with-stores.ts';
import { findRecord, suggestNear } from './find.ts';
import { registerFigures } from './figures.ts';
import { importRegister } from './import.ts';
import { registerPeak, subjectCodeInRegister } from './peak.ts';
import { publishToRegister } from './publish.ts';
import { searchRegister } from './search.ts';
import { by, chunksOf, number, table, testRow } from './testing/table.ts';

const content: PublishedContent = {
  algorithmName: '木槿问答推荐算法',
  subject: '木槿科技有限公司',
  technique: 'personalised-push',
  role: 'provider',
  place: '110108',
  products: [{ name: '木槿', forms: ['app'] }],
  purpose: '应用于问答推荐。',
};

const publication = (given: Partial<Publication> = {}): Publication => ({
  number: number(9),
  status: 'filed',
  content,
  entry: { on: civilDate('2026-03-02'), occasion: 'filed', text: text('准予备案。', 'Filed.') },
  ...given,
});

const matter = randomUUID() as MatterId;
const publish = (store: Store, given: Publication, at: string = by.now) =>
  store.inScope({}, (transaction) =>
    publishToRegister(transaction, given, { matter, at: at as Instant, prefix: '演示算备' }),
  );

const find = async (store: Store, words: string) =>
  (await searchRegister(store.database, { text: words, sort: 'relevance', page: 1, size: 20 })).records.map(
    ({ number }) => number,
  );

withStores(({ open }) => {
  it('publishes a filing, its change and its cancellation under the application role', async () => {
    const store = await open();
    await publish(store, publication());
    expect(await findRecord(store.database, number(9))).toMatchObject({
      display: `演示算备${number(9)}号`,
      origin: 'filing',
      status: 'filed',
      filedOn: '2026-03-02',
      firstMonth: '2026-03',
      matter,
      revision: 1,
    });
    expect(await find(store, '木槿问答')).toEqual([number(9)]);

    const renamed = { ...content, algorithmName: '木槿社区推荐算法' };
    await publish(
      store,
      publication({
        content: renamed,
        entry: { on: civilDate('2026-04-01'), occasion: 'changed', text: text('变更。', 'Changed.') },
      }),
    );
    await publish(
      store,
      publication({
        content: renamed,
        status: 'cancelled',
        entry: { on: civilDate('2026-05-06'), occasion: 'cancelled', text: text('注销。', 'Cancelled.') },
      }),
    );
    const record = await findRecord(store.database, number(9));
    expect(record).toMatchObject({ status: 'cancelled', changedOn: '2026-05-06', filedOn: '2026-03-02', revision: 3 });
    expect(
      record?.versions.map(({ entry, differences }) => [entry.occasion, differences.map(({ field }) => field)]),
    ).toEqual([
      ['filed', []],
      ['changed', ['algorithmName']],
      ['cancelled', []],
    ]);
    expect(await find(store, '木槿问答')).toEqual([]);
    expect(await find(store, '木槿社区')).toEqual([number(9)]);
    expect(await registerFigures(store.database)).toMatchObject({
      records: 1,
      subjects: 1,
      cancelled: 1,
      byTechnique: [{ value: 'personalised-push', count: 1 }],
    });
  });

  it('keeps what was decided here when an announcement names it, and keeps the announcement', async () => {
    const store = await open();
    await publish(store, publication());
    const announced = table([testRow(9, { algorithmName: '别的名称', remark: '已注销' })]);
    expect(await importRegister(store, chunksOf(announced), by)).toMatchObject({ added: 0, changed: 1 });
    const record = await findRecord(store.database, number(9));
    expect(record).toMatchObject({
      origin: 'filing',
      status: 'filed',
      content,
      announced: { algorithmName: '别的名称' },
    });
    expect(record?.announcements).toHaveLength(1);
    expect(record?.versions).toHaveLength(1);
    expect(await importRegister(store, chunksOf(announced), by)).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('takes over a record that was imported, with its announcements', async () => {
    const store = await open();
    const announced = table([testRow(9)]);
    await importRegister(store, chunksOf(announced), by);
    const entry = { on: civilDate('2026-04-01'), occasion: 'revoked', text: text('撤销。', 'Revoked.') } as const;
    await publish(store, publication({ status: 'revoked', entry }));
    const record = await findRecord(store.database, number(9));
    expect(record).toMatchObject({
      status: 'revoked',
      origin: 'filing',
      display: `网信算备${number(9)}号`,
      firstMonth: '2024-03',
    });
    expect(record?.announcements).toHaveLength(1);
    expect(record?.versions.map(({ entry }) => entry.occasion)).toEqual(['announced', 'revoked']);
    expect(await importRegister(store, chunksOf(announced), by)).toMatchObject({ unchanged: 1 });
  });

  it('leaves no trace of a publication whose command fails', async () => {
    const store = await open();
    const failing = store.inScope({}, async (transaction) => {
      await publishToRegister(transaction, publication(), { matter, at: by.now, prefix: '演示算备' });
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await findRecord(store.database, number(9))).toBeUndefined();
    expect(await registerFigures(store.database)).toMatchObject({ records: 0, subjects: 0 });
  });

  it('does not let the application role remove records or versions, or touch the counts', async () => {
    const store = await open();
    await publish(store, publication());
    for (const attempt of [
      (transaction: Store['database']) => transaction.deleteFrom('register_record').execute(),
      (transaction: Store['database']) => transaction.deleteFrom('register_version').execute(),
      (transaction: Store['database']) => transaction.updateTable('register_cell').set({ records: 5 }).execute(),
    ]) {
      await expect(store.inScope<unknown>({}, attempt)).rejects.toMatchObject({ code: 'query-denied' });
    }
  });

  it('knows the highest serial and the subjects’ digits', async () => {
    const store = await open();
    await publish(store, publication({ number: number(9, 4) }));
    await publish(store, publication({ number: number(9, 12) }));
    expect(await registerPeak(store.database, '0000009', '02')).toBe(12);
    expect(await registerPeak(store.database, '0000009', '03')).toBe(0);
    expect(await subjectCodeInRegister(store.database, '0000009')).toBe(true);
    expect(await subjectCodeInRegister(store.database, '0000008')).toBe(false);
  });

  it('suggests what a mistyped number may have meant', async () => {
    const store = await open();
    await publish(store, publication());
    const meant = number(9);
    const swapped = meant.slice(0, 15) + meant.slice(16, 17) + meant.slice(15, 16) + meant.slice(17);
    const mistyped = [
      meant.slice(0, 20) + ((Number(meant.slice(20)) + 3) % 10),
      `9${meant.slice(1)}`,
      meant.slice(0, 4) + meant.slice(5),
      `${meant.slice(0, 7)}7${meant.slice(7)}`,
      swapped,
    ];
    for (const digits of mistyped) {
      expect((await suggestNear(store.database, digits)).map(({ number }) => number)).toEqual([meant]);
    }
    expect(await suggestNear(store.database, '123')).toEqual([]);
    expect(await suggestNear(store.database, meant)).toEqual([]);
  });
});
