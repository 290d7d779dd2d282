import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { ranSiteCheckContract, siteStandingContract } from '@suanjian/contracts';
import { exampleRecommender, exampleSubject } from '@suanjian/matters';
import type { Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { PageFault, type ReadPage } from '../../site-check/reader.ts';
import { filed, registered } from '../../stories/prepared-matters.ts';
import { createTestServer, type Caller, type TestServer } from '../../testing/test-server.ts';

/** Must be found nowhere but where it belongs. */
const picture = Buffer.from('\u0089PNG MARKERONLYINPICTURES', 'latin1');

withStores(({ open }) => {
  describe('what the sites of a filing show', () => {
    let store: Store;
    let server: TestServer;
    let company: Caller;
    let other: Caller;
    let province: Caller;
    let elsewhere: Caller;
    let filing: string;
    let number: string;
    /** What the site answers in this moment. */
    let site: { way: 'browser' | 'without-script'; page: Omit<ReadPage, 'address'> | 'away' };
    const read: string[] = [];

    const day = (days: number, hours = 0): string =>
      new Date(Date.parse('2026-03-18T02:00:00.000Z') + days * 86_400_000 + hours * 3_600_000).toISOString();
    const standing = async (by: Caller, named = filing) =>
      siteStandingContract.strict().parse((await by.get(`/api/site-checks?filing=${named}`)).json());
    const verdicts = async () =>
      Object.fromEntries((await standing(company)).verdicts.map(({ check, verdict }) => [check, verdict]));
    const run = async (value: Readonly<Record<string, string>> = {}) =>
      ranSiteCheckContract.parse((await server.operator.post('/api/administration/site-checks/run', value)).json());
    const settled = async (): Promise<void> => {
      while ((await standing(company)).running) await sleep(10);
    };
    const shows = (more: Partial<ReadPage> = {}): Omit<ReadPage, 'address'> => ({
      text: `网信算备${number}号\n${exampleRecommender.disclosurePrinciple}\n${exampleRecommender.disclosureMechanism}\n${exampleRecommender.disclosurePurpose}`,
      links: [{ address: `http://localhost:8080/en/register/${number}`, text: '备案' }],
      screenshot: picture,
      ...more,
    });

    beforeAll(async () => {
      store = await open();
      server = await createTestServer(store, day(0), {}, async () => ({
        way: site.way,
        read: async (address) => {
          read.push(address);
          if (site.page === 'away') throw new PageFault('unreachable');
          return { address, ...site.page };
        },
        close: async () => undefined,
      }));
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor');
      other = await server.provider('旁观', exampleSubject.place, 'officer');
      province = await server.office('示例省', 'province', '440000', 'reviewer');
      elsewhere = await server.office('另一省', 'province', '110000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      await registered(company, { province, nation });
      filing = await filed(company, { province, nation });
      number = (await standing(company)).filing.number ?? '';
      return () => server.close();
    });

    it('is visited at the wish of the provider or an office, not again within ten minutes', async () => {
      site = { way: 'browser', page: shows() };
      const { addresses, visits, mayAsk } = await standing(company);
      expect(addresses.length).toBeGreaterThan(0);
      expect([visits, mayAsk]).toEqual([[], true]);
      expect((await company.post('/api/site-checks', { filing })).statusCode).toBe(202);
      await settled();
      expect(read).toEqual(addresses);
      expect((await company.post('/api/site-checks', { filing })).statusCode).toBe(409);
      server.now = day(0, 1);
      expect((await province.post('/api/site-checks', { filing: number })).statusCode).toBe(202);
      await settled();
      expect(await verdicts()).toEqual({ 'site-badge': 'pass', 'site-notice': 'pass' });
      expect((await standing(province)).visits).toHaveLength(2 * addresses.length);
    });

    it('is nobody else’s, and nobody’s who may only look', async () => {
      const [visit] = (await standing(company)).visits;
      const screenshot = `/api/site-checks/visits/${visit?.id ?? ''}/screenshot`;
      const seen = await province.get(screenshot);
      expect([seen.headers['content-type'], seen.rawPayload.equals(picture)]).toEqual(['image/png', true]);
      for (const who of [other, elsewhere]) {
        expect((await who.get(`/api/site-checks?filing=${filing}`)).statusCode).toBe(404);
        expect((await who.get(screenshot)).statusCode).toBe(404);
        expect((await who.post('/api/site-checks', { filing })).statusCode).toBe(404);
      }
      expect((await server.publicCaller.get(`/api/site-checks?filing=${filing}`)).statusCode).toBe(401);
      expect((await server.publicCaller.get(screenshot)).statusCode).toBe(401);
      const viewer = server.colleague(company, 'viewer');
      expect((await standing(viewer)).mayAsk).toBe(false);
      expect((await viewer.post('/api/site-checks', { filing })).statusCode).toBe(403);
      expect((await company.post('/api/administration/site-checks/run', {})).statusCode).toBe(403);
    });

    it('fails when a browser does not see it, and is left open without script', async () => {
      site = { way: 'without-script', page: { text: '首页', links: [] } };
      server.now = day(1);
      await run({ filing });
      expect(await verdicts()).toEqual({ 'site-badge': 'not-enough-data', 'site-notice': 'not-enough-data' });
      site = { way: 'browser', page: shows({ links: [] }) };
      server.now = day(1, 1);
      await run({ filing: number });
      expect(await verdicts()).toEqual({ 'site-badge': 'fail', 'site-notice': 'pass' });
    });

    it('tells the provider when it begins to fail, the office once it has lasted, and each of them once', async () => {
      const told = async () =>
        (
          await store.database
            .selectFrom('outbox')
            .select(['organisation_id', 'office_level', 'subject', 'created_at'])
            .where('matter_id', '=', filing)
            .orderBy('id')
            .execute()
        )
          .filter(({ subject }) => JSON.stringify(subject).includes('网站公示检查'))
          .map(({ organisation_id: to, office_level: level, created_at: at }) => [
            to === company.organisation ? 'provider' : level,
            new Date(at).toISOString(),
          ]);
      const sites = (await standing(company)).addresses.length;
      const each = (entry: readonly unknown[]) => Array.from({ length: sites }, () => entry);
      // By the run before: without script nothing was said, with a browser it was.
      expect(await told()).toEqual(each(['provider', day(1, 1)]));
      expect((await standing(company)).nextAt).toBe(day(2, 1));
      for (const [days, hours] of [
        [1, 5],
        [2, 1],
        [3, 1],
        [4, 1],
      ] as const) {
        server.now = day(days, hours);
        await run({ filing });
      }
      expect(await told()).toEqual([...each(['provider', day(1, 1)]), ...each(['province', day(3, 1)])]);
      expect((await standing(company)).nextAt).toBe(day(11, 1));
      // Mended, and broken again: that is news.
      for (const [hours, links] of [
        [2, undefined],
        [3, []],
      ] as const) {
        site = { way: 'browser', page: shows(links === undefined ? {} : { links }) };
        server.now = day(4, hours);
        await run({ filing });
      }
      expect((await told()).slice(2 * sites)).toEqual(each(['provider', day(4, 3)]));
    });

    it('tolerates a site that is away for two days, and comes every day meanwhile', async () => {
      site = { way: 'browser', page: shows() };
      server.now = day(5);
      expect((await run({ filing })).standing?.nextAt).toBe(day(12));
      site = { way: 'browser', page: 'away' };
      const after: (readonly [string | undefined, number | undefined])[] = [];
      for (const [days, hours] of [
        [9, 0],
        [9, 5],
        [10, 5],
        [11, 5],
      ] as const) {
        server.now = day(days, hours);
        await run({ filing });
        after.push([(await verdicts())['site-badge'], (await standing(company)).sites[0]?.away]);
      }
      expect(after).toEqual([
        ['pass', 1],
        ['pass', 1],
        ['pass', 2],
        ['fail', 3],
      ]);
      expect((await standing(company)).visits[0]?.fault).toMatchObject({
        en: expect.stringContaining('cannot be reached'),
      });
      expect((await standing(company)).nextAt).toBe(day(18, 5));
      site = { way: 'browser', page: shows() };
      server.now = day(12);
      await run({ filing });
      expect(await verdicts()).toEqual({ 'site-badge': 'pass', 'site-notice': 'pass' });
    });

    it('is visited weekly without being asked', async () => {
      server.now = day(12, 1);
      expect(await run()).toEqual({});
      server.now = day(19);
      expect((await run()).standing?.visits[0]).toMatchObject({ askedBy: 'operator', at: day(19) });
      server.now = day(26);
      expect(await server.siteChecks.runDue()).toBe(filing);
      expect((await standing(company)).visits[0]).toMatchObject({ askedBy: 'schedule', at: day(26) });
      expect(await server.siteChecks.runDue()).toBe(false);
    });
  });
});
