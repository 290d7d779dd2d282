import { randomUUID } from 'node:crypto';
import { extractText } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject, matterDefinitions } from '@suanjian/matters';
import { withStores } from '@suanjian/records/testing';
import { createPages } from '@suanjian/web/pages';
import { applicationRoutes } from '../areas/applications/routes.ts';
import { publicRoutes } from '../areas/public/routes.ts';
import type { Mail } from '../dispatch/mailer.ts';
import { startTicker } from '../dispatch/ticker.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { expectDone } from './prepared-matter.ts';
import { oneOfEach } from './prepared-matters.ts';
import { seated } from './prepared-review.ts';
import { supervisionAddresses } from './public-addresses.ts';
import { approvedInspection, officials, type PreparedTeam } from './prepared-teams.ts';

const kind = 'inspection';
const secretPlan = {
  targets: 'TARGET-MARKER',
  why: 'WHY-MARKER',
  way: 'announced',
  tellOn: '2026-03-25',
  visitOn: '2026-03-27',
};
const publicPages = [
  '/',
  '/register.json',
  ...supervisionAddresses,
  '/guide',
  '/api',
  '/open-data',
  '/open-data/catalog.jsonld',
  '/open-data/register.csv',
  '/open-data/register.jsonl',
  '/apply',
];
const lists = [
  '?size=200',
  `?kind=${kind}`,
  '?open=true&sort=due',
  '?sort=newest&size=200',
  '?sort=oldest&size=1&page=2',
  '?q=2026-03-27',
  `?q=${encodeURIComponent('监督检查')}`,
  '?q=MARKER',
];

/** Readings without those of the company itself, which asks for papers here and is told of that. */
const byOthers = (body: string): string => {
  const { readings = [] } = JSON.parse(body) as { readings?: readonly { account?: string }[] };
  return JSON.stringify(readings.filter(({ account }) => account === undefined));
};

/** What is written on the pages of a PDF. */
const pagesOf = async (pdf: Buffer): Promise<string> =>
  JSON.stringify(await extractText(new Uint8Array(pdf), { mergePages: false }));

const anyId = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu;

