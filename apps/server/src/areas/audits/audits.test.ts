import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, signerFrom, signNote, type Signer } from '@suanjian/evidence';
import type { Bundle, BundledResult } from '@suanjian/audit/bundle';
import {
  auditBundleContract,
  auditKeyListContract,
  auditStandingContract,
  keptAuditBundleContract,
  problemContract,
} from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { oneOfEach } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

const seed = (value: number): Uint8Array => new Uint8Array(32).fill(value);
const signer = signerFrom('demo/audit', seed(7));
const stranger = signerFrom('demo/audit', seed(8));

/** Must be found nowhere but where it belongs. */
const marker = 'MARKERONLYINBUNDLES';

const result = (more: Partial<BundledResult> = {}): BundledResult => ({
  id: 'opt-out-honoured',
  check: 'opt-out-honoured',
  checkVersion: 100,
  method: 'invariant',
  methodVersion: 100,
  definition: 'cc',
  clause: 'final/17.1',
  clauses: ['final/17.1'],
  severity: 'duty',
  status: 'live',
  title: { zh: `关闭后不再个性化 ${marker}`, en: `Opting out is honoured ${marker}` },
  scale: 'share',
  materiality: 0.001,
  verdict: 'pass',
  estimate: 0,
  interval: [0, 0.001],
  n: 1230,
  p: 1,
  q: 1,
  smallestDetectable: 0.001,
  suppressed: false,
  units: [],
  ...more,
});

interface Wanted {
  readonly filing: string;
  readonly month?: string;
  readonly treeSize?: number;
  readonly root?: string;
  readonly results?: readonly BundledResult[];
}

const bundle = ({ filing, month = '2026-01', treeSize = 5000, root = 'aa', results = [result()] }: Wanted): Bundle => ({
  format: 'suanjian-bundle/1',
  filing,
  edition: 'final',
  data: {
    kind: 'log',
    provider: 'demo',
    from: `${month}-01`,
    to: `${month}-28`,
    treeSize,
    root,
    commitment: 'bb',
  },
  software: { suanjian: '0.1.0', clickhouse: '26.7' },
  error: { year: 0.05, runsPerYear: 10, run: 0.005 },
  report: 'dd',
  results: [...results],
});

const signed = (content: unknown, by: Signer = signer): string =>
  signNote(`suanjian-bundle/1\n${canonicalJson(content)}\n`, [by]);

const codesOf = (answer: { json(): unknown }): readonly string[] =>
  (problemContract.parse(answer.json()).errors ?? []).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);

const sendText = (by: Caller, note: string) =>
  by.send({ method: 'POST', url: '/api/audits/bundles', headers: { 'content-type': 'text/plain' }, payload: note });
const send = (by: Caller, note: string) => by.post('/api/audits/bundles', { note });

