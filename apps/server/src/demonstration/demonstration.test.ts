import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '@suanjian/matters';
import {
  listIndicatorDecisions,
  listSilences,
  listWarnings,
  openStore,
  verifyMatters,
  type MatterListItem,
} from '@suanjian/records';
import { addWorkingDays, civilDateOf } from '@suanjian/rulebook';
// The records' own image of an empty, migrated store: a first start takes seconds.
import { migratedSnapshot } from '../../../../packages/records/src/testing/snapshot.ts';
import { watchedIndicators } from '../areas/monitoring/indicators.ts';
import { loadRecord } from '../areas/public/load-record.ts';
import { assemble, realWorld, type Assembly } from '../assemble.ts';
import { readConfig } from '../config.ts';
import { algorithms } from './algorithms.ts';
import { buildDemonstration, type DemonstrationAccount } from './build.ts';
import { demonstrationExposed, demonstrationHindrance, demonstrationStanding } from './standing.ts';

const now = (): Instant => '2026-03-20T04:00:00.000Z' as Instant;
const operator = { kind: 'operator' } as const;

/** Where a few telling states are better than all of them: a demonstration is built while somebody waits. */
const withoutEveryState: ReadonlySet<string> = new Set([
  'responsibility',
  'ethics-review',
  'log-request',
  'incident',
  'disposal',
  'complaint',
  'explanation',
  'appeal',
  'assessment',
]);

let folder: string;
let assembly: Assembly;
let accounts: readonly DemonstrationAccount[];
let items: readonly MatterListItem[];

const config = (more: Readonly<Record<string, string>> = {}) =>
  readConfig({ DATA_DIR: folder, PORT: '0', ...more }, folder);

const everything = async (): Promise<readonly MatterListItem[]> =>
  (await assembly.services.matters.list(operator, { size: 200 })).items;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-demonstration-'));
  const store = await openStore({ kind: 'embedded', directory: undefined, snapshot: await migratedSnapshot() });
  assembly = await assemble(config(), { store, world: { ...realWorld, now } });
  accounts = await buildDemonstration(assembly, { now });
  items = await everything();
});

