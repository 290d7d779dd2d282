import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NumberCheckModel, RegisterRecordModel, RegisterSearch } from '@suanjian/contracts';
import type { Instant } from '@suanjian/matters';
import { importRegister, type Store } from '@suanjian/records';
import { announcementColumns, checkDigit } from '@suanjian/register';
import { createPages } from '@suanjian/web/pages';
import { withStores } from '../../../../../packages/records/src/testing/with-stores.ts';
import { composeServices } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { createApp } from '../../http/app.ts';
import { publicRoutes } from './routes.ts';

const numberOf = (first20: string): string => `${first20}${checkDigit(first20)}`;
const first = numberOf('33010600000010222001');
const second = numberOf('33010600000010222002');
const cancelled = numberOf('11010100000020224001');

const row = (values: Partial<Record<(typeof announcementColumns)[number], string>>): string => {
  const usual = {
    list: 'recommendation',
    batch: '2024-08',
    seq: '1',
    classOrRole: '个性化推送类',
    subject: '云雀科技（杭州）有限公司',
    product: '云雀（APP）',
    purpose: '推荐新闻',
    remark: '',
    announcementUrl: 'https://example.org/a',
  };
  const cells: Partial<Record<string, string>> = { ...usual, ...values };
  return announcementColumns.map((column) => cells[column] ?? '').join('\t');
};

const file = [
  announcementColumns.join('\t'),
  row({ filingNo: `网信算备${first}号`, algorithmName: '云雀新闻推荐算法' }),
  row({ filingNo: `网信算备${second}号`, algorithmName: '云雀', batch: '2023-01', purpose: '推荐<b>音乐</b>' }),
  row({
    filingNo: `网信算备${cancelled}号`,
    algorithmName: '山雀搜索',
    classOrRole: '信息检索类',
    subject: '山雀公司',
    product: '山雀（APP）',
    remark: '已注销',
  }),
].join('\n');

const html = { accept: 'text/html' };

