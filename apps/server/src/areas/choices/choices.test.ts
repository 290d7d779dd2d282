import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson, signerFrom, signNote } from '@suanjian/evidence';
import { auditComparisonContract, choiceListContract, type ChoiceList } from '@suanjian/contracts';
import { exampleSubject } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { expectDone } from '../../stories/prepared-matter.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

const signer = signerFrom('demo/audit', new Uint8Array(32).fill(7));

const figures = {
  verdict: 'fail',
  estimate: 0.051,
  interval: [0.04, 0.06],
  n: 1230,
  p: 0.001,
  q: 0.001,
  smallestDetectable: 0.01,
  suppressed: false,
} as const;

const priced = {
  id: 'differential-pricing',
  check: 'differential-pricing',
  checkVersion: 1,
  method: 'value-gap',
  methodVersion: 1,
  definition: 'cc',
  clause: 'final/21',
  clauses: ['final/21'],
  severity: 'duty',
  status: 'live',
  title: { zh: '差异化定价', en: 'Differential pricing' },
  matched: { zh: '同一天同一商品。', en: 'The same product on the same day.' },
  scale: 'relative',
  materiality: 0.01,
  ...figures,
  units: [{ by: { history: 'tenure' }, ...figures }],
};

const ranked = {
  ...priced,
  id: 'rank-inversions',
  check: 'rank-inversions',
  title: { zh: '名次颠倒', en: 'Rank inversions' },
  verdict: 'pass',
  units: [],
};

const note = (filing: string, month: string, results: readonly object[]): string =>
  signNote(
    `suanjian-bundle/1\n${canonicalJson({
      format: 'suanjian-bundle/1',
      filing,
      edition: 'final',
      data: {
        kind: 'log',
        provider: 'demo',
        from: `${month}-01`,
        to: `${month}-28`,
        treeSize: 100 + Number(month.slice(-2)),
        root: `r${month}`,
        commitment: 'bb',
      },
      software: { suanjian: '0.1.0', clickhouse: '26.7' },
      error: { year: 0.05, runsPerYear: 10, run: 0.005 },
      report: 'dd',
      results,
    })}\n`,
    [signer],
  );

