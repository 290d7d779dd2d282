import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import {
  matterDefinitions,
  type AccountId,
  type Actor,
  type Instant,
  type MatterId,
  type OfficeLevel,
  type OrganisationId,
  type Role,
} from '@suanjian/matters';
import { keepAttachment } from '../attachments/attachments.ts';
import { done, employeeOf, matterWorld, seedOrganisations, why, type MatterWorld } from '../testing/matter-world.ts';
import { testDefinitions } from '../testing/note-matter.ts';
import { withStores } from '../testing/with-stores.ts';
import { scopeOf } from './scope.ts';
import { verifyMatters } from './verify.ts';

const company = randomUUID();
const bureau = randomUUID();
const elsewhere = randomUUID();
const kind = 'inspection';
const companyName = '被查公司';

const official = (account: string, office: string, role: Role, level: OfficeLevel, place: string): Actor => ({
  kind: 'person',
  account: account as AccountId,
  name: account,
  membership: {
    kind: 'office',
    organisation: office as OrganisationId,
    roles: [role],
    level,
    place,
    department: 'network',
  },
});
const planner = official('planner', bureau, 'supervisor', 'province', '330000');
const deputy = official('deputy', bureau, 'supervisor', 'province', '330000');
const colleague = official('colleague', bureau, 'supervisor', 'province', '330000');
/** Of a place that the office of the matter has nothing to do with. */
const guest = official('guest', elsewhere, 'reviewer', 'city', '440100');
const officer = employeeOf(company);
const everybody = [planner, deputy, colleague, guest];
const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : '');

const plan = {
  provider: companyName,
  targets: 'TARGET-MARKER',
  clauses: [{ clause: 'final/17.1' }],
  way: 'on-the-spot',
  visitOn: '2026-03-24',
  basis: 'final/28.1',
  why: 'WHY-MARKER',
  given: true,
  free: true,
};