withStores(({ open }) => {
  describe('results of audits', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let other: Caller;
    let province: Caller;
    let elsewhere: Caller;
    let filing: string;
    let number: string;

    const standing = async (by: Caller, named = filing) =>
      auditStandingContract.strict().parse((await by.get(`/api/audits?filing=${named}`)).json());

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      other = await server.provider('旁观', exampleSubject.place, 'officer');
      filing = (await oneOfEach(server, company, { province, nation })).get('filing') ?? '';
      // Whatever state the example stands in: it is public from here on, under a number.
      number = '330106900000102260017';
      await store.asOwner((transaction) =>
        transaction.updateTable('matter').set({ number }).where('id', '=', filing).execute(),
      );
      for (const each of [company, other]) {
        const added = await each.post('/api/audits/keys', { vkey: signer.verifier.encoded });
        expect(added.statusCode).toBe(201);
      }
      return () => server.close();
    });

    it('has keys that officers and administrators register and retire, and that are never forgotten', async () => {
      const administrator = server.colleague(company, 'administrator');
      const vkey = signerFrom('demo/second', seed(9)).verifier.encoded;
      server.now = '2026-03-18T02:30:00.000Z';
      const added = await administrator.post('/api/audits/keys', { vkey: ` ${vkey}\n` });
      expect(added.statusCode).toBe(201);
      expect((await company.post('/api/audits/keys', { vkey })).statusCode).toBe(200);
      const { id } = added.json();
      server.now = '2026-03-18T03:00:00.000Z';
      expect((await company.post(`/api/audits/keys/${id}/retire`)).json()).toMatchObject({
        retiredAt: '2026-03-18T03:00:00.000Z',
      });
      server.now = '2026-03-18T04:00:00.000Z';
      // A second time changes nothing.
      expect((await administrator.post(`/api/audits/keys/${id}/retire`)).json()).toMatchObject({
        retiredAt: '2026-03-18T03:00:00.000Z',
        retiredBy: company.actor.kind === 'person' ? company.actor.account : '',
      });
      expect(codesOf(await company.post('/api/audits/keys', { vkey }))).toEqual(['audit-key/retired /vkey']);
      const { items } = auditKeyListContract.strict().parse((await company.get('/api/audits/keys')).json());
      expect(items.map(({ name, retiredAt }) => [name, retiredAt !== undefined])).toEqual([
        ['demo/audit', false],
        ['demo/second', true],
      ]);
      expect(codesOf(await send(company, signed(bundle({ filing }), signerFrom('demo/second', seed(9)))))).toEqual([
        'bundle/key-retired /note',
      ]);
      // Another company neither sees nor retires it.
      expect((await other.get('/api/audits/keys')).json().items).toHaveLength(1);
      expect((await other.post(`/api/audits/keys/${id}/retire`)).statusCode).toBe(404);
    });

    it.each<[string, string, string]>([
      ['no key', 'hello', 'audit-key/unreadable /vkey'],
      ['the key of a witness', signerFrom('w', seed(3), 'cosignature').verifier.encoded, 'audit-key/kind /vkey'],
    ])('refuses %s as a key', async (_, vkey, code) => {
      const answer = await company.post('/api/audits/keys', { vkey });
      expect(answer.statusCode).toBe(422);
      expect(codesOf(answer)).toEqual([code]);
    });

    it('takes a bundle by number or by id, as text or as JSON, and the same one once', async () => {
      const first = await sendText(company, signed(bundle({ filing })));
      expect(first.statusCode).toBe(201);
      const { id } = keptAuditBundleContract.strict().parse(first.json());
      const again = await send(company, signed(bundle({ filing })));
      expect(again.statusCode).toBe(200);
      expect(again.json()).toMatchObject({ id, already: true, filing });
      const failed = result({ verdict: 'fail', estimate: 0.02, interval: [0.01, 0.03] });
      const february = bundle({ filing: `网信算备${number}号`, month: '2026-02', treeSize: 9000, results: [failed] });
      expect((await send(company, signed(february))).statusCode).toBe(201);
      const found = await standing(company, number);
      expect(found).toMatchObject({ filing: { id: filing, number }, total: 2 });
      expect(found.bundles.map(({ log }) => log?.to)).toEqual(['2026-02-28', '2026-01-28']);
      expect(found.clauses).toHaveLength(1);
      expect(found.clauses[0]).toMatchObject({
        clause: 'final/17.1',
        verdict: 'fail',
        findings: [
          {
            check: 'opt-out-honoured',
            estimate: 0.02,
            latest: { verdict: 'fail', to: '2026-02-28' },
            earlier: [{ verdict: 'pass', to: '2026-01-28' }],
          },
        ],
      });
      const whole = auditBundleContract.strict().parse((await company.get(`/api/audits/bundles/${id}`)).json());
      expect(whole.bundle).toEqual(bundle({ filing }));
      expect(whole.note).toBe(signed(bundle({ filing })));
      const file = await company.get(`/api/audits/bundles/${id}/note`);
      expect(file.body).toBe(signed(bundle({ filing })));
      expect(file.headers['content-disposition']).toContain('attachment');
    });

    it('judges a clause by the gravest check that counts, and keeps what is kept back', async () => {
      const mine = await server.provider('逐条', exampleSubject.place, 'officer');
      await mine.post('/api/audits/keys', { vkey: signer.verifier.encoded });
      const draft: string = (await mine.post('/api/matters/filing', { form: {} })).json().matter;
      const hidden = { estimate: null, interval: null, n: null, p: null, q: null, smallestDetectable: null };
      const results = [
        result({ id: 'a', verdict: 'pass', suppressed: true, ...hidden }),
        result({ id: 'b', verdict: 'not-enough-data' }),
        result({ id: 'c', verdict: 'fail', status: 'shadow' }),
        result({ id: 'd', verdict: 'fail', status: 'shadow', clause: 'final/9.1', clauses: ['final/9.1'] }),
        result({ id: 'e', verdict: 'fail', clause: null, clauses: [] }),
      ];
      expect((await send(mine, signed(bundle({ filing: draft, results })))).statusCode).toBe(201);
      const { clauses } = await standing(mine, draft);
      expect(clauses.map(({ clause, verdict }) => [clause, verdict])).toEqual([
        ['final/9.1', null],
        ['final/17.1', 'not-enough-data'],
        [null, 'fail'],
      ]);
      expect(clauses[1]?.findings[0]).toMatchObject({ check: 'a', suppressed: true, estimate: null, interval: null });
    });

    it('keeps a bundle whose log went back or has two histories, and says so', async () => {
      const back = await send(company, signed(bundle({ filing, month: '2025-12', treeSize: 4000 })));
      expect(back.json()).toMatchObject({ already: false, doubt: 'went-back' });
      const split = await send(company, signed(bundle({ filing, month: '2025-11', treeSize: 9000, root: 'ff' })));
      expect(split.json()).toMatchObject({ already: false, doubt: 'split' });
      const { bundles } = await standing(province);
      expect(bundles.map(({ doubt }) => doubt)).toEqual([undefined, undefined, 'went-back', 'split']);
    });

    it('tells everything that is wrong at once, with its place', async () => {
      const wrong = { ...bundle({ filing: number }), edition: 7, report: 8 };
      expect(codesOf(await send(company, signed(wrong, stranger)))).toEqual([
        'bundle/key-unknown /note',
        'bundle/schema /bundle/edition',
        'bundle/schema /bundle/report',
      ]);
      const foreign = { ...bundle({ filing: number }), filing: crypto.randomUUID() };
      expect(codesOf(await send(company, signed(foreign, stranger)))).toEqual([
        'bundle/key-unknown /note',
        'bundle/filing /bundle/filing',
      ]);
      const nowhen = bundle({ filing, month: '2026-13', root: 'a\u0000b' });
      expect(codesOf(await send(company, signed(nowhen)))).toEqual([
        'bundle/schema /bundle/data/from',
        'bundle/schema /bundle/data/to',
        'bundle/schema /bundle/data/root',
      ]);
      // Days that have not been would be the latest word for ever.
      expect(codesOf(await send(company, signed(bundle({ filing, month: '9999-12' }))))).toEqual([
        'bundle/schema /bundle/data/to',
      ]);
      const few = bundle({ filing, results: [result({ scale: 'count', estimate: 3 })] });
      expect(codesOf(await send(company, signed(few)))).toEqual(['bundle/note /note']);
    });

    it.each<[string, () => string, number, RegExp]>([
      ['was altered', () => signed(bundle({ filing })).replace('"pass"', '"fail"'), 422, /bundle\/false-signature/],
      ['is no note', () => '{}', 422, /bundle\/note \/note/],
      ['is no bundle', () => signNote('hello\n', [signer]), 422, /bundle\/schema \/bundle/],
      [
        'is not canonical',
        () => signNote(`suanjian-bundle/1\n${JSON.stringify(bundle({ filing }), null, 0)} \n`, [signer]),
        422,
        /bundle\/note/,
      ],
    ])('refuses what %s', async (_, note, status, code) => {
      const { total } = await standing(company);
      const answer = await send(company, note());
      expect(answer.statusCode).toBe(status);
      expect(codesOf(answer).join('\n')).toMatch(code);
      expect((await standing(company)).total).toBe(total);
    });

    it('refuses what is above the limit', async () => {
      expect((await sendText(company, 'x'.repeat(1024 * 1024 + 1))).statusCode).toBe(413);
      expect((await sendText(company, 'x'.repeat(3 * 1024 * 1024))).statusCode).toBe(413);
    });

    it('refuses a bundle for another company’s filing, signed by one’s own key', async () => {
      const answer = await send(other, signed(bundle({ filing })));
      expect(codesOf(answer)).toEqual(['bundle/filing /bundle/filing']);
    });

    it('fills in an assessment of its filing, and of nobody else’s', async () => {
      const [kept] = (await standing(company)).bundles;
      const assess = async (by: Caller, about: Readonly<Record<string, string>>): Promise<string> => {
        const opened = await by.post('/api/matters/assessment', {
          about: { template: 'checklist-2024', ...about },
          form: { techniques: ['personalised-push'], role: 'provider' },
        });
        expect([opened.statusCode, opened.body]).toEqual([201, expect.any(String)]);
        return `/api/matters/assessment/${opened.json().matter}`;
      };
      const own = await assess(company, { filing });
      const done = await company.post(`${own}/prefill`, { bundle: kept?.id });
      expect([done.statusCode, done.body]).toEqual([200, expect.any(String)]);
      const { form } = (await company.get(`${own}?unseal=confidential`)).json().state;
      expect(form).toMatchObject({
        item4Answer: 'unmet',
        evidence: [
          {
            about: 'item4',
            check: 'opt-out-honoured',
            verdict: 'fail',
            estimate: '2%',
            bundle: kept?.hash,
            until: '2026-02-28',
          },
        ],
      });
      // A verdict that somebody makes up is none.
      const verdicts = { bundle: kept?.hash, checks: [{ check: 'opt-out-honoured', verdict: 'pass' }] };
      expect((await company.post(`${own}/prefill`, { verdicts })).statusCode).toBe(422);
      const foreign = await other.post(`${await assess(other, {})}/prefill`, { bundle: kept?.id });
      expect([foreign.statusCode, codesOf(foreign)]).toEqual([422, ['assessment/unknown-bundle /bundle']]);
    });

    it('is for the provider and the offices of the filing only', async () => {
      const [kept] = (await standing(company)).bundles;
      const paths = [`/api/audits?filing=${filing}`, `/api/audits?filing=${number}`];
      for (const more of ['', '/note']) paths.push(`/api/audits/bundles/${kept?.id}${more}`);
      const readers: readonly [Caller, number][] = [
        [company, 200],
        [server.colleague(company, 'viewer'), 200],
        [server.colleague(company, 'auditor'), 200],
        [province, 200],
        [server.colleague(province, 'viewer'), 200],
        [server.operator, 200],
        [other, 404],
        [elsewhere, 404],
        [server.publicCaller, 401],
      ];
      for (const [who, status] of readers)
        for (const path of paths) expect((await who.get(path)).statusCode, path).toBe(status);
    });

    it.each(['officer', 'editor', 'administrator', 'viewer', 'auditor'] as const)(
      'is sent, and keys are kept, by those who may: %s',
      async (role) => {
        const member = server.colleague(company, role);
        const sends = ['officer', 'editor', 'administrator'].includes(role);
        const keeps = ['officer', 'administrator'].includes(role);
        expect((await send(member, signed(bundle({ filing })))).statusCode).toBe(sends ? 200 : 403);
        const { statusCode } = await member.post('/api/audits/keys', { vkey: signer.verifier.encoded });
        expect(statusCode).toBe(keeps ? 200 : 403);
        expect((await member.post(`/api/audits/keys/${crypto.randomUUID()}/retire`)).statusCode).toBe(
          keeps ? 404 : 403,
        );
      },
    );

    it('takes nothing from offices and strangers, and shows them no keys', async () => {
      for (const [who, status] of [
        [province, 403],
        [server.operator, 403],
        [server.publicCaller, 401],
      ] as const) {
        expect((await send(who, signed(bundle({ filing })))).statusCode).toBe(status);
        expect((await who.post('/api/audits/keys', { vkey: signer.verifier.encoded })).statusCode).toBe(status);
        expect((await who.get('/api/audits/keys')).statusCode).toBe(status);
      }
    });

    it('is kept apart by the database itself, even from code that forgets to ask', async () => {
      const seen = async (scope: Readonly<Record<string, string>>): Promise<number> =>
        store.inScope(scope, async (transaction) => {
          const { rows } = await sql<{ bundles: number; keys: number }>`
            select (select count(*) from audit_bundle) as bundles, (select count(*) from audit_key) as keys`.execute(
            transaction,
          );
          return (rows[0]?.bundles ?? -1) * 1000 + (rows[0]?.keys ?? -1);
        });
      const account = crypto.randomUUID();
      const own = { side: 'provider', account, organisation: company.organisation ?? '' };
      expect(await seen(own)).toBe(4002);
      expect(await seen({ ...own, organisation: other.organisation ?? '' })).toBe(1);
      expect(await seen({ side: 'public', account: 'public' })).toBe(0);
      expect(await seen({ side: 'stranger', account })).toBe(0);
      await expect(
        store.inScope(own, (transaction) => transaction.updateTable('audit_bundle').set({ doubt: null }).execute()),
      ).rejects.toThrow();
      await expect(
        store.inScope(own, (transaction) => transaction.updateTable('audit_key').set({ vkey: 'x' }).execute()),
      ).rejects.toThrow();
      await expect(
        store.inScope(own, (transaction) => transaction.deleteFrom('audit_key').execute()),
      ).rejects.toThrow();
    });

    it('lies in the database sealed, and in no other table at all', async () => {
      const { rows: tables } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(
        store.database,
      );
      expect(tables.length).toBeGreaterThan(20);
      for (const { name } of tables) {
        const { rows } = await sql<{ found: number }>`
          select count(*) as found from ${sql.table(name)} as every where every::text like ${`%${marker}%`} or every::text like ${`%${Buffer.from(marker).toString('hex')}%`}`.execute(
          store.database,
        );
        expect(rows[0]?.found, name).toBe(0);
      }
    });

    it('is gone with the company’s key, and says so', async () => {
      const gone = await server.provider('已删除公司', exampleSubject.place, 'officer');
      await gone.post('/api/audits/keys', { vkey: signer.verifier.encoded });
      const opened = await gone.post('/api/matters/filing', { form: {} });
      const draft: string = opened.json().matter;
      expect((await send(gone, signed(bundle({ filing: draft })))).statusCode).toBe(201);
      // A draft is its company's alone.
      expect((await province.get(`/api/audits?filing=${draft}`)).statusCode).toBe(404);
      await server.services.keyring.erase({ kind: 'organisation', id: gone.organisation ?? '' });
      expect((await gone.get(`/api/audits?filing=${draft}`)).statusCode).toBe(410);
    });
  });
});
