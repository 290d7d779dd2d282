import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AccountId, Actor, Instant, OrganisationId } from '@suanjian/matters';
import { builtInCalendar, mergeCalendars, parseStateCouncilCalendar, text } from '@suanjian/rulebook';
import { createMemoryKeyring } from '../keys/memory-keyring.ts';
import type { Keyring } from '../keys/keyring.ts';
import { createSealedBox } from '../keys/sealed-box.ts';
import type { Store } from '../store/open-store.ts';
import { testDefinitions } from '../testing/note-matter.ts';
import { withStores } from '../testing/with-stores.ts';
import type { MatterPorts } from './command-context.ts';
import { createMatterService, type MatterService } from './matter-service.ts';
import type { Done, Refused } from './outcome.ts';
import { recomputeClocks } from './recompute-clocks.ts';
import { scopeOf } from './scope.ts';
import { createSealer } from './sealing.ts';
import { verifyMatters } from './verify.ts';

const provider = (organisation: string, ...roles: ('officer' | 'viewer')[]): Actor => ({
  kind: 'person',
  account: `account-${organisation}` as AccountId,
  name: 'somebody',
  membership: {
    kind: 'provider',
    organisation: organisation as OrganisationId,
    roles: roles.length > 0 ? roles : ['officer'],
  },
});

const office = (organisation: string, place: string, level: 'nation' | 'province' | 'city' = 'province'): Actor => ({
  kind: 'person',
  account: `account-${organisation}` as AccountId,
  name: 'somebody',
  membership: {
    kind: 'office',
    organisation: organisation as OrganisationId,
    roles: ['reviewer'],
    level,
    place,
    department: 'network',
  },
});

const ids = {
  own: randomUUID(),
  other: randomUUID(),
  zhejiang: randomUUID(),
  beijing: randomUUID(),
  nation: randomUUID(),
};
const own = provider(ids.own);
const other = provider(ids.other);
const zhejiang = office(ids.zhejiang, '330000');
const beijing = office(ids.beijing, '110000');
const nation = office(ids.nation, '000000', 'nation');

const seed = (store: Store) =>
  store.asOwner(async (transaction) => {
    const common = { created_at: '2026-01-01T00:00:00.000Z', credit_code: null, subject_code: null };
    const bureau = { kind: 'office' as const, department: 'network', ...common };
    await transaction
      .insertInto('organisation')
      .values([
        { id: ids.own, kind: 'provider', name: '甲公司', place: '330106', level: null, department: null, ...common },
        { id: ids.other, kind: 'provider', name: '乙公司', place: '330106', level: null, department: null, ...common },
        { id: ids.zhejiang, name: '浙江办公室', place: '330000', level: 'province', ...bureau },
        { id: ids.beijing, name: '北京办公室', place: '110000', level: 'province', ...bureau },
        { id: ids.nation, name: '全国办公室', place: '000000', level: 'nation', ...bureau },
      ])
      .execute();
  });

const done = (outcome: Done | Refused): Done => {
  if (outcome.outcome === 'refused') throw new Error(`refused: ${JSON.stringify(outcome)}`);
  return outcome;
};