withStores(({ open }) => {
  describe('what a field is picked from', () => {
    let server: TestServer;
    let company: Caller;
    let other: Caller;
    let province: Caller;
    let elsewhere: Caller;
    let filing: string;
    let january: string;
    const complaints: string[] = [];

    const asked = async (by: Caller, query: string): Promise<ChoiceList> =>
      choiceListContract.strict().parse((await by.get(`/api/choices?${query}`)).json());
    const values = async (by: Caller, query: string): Promise<readonly string[]> =>
      (await asked(by, query)).items.map(({ value }) => value);

    beforeAll(async () => {
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z');
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      other = await server.provider('旁观', exampleSubject.place, 'officer');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer');
      await registered(company, { province, nation });
      filing = await filed(company, { province, nation });
      await company.post('/api/audits/keys', { vkey: signer.verifier.encoded });
      for (const [month, results] of [
        ['2026-01', [priced, ranked, { ...ranked, id: 'on-trial', check: 'on-trial', status: 'shadow' }]],
        ['2026-02', [{ ...priced, verdict: 'pass' }]],
      ] as const) {
        const kept = await company.post('/api/audits/bundles', { note: note(filing, month, results) });
        expect(kept.statusCode).toBe(201);
        if (month === '2026-01') january = kept.json().id as string;
      }
      const { number } = (await company.get(`/api/matters/filing/${filing}`)).json();
      for (const [kind, to] of [
        ['differential-price', 'provider'],
        ['ranking', 'provider'],
        ['ranking', 'office'],
      ]) {
        server.now = `2026-03-18T02:0${complaints.length}:00.000Z`;
        complaints.push(
          await expectDone(
            server.publicCaller.post('/api/matters/complaint', {
              form: { kind, number, to, what: '示例。', reached: 'anonymous' },
            }),
          ),
        );
      }
      return () => server.close();
    });

    it('is matters of the same provider that this person may see, without the one at hand', async () => {
      const [first, second, secret] = complaints as [string, string, string];
      const query = `of=matter&kind=complaint&about=${first}`;
      expect(await values(province, query)).toEqual([secret, second]);
      // One that went to the office alone is none for the company.
      expect(await values(company, query)).toEqual([second]);
      expect(await values(province, `${query}&states=with-provider`)).toEqual([second]);
      expect(await values(province, `${query}&q=${encodeURIComponent('排序')}`)).toEqual([secret, second]);
      expect(await values(province, `${query}&q=${encodeURIComponent('同物')}`)).toEqual([]);
      expect(await values(province, `${query}&q=2026-03`)).toEqual([secret, second]);
      expect(await values(province, `${query}&q=%25`)).toEqual([]);
      expect((await asked(province, `${query}&value=${second}`)).items).toMatchObject([
        { kind: 'complaint', status: 'with-provider', value: second },
      ]);
      for (const stranger of [other, elsewhere]) {
        expect((await stranger.get(`/api/choices?${query}`)).statusCode).toBe(404);
      }
      expect((await server.publicCaller.get(`/api/choices?${query}`)).statusCode).toBe(401);
    });

    it('is one’s own matters where nothing is there yet', async () => {
      expect(await values(company, 'of=matter&kind=filing')).toEqual([filing]);
      expect(await values(other, 'of=matter&kind=filing')).toEqual([]);
      expect((await province.get('/api/choices?of=matter&kind=filing')).statusCode).toBe(404);
    });

    it('is the verified results of the provider, what failed first, and nothing that is on trial', async () => {
      const about = `about=${complaints[0]}`;
      const results = await asked(province, `of=check-result&${about}`);
      expect(
        results.items.map((each) => (each.of === 'check-result' ? [each.to, each.check, each.verdict] : [])),
      ).toEqual([
        ['2026-02-28', 'differential-pricing', 'pass'],
        ['2026-01-28', 'differential-pricing', 'fail'],
        ['2026-01-28', 'rank-inversions', 'pass'],
      ]);
      const search = encodeURIComponent('名次');
      expect(await values(province, `of=check-result&${about}&q=${search}`)).toEqual([`${january}/rank-inversions`]);
      expect(await values(company, `of=bundle&${about}&q=2026-01`)).toEqual([january]);
      expect(await values(province, `of=check-result&${about}&value=${january}/nothing`)).toEqual([]);
      expect(await values(province, `of=check-result&${about}&value=nonsense`)).toEqual([]);
    });

    it('is laid beside the complaint, with the figures and how like was compared with like, for the office alone', async () => {
      const [first, second] = complaints as [string, string];
      const address = `/api/audits/bundles/${january}/comparison?check=differential-pricing`;
      const compared = auditComparisonContract.strict().parse((await province.get(address)).json());
      expect(compared).toMatchObject({
        estimate: 0.051,
        n: 1230,
        matched: priced.matched,
        from: '2026-01-01',
        filing: { id: filing },
        units: [{ by: { history: 'tenure' }, interval: [0.04, 0.06] }],
      });
      expect((await other.get(address)).statusCode).toBe(404);
      expect((await elsewhere.get(address)).statusCode).toBe(404);
      expect((await province.get(address.replace('differential-pricing', 'on-trial'))).statusCode).toBe(404);
      const given = { result: `${january}/differential-pricing` };
      await expectDone(province.post(`/api/matters/complaint/${first}/link-bundle`, given));
      const { state } = (await province.get(`/api/matters/complaint/${first}`)).json();
      expect(state).toMatchObject({ beside: { entries: [given] }, bundles: [{ verdict: 'fail', to: '2026-01-28' }] });
      expect(JSON.stringify((await company.get(`/api/matters/complaint/${first}`)).json())).not.toContain(january);
      expect((await company.post(`/api/matters/complaint/${second}/merge`, { lead: first })).statusCode).toBe(200);
    });
  });
});