withStores(({ open }) => {
  let world: MatterWorld;
  let matter: MatterId;

  const give = async (command: string, input: unknown, actor: Actor) =>
    world.service.give({ actor, kind, matter, command, input, reason: '理由' });
  const join = async (actor: Actor): Promise<void> => {
    done(await give('undertake', { given: true }, actor));
    done(await give('declare-interests', { conflict: false }, actor));
  };
  /** What row security leaves somebody of the tables, asked for directly. */
  const rowsOf = (actor: Actor, today?: string) =>
    world.store.inScope({ ...scopeOf(actor), ...(today === undefined ? {} : { today }) }, async (transaction) => {
      const count = async (table: string): Promise<number> =>
        (
          await sql<{ count: number }>`
            select count(*)::integer as count from ${sql.table(table)} where ${sql.ref(table === 'matter' ? 'id' : 'matter_id')} = ${matter}`.execute(
            transaction,
          )
        ).rows[0]?.count ?? 0;
      return { heads: await count('matter'), events: (await count('matter_event')) > 0 };
    });
  const listed = async (actor: Actor, query: object = {}) => (await world.service.list(actor, query)).items;
  const read = async (actor: Actor): Promise<string> =>
    JSON.stringify((await world.service.read(actor, kind, matter, { unseal: ['confidential', 'personal'] })) ?? null);

  beforeEach(async () => {
    world = matterWorld(await open(), [...matterDefinitions, ...testDefinitions], '2026-03-20T02:00:00.000Z');
    const { store } = world;
    await seedOrganisations(store, [
      { id: company, name: companyName, place: '330106', creditCode: '91330106MA00000000', registered: true },
      { id: bureau, name: '浙', place: '330000', level: 'province' },
      { id: elsewhere, name: '穗', place: '440100', level: 'city' },
    ]);
    await store.asOwner((transaction) =>
      transaction
        .insertInto('membership')
        .values(
          everybody.map((actor) => ({
            account_id: accountOf(actor),
            organisation_id: actor.kind === 'person' ? (actor.membership?.organisation ?? '') : '',
            roles: actor.kind === 'person' ? [...(actor.membership?.roles ?? [])] : [],
            since: '2026-01-01T00:00:00.000Z',
          })),
        )
        .execute(),
    );
    matter = done(await world.service.open({ actor: planner, kind, input: plan })).matter;
  });

  describe('a matter of a joint team', () => {
    const named = [deputy, guest];
    const people = { people: named.map((actor) => ({ account: accountOf(actor), name: `NAME-${accountOf(actor)}` })) };

    it('is in no row that another official or the company could read', async () => {
      for (const actor of [deputy, colleague, guest, officer]) {
        expect(await rowsOf(actor), accountOf(actor)).toEqual({ heads: 0, events: false });
        expect([await read(actor), await listed(actor)]).toEqual(['null', []]);
        expect(why(await give('note', { text: 'x' }, actor))).toBe('not-found');
      }
      expect(await rowsOf(planner)).toEqual({ heads: 1, events: true });
    });

    it('shows whoever is named that there is something to sign, and nothing else until they are admitted', async () => {
      done(await give('name-members', people, planner));
      for (const actor of named) {
        expect(await rowsOf(actor)).toEqual({ heads: 1, events: false });
        expect(await listed(actor)).toMatchObject([{ id: matter, title: '监督检查', owner: null, place: '000000' }]);
        for (const query of [{ owner: company }, { text: companyName }, { text: '2026-03-24' }])
          expect(await listed(actor, query), JSON.stringify(query)).toEqual([]);
        expect(await read(actor)).not.toMatch(new RegExp(`MARKER|NAME-|${companyName}|${company}|330106`, 'u'));
        expect(why(await give('note', { text: 'x' }, actor))).toBe('not-permitted');
        done(await give('undertake', { given: true }, actor));
        expect(await read(actor)).toContain(companyName);
        expect(await read(actor)).not.toMatch(/WHY-MARKER|NAME-/u);
        done(await give('declare-interests', { conflict: false }, actor));
        expect(await read(actor)).toMatch(/WHY-MARKER/u);
        expect(await rowsOf(actor)).toEqual({ heads: 1, events: true });
        expect(await listed(actor, { owner: company })).toHaveLength(1);
      }
      expect(await rowsOf(colleague)).toEqual({ heads: 0, events: false });
      done(await give('note', { text: '来自外地' }, guest));
      expect((await verifyMatters(world.store.database)).faults).toEqual([]);
    });

    it('is closed to whoever is recused from then on', async () => {
      done(await give('name-members', people, planner));
      for (const actor of named) await join(actor);
      done(await give('recuse', { account: 'guest' }, guest));
      expect(await rowsOf(guest)).toEqual({ heads: 1, events: false });
      expect(await read(guest)).not.toMatch(/MARKER|NAME-/u);
      expect(why(await give('note', { text: 'x' }, guest))).toBe('not-permitted');
    });

    it('is closed to whoever acted for the company, found in the record', async () => {
      const both = { ...people, people: [{ account: accountOf(officer), name: 'x' }] };
      expect(await give('name-members', both, planner)).toMatchObject({ why: 'refused' });
      const acting: Actor = {
        kind: 'person',
        account: 'guest' as AccountId,
        name: 'guest',
        membership: { kind: 'provider', organisation: company as OrganisationId, roles: ['officer'] },
      };
      done(await world.service.open({ actor: acting, kind: 'note', input: { form: { title: 'x' } } }));
      expect(await give('name-members', people, planner)).toMatchObject({
        refusals: [{ code: 'team/own-case', pointer: '/people/1/account' }],
      });
    });

    it('reaches the company when two have shown identity, and the team writes on where a member is of another place', async () => {
      done(await give('name-members', people, planner));
      for (const actor of named) await join(actor);
      done(await give('approve', {}, deputy));
      world.clock.now = '2026-03-24T02:00:00.000Z';
      const identity = { certificate: 'A-1', toWhom: '王', capacity: '经理', shown: true };
      done(await give('show-identity', identity, planner));
      expect(await rowsOf(officer)).toEqual({ heads: 0, events: false });
      done(await give('begin', identity, guest));
      expect(await rowsOf(officer)).toEqual({ heads: 1, events: true });
      expect(await read(officer)).not.toMatch(/WHY-MARKER|NAME-/u);
      done(await give('check', { clause: 'final/17.1', result: 'met', seen: '看过。' }, guest));
      const { keyring } = world;
      const copy = await world.store.inScope(scopeOf(guest), (transaction) =>
        keepAttachment(
          transaction,
          {
            organisation: elsewhere as OrganisationId,
            name: 'copy.pdf',
            type: 'application/pdf',
            content: Buffer.from('COPY'),
            scanned: 'clean',
            by: accountOf(guest),
            at: world.clock.now as Instant,
          },
          keyring,
          randomBytes,
        ),
      );
      const opened = (actor: Actor) => world.service.openAttachment(actor, kind, matter, copy.hash);
      const finding = { clause: 'final/17.1', what: '仍然排序。', from: '2026-03-01', gravity: 'slight' };
      const evidence = { evidence: 'document', document: '配置。', papers: [copy] };
      done(await give('find', { ...finding, ...evidence }, guest));
      const held = { kind: 'organisation', id: elsewhere };
      // What another office brought is opened by the team, and by the company once it reads the findings.
      expect([await opened(deputy), await opened(officer), await opened(colleague)]).toEqual([
        held,
        undefined,
        undefined,
      ]);
      done(await give('draw-record', { summary: '看过。', signBy: '2026-03-30' }, guest));
      done(await give('countersign-record', {}, deputy));
      expect([await opened(officer), await opened(colleague)]).toEqual([held, undefined]);
      const due = (await world.service.read(officer, kind, matter))?.clocks;
      expect(due).toMatchObject([{ name: 'toSign', due: '2026-03-30' }]);
      // Somebody who joins while the clock runs does not start another.
      done(await give('name-members', { people: [{ account: accountOf(colleague), name: 'x' }] }, planner));
      await join(colleague);
      expect((await world.service.read(colleague, kind, matter))?.clocks).toHaveLength(1);
    });
  });

  describe('what a team reads of a company', () => {
    const unsealed = { unseal: ['confidential'] as const };
    let note: MatterId;

    beforeEach(async () => {
      const form = { title: '配方备案', recipe: '秘密' };
      note = done(await world.service.open({ actor: officer, kind: 'note', input: { form } })).matter;
      done(await world.service.give({ actor: officer, kind: 'note', matter: note, command: 'send', input: {} }));
    });

    const toldTo = (actor: Actor, today?: string): Promise<readonly string[]> =>
      world.store.inScope({ ...scopeOf(actor), ...(today === undefined ? {} : { today }) }, async (transaction) =>
        (await transaction.selectFrom('reading').select('account_id').where('matter_id', '=', note).execute()).map(
          ({ account_id: account }) => account ?? '',
        ),
      );

    it('is told late where that was put off with an end, and by nobody else’s readings', async () => {
      done(await give('defer-readings', { until: '2026-03-31' }, planner));
      await world.service.read(planner, 'note', note, unsealed);
      await world.service.read(colleague, 'note', note, unsealed);
      for (const today of [undefined, '2026-03-20', '2026-03-31'])
        expect(await toldTo(officer, today), today).toEqual(['colleague']);
      expect((await toldTo(officer, '2026-04-01')).toSorted((a, b) => a.localeCompare(b))).toEqual([
        'colleague',
        'planner',
      ]);
      // Neither does a colleague learn from it that somebody is at it.
      expect(await toldTo(colleague, '2026-03-20')).toEqual(['colleague']);
      expect(await toldTo(planner, '2026-03-20')).toHaveLength(2);
    });

    it('is told at once again when the day has passed, or the inspection was dropped', async () => {
      done(await give('defer-readings', { until: '2026-03-23' }, planner));
      world.clock.now = '2026-03-24T02:00:00.000Z';
      await world.service.read(planner, 'note', note, unsealed);
      expect(await toldTo(officer)).toEqual(['planner']);
      done(await give('defer-readings', { until: '2026-03-31' }, planner));
      done(await give('drop', {}, planner));
      await world.service.read(planner, 'note', note, unsealed);
      expect(await toldTo(officer)).toEqual(['planner', 'planner']);
    });
  });
});
