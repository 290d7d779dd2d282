import { randomBytes, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages } from '@suanjian/web/pages';
import type { Store } from '@suanjian/records';
import { withStores } from '../../../../../packages/records/src/testing/with-stores.ts';
import { createApp } from '../../http/app.ts';
import { createTestServer, pdfOf, type Caller, type TestServer } from '../../testing/test-server.ts';
import { applicationRoutes } from './routes.ts';

const marker = 'MARKER-Wang-Xiaoming-13900001111';
const company = '云雀科技（杭州）有限公司';

interface Part {
  readonly name: string;
  readonly value: string | Buffer;
  readonly file?: string;
}

const multipart = (parts: readonly Part[]) => {
  const boundary = `b${randomUUID()}`;
  const body = parts.flatMap(({ name, value, file }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"`}\r\n\r\n`,
    ),
    Buffer.from(value as string),
    Buffer.from('\r\n'),
  ]);
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...body, Buffer.from(`--${boundary}--\r\n`)]),
  };
};

const complaint = (more: readonly Part[] = []): readonly Part[] => [
  { name: 'kind', value: 'differential-price' },
  { name: 'company', value: company },
  { name: 'to', value: 'provider' },
  { name: 'what', value: '同一件商品，我的价格比朋友高。' },
  { name: 'reached', value: 'contact' },
  { name: 'contact', value: marker },
  ...more,
];

