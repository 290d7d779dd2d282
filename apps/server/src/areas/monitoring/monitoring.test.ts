import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '@suanjian/evidence';
import {
  indicatorListContract,
  monitoringContract,
  problemContract,
  providerSeriesContract,
  replayContract,
  triedIndicatorContract,
  warningContract,
} from '@suanjian/contracts';
import { exampleSubject, type Instant, type MatterId, type OrganisationId } from '@suanjian/matters';
import { keepAuditBundle, type Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { addDays, civilDate, type CivilDate } from '@suanjian/rulebook';
import { oneOfEach } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

const today = civilDate('2026-03-18');
const at = (day: CivilDate, hour = '02'): Instant => `${day}T${hour}:00:00.000Z` as Instant;

/** A small, even leak, as the bundles of one day say it: broken ones of about ten thousand. */
const noteOf = (filing: string, day: CivilDate, broken: number, from = day): string =>
  `suanjian-bundle/1\n${canonicalJson({
    format: 'suanjian-bundle/1',
    filing,
    edition: 'final',
    data: { kind: 'log', provider: 'demo', from, to: day, treeSize: 10, root: 'aa', commitment: 'bb' },
    software: { suanjian: '0.1.0', clickhouse: '26.7' },
    error: { year: 0.05, runsPerYear: 10, run: 0.005 },
    report: 'dd',
    results: [
      {
        id: 'opt-out-honoured',
        check: 'opt-out-honoured',
        checkVersion: 1,
        method: 'invariant',
        methodVersion: 1,
        definition: 'cc',
        clause: 'final/17.1',
        clauses: ['final/17.1'],
        severity: 'duty',
        status: 'live',
        title: { zh: '关闭', en: 'Opt-out' },
        scale: 'count',
        materiality: 0,
        verdict: 'fail',
        estimate: broken,
        interval: null,
        n: 10_000,
        p: null,
        q: null,
        smallestDetectable: null,
        suppressed: false,
        units: [],
      },
    ],
  })}\n`;

withStores(({ open }) => {
  describe('monitoring', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let other: Caller;
    let province: Caller;
    let viewer: Caller;
    let elsewhere: Caller;
    let nation: Caller;
    let filing: MatterId;
    let warning: string;

    const bundle = (day: CivilDate, broken: number, uploaded: CivilDate, from = day) =>
      store.asOwner((transaction) =>
        keepAuditBundle(
          transaction,
          {
            id: randomUUID(),
            organisation: company.organisation as OrganisationId,
            matter: filing,
            vkey: 'demo',
            note: noteOf(filing, day, broken, from),
            by: 'a',
            at: at(uploaded, '01'),
          },
          server.services.keyring,
          server.services.random,
        ).then(({ id }) =>
          // A log grows from day to day; here only its day matters.
          transaction
            .updateTable('audit_bundle')
            .set({ period_from: from, period_to: day })
            .where('id', '=', id)
            .execute(),
        ),
      );
    const run = async () => (await server.operator.post('/api/administration/monitoring/run')).json();
    const standing = async (by: Caller) => monitoringContract.strict().parse((await by.get('/api/monitoring')).json());
    const read = async (by: Caller, id = warning) =>
      warningContract.parse((await by.get(`/api/monitoring/warnings/${id}`)).json());
    const give = (by: Caller, step: string, body: unknown = { reason: '理由' }) =>
      by.post(`/api/monitoring/warnings/${warning}/${step}`, body);
    const codes = (answer: { json(): unknown }) =>
      (problemContract.parse(answer.json()).errors ?? []).map(({ code }) => code);

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, at(today));
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      other = await server.provider('旁观', exampleSubject.place, 'officer');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      viewer = server.colleague(province, 'viewer');
      elsewhere = await server.office('另一省', 'province', '110000', 'reviewer', 'supervisor');
      nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      filing = ((await oneOfEach(server, company, { province, nation })).get('filing') ?? '') as MatterId;
      for (let back = 70; back >= 1; back--) await bundle(addDays(today, -back), 40 + (back % 5) * 10, today);
      return () => server.close();
    });

    it('warns of nothing while its indicators are on trial', async () => {
      expect(await run()).toMatchObject({ day: today, already: false, tested: 0, warned: 0 });
      expect(await run()).toMatchObject({ already: true });
      const { items, officeRate, mayDecide } = indicatorListContract
        .strict()
        .parse((await province.get('/api/monitoring/indicators')).json());
      expect(items.every(({ status }) => status === 'shadow')).toBe(true);
      expect({ officeRate, mayDecide }).toEqual({ officeRate: 0, mayDecide: false });
    });

    it('lets a version count only after a replay, by a national head, with reasons that are kept', async () => {
      const live = (by: Caller, body: unknown = { reason: '试行合格' }) =>
        by.post('/api/monitoring/indicators/opt-out-leak/1/live', body);
      for (const by of [province, elsewhere, company]) expect((await live(by)).statusCode).toBe(403);
      expect((await live(nation, { reason: ' ' })).statusCode).toBe(422);
      expect(codes(await live(nation))).toEqual(['monitoring/not-replayed']);
      const told = replayContract.parse(
        (await nation.post('/api/monitoring/indicators/opt-out-leak/1/replay', { reason: '看看过去' })).json(),
      );
      expect(told).toMatchObject({ series: 1, warnings: 0 });
      expect(told.judged).toBeGreaterThan(10);
      expect((await live(nation)).statusCode).toBe(200);
      const list = indicatorListContract.parse((await nation.get('/api/monitoring/indicators')).json());
      const counting = list.items.find(({ id }) => id === 'opt-out-leak');
      expect(counting).toMatchObject({ status: 'live' });
      expect(counting?.decisions.map(({ action, reason }) => [action, reason])).toEqual([
        ['live', '试行合格'],
        ['replayed', '看看过去'],
      ]);
      expect(counting?.decisions[1]?.replay).toEqual(told);
      expect(list.officeRate).toBeCloseTo(0.005);
    });

    it('refuses a definition that is wrong, or skips a version', async () => {
      const [first] = indicatorListContract.parse((await nation.get('/api/monitoring/indicators')).json()).items;
      const propose = (definition: unknown) =>
        nation.post('/api/monitoring/indicators', { reason: '新门槛', definition });
      expect(codes(await propose({ ...first?.definition, threshold: -1 }))).toEqual(['monitoring/definition']);
      expect(codes(await propose({ ...first?.definition, version: 5 }))).toEqual(['monitoring/version']);
      expect((await propose({ ...first?.definition, version: 2, threshold: 2 })).statusCode).toBe(201);
    });

    it('tries a version on the past beside the one that counts, and keeps nothing of it', async () => {
      const before = (await nation.get('/api/monitoring/indicators')).body;
      const counting = indicatorListContract.parse(JSON.parse(before)).items.find(({ status }) => status === 'live');
      const definition = { ...counting?.definition, version: 2, threshold: 1.01, season: 'none' };
      const attempt = (by: Caller, body: object) => by.post('/api/monitoring/indicators/try', body);
      expect((await attempt(province, { definition })).statusCode).toBe(403);
      expect(codes(await attempt(nation, { definition: { ...definition, direction: 'sideways' } }))).toEqual([
        'monitoring/definition',
      ]);
      const tried = triedIndicatorContract.strict().parse((await attempt(nation, { definition })).json());
      expect(tried.counting?.version).toBe(1);
      expect(tried.counting?.replay).toMatchObject({ series: 1, warnings: 0 });
      expect(tried.replay.judged).toBe(tried.counting?.replay.judged);
      expect((await nation.get('/api/monitoring/indicators')).body).toBe(before);
    });

    it('warns of a leak, with the bundle behind it and no row', async () => {
      const day = today;
      const tomorrow = addDays(today, 1);
      await bundle(day, 600, tomorrow);
      server.now = at(tomorrow);
      expect(await run()).toMatchObject({ day: tomorrow, warned: 1, silenced: 0 });
      const { warnings, run: last, officeRate } = await standing(province);
      expect(last?.warned).toBe(1);
      expect(officeRate).toBeCloseTo(0.005);
      expect(warnings).toMatchObject([{ indicator: 'opt-out-leak', filing, day, status: 'new' }]);
      warning = warnings[0]?.id ?? '';
      const found = await read(province);
      expect(found).toMatchObject({ seen: 0.06, unit: 'share', bundles: [{ filing }], mayTriage: true });
      expect(found.p).toBeLessThan(0.001);
      expect(found.usual?.[1]).toBeLessThan(0.06);
      expect(found.history.length).toBeGreaterThan(50);
      // Reading it is itself recorded.
      expect((await read(province)).acts.map(({ action }) => action)).toEqual(['raised', 'read']);
    });

    it('is seen in its place alone, and by nobody of the company before it is shared', async () => {
      expect((await standing(elsewhere)).warnings).toEqual([]);
      expect((await elsewhere.get(`/api/monitoring/warnings/${warning}`)).statusCode).toBe(404);
      expect((await give(elsewhere, 'dismiss')).statusCode).toBe(404);
      expect((await server.publicCaller.get('/api/monitoring')).statusCode).toBe(401);
      for (const by of [company, other]) {
        expect(await standing(by)).toEqual({ warnings: [], silences: [], mayTriage: false });
        expect((await by.get(`/api/monitoring/warnings/${warning}`)).statusCode).toBe(404);
        expect((await give(by, 'dismiss')).statusCode).toBe(403);
        expect((await by.get(`/api/monitoring/providers/${company.organisation}`)).statusCode).toBe(403);
        expect((await by.get('/api/monitoring/indicators')).statusCode).toBe(403);
      }
      expect((await give(viewer, 'dismiss')).statusCode).toBe(403);
      expect((await viewer.get(`/api/monitoring/warnings/${warning}`)).statusCode).toBe(200);
    });

    it('is dealt with step by step, each with a reason', async () => {
      expect((await give(province, 'look-into', {})).statusCode).toBe(422);
      expect((await give(province, 'look-into')).statusCode).toBe(200);
      expect((await give(province, 'look-into')).statusCode).toBe(409);
      expect((await give(province, 'dismiss')).statusCode).toBe(200);
      expect((await give(province, 'act')).statusCode).toBe(409);
      expect((await give(province, 'reopen', { reason: '又想了想' })).statusCode).toBe(200);
      expect(codes(await give(province, 'link', { reason: '立案', matter: randomUUID() }))).toEqual([
        'monitoring/matter',
      ]);
      expect((await give(province, 'link', { reason: '由此整改', matter: filing })).statusCode).toBe(200);
      const { acts, status } = await read(province);
      expect(status).toBe('looked-into');
      expect(acts.at(-1)).toMatchObject({
        action: 'linked',
        reason: '由此整改',
        matter: { kind: 'filing', id: filing },
      });
    });

    it('once shared tells the company what it is about and nothing of what the office does', async () => {
      expect((await give(province, 'share', { reason: '请自查' })).statusCode).toBe(200);
      expect((await give(province, 'share')).statusCode).toBe(409);
      expect((await standing(company)).warnings).toMatchObject([{ id: warning, status: 'new' }]);
      expect((await standing(other)).warnings).toEqual([]);
      const noticed = await store.asOwner((transaction) =>
        transaction
          .selectFrom('outbox')
          .selectAll()
          .where('organisation_id', '=', company.organisation ?? null)
          .execute(),
      );
      const ofWarning = noticed.filter(({ subject }) => JSON.stringify(subject).includes('监测预警'));
      expect(ofWarning).toMatchObject([{ matter_id: filing }]);
      expect(JSON.stringify(ofWarning)).not.toContain('个性化');
      const told = await read(company);
      expect(told).toMatchObject({ seen: 0.06, status: 'new', complaints: [], mayTriage: false });
      expect(told.acts.map(({ action, reason, account }) => ({ action, reason, account }))).toEqual([
        { action: 'shared', reason: '请自查', account: undefined },
      ]);
    });

    it('is what a case and an order are opened from: linked both ways, with what is behind it', async () => {
      const lead = {
        source: 'monitoring',
        clauses: [{ clause: 'final/17.1' }],
        from: today,
        goesOn: true,
        graveHarm: false,
        facts: '关闭之后仍在推荐。',
      };
      const begin = (by: Caller, body: object) => by.post('/api/matters/violation-case', { ...lead, warning, ...body });
      for (const by of [elsewhere, company]) expect((await begin(by, {})).statusCode).toBeGreaterThan(402);
      expect((await begin(province, { warning: randomUUID() })).statusCode).toBe(404);
      // Named besides, the provider has to be the one that was warned of.
      expect(codes(await begin(province, { provider: '旁观' }))).toEqual(['supervision/unknown-provider']);
      expect((await read(province)).acts.some(({ action }) => action === 'opened')).toBe(false);

      const opened = await begin(province, {});
      expect([opened.statusCode, opened.body]).toEqual([201, expect.any(String)]);
      const id = opened.json().matter;
      const { state, owner } = (await province.get(`/api/matters/violation-case/${id}`)).json();
      const day = { from: today, until: today };
      expect(owner).toBe(company.organisation);
      expect(state).toMatchObject({ filing, source: 'monitoring' });
      expect(state.references).toEqual([
        { kind: 'warning', matter: warning, indicator: 'opt-out-leak', ...day },
        {
          kind: 'filing',
          matter: filing,
          bundle: expect.any(String),
          check: 'opt-out-honoured',
          verdict: 'fail',
          ...day,
        },
      ]);
      const { status, acts } = await read(province);
      expect(status).toBe('acted-on');
      expect(acts.findLast(({ action }) => action === 'opened')).toMatchObject({
        matter: { kind: 'violation-case', id },
      });
      expect((await give(province, 'reopen', { reason: '再看看' })).statusCode).toBe(200);
    });

    it('shows what a team opened from it to the team alone', async () => {
      const plan = {
        warning,
        provider: exampleSubject.name,
        targets: '首页推荐',
        clauses: [{ clause: 'final/17.1' }],
        way: 'on-the-spot',
        visitOn: '2026-04-01',
        basis: 'final/28.1',
        why: '预警。',
        given: true,
        free: true,
      };
      const opened = await nation.post('/api/matters/inspection', plan);
      expect([opened.statusCode, opened.body]).toEqual([201, expect.any(String)]);
      const id = opened.json().matter;
      const openedBy = async (by: Caller) => (await read(by)).acts.map(({ matter }) => matter?.id).includes(id);
      expect(await openedBy(nation)).toBe(true);
      expect(await openedBy(province)).toBe(false);
      expect((await read(province)).status).toBe('looked-into');
      const { state } = (await nation.get(`/api/matters/inspection/${id}`)).json();
      expect(state.behind[0]).toMatchObject({ kind: 'warning', matter: warning });
    });

    it('goes on with a warning that stands, and is silent only until a day', async () => {
      const next = addDays(today, 2);
      await bundle(addDays(today, 1), 620, next);
      server.now = at(next);
      expect(await run()).toMatchObject({ warned: 0, continued: 1, silenced: 0 });
      expect((await read(province)).lastDay).toBe(addDays(today, 1));
      for (const until of [addDays(today, 1), addDays(next, 93)])
        expect(codes(await give(province, 'silence', { reason: '口径', until }))).toEqual(['monitoring/silence']);
      expect((await give(province, 'silence', { reason: '口径' })).statusCode).toBe(422);
      const until = addDays(next, 1);
      expect((await give(province, 'silence', { reason: '口径', until })).statusCode).toBe(200);
      const { silences } = await standing(province);
      expect(silences).toMatchObject([{ until, office: '示例省', mayEnd: true }]);
      expect((await standing(elsewhere)).silences).toEqual([]);
      await bundle(next, 640, addDays(next, 1));
      server.now = at(addDays(next, 1));
      expect(await run()).toMatchObject({ silenced: 1, continued: 1, warned: 0 });
      const end = (by: Caller) => by.post(`/api/monitoring/silences/${silences[0]?.id}/end`, { reason: '说明已到' });
      expect((await end(elsewhere)).statusCode).toBe(404);
      expect((await end(province)).statusCode).toBe(200);
      expect((await end(province)).statusCode).toBe(404);
      expect((await standing(province)).silences).toEqual([]);
    });

    it('judges a bundle over several days once, as what it is', async () => {
      expect((await give(province, 'reopen', { reason: '再看' })).statusCode).toBe(409);
      expect((await give(province, 'dismiss', { reason: '已说明' })).statusCode).toBe(200);
      const [first, last] = [addDays(today, 3), addDays(today, 5)];
      await bundle(last, 3000, addDays(last, 1), first);
      server.now = at(addDays(last, 1));
      expect(await run()).toMatchObject({ warned: 1, continued: 0 });
      const { warnings } = await standing(province);
      const found = await read(province, warnings.find(({ day }) => day === last)?.id);
      expect(found).toMatchObject({ days: 3, seen: 0.3 });
      const lead = {
        source: 'monitoring',
        clauses: [{ clause: 'final/17.1' }],
        from: first,
        goesOn: true,
        graveHarm: false,
      };
      const opened = await province.post('/api/matters/violation-case', {
        ...lead,
        facts: '又一次。',
        warning: found.id,
      });
      const { state } = (await province.get(`/api/matters/violation-case/${opened.json().matter}`)).json();
      expect(state.references[1]).toMatchObject({ check: 'opt-out-honoured', from: first, until: last });
    });

    it('shows a company its own indicators, those that count, with the range in which they usually lie', async () => {
      const own = (by: Caller) => by.get('/api/monitoring/own');
      const { provider, series } = providerSeriesContract.strict().parse((await own(company)).json());
      expect(provider).toBe(exampleSubject.name);
      expect(series.map(({ indicator, status }) => [indicator, status])).toEqual([['opt-out-leak', 'live']]);
      const last = series[0]?.points.at(-1);
      expect(last?.value).toBe(0.3);
      expect(last?.usual?.[0]).toBeLessThan(last?.expected ?? 0);
      expect(last?.usual?.[1]).toBeGreaterThan(last?.expected ?? 1);
      expect(providerSeriesContract.parse((await own(other)).json()).series).toEqual([]);
      expect((await own(province)).statusCode).toBe(403);
    });

    it('shows an office everything watched of a provider of its place', async () => {
      const url = `/api/monitoring/providers/${company.organisation}`;
      const { series } = providerSeriesContract.parse((await province.get(url)).json());
      const leak = series.find(({ indicator }) => indicator === 'opt-out-leak');
      expect(leak?.points.at(-1)).toMatchObject({ value: 0.3 });
      expect(leak?.points.filter(({ expected }) => expected !== undefined).length).toBeGreaterThan(10);
      expect((await elsewhere.get(url)).statusCode).toBe(404);
    });

    it('keeps figures and warnings sealed, and acts for ever', async () => {
      const months = await store.asOwner((transaction) =>
        transaction.selectFrom('monitoring_month').selectAll().execute(),
      );
      expect(months.length).toBeGreaterThan(2);
      for (const { content } of months) expect(Buffer.from(content).toString('latin1')).not.toContain('opt-out');
      const scope = { side: 'office', account: 'a', level: 'nation', place: '000000' };
      await expect(
        store.inScope(scope, (transaction) => transaction.deleteFrom('monitoring_act').execute()),
      ).rejects.toThrow();
      await expect(
        store.inScope(scope, (transaction) => transaction.selectFrom('monitoring_month').selectAll().execute()),
      ).rejects.toThrow();
    });
  });
});