afterAll(async () => {
  await assembly.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the demonstration', () => {
  it('holds filings and what hangs on them in every state, and something of every kind', () => {
    const found = new Set(items.map(({ kind, status }) => `${kind}/${status}`));
    const kinds = assembly.services.definitions.filter(({ kind }) => !withoutEveryState.has(kind));
    const missing = kinds
      .flatMap(({ kind, states }) => Object.keys(states).map((status) => `${kind}/${status}`))
      .filter((state) => !found.has(state));
    expect(missing).toEqual([]);
    const present = new Set(items.map(({ kind }) => kind));
    expect(assembly.services.definitions.map(({ kind }) => kind).filter((kind) => !present.has(kind))).toEqual([]);
  });

  it('has something on the desk of every side in what people ask for and what companies must have', () => {
    const count = (kind: string, status: string): number =>
      items.filter((item) => item.kind === kind && item.status === status).length;
    for (const status of ['held', 'with-provider', 'answered', 'with-office', 'escalated', 'closed', 'decided'])
      expect(count('complaint', status), status).toBeGreaterThan(0);
    for (const [kind, status] of [
      ['responsibility', 'kept'],
      ['incident', 'handled'],
      ['incident', 'final-owed'],
      ['disposal', 'handled'],
      ['disposal', 'reported'],
      ['assessment', 'draft'],
      ['assessment', 'sent'],
      ['log-request', 'approved-once'],
      ['ethics-review', 'conditional'],
      ['explanation', 'with-provider'],
      ['explanation', 'sent'],
      ['appeal', 'escalated'],
    ] as const)
      expect(count(kind, status), `${kind} ${status}`).toBeGreaterThan(0);
  });

  it('has a complaint that went to the office because the company was late by its own published time', async () => {
    const late = await assembly.services.store.database
      .selectFrom('clock')
      .innerJoin('matter', 'matter.id', 'clock.matter_id')
      .select(['matter.status', 'clock.ended_on', 'clock.due_on'])
      .where('matter.kind', '=', 'complaint')
      .where('clock.name', '=', 'toAnswer')
      .where('matter.status', '=', 'escalated')
      .execute();
    expect(late).toHaveLength(1);
    expect(late[0]?.ended_on === null || (late[0]?.ended_on ?? '') > (late[0]?.due_on ?? '')).toBe(true);
  });

  it('leads from an inspection by way of an order that was declined to a fine that was paid, told as one story', async () => {
    const rows = await assembly.services.store.database
      .selectFrom('matter as offence')
      .innerJoin('matter as order', 'order.id', 'offence.parent_id')
      .innerJoin('matter as visit', 'visit.id', 'order.parent_id')
      .select([
        'offence.kind as case',
        'offence.status as caseStatus',
        'order.kind as order',
        'order.status as orderStatus',
        'visit.kind as visit',
        'visit.status as visitStatus',
        'offence.owner as fined',
        'visit.owner as inspected',
      ])
      .where('offence.kind', '=', 'violation-case')
      .execute();
    expect(rows).toMatchObject([
      {
        case: 'violation-case',
        caseStatus: 'closed',
        order: 'rectification',
        orderStatus: 'refused',
        visit: 'inspection',
        visitStatus: 'closed',
      },
    ]);
    expect(rows[0]?.fined).toBe(rows[0]?.inspected);
  });

  it('monitors: indicators that count, one on trial with its replay, an order out of a warning, a silence, and one that is new', async () => {
    const { store } = assembly.services;
    const { warnings, silences, indicators, decisions, acts } = await store.asOwner(async (transaction) => ({
      warnings: await listWarnings(transaction, { most: 9 }),
      silences: await listSilences(transaction, civilDateOf(now())),
      indicators: await watchedIndicators(transaction),
      decisions: await listIndicatorDecisions(transaction),
      acts: await transaction.selectFrom('monitoring_act').selectAll().where('action', '=', 'opened').execute(),
    }));
    expect(warnings.map(({ status, sharedAt }) => [status, sharedAt !== undefined])).toEqual([
      ['new', false],
      ['new', false],
      ['acted-on', true],
    ]);
    expect(silences).toHaveLength(1);
    expect(warnings[1]?.organisation).toBe(silences[0]?.organisation);
    expect(acts).toMatchObject([{ warning_id: warnings[2]?.id, matter_kind: 'rectification' }]);
    const order = items.find(({ id }) => id === acts[0]?.matter_id);
    expect(order).toMatchObject({ owner: warnings[2]?.organisation, status: 'ordered' });
    expect(indicators.filter(({ status }) => status === 'live').map(({ id }) => id)).toEqual([
      'minors-exposure',
      'opt-out-leak',
    ]);
    expect(indicators.find(({ id, version }) => id === 'opt-out-leak' && version === 2)?.status).toBe('shadow');
    const replay = decisions.find(({ version, action }) => version === 2 && action === 'replayed')?.replay;
    expect(replay).toMatchObject({ series: 3, warnings: 2 });
  });

  it('has campaigns that companies were asked for self-inspections in', async () => {
    const rows = await assembly.services.store.database
      .selectFrom('matter as answer')
      .innerJoin('matter as campaign', 'campaign.id', 'answer.parent_id')
      .select(['campaign.status as campaign', 'answer.status as answer'])
      .where('answer.kind', '=', 'self-inspection')
      .execute();
    expect(rows.map(({ campaign, answer }) => `${campaign} ${answer}`).toSorted()).toEqual([
      'closed accepted',
      'closed withdrawn',
      'running asked',
      'running overdue',
      'running submitted',
    ]);
  });

  it('shows on a record what its provider has published', async () => {
    const { number = '' } = items.find(({ title }) => title === algorithms.headlines.name) ?? {};
    const record = await loadRecord(assembly, number);
    expect(record?.published?.commitments.map(({ version, holds }) => [version, holds])).toEqual([
      [2, true],
      [1, false],
    ]);
    expect(record?.published?.rules).toHaveLength(2);
  });

  it('has streams that verify', async () => {
    const { events, matters, faults } = await verifyMatters(assembly.services.store.database);
    expect(faults).toEqual([]);
    expect(matters).toBe(items.length);
    expect(events).toBeGreaterThan(150);
  });

  it('has one clock that has lapsed and clocks that lapse within three working days', () => {
    const today = civilDateOf(now());
    const soon = addWorkingDays(assembly.services.calendars.current(), today, 3).due;
    const open = items.flatMap(({ kind, due }) => (due === undefined ? [] : [{ kind, ...due }]));
    expect(open.filter(({ kind, standing }) => kind === 'filing' && standing === 'late')).toMatchObject([
      { bearer: 'office' },
    ]);
    const closing = open.filter(({ kind, standing, on }) => kind === 'filing' && standing === 'running' && on <= soon);
    expect(closing.map(({ bearer }) => bearer).toSorted()).toEqual(['office', 'provider']);
  });

  it('is evidently invented', async () => {
    const organisations = await assembly.services.store.database
      .selectFrom('organisation')
      .select(['name', 'demonstration'])
      .execute();
    expect(organisations.length).toBe(9);
    for (const { name, demonstration } of organisations) {
      expect(name).toMatch(/^示例/);
      expect(demonstration).toBe(true);
    }
    const records = await assembly.services.store.database.selectFrom('register_record').select('display').execute();
    expect(records.length).toBe(9);
    for (const { display } of records) expect(display).toMatch(/^示例算备\d{21}号$/);
  });

  it('lets everybody of every role sign in, each with a password of their own', async () => {
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(accounts.length);
    expect(new Set(accounts.flatMap(({ kind, roles }) => roles.map((role) => `${kind} ${role}`)))).toEqual(
      new Set([
        'office reviewer',
        'office supervisor',
        'office viewer',
        'office administrator',
        'office auditor',
        'provider officer',
        'provider editor',
        'provider viewer',
        'provider administrator',
        'provider auditor',
        'industry-body officer',
        'industry-body administrator',
      ]),
    );
    const [first] = accounts;
    const signedIn = await assembly.auth.signIn(first?.email ?? '', first?.password ?? '', new Headers(), '127.0.0.1');
    expect(signedIn.outcome).toBe('signed-in');
  });

  it('keeps nothing from after its last day', async () => {
    const { rows } = await assembly.services.store.pool.query<{ latest: string }>(
      'select max(at)::text as latest from matter_event',
    );
    expect(Date.parse(rows[0]?.latest ?? '')).toBeLessThanOrEqual(Date.parse(now()));
  });

  it('is not built twice', async () => {
    expect(await buildDemonstration(assembly, { now })).toEqual([]);
    expect(await everything()).toEqual(items);
  });
});