withStores(({ open }) => {
  let store: Store;
  let server: TestServer;
  let provider: Caller;
  let office: Caller;
  let lines: string;
  let app: Awaited<ReturnType<typeof createApp>>;

  beforeAll(async () => {
    store = await open();
    server = await createTestServer(store);
    provider = await server.provider(company, '330106', 'officer');
    await store.asOwner((transaction) =>
      transaction.updateTable('organisation').set({ registered: true }).where('name', '=', company).execute(),
    );
    office = await server.office('浙江办公室', 'province', '330000', 'reviewer');
    lines = '';
    app = await createApp(server.services, {
      areas: [applicationRoutes(server.services, createPages({ stylesheet: '/s.css' }))],
      requestsPerMinute: 0,
      log: { level: 'info', stream: { write: (line) => void (lines += line) } },
    });
    await app.ready();
  });
  afterAll(async () => {
    await app.close();
    await server.close();
  });

  const post = (
    url: string,
    parts: readonly Part[],
    cookie = '',
    address = '192.0.2.1',
  ): Promise<LightMyRequestResponse> => {
    const { headers, payload } = multipart(parts);
    return app.inject({ method: 'POST', url, remoteAddress: address, headers: { ...headers, cookie }, payload });
  };
  const codeIn = ({ body }: LightMyRequestResponse): string => /<code>([0-9A-Z-]{23})<\/code>/.exec(body)?.[1] ?? '';
  const cookieOf = (response: LightMyRequestResponse): string =>
    response.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const apply = async (parts = complaint(), address = `198.51.100.${randomBytes(1)[0]}`) =>
    post('/apply/complaint', parts, '', address);

  it('offers what anybody may open, in both languages', async () => {
    for (const url of ['/apply', '/en/apply', '/apply/complaint', '/en/apply/complaint', '/follow', '/en/follow'])
      expect((await app.inject({ url })).statusCode).toBe(200);
    expect((await app.inject({ url: '/apply/filing' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/en/apply/complaint' })).body).toContain('What kind of problem');
  });

  it('takes a complaint, shows its code once, and never writes it into an address or the log', async () => {
    const taken = await apply();
    expect(taken.statusCode).toBe(201);
    const code = codeIn(taken);
    expect(code).toHaveLength(23);
    const entered = await app.inject({
      method: 'POST',
      url: '/follow',
      payload: { code: code.toLowerCase().replaceAll('-', ' ') },
    });
    expect(entered.statusCode).toBe(303);
    expect(entered.headers.location).toBe('/zh/follow');
    expect(entered.cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
    const page = await app.inject({ url: '/follow', headers: { cookie: cookieOf(entered) } });
    expect(page.body).toContain('公司办理中');
    expect(page.body).toContain(marker);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(lines).not.toContain(code);
    expect(lines).not.toContain(code.replaceAll('-', ''));
    expect(lines).not.toContain(marker);
    const left = await app.inject({ method: 'POST', url: '/follow/leave', headers: { cookie: cookieOf(entered) } });
    expect(left.cookies[0]).toMatchObject({ name: 'follow', value: '' });
  });

  it('keeps who it is from the company, and tells the office', async () => {
    const taken = await apply();
    const list = (await provider.get('/api/matters?kind=complaint&open=true&sort=newest')).json();
    const [{ id }] = list.items;
    const seen = await provider.get(`/api/matters/complaint/${id}?unseal=confidential,personal`);
    expect(seen.statusCode).toBe(200);
    expect(seen.body).toContain('同一件商品');
    expect(seen.body).not.toContain(marker);
    expect((await office.get(`/api/matters/complaint/${id}?unseal=confidential,personal`)).body).toContain(marker);
    expect(taken.body).not.toContain(id);
  });

  it('gives back what was written when something is missing', async () => {
    const refused = await post('/en/apply/complaint', [
      { name: 'what', value: 'Prices "differ" <script>alert(1)</script>' },
      { name: 'evidence', value: pdfOf('proof'), file: 'proof.pdf' },
    ]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Please correct this');
    expect(refused.body).toContain('Prices &quot;differ&quot; &lt;script&gt;');
    expect(refused.body).not.toContain('<script>');
    expect(refused.body).toContain('files have to be chosen again');
    expect(refused.body).toContain('aria-invalid="true"');
  });

  describe('files', () => {
    const withFiles = (...files: readonly (readonly [string, Buffer])[]) =>
      complaint(files.map(([file, value]) => ({ name: 'evidence', value, file })));

    it('go in with the complaint and come out for the office alone', async () => {
      const content = pdfOf(`proof ${randomUUID()}`);
      expect((await apply(withFiles(['证据.pdf', content]))).statusCode).toBe(201);
      const { items } = (await office.get('/api/matters?kind=complaint&size=200')).json();
      const readings = await Promise.all(
        items.map(({ id }: { id: string }) => office.get(`/api/matters/complaint/${id}?unseal=personal`)),
      );
      const withEvidence = readings.map((each) => each.json()).filter(({ state }) => state.form.evidence !== undefined);
      expect(withEvidence).toHaveLength(1);
      const [{ id, state }] = withEvidence;
      const [{ hash, name }] = state.form.evidence;
      expect(name).toBe('证据.pdf');
      const file = await office.get(`/api/matters/complaint/${id}/attachments/${hash}`);
      expect(file.statusCode).toBe(200);
      expect(file.rawPayload.equals(content)).toBe(true);
      expect((await provider.get(`/api/matters/complaint/${id}/attachments/${hash}`)).statusCode).toBe(404);
    });

    it.each([
      ['a script in the guise of a picture', [['a.png', Buffer.from('<script>alert(1)</script>')]]],
      ['an archive', [['a.zip', Buffer.from('PK\u0003\u0004')]]],
      ['an empty file', [['a.pdf', Buffer.alloc(0)]]],
      ['a hundred files', Array.from({ length: 100 }, (_, index) => [`${index}.pdf`, pdfOf(String(index))])],
      ['one that is too large', [['a.pdf', Buffer.concat([pdfOf('large'), Buffer.alloc(11 * 1024 * 1024)])]]],
    ] as const)('%s: refused clearly, and what was written comes back', async (_, files) => {
      const before = (await office.get('/api/matters?kind=complaint')).json().total;
      const refused = await apply(withFiles(...(files as readonly (readonly [string, Buffer])[])));
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('同一件商品，我的价格比朋友高。');
      expect(refused.body).toMatch(/role="alert"/);
      expect((await office.get('/api/matters?kind=complaint')).json().total).toBe(before);
    });
  });

  it('holds a flood from one address for a look, and drops none of it', async () => {
    const from = '203.0.113.77';
    for (let index = 0; index < 20; index += 1) {
      const words = complaint().map((part) =>
        part.name === 'what' ? { ...part, value: `第 ${index} 次价格不同。` } : part,
      );
      expect((await apply(words, from)).statusCode).toBe(201);
    }
    const held = (await office.get('/api/matters?kind=complaint&status=held')).json();
    expect(held.total).toBeGreaterThan(0);
    const over = await apply(complaint(), from);
    expect(over.statusCode).toBe(429);
    expect((await apply(complaint(), '203.0.113.78')).statusCode).toBe(201);
  });

  it('tires whoever guesses codes', async () => {
    const guess = (address: string) =>
      app.inject({
        method: 'POST',
        url: '/follow',
        remoteAddress: address,
        payload: { code: '7Q2MX-7Q2MX-7Q2MX-7Q2MX' },
      });
    for (let tries = 0; tries < 20; tries += 1) expect((await guess('203.0.113.9')).statusCode).toBe(422);
    expect((await guess('203.0.113.9')).statusCode).toBe(429);
    const forged = await app.inject({ url: '/follow', headers: { cookie: 'follow=7Q2MX7Q2MX7Q2MX7Q2MX' } });
    expect(forged.body).toContain('凭查询码查看');
    expect((await app.inject({ url: '/follow', headers: { cookie: "follow=' or 1=1" } })).statusCode).toBe(200);
  });

  it('lets the person answer, and shows what was refused beside the form', async () => {
    const cookie = cookieOf(await apply());
    const withdrawn = await post('/follow/withdraw', [], cookie);
    expect([303, 422]).toContain(withdrawn.statusCode);
    const more = await post('/follow/add-evidence', [], cookie);
    expect(more.statusCode).toBe(422);
    expect((await post('/follow/no-such-command', [], cookie)).statusCode).toBe(404);
    expect((await post('/follow/add-evidence', [], '')).headers.location).toBe('/zh/follow');
  });

  it('gives programs the code too, once', async () => {
    const response = await app.inject({
      method: 'POST',
      url: '/api/matters/complaint',
      payload: {
        form: { kind: 'ranking', company, to: 'office', what: '排序不公。', reached: 'anonymous' },
      },
    });
    expect(response.statusCode).toBe(201);
    expect(response.json().code).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
  });
});