withStores(({ open }) => {
  describe('an inspection, before its time', () => {
    let server: TestServer;
    let company: Caller;
    let people: readonly (readonly [string, Caller])[];
    let team: PreparedTeam;
    let matters: ReadonlyMap<string, string>;
    let inspection: string;
    let before: ReadonlyMap<string, string>;
    let after: ReadonlyMap<string, string>;
    const mails: Mail[] = [];

    const tick = async (): Promise<void> => {
      const ticker = startTicker({
        services: server.services,
        outbound: createOutbound({}),
        every: 0,
        log: () => undefined,
        mail: { send: async (mail) => void mails.push(mail), close: () => undefined },
        members: {
          toMail: async (_transaction, organisation) =>
            organisation === company.organisation
              ? [{ account: 'a', email: 'a@example.cn', language: 'zh' as const }]
              : [],
        },
      });
      for (let round = 0; round < 3; round += 1) await ticker.tick();
      await ticker.stop();
    };

    /** Every address that there is, by what answers: of every kind with the company's own matter, besides every list and page. */
    const everyAddress = async (): Promise<readonly string[]> => {
      const { paths } = server.app.swagger() as { paths: Record<string, Record<string, unknown>> };
      const own = Object.entries(paths)
        .filter(([, methods]) => 'get' in methods)
        .map(([path]) => {
          const kindOf = /^\/api\/matters\/([^/]+)\//u.exec(path)?.[1] ?? '';
          return path
            .replaceAll('{id}', matters.get(kindOf) ?? matters.get('filing') ?? '')
            .replaceAll('{hash}', '0'.repeat(64))
            .replaceAll(/\{[^}]+\}/gu, 'x');
        });
      return [...new Set([...own, ...lists.map((query) => `/api/matters${query}`)])];
    };

    /** What the company and the public are told at every address. */
    const everything = async (): Promise<ReadonlyMap<string, string>> => {
      const told = new Map<string, string>();
      for (const [name, person] of people)
        for (const url of await everyAddress()) {
          const { statusCode, body, headers, rawPayload } = await person.get(url);
          // Fonts may stand in another order in a paper that is made again.
          const isPdf = headers['content-type'] === 'application/pdf';
          told.set(
            `${name} ${url}`,
            `${statusCode} ${headers.etag ?? ''} ${isPdf ? await pagesOf(rawPayload) : url.endsWith('/readings') ? byOthers(body) : body}`,
          );
        }
      const feed = await company.get('/api/calendar-feed');
      const file = await server.app.inject({
        url: feed.statusCode === 200 ? new URL(feed.json<{ address: string }>().address).pathname : '/nothing',
      });
      told.set('the calendar', `${file.statusCode} ${file.body}`);
      for (const url of publicPages) {
        const { statusCode, body } = await server.app.inject({ url });
        told.set(`the public ${url}`, `${statusCode} ${body}`);
      }
      return told;
    };

    beforeAll(async () => {
      const pages = createPages({ stylesheet: '/s.css' });
      server = await createTestServer(await open(), '2026-03-18T02:00:00.000Z', {}, undefined, {
        areas: (services) => [publicRoutes(services, pages), applicationRoutes(services, pages)],
      });
      company = await server.provider('云岭', exampleSubject.place, 'officer', 'editor', 'administrator');
      await seated(server, [company]);
      const province = await server.office('示例省', 'province', '440000', 'reviewer');
      const nation = await server.office('示例国', 'nation', '000000', 'reviewer', 'supervisor');
      const prepared = await oneOfEach(server, company, { province, nation });
      matters = new Map([...prepared].filter(([each]) => each !== kind));
      team = await officials(server, province);
      people = [
        ['officer', company],
        ['viewer', server.colleague(company, 'viewer')],
        ['auditor', server.colleague(company, 'auditor')],
      ];
      await tick();
      mails.length = 0;
      before = await everything();
      const { number } = (await company.get(`/api/matters/filing/${matters.get('filing')}`)).json<{ number: string }>();
      inspection = await approvedInspection(team, number, secretPlan);
      const path = `/api/matters/${kind}/${inspection}`;
      await expectDone(team.deputy.post(`${path}/defer-readings`, { until: '2026-04-30', reason: '防止通风报信' }));
      await expectDone(team.inspector.post(`${path}/note`, { text: '先看备案。' }));
      // The team reads what is sealed in the company's own matters.
      for (const each of ['filing', 'assessment', 'log-request'])
        await team.inspector.get(`/api/matters/${each}/${matters.get(each)}?unseal=confidential,personal`);
      await tick();
      after = await everything();
      return () => server.close();
    });

    it('is looked for at every address that there is', () => {
      expect(before.size).toBeGreaterThan(200);
      expect([...before].filter(([, told]) => told.startsWith('200')).length).toBeGreaterThan(100);
      expect(before.get('the calendar')).toMatch(/^200 BEGIN:VCALENDAR/u);
    });

    it('changes not one byte of what the company, or the public, is told anywhere', () => {
      for (const [where, told] of before) expect(after.get(where), where).toBe(told);
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect([...after.values()].filter((told) => /MARKER|通风报信|先看备案/u.test(told))).toEqual([]);
      expect([...after].filter(([, told]) => told.includes(inspection)).map(([where]) => where)).toEqual([]);
      expect(mails).toEqual([]);
    });

    it('answers at its own address as one that was never there', async () => {
      const never = randomUUID();
      const commands = Object.keys(matterDefinitions.find((each) => each.kind === kind)?.commands ?? {});
      const asked = [
        ...['', '?unseal=confidential,personal', '/readings', `/attachments/${'0'.repeat(64)}`].map(
          (rest) => ['GET', rest, undefined] as const,
        ),
        ...[...commands, 'no-such-command'].flatMap((command) => [
          ['POST', `/${command}`, {}] as const,
          ['POST', `/${command}`, { impossible: true }] as const,
        ]),
      ];
      for (const [, person] of people)
        for (const [method, rest, payload] of asked)
          for (const headers of [{}, { 'if-match': '"1"' }, { 'idempotency-key': randomUUID() }]) {
            const answer = async (id: string): Promise<string> => {
              const url = `/api/matters/${kind}/${id}${rest}`;
              const { statusCode, body } = await person.send({
                method,
                url,
                headers,
                ...(payload === undefined ? {} : { payload }),
              });
              return `${statusCode} ${body.replaceAll(id, 'ID')}`;
            };
            const told = await answer(inspection);
            expect(told, `${method} ${rest}`).toBe(await answer(never));
            expect(told, `${method} ${rest}`).toMatch(/^404/u);
          }
    });

    it('cannot be found by opening something on it', async () => {
      const never = randomUUID();
      for (const { kind: each } of matterDefinitions) {
        const answer = async (parent: string): Promise<string> => {
          const { statusCode, body } = await company.post(`/api/matters/${each}`, { parent });
          return `${statusCode} ${body.replaceAll(anyId, 'ID')}`;
        };
        expect(await answer(inspection), each).toBe(await answer(never));
      }
    });

    it('is there for the company once it is announced, and its readings once the deferral has passed', async () => {
      const path = `/api/matters/${kind}/${inspection}`;
      expect((await team.inspector.post(`${path}/announce`)).statusCode).toBe(422);
      server.now = '2026-03-25T02:00:00.000Z';
      await expectDone(team.inspector.post(`${path}/announce`));
      await tick();
      const seen = await company.get(`${path}?unseal=confidential,personal`);
      expect([seen.statusCode, seen.body.includes('TARGET-MARKER'), seen.body.includes('WHY-MARKER')]).toEqual([
        200,
        true,
        false,
      ]);
      expect(seen.body).not.toMatch(/通风报信|先看备案|检查员/u);
      expect(mails.length).toBeGreaterThan(0);
      const readings = async (): Promise<string> =>
        (await company.get(`/api/matters/filing/${matters.get('filing')}/readings`)).body;
      expect(await readings()).not.toContain('toldAfter');
      server.now = '2026-05-01T02:00:00.000Z';
      expect(await readings()).toContain('"toldAfter":"2026-04-30"');
    });
  });
});