describe('a build that was broken off', () => {
  it('is brought to its end without doing anything twice, with new passwords', async () => {
    const { store } = assembly.services;
    await store.asOwner((transaction) =>
      transaction
        .updateTable('installation')
        .set({ settings: JSON.stringify({ demonstration: { state: 'building', today: '2026-03-20' } }) })
        .execute(),
    );
    const again = await buildDemonstration(assembly, { now });
    expect((await everything()).map(({ id }) => id).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
    expect(again.map(({ email }) => email)).toEqual(accounts.map(({ email }) => email));
    const [before, after] = [accounts[0], again[0]];
    const signIn = (account: DemonstrationAccount | undefined) =>
      assembly.auth.signIn(account?.email ?? '', account?.password ?? '', new Headers(), '127.0.0.2');
    expect((await signIn(before)).outcome).toBe('wrong');
    expect((await signIn(after)).outcome).toBe('signed-in');
    expect(await demonstrationStanding(store)).toMatchObject({ state: 'built' });
  });
});

describe('where it may be', () => {
  it('is on this machine, in the embedded store', () => {
    expect(demonstrationHindrance(config())).toBeUndefined();
    expect(demonstrationHindrance(config({ HOST: '0.0.0.0' }))?.en).toContain('this machine only');
    expect(demonstrationHindrance(config({ DATABASE_URL: 'postgres://somewhere/else' }))?.en).toContain(
      'embedded store',
    );
  });

  it('stays on this machine however it is started later', async () => {
    const { store } = assembly.services;
    expect(await demonstrationExposed(store, config())).toBeUndefined();
    expect((await demonstrationExposed(store, config({ HOST: '0.0.0.0' })))?.en).toContain('this machine only');
  });
});
