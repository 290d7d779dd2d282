import { createServer, type Server } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleSubject, matterDefinitions, type MatterId, type Side } from '@suanjian/matters';
import { verifyMatters, type Store } from '@suanjian/records';
import { withStores } from '@suanjian/records/testing';
import { createPages } from '@suanjian/web/pages';
import { applicationRoutes } from '../areas/applications/routes.ts';
import { publicRoutes } from '../areas/public/routes.ts';
import type { Mail } from '../dispatch/mailer.ts';
import { startTicker } from '../dispatch/ticker.ts';
import { createOutbound } from '../outbound/outbound.ts';
import { createPlanting, sealedFieldsOf, type Marker, type Planting } from '../testing/planted.ts';
import { createTestServer, type Caller, type TestServer } from '../testing/test-server.ts';
import { broughtOn } from './main-states.ts';
import { personalMatters, type Person } from './personal-matters.ts';
import { oneOfEach } from './prepared-matters.ts';
import { supervisionAddresses } from './public-addresses.ts';
import { storedText } from './stored-text.ts';

/** The shape of every planted word. */
const planted = /zq\d{4}xk/gu;

/** Where a marker was found that should not be there. Content is gone through once, not for every marker. */
const found = (markers: readonly Marker[], place: string, content: string): readonly string[] => {
  const words = new Set(content.match(planted));
  return words.size === 0
    ? []
    : markers.filter(({ word }) => words.has(word)).map(({ where }) => `${where} in ${place}`);
};

/** Matters whose other fields hang on what is compared with them, so that they are left as they are given. */
const asGiven: ReadonlySet<string> = new Set(['change/save', 'ethics-review/close-vote']);

/** Fields that no matter here comes to, or where a word of our own would be refused. */
const outOfReach: ReadonlySet<string> = new Set([
  'log-request: log-holding.statement',
  'filing: filing.technicalServiceCustomers',
  'change: filing.technicalServiceCustomers',
  'responsibility: system-review.result',
  // Files that an office brings: only a company's are planted.
  ...['evidence.papers', 'record.papers', 'service.consent', 'service.proof'].map(
    (field) => `violation-case: case-${field}`,
  ),
  ...[9, 10, 11, 12, 13, 14, 15].flatMap((item) =>
    ['assessment', 'official-assessment'].map((kind) => `${kind}: assessment.item${item}Account`),
  ),
]);

/** Said for those whose complaints were merged into one, and left out where there are none. */
const leftOut = /complaint-(?:answer|ruling)\.shared$/u;

/** Somebody of the tests as a member. */
const membershipOf = ({ actor }: Caller) => {
  if (actor.kind !== 'person' || actor.membership === undefined) throw new Error('only people are members');
  const { organisation, roles } = actor.membership;
  return {
    account_id: actor.account,
    organisation_id: organisation,
    roles: [...roles],
    since: '2026-03-18T02:00:00.000Z',
  };
};