withStores(({ open }) => {
  let store: Store;
  let app: FastifyInstance;
  let folder: string;
  let random = 0;

  beforeAll(async () => {
    store = await open();
    folder = await mkdtemp(join(tmpdir(), 'suanjian-portal-'));
    const config = readConfig({ DATA_DIR: folder, PUBLIC_ADDRESS: 'https://register.example' }, folder);
    const world = {
      now: () => '2026-03-02T02:00:00.000Z' as Instant,
      newId: () => randomUUID(),
      random: (bytes: number) => new Uint8Array(bytes).fill((random += 1)),
    };
    const identification = { identify: async () => ({ actor: { kind: 'public' as const }, memberships: [] }) };
    const services = await composeServices(config, store, world, { identification: async () => identification });
    await importRegister(
      store,
      (async function* () {
        yield file;
      })(),
      { actor: 'test', now: world.now() },
    );
    const pages = createPages({ stylesheet: '/assets/site.css' });
    app = await createApp(services, { requestsPerMinute: 0, areas: [publicRoutes(services, pages)] });
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (url: string, headers: InjectOptions['headers'] = html) => app.inject({ method: 'GET', url, headers });

  describe('problems', () => {
    test('have a page each, at the address that their type names', async () => {
      const refused = await get('/api/deadline?clause=final/4&event=2026-02-10', {});
      const { type } = refused.json<{ readonly type: string }>();
      expect(type).toBe('/api/problems/no-deadline');
      expect((await get(type)).body).toContain('没有规定期限');
      expect((await get(`/en${type}`)).body).toContain('sets no deadline');
      expect((await get('/api/problems/unheard-of')).statusCode).toBe(404);
    });
  });

  describe('search', () => {
    test('puts the exact name first and says so', async () => {
      const search = (await get('/register.json?q=云雀')).json<RegisterSearch>();
      expect(search.hits.map(({ number, exact }) => [number, exact])).toEqual([
        [second, true],
        [first, false],
      ]);
      const page = await get('/register?q=云雀');
      expect(page.body.indexOf(second)).toBeLessThan(page.body.indexOf(first));
    });
    test('counts what each condition would leave, and keeps what is chosen in the form', async () => {
      const search = (await get('/register.json?technique=search-filter&technique=nonsense')).json<RegisterSearch>();
      expect(search.query.filters).toEqual({ technique: ['search-filter'] });
      expect(search.total).toBe(1);
      expect((await get('/register?province=99')).body).toContain('value="99"');
    });
    test.each([
      'page=0',
      'page=x',
      'size=1000000',
      'sort=wrong',
      'q=%00',
      'q=' + 'x'.repeat(3000),
      'year=a&flagged=maybe',
      'q=a&q=b',
    ])('understands %s', async (query) => {
      expect((await get(`/register?${query}`)).statusCode).toBe(200);
    });
  });

  describe('a record', () => {
    test('has one address; the full number leads to it, in every language and for data too', async () => {
      const full = encodeURIComponent(`网信算备${first}号`);
      expect((await get(`/register/${full}`)).headers.location).toBe(`/register/${first}`);
      expect((await get(`/en/register/${full}`)).headers.location).toBe(`/en/register/${first}`);
      expect((await get(`/register/${full}.json`)).headers.location).toBe(`/register/${first}.json`);
    });
    test('says the same as page and as data', async () => {
      const record = (await get(`/register/${first}.json`)).json<RegisterRecordModel>();
      const page = await get(`/register/${first}`);
      expect(record).toMatchObject({ number: first, origin: 'announcement', status: 'filed', clocks: [] });
      expect(record.announcements).toMatchObject([{ batch: '2024-08', url: 'https://example.org/a' }]);
      for (const shown of [record.content.algorithmName, record.content.subject, record.printed, record.notice.zh])
        expect(page.body).toContain(shown);
      expect(page.body).toContain(`https://register.example/register/${first}`);
    });
    test('tells of its cancellation', async () => {
      const record = (await get(`/register/${cancelled}.json`)).json<RegisterRecordModel>();
      expect(record.status).toBe('cancelled');
      expect(record.history.map(({ title }) => title.en)).toEqual(['First announced', 'Cancelled']);
    });
    test('never lets through what a stranger wrote as markup', async () => {
      expect((await get(`/register/${second}`)).body).toContain('推荐&lt;b&gt;音乐');
    });
    test('that does not exist is a page for people and a problem for programs', async () => {
      const page = await get(`/en/register/${'1'.repeat(21)}`);
      expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
      expect(page.body).toContain('<html lang="en">');
      const data = await get(`/register/${'1'.repeat(21)}.json`);
      expect(data.statusCode).toBe(404);
      expect(data.headers['content-type']).toMatch(/^application\/problem\+json/);
    });
    test('can be reported, and a report that says nothing comes back with what was written', async () => {
      const url = `/en/register/${first}/report`;
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const incomplete = await app.inject({ method: 'POST', url, headers, payload: 'part=subject&wrong=%3Ci%3Ename' });
      expect(incomplete.statusCode).toBe(422);
      expect(incomplete.body).toContain('&lt;i&gt;name</textarea>');
      expect(incomplete.body).toContain('field-error');
      const complete = await app.inject({
        method: 'POST',
        url,
        headers,
        payload: 'part=subject&wrong=name&right=other',
      });
      expect(complete.statusCode).toBe(201);
      const matters = await store.database.selectFrom('matter').select(['kind', 'status', 'place', 'number']).execute();
      expect(matters).toEqual([{ kind: 'correction', status: 'received', place: '330000', number: first }]);
    });
  });

  test('a number is explained, found, and its neighbours are offered', async () => {
    const known = (await get(`/check.json?number=${first}`)).json<NumberCheckModel>();
    expect(known).toMatchObject({ ok: true, known: { number: first, status: 'filed' }, near: [] });
    const mistyped = `${first.slice(0, 20)}${(Number(first[20]) + 1) % 10}`;
    const wrong = (await get(`/check.json?number=${mistyped}`)).json<NumberCheckModel>();
    expect(wrong.ok).toBe(false);
    expect(wrong.near.map(({ number }) => number)).toContain(first);
    expect((await get('/check')).statusCode).toBe(200);
  });

  describe('language', () => {
    test('follows the address, is remembered, and sends the plain address on', async () => {
      const english = await get('/en/register');
      expect(english.body).toContain('<html lang="en">');
      expect(english.headers['set-cookie']).toMatch(/^language=en;/);
      const later = await get('/register?q=a', { ...html, cookie: 'language=en' });
      expect([later.statusCode, later.headers.location]).toEqual([302, '/en/register?q=a']);
      const back = await get('/zh/register', { ...html, cookie: 'language=en' });
      expect(back.body).toContain('<html lang="zh-CN">');
      expect(back.headers['set-cookie']).toMatch(/^language=zh;/);
      expect((await get('/register')).headers['set-cookie']).toBeUndefined();
    });
  });

  test('a page is kept until the store changes, and is not sent twice to who has it', async () => {
    const page = await get(`/register/${first}`);
    const again = await get(`/register/${first}`, { ...html, 'if-none-match': String(page.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const compressed = await get(`/register/${first}`, { ...html, 'accept-encoding': 'br' });
    expect(compressed.headers['content-encoding']).toBe('br');
    await store.asOwner((transaction) =>
      transaction.updateTable('register_record').set({ status: 'revoked' }).where('number', '=', first).execute(),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await get(`/register/${first}`)).headers.etag).not.toBe(page.headers.etag);
    await store.asOwner((transaction) =>
      transaction.updateTable('register_record').set({ status: 'filed' }).where('number', '=', first).execute(),
    );
  });

  test('the whole register can be taken away in three forms', async () => {
    const csv = await get('/open-data/register.csv');
    expect(csv.body.trimEnd().split('\r\n')).toHaveLength(4);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="register-2026-03-02.csv"');
    const lines = (await get('/open-data/register.jsonl')).body.trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { number: string }).number)).toEqual(
      [cancelled, first, second].toSorted(),
    );
    expect((await get('/open-data/register.parquet')).rawPayload.subarray(0, 4).toString()).toBe('PAR1');
    const { 'dcat:dataset': datasets } = (await get('/open-data/catalog.jsonld')).json<{
      'dcat:dataset': { 'dcat:distribution': unknown[] }[];
    }>();
    expect(datasets[0]?.['dcat:distribution']).toHaveLength(3);
  });

  test.each([
    ['/', 200],
    ['/en', 200],
    ['/en/', 200],
    ['/clauses', 200],
    ['/clauses/final', 200],
    ['/clauses/final/24', 200],
    ['/clauses/final/24.2', 200],
    ['/clauses/final/24.2?event=2026-02-10', 200],
    ['/clauses/final/24.2?event=never', 200],
    ['/clauses/none', 404],
    ['/clauses/final/99', 404],
    ['/clauses/final.json', 200],
    ['/clauses/none.json', 404],
    ['/clauses/final/24.2.json', 200],
    ['/guide?mainland=yes&technique=none', 200],
    ['/guide.json', 200],
    ['/open-data', 200],
    ['/punctuality', 200],
    ['/punctuality.json', 200],
    ['/accessibility', 200],
    ['/api', 200],
    ['/en/api', 200],
    ['/figures.json', 200],
    ['/favicon.svg', 200],
    ['/no/such/page', 404],
    ['/register/%E0%A4%A', 400],
  ])('%s answers %d', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status);
  });

  test('a deadline with its receipt stands on the page of its clause', async () => {
    const page = await get('/clauses/final/24.2?event=2026-02-10');
    expect(page.body).toContain('2026年3月2日');
    expect(page.body).toContain('春节放假');
  });

  test('punctuality publishes totals only', async () => {
    const totals = (await get('/punctuality.json')).json<Record<string, unknown>>();
    expect(Object.keys(totals).toSorted()).toEqual(['asOf', 'rows']);
  });
});