withStores(({ kind, open }) => {
  let store: Store;
  let service: MatterService;
  let ports: MatterPorts;
  let keyring: Keyring;
  let now: string;

  beforeEach(async () => {
    store = await open();
    await seed(store);
    now = '2026-02-10T02:00:00.000Z';
    keyring = createMemoryKeyring({ random: randomBytes, now: () => now });
    ports = {
      definitionOf: (kind) => testDefinitions.find((definition) => definition.kind === kind),
      sealer: createSealer(createSealedBox(keyring, randomBytes)),
      now: () => now as Instant,
      newId: randomUUID,
      settings: { numberPrefix: '示例算备', issuingBody: text('示例', 'Example') },
      rules: () => ({ calendar: builtInCalendar }),
      files: { keyring, random: randomBytes },
      publish: async () => undefined,
      randomSubjectCode: () => '1234567',
      registerPeak: async () => 0,
      subjectCodeInRegister: async () => false,
    };
    service = createMatterService(store, testDefinitions, ports);
  });

  const opened = async (
    form: Record<string, unknown> = { title: '推荐算法说明', recipe: 'secret sauce', telephone: '13900000000' },
  ) => done(await service.open({ actor: own, kind: 'note', input: { form } }));
  const give = (
    matter: string,
    command: string,
    actor: Actor,
    more: { input?: unknown; reason?: string; idempotencyKey?: string; expectedPosition?: number } = {},
  ) => service.give({ actor, kind: 'note', matter, command, input: {}, ...more });

  describe('commands', () => {
    it('append events, move the state and say where it stands', async () => {
      const { matter, position } = await opened();
      expect(position).toBe(2);
      expect(done(await give(matter, 'send', own))).toEqual({
        outcome: 'done',
        kind: 'note',
        matter,
        status: 'sent',
        position: 3,
      });
    });

    it('refuse with every fault of the input, each with its pointer', async () => {
      const { matter } = await opened();
      const refused = await give(matter, 'save', own, { input: { form: { title: 7, unknown: 'x' }, more: 1 } });
      expect(refused).toMatchObject({ outcome: 'refused', why: 'invalid' });
      expect(new Set((refused as Refused).refusals.map(({ pointer }) => pointer))).toEqual(
        new Set(['', '/form', '/form/title']),
      );
    });

    it('refuse characters that cannot be stored, and keep what was there', async () => {
      const { matter } = await opened();
      expect(await give(matter, 'save', own, { input: { form: { title: 'a\u0000b' } } })).toMatchObject({
        why: 'invalid',
        refusals: [{ pointer: '/form/title' }],
      });
      expect(await give(matter, 'save', own, { input: { form: { title: '\ud800' } } })).toMatchObject({
        why: 'invalid',
      });
      expect((await service.read(own, 'note', matter))?.position).toBe(2);
    });

    it('refuse a reason that cannot be stored or never ends, and a parent that is none', async () => {
      const { matter } = await opened();
      expect(await give(matter, 'send', own, { reason: 'a\u0000b' })).toMatchObject({
        why: 'invalid',
        refusals: [{ pointer: '/reason' }],
      });
      expect(await give(matter, 'send', own, { reason: '\ud800', idempotencyKey: 'key-00000009' })).toMatchObject({
        why: 'invalid',
      });
      expect(await give(matter, 'send', own, { reason: '长'.repeat(4001) })).toMatchObject({
        why: 'invalid',
        refusals: [{ code: 'input/too-big' }],
      });
      expect(await service.open({ actor: own, kind: 'stamp', input: {}, parent: '13800138000' })).toMatchObject({
        why: 'not-found',
      });
    });

    it('tell refusals by permission, state, reason and rules apart', async () => {
      const { matter } = await opened({});
      expect(await give(matter, 'send', provider(ids.own, 'viewer'))).toMatchObject({ why: 'not-permitted' });
      expect(await give(matter, 'withdraw', own)).toMatchObject({ why: 'wrong-state' });
      expect(await give(matter, 'send', own)).toMatchObject({
        why: 'refused',
        refusals: [{ code: 'note/untitled', pointer: '/form/title' }],
      });
      await give(matter, 'save', own, { input: { form: { title: '题' } } });
      await give(matter, 'send', own);
      expect(await give(matter, 'answer', zhejiang)).toMatchObject({
        why: 'reason-missing',
        refusals: [{ pointer: '/reason' }],
      });
      expect(await give(matter, 'answer', zhejiang, { reason: '属实' })).toMatchObject({
        outcome: 'done',
        status: 'answered',
      });
    });

    it('do nothing twice under one key, and refuse the key for something else', async () => {
      const request = { actor: own, kind: 'note', input: { form: { title: '一次' } }, idempotencyKey: 'key-00000001' };
      const first = done(await service.open(request));
      expect(done(await service.open(request))).toEqual(first);
      expect(await service.open({ ...request, input: { form: { title: '两次' } } })).toMatchObject({
        why: 'key-reused',
      });
      expect((await service.list(own, {})).total).toBe(1);
      // A key belongs to its actor.
      expect(await service.open({ ...request, actor: other })).toMatchObject({ outcome: 'done' });
    });

    it('refuse a decision on what has moved since', async () => {
      const { matter, position } = await opened();
      await give(matter, 'save', own, { input: { form: { title: '新题' } } });
      expect(await give(matter, 'send', own, { expectedPosition: position })).toMatchObject({ why: 'stale' });
      expect(await give(matter, 'send', own, { expectedPosition: position + 1 })).toMatchObject({ outcome: 'done' });
    });

    it('let one of many simultaneous deciders win, and lose no event', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const outcomes = await Promise.all(
        Array.from({ length: 6 }, () => give(matter, 'answer', zhejiang, { reason: '同时' })),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'done')).toHaveLength(1);
      expect(
        outcomes.filter(({ outcome }) => outcome === 'refused').map((refused) => (refused as Refused).why),
      ).toEqual(Array(5).fill('wrong-state'));
      expect(await verifyMatters(store.database)).toEqual({ matters: 1, events: 4, faults: [] });
    });

    it('roll back everything when what follows in another matter is refused', async () => {
      const { matter } = await opened();
      const stamps = () => service.open({ actor: own, kind: 'stamp', input: {}, parent: matter });
      done(await stamps());
      done(await stamps());
      expect(await stamps()).toMatchObject({ outcome: 'refused', why: 'refused', refusals: [{ code: 'note/full' }] });
      expect((await service.list(own, { kinds: ['stamp'] })).total).toBe(2);
      expect((await service.read(own, 'note', matter))?.state['stamps']).toBe(2);
      expect((await verifyMatters(store.database)).faults).toEqual([]);
    });
  });

  describe('who sees what', () => {
    it('keeps a draft from the office, and what is sent from other companies and other places', async () => {
      const { matter } = await opened();
      expect(await service.read(zhejiang, 'note', matter)).toBeUndefined();
      await give(matter, 'send', own);
      expect(await service.read(zhejiang, 'note', matter)).toMatchObject({ audience: 'office' });
      expect(await service.read(nation, 'note', matter)).toMatchObject({ audience: 'office' });
      expect(await service.read(beijing, 'note', matter)).toBeUndefined();
      expect(await service.read(other, 'note', matter)).toBeUndefined();
      expect(await give(matter, 'withdraw', other)).toMatchObject({ why: 'not-found' });
      expect((await service.list(beijing, {})).total).toBe(0);
      expect((await service.list(nation, {})).total).toBe(1);
    });

    it('holds in the database even where the application forgets to ask', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const counts = async (actor: Actor) =>
        store.inScope(scopeOf(actor), async (transaction) => {
          const { rows } = await sql<{ heads: number; events: number; clocks: number }>`
            select (select count(*) from matter) as heads, (select count(*) from matter_event) as events, (select count(*) from clock) as clocks`.execute(
            transaction,
          );
          return rows[0];
        });
      expect(await counts(own)).toEqual({ heads: 1, events: 3, clocks: 1 });
      expect(await counts(zhejiang)).toEqual({ heads: 1, events: 3, clocks: 1 });
      for (const stranger of [other, beijing, { kind: 'public' } as const])
        expect(await counts(stranger)).toEqual({ heads: 0, events: 0, clocks: 0 });
    });

    it('gives nobody but the owner of the tables the right to change or delete an event', async () => {
      const { matter } = await opened();
      for (const statement of [
        sql`update matter_event set reason = 'x'`,
        sql`delete from matter_event where matter_id = ${matter}`,
      ])
        await expect(
          store.inScope(scopeOf(own), (transaction) => statement.execute(transaction)),
        ).rejects.toMatchObject({ kind: 'denied' });
    });

    it('shows internal remarks and their events to the office alone', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      await give(matter, 'remark', zhejiang, { input: { remark: '先看第三项' } });
      const seen = await service.read(zhejiang, 'note', matter);
      expect(seen?.state['remark']).toBe('先看第三项');
      expect(seen?.timeline.map(({ type }) => type)).toContain('remarked');
      expect(JSON.stringify(await service.read(own, 'note', matter))).not.toContain('先看第三项');
      expect(JSON.stringify(seen?.timeline)).toContain('甲公司');
    });
  });

  describe('sealed fields', () => {
    const everything = async () => {
      const { rows } = await sql<{ dump: string }>`
        select coalesce(string_agg(t::text, ' '), '') as dump from (
          select to_jsonb(matter_event) as t from matter_event union all select to_jsonb(matter) from matter
          union all select to_jsonb(outbox) from outbox union all select to_jsonb(command_receipt) from command_receipt) all_rows`.execute(
        store.database,
      );
      return rows[0]?.dump ?? '';
    };

    it('are stored as ciphertext only', async () => {
      await opened();
      const dump = await everything();
      expect(dump).toContain('推荐算法说明');
      expect(dump).not.toContain('secret sauce');
      expect(dump).not.toContain('13900000000');
    });

    it('are masked until asked for, and every reading is recorded', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      expect((await service.read(zhejiang, 'note', matter))?.state['form']).toEqual({
        title: '推荐算法说明',
        recipe: { masked: 'confidential' },
        telephone: { masked: 'personal' },
      });
      expect(await store.database.selectFrom('reading').selectAll().execute()).toEqual([]);
      const seen = await service.read(zhejiang, 'note', matter, { unseal: ['confidential'] });
      expect(seen?.state['form']).toMatchObject({ recipe: 'secret sauce', telephone: { masked: 'personal' } });
      const readings = await store.database.selectFrom('reading').selectAll().execute();
      expect(readings).toMatchObject([
        {
          matter_id: matter,
          account_id: `account-${ids.zhejiang}`,
          organisation_id: ids.zhejiang,
          pointer: '/form/recipe',
          secrecy: 'confidential',
        },
      ]);
    });

    it('lose their content with their key while the stream still verifies', async () => {
      const { matter } = await opened();
      await keyring.erase({ kind: 'person', id: `${matter}.contact` });
      const seen = await service.read(own, 'note', matter, { unseal: ['confidential', 'personal'] });
      expect(seen?.state['form']).toEqual({
        title: '推荐算法说明',
        recipe: 'secret sauce',
        telephone: { erased: true },
      });
      expect((await verifyMatters(store.database)).faults).toEqual([]);
    });
  });

  describe('the chain', () => {
    it.each([
      [
        'a changed payload',
        sql`update matter_event set payload = jsonb_set(payload, '{form,title}', '"别的"') where position = 2`,
        'hash',
      ],
      ['a changed time', sql`update matter_event set at = at + interval '1 second' where position = 1`, 'hash'],
      ['a changed actor', sql`update matter_event set actor = '{"kind":"operator"}' where position = 3`, 'hash'],
      ['a removed event in the middle', sql`delete from matter_event where position = 2`, 'gap'],
      ['a removed last event', sql`delete from matter_event where position = 3`, 'head'],
    ])('shows %s', async (_what, tampering, fault) => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      expect((await verifyMatters(store.database)).faults).toEqual([]);
      await store.asOwner((transaction) => tampering.execute(transaction));
      expect((await verifyMatters(store.database)).faults.map((found) => found.fault)).toContain(fault);
    });
  });

  // The embedded store has one connection: nothing can commit in the middle of anything there.
  if (kind === 'postgres')
    it('is verified as of one moment: a command in the middle is no tampering', async () => {
      const { matter } = await opened();
      let moved = false;
      const interrupted = store.database.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => {
          if (!moved) {
            moved = true;
            done(await give(matter, 'send', own));
          }
          return result;
        },
      });
      expect(await verifyMatters(interrupted)).toEqual({ matters: 1, events: 2, faults: [] });
      expect(moved).toBe(true);
      expect(await verifyMatters(store.database)).toEqual({ matters: 1, events: 3, faults: [] });
    });

  describe('clocks', () => {
    it('stand in the lists with the next due date, by clause and edition', async () => {
      const { matter } = await opened();
      await give(matter, 'send', own);
      const [item] = (await service.list(zhejiang, { sort: 'due' })).items;
      expect(item?.due).toEqual({
        name: 'toAnswer',
        on: '2026-03-30',
        bearer: 'office',
        provisional: false,
        standing: 'running',
        clause: 'final/25',
      });
      now = '2026-03-30T15:59:59.000Z';
      expect((await service.list(zhejiang, {})).items[0]?.due?.standing).toBe('due-today');
      now = '2026-03-30T16:00:00.000Z';
      expect((await service.list(zhejiang, {})).items[0]?.due?.standing).toBe('late');
      await give(matter, 'answer', zhejiang, { reason: '迟了' });
      expect((await service.read(own, 'note', matter))?.clocks).toMatchObject([
        { standing: 'missed', endedOn: '2026-03-31' },
      ]);
    });

    it('are counted again when a calendar arrives, and keep both dates', async () => {
      now = '2026-12-20T02:00:00.000Z';
      const { matter } = await opened();
      await give(matter, 'send', own);
      const before = (await service.read(own, 'note', matter))?.clocks[0];
      expect(before).toMatchObject({ provisional: true });
      const days = ['2027-01-04', '2027-01-05'].map((date) => ({ name: '元旦', date, isOffDay: true }));
      const parsed = parseStateCouncilCalendar({
        '2027': { papers: [], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }, ...days] },
      });
      if (!parsed.ok) throw new Error('the calendar of the test is not valid');
      const rules = {
        calendar: mergeCalendars(builtInCalendar, parsed.calendar),
      };
      const result = await store.asOwner((transaction) => recomputeClocks(transaction, ports, rules));
      expect(result).toEqual({ matters: 1, moved: 1 });
      const after = (await service.read(own, 'note', matter))?.clocks[0];
      expect(after?.provisional).toBe(false);
      expect(after?.receipts.map(({ receipt }) => receipt.due)).toEqual([before?.due, after?.due]);
      expect(after?.due).not.toBe(before?.due);
    });
  });

  it('leaves a clock that has ended as it ended, whatever calendar comes later', async () => {
    now = '2026-12-20T02:00:00.000Z';
    const { matter } = await opened();
    await give(matter, 'send', own);
    await give(matter, 'answer', zhejiang, { reason: '属实' });
    const before = (await service.read(own, 'note', matter))?.clocks;
    const longer = parseStateCouncilCalendar({
      '2027': { papers: [], days: [{ name: '元旦', date: '2027-01-04', isOffDay: true }] },
    });
    if (!longer.ok) throw new Error('the calendar of the test is not valid');
    const rules = { calendar: mergeCalendars(builtInCalendar, longer.calendar) };
    expect(await store.asOwner((transaction) => recomputeClocks(transaction, ports, rules))).toEqual({
      matters: 0,
      moved: 0,
    });
    ports = { ...ports, rules: () => rules };
    service = createMatterService(store, testDefinitions, ports);
    await service.open({ actor: own, kind: 'note', input: { form: { title: '又一件' } } });
    expect((await service.read(own, 'note', matter))?.clocks).toEqual(before);
  });

  it('leaves notices in the outbox in the command’s own transaction', async () => {
    const { matter } = await opened();
    await give(matter, 'send', own);
    expect(
      await store.database.selectFrom('outbox').select(['matter_id', 'position', 'office_level', 'place']).execute(),
    ).toEqual([{ matter_id: matter, position: 3, office_level: 'province', place: '330106' }]);
  });

  it('searches titles in Chinese and pages', async () => {
    for (const title of ['新闻推荐算法', '短视频排序', '外卖调度']) await opened({ title });
    expect((await service.list(own, { text: '推荐' })).items.map(({ title }) => title)).toEqual(['新闻推荐算法']);
    const pages = [
      await service.list(own, { size: 2, page: 1, sort: 'oldest' }),
      await service.list(own, { size: 2, page: 2, sort: 'oldest' }),
    ];
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([
      [3, 2],
      [3, 1],
    ]);
  });
});