withStores(({ open }) => {
  describe('what is confidential or personal', () => {
    let store: Store;
    let server: TestServer;
    let planting: Planting;
    let matters: ReadonlyMap<string, string>;
    let people: readonly Person[];
    let company: Caller;
    let province: Caller;
    let nation: Caller;
    let strangers: readonly (readonly [string, Caller])[];
    let hook: Server;
    const lines: string[] = [];
    const mails: Mail[] = [];
    const posted: string[] = [];
    const outbound = createOutbound({ permits: (address) => address === '127.0.0.1' });

    const sealed = (): readonly Marker[] => planting.markers.filter(({ secrecy }) => secrecy !== 'public');
    const secret = (): readonly Marker[] =>
      planting.markers.filter(({ secrecy }) => secrecy === 'confidential' || secrecy === 'personal');
    const all = (): readonly (readonly [kind: string, matter: string])[] =>
      [...new Map(planting.markers.map(({ matter, where }) => [matter, where.slice(0, where.indexOf('/'))]))].map(
        ([matter, kind]) => [kind, matter] as const,
      );
    const unsealed = (by: Caller, kind: string, matter: string) =>
      by.get(`/api/matters/${kind}/${matter}?unseal=confidential,personal`);

    beforeAll(async () => {
      store = await open();
      const pages = createPages({ stylesheet: '/s.css' });
      const real = await createTestServer(store, '2026-03-18T02:00:00.000Z', {}, undefined, {
        log: { level: 'trace', stream: { write: (line) => void lines.push(line) } },
        areas: (services) => [publicRoutes(services, pages), applicationRoutes(services, pages)],
        outbound,
      });
      planting = createPlanting(matterDefinitions, (kind, command) => !asGiven.has(`${kind}/${command ?? 'open'}`));
      const { caller } = planting;
      server = {
        ...real,
        get now() {
          return real.now;
        },
        set now(instant) {
          real.now = instant;
        },
        publicCaller: caller(real.publicCaller),
        colleague: (of, ...roles) => caller(real.colleague(of, ...roles)),
      };
      company = caller(await real.provider('云岭', exampleSubject.place, 'officer', 'editor'));
      province = caller(await real.office('示例省', 'province', '440000', 'reviewer'));
      nation = caller(await real.office('示例国', 'nation', '000000', 'reviewer', 'supervisor'));
      strangers = [
        ['another company', await real.provider('旁观', exampleSubject.place, 'officer', 'editor', 'auditor')],
        ['another province', await real.office('另一省', 'province', '110000', 'reviewer', 'supervisor', 'auditor')],
        ['the public', real.publicCaller],
      ];
      // A calendar is given to members of today alone, and these callers never joined.
      await store.asOwner((transaction) =>
        transaction.insertInto('membership').values([company, province, nation].map(membershipOf)).execute(),
      );
      hook = createServer((request, response) => {
        request.on('data', (part: Buffer) => void posted.push(part.toString()));
        request.on('end', () => response.writeHead(204).end());
      });
      await new Promise<void>((resolve) => void hook.listen(0, '127.0.0.1', resolve));
      const address = hook.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      for (const side of [company, province]) {
        const made = await real
          .colleague(side, 'administrator')
          .post('/api/webhooks', { address: `http://127.0.0.1:${port}/in` });
        if (made.statusCode !== 201) throw new Error(made.body);
      }
      matters = await oneOfEach(server, company, { province, nation });
      people = await personalMatters(server, planting, { company, province, nation }, matters);
      await broughtOn(server, matters, { company, province, nation });
      const ticker = startTicker({
        services: real.services,
        outbound,
        every: 0,
        log: (message, facts) => void lines.push(JSON.stringify([message, facts])),
        mail: { send: async (mail) => void mails.push(mail), close: () => undefined },
        members: { toMail: async () => [{ account: 'a', email: 'a@example.cn', language: 'zh' }] },
      });
      for (let round = 0; round < 3; round += 1) await ticker.tick();
      await ticker.stop();
      return async () => {
        hook.closeAllConnections();
        hook.close();
        await real.close();
      };
    });

    it('has been planted in words of one shape', () =>
      expect(planting.markers.filter(({ word }) => word.match(planted)?.[0] !== word)).toEqual([]));

    it('has been planted in every field that can hold a word, of every kind of matter', () => {
      const fields = new Set(secret().map(({ where }) => where.slice(where.indexOf(' ') + 1)));
      const missing = matterDefinitions.flatMap((definition) =>
        [...sealedFieldsOf(definition)]
          .filter((field) => !fields.has(field))
          .map((field) => `${definition.kind}: ${field}`)
          .filter((field) => !outOfReach.has(field)),
      );
      expect(missing).toEqual([]);
    });

    it('is found where it may be, so that looking for it elsewhere means something', async () => {
      let readable = '';
      for (const [kind, matter] of all()) readable += (await unsealed(server.operator, kind, matter)).body;
      // What was named anew has taken the place of what was named before.
      const said = Map.groupBy(secret(), ({ matter, where }) => `${matter} ${where}`);
      const lost = [...said].filter(
        ([where, markers]) => !leftOut.test(where) && markers.every(({ word }) => !readable.includes(word)),
      );
      expect(lost.map(([where]) => where)).toEqual([]);
      const { number } = (await company.get(`/api/matters/filing/${matters.get('filing')}`)).json();
      const record = await server.app.inject({ url: `/register/${number}` });
      const published = planting.markers.filter(({ secrecy }) => secrecy === 'public');
      expect(found(published, 'the record', record.body)).not.toEqual([]);
    });

    it('is on no page of the public, and in nothing the public can download', async () => {
      const { number } = (await company.get(`/api/matters/filing/${matters.get('filing')}`)).json();
      const urls = [
        '/',
        '/register',
        '/register.json',
        `/register/${number}`,
        `/register/${number}.json`,
        `/register/${number}/report`,
        `/check.json?number=${number}`,
        '/clauses',
        '/clauses.json',
        '/clauses/final',
        '/clauses/final/24.1',
        ...supervisionAddresses,
        `/decisions/${matters.get('violation-case')}`,
        `/risk-notices/${matters.get('rectification')}`,
        `/campaigns/${matters.get('campaign')}`,
        `/standards/${matters.get('standard')}.json`,
        '/guide',
        '/accessibility',
        '/api',
        '/open-data',
        '/open-data/catalog.jsonld',
        '/open-data/register.csv',
        '/open-data/register.jsonl',
        '/open-data/register.parquet',
        '/apply',
        '/apply/complaint',
        '/apply/appeal',
        '/apply/explanation',
        '/follow',
        '/api/openapi.json',
        ...sealed()
          .slice(0, 20)
          .map(({ word }) => `/register.json?q=${word}&`),
      ];
      for (const url of urls) {
        const answer = await server.app.inject({ url });
        expect([200, 404], url).toContain(answer.statusCode);
        expect(found(sealed(), url, answer.rawPayload.toString().replaceAll(/zq\d{4}xk(?=&|",)/gu, ''))).toEqual([]);
      }
      for (const { cookie, matter } of people) {
        const page = await server.app.inject({ url: '/follow', headers: { cookie } });
        expect(page.statusCode).toBe(200);
        expect(
          found(
            secret().filter((each) => each.matter === matter),
            'own',
            page.body,
          ),
        ).not.toEqual([]);
        const others = sealed().filter((each) => each.matter !== matter);
        expect(found(others, 'the page of another matter', page.body)).toEqual([]);
      }
    });

    it('is read by no stranger', async () => {
      for (const [name, stranger] of strangers) {
        for (const [kind, matter] of all())
          for (const url of [
            `/api/matters/${kind}/${matter}?unseal=confidential,personal`,
            `/api/matters/${kind}/${matter}/readings`,
          ]) {
            const answer = await stranger.get(url);
            expect([401, 404], `${name} ${url}`).toContain(answer.statusCode);
            expect(found(sealed(), `${kind} for ${name}`, answer.body)).toEqual([]);
          }
        for (const url of ['/api/matters?size=200', '/api/notices'])
          expect(found(sealed(), `${url} for ${name}`, (await stranger.get(url)).body)).toEqual([]);
      }
    });

    it('is in no list, notice, mail, message to a program or calendar, even of those who may read it', async () => {
      for (const side of [company, province, nation, server.operator]) {
        for (const url of ['/api/matters?size=200', '/api/notices'])
          expect(found(sealed(), url, (await side.get(url)).body)).toEqual([]);
      }
      let events = 0;
      for (const side of [company, province, nation]) {
        const feed = await side.get('/api/calendar-feed');
        expect(feed.statusCode).toBe(200);
        const file = await server.app.inject({ url: new URL(feed.json().address).pathname });
        expect(file.statusCode).toBe(200);
        events += file.body.split('BEGIN:VEVENT').length - 1;
        expect(found(sealed(), 'a calendar', file.body.replaceAll(/\r\n[ \t]/gu, ''))).toEqual([]);
      }
      expect(events).toBeGreaterThan(0);
      for (const { word } of secret().slice(0, 20))
        expect((await nation.get(`/api/matters?q=${word}`)).json().items, word).toEqual([]);
      expect([mails.length > 0, posted.length > 0]).toEqual([true, true]);
      expect(found(sealed(), 'a mail', JSON.stringify(mails))).toEqual([]);
      expect(found(sealed(), 'a webhook', posted.join('\n'))).toEqual([]);
    });

    it('is masked for whoever does not ask for it', async () => {
      for (const [kind, matter] of all())
        for (const side of [company, province, nation, server.operator])
          expect(found(secret(), `${kind}, masked`, (await side.get(`/api/matters/${kind}/${matter}`)).body)).toEqual(
            [],
          );
    });

    it('is hidden from the side that is not to know of it, unsealed as well', async () => {
      const sides: readonly (readonly [Side, Caller])[] = [
        ['provider', company],
        ['office', nation],
        ['office', province],
      ];
      for (const [side, reader] of sides) {
        const hidden = planting.markers.filter(({ hiddenFrom }) => hiddenFrom.includes(side));
        for (const [kind, matter] of all())
          expect(found(hidden, `${kind} for ${side}`, (await unsealed(reader, kind, matter)).body)).toEqual([]);
      }
      expect(secret().some(({ hiddenFrom }) => hiddenFrom.includes('provider'))).toBe(true);
      const inner = new Set(
        planting.markers.filter(({ hiddenFrom }) => hiddenFrom.length > 1).map(({ where }) => where),
      );
      expect(inner.size, 'words that one side keeps to itself').toBeGreaterThan(0);
    });

    it('is in no answer to a broken request', async () => {
      for (const [kind, matter] of matters) {
        const commands = Object.keys(matterDefinitions.find((each) => each.kind === kind)?.commands ?? {});
        const callers = [company, nation, ...strangers.map(([, caller]) => caller)];
        for (const [index, command] of ['no-such-command', ...commands].entries()) {
          const stale = { payload: {}, headers: { 'if-match': '"1"' } };
          const broken = { payload: { impossible: 1, form: { impossible: 1 } } };
          for (const [place, by] of callers.entries()) {
            const url = `/api/matters/${kind}/${matter}/${command}`;
            const { body } = await by.send({ method: 'POST', url, ...((index + place) % 2 === 0 ? stale : broken) });
            expect(found(sealed(), `${kind}/${command}`, body)).toEqual([]);
          }
        }
      }
    });

    it('is in no line of the log', () => {
      expect(lines.length).toBeGreaterThan(100);
      expect(found(sealed(), 'the log', lines.join('\n'))).toEqual([]);
      for (const { code } of people) expect(lines.filter((line) => line.includes(code))).toEqual([]);
    });

    it('is nowhere in the store in the clear', async () => {
      const stored = await storedText(store);
      const published = planting.markers.filter(({ secrecy }) => secrecy === 'public');
      expect(found(published, 'the store', stored)).not.toEqual([]);
      expect(found(secret(), 'the store', stored)).toEqual([]);
    });

    it('is gone for everybody once the person has it erased, and the streams still verify', async () => {
      const ticker = startTicker({ services: server.services, outbound, every: 0, log: () => undefined });
      for (const { kind, matter, cookie } of people) {
        const personal = secret().filter((each) => each.matter === matter && each.secrecy === 'personal');
        expect(found(personal, 'own', (await unsealed(server.operator, kind, matter)).body)).not.toEqual([]);
        const actor = { kind: 'applicant', matter: matter as MatterId } as const;
        const done = await server.services.matters.give({
          actor,
          kind,
          matter,
          command: 'erase-me',
          input: {},
        });
        expect(done).toMatchObject({ outcome: 'done' });
        await ticker.tick();
        for (const side of [company, province, nation, server.operator])
          expect(found(personal, `${kind}, erased`, (await unsealed(side, kind, matter)).body)).toEqual([]);
        const page = await server.app.inject({ url: '/follow', headers: { cookie } });
        expect(page.statusCode).toBe(200);
        expect(found(personal, 'the page of an erased person', page.body)).toEqual([]);
        const rest = secret().filter((each) => each.matter === matter && each.secrecy === 'confidential');
        expect(found(rest, 'own', (await unsealed(server.operator, kind, matter)).body)).not.toEqual([]);
        const files = await store.asOwner((transaction) =>
          transaction.selectFrom('matter_attachment').select('hash').where('matter_id', '=', matter).execute(),
        );
        expect(files.length).toBeGreaterThan(0);
        for (const { hash } of files)
          for (const side of [company, nation, server.operator]) {
            const answer = await side.get(`/api/matters/${kind}/${matter}/attachments/${hash}`);
            expect(answer.statusCode).not.toBe(200);
            expect(found(personal, 'a file', answer.rawPayload.toString('latin1'))).toEqual([]);
          }
      }
      await ticker.stop();
      expect((await verifyMatters(store.database)).faults).toEqual([]);
    });
  });
});
