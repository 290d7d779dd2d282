import { sql, type RawBuilder, type Transaction } from 'kysely';
import { mostCounted, mostPaged, type Actor, type ClockStanding, type Instant, type MatterId } from '@suanjian/matters';
import { queryTokens } from '@suanjian/register';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { plannedOnce } from '../store/planned-once.ts';
import { clockStanding } from './projection.ts';

export interface MatterQuery {
  readonly kinds?: readonly string[];
  readonly statuses?: readonly string[];
  /** Only what lies on a desk: the provider's, or an office level's. */
  readonly desk?: { readonly side: 'provider' } | { readonly side: 'office'; readonly level: string };
  readonly assignee?: string | null;
  readonly owner?: string;
  readonly text?: string;
  /** Only what was opened on this matter, or concerns it: by its id, or by its number with the same owner. */
  readonly on?: string;
  /** Only with an open clock that is due on or before this day. */
  readonly dueUntil?: CivilDate;
  /** Only what is not in a final state. */
  readonly open?: boolean;
  readonly sort?: 'due' | 'newest' | 'oldest';
  /** From 1. */
  readonly page?: number;
  readonly size?: number;
}

export interface MatterListItem {
  readonly id: MatterId;
  readonly kind: string;
  readonly title: string;
  readonly number?: string;
  readonly technique?: string;
  readonly owner: string | null;
  readonly ownerName?: string;
  readonly place: string;
  readonly status: string;
  readonly position: number;
  readonly assignee?: string;
  readonly grade?: string;
  readonly openedAt: Instant;
  readonly changedAt: Instant;
  /** The open clock that runs out first. */
  readonly due?: {
    readonly name: string;
    readonly on: CivilDate;
    readonly bearer: 'provider' | 'office';
    readonly provisional: boolean;
    readonly standing: ClockStanding;
    readonly clause: string;
  };
}

export interface MatterList {
  /** Counted up to `mostCounted`; from there on at least so many. */
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly items: readonly MatterListItem[];
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string | null;
  readonly technique: string | null;
  readonly owner: string | null;
  readonly place: string;
  readonly status: string;
  readonly position: number;
  readonly assignee: string | null;
  readonly grade: string | null;
  readonly opened_at: string;
  readonly changed_at: string;
  /** False for somebody named to its team and not admitted. */
  readonly admitted: boolean;
  readonly owner_name: string | null;
  readonly clock_name: string | null;
  readonly due_on: string | null;
  readonly bearer: 'provider' | 'office' | null;
  readonly provisional: boolean | null;
  readonly suspended: boolean | null;
  readonly clause: string | null;
}

/** The place of what somebody must not locate yet. */
export const nowhere = '000000';

/** What a list shows of a matter to somebody named to its team: that it is there, and nothing that tells whom it is about. */
const namedItemOf = (
  { id, kind, status, position, opened_at: opened, changed_at: changed }: Row,
  title: string,
): MatterListItem => ({
  id: id as MatterId,
  kind,
  status,
  position,
  title,
  owner: null,
  place: nowhere,
  openedAt: opened as Instant,
  changedAt: changed as Instant,
});

const itemOf = (row: Row, today: CivilDate): MatterListItem => ({
  id: row.id as MatterId,
  kind: row.kind,
  title: row.title,
  owner: row.owner,
  place: row.place,
  status: row.status,
  position: row.position,
  openedAt: row.opened_at as Instant,
  changedAt: row.changed_at as Instant,
  ...(row.owner_name === null ? {} : { ownerName: row.owner_name }),
  ...(row.number === null ? {} : { number: row.number }),
  ...(row.technique === null ? {} : { technique: row.technique }),
  ...(row.assignee === null ? {} : { assignee: row.assignee }),
  ...(row.grade === null ? {} : { grade: row.grade }),
  ...(row.due_on === null || row.clock_name === null || row.bearer === null
    ? {}
    : {
        due: {
          name: row.clock_name,
          on: row.due_on as CivilDate,
          bearer: row.bearer,
          provisional: row.provisional === true,
          clause: row.clause ?? '',
          standing: clockStanding(
            { due_on: row.due_on, suspended: row.suspended === true, ended_how: null, ended_on: null },
            today,
          ),
        },
      }),
});

const orders = {
  due: sql`matter.next_due asc nulls last, matter.changed_at desc, matter.id`,
  newest: sql`matter.changed_at desc, matter.id`,
  oldest: sql`matter.opened_at asc, matter.id`,
} as const;

/** An office sees its own place: said as a range, so that an index can serve it. The policies say the same and decide. */
const placeRange = (actor: Actor): readonly [from: string, before: string] | undefined => {
  if (actor.kind !== 'person' || actor.membership?.kind !== 'office') return undefined;
  const { level, place } = actor.membership;
  const digits = level === 'nation' ? 0 : level === 'province' ? 2 : 4;
  if (digits === 0) return undefined;
  const prefix = place.slice(0, digits);
  return [
    prefix.padEnd(6, '0'),
    String(Number(prefix) + 1)
      .padStart(digits, '0')
      .padEnd(6, '0'),
  ];
};

/** What was opened on a matter, and what names its number or its id. Nothing where the matter itself is out of sight. */
const conditionOn = async (transaction: Transaction<Database>, on: string): Promise<RawBuilder<unknown>> => {
  const matter = await transaction
    .selectFrom('matter')
    .select(['number', 'owner'])
    .where('id', '=', on)
    .executeTakeFirst();
  if (matter === undefined) return sql`false`;
  const named = [];
  for (const term of matter.number === null ? [on] : [on, matter.number]) {
    const found = await candidates(transaction, [term], mostPaged);
    named.push(found === undefined ? sql`matter.terms @> ${[term]}` : isAmong(found));
  }
  return sql`matter.id <> ${on} and (matter.parent_id = ${on}
    or (matter.owner is not distinct from ${matter.owner}::uuid and (${sql.join(named, sql` or `)})))`;
};

const isAmong = (ids: readonly string[]): RawBuilder<unknown> => sql`matter.id = any (${ids}::uuid[])`;

/** Matters that hold all of the words, wherever they are, when there are at most so many. */
const candidates = async (
  transaction: Transaction<Database>,
  tokens: readonly string[],
  most: number,
): Promise<readonly string[] | undefined> => {
  const { rows } = await sql<{ ids: readonly string[] | null }>`
    ${plannedOnce} select case when count(*) <= ${most}::int then coalesce(array_agg(found), '{}') end as ids
    from matters_with_terms(${tokens}, ${most}::int + 1) as found`.execute(transaction);
  return rows[0]?.ids ?? undefined;
};

/**
 * Words that stand in so many matters are met soon by whoever walks the list. The planner takes them for rare, gathers all that hold them, asks of
 * each whether it may be seen, and sorts; for the rest of this transaction it may not.
 */
const walkInOrder = async (transaction: Transaction<Database>): Promise<void> => {
  await sql`${plannedOnce} select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('enable_seqscan', 'off', true)`.execute(transaction);
};

/**
 * Beyond this the matters that hold the words are not gathered and judged. The list is walked until enough of them were met: words that stand in so
 * many are met soon.
 */
const mostGathered = 2000;

const conditionHolding = async (
  transaction: Transaction<Database>,
  tokens: readonly string[],
): Promise<RawBuilder<unknown>> => {
  const found = await candidates(transaction, tokens, mostGathered);
  if (found !== undefined) return isAmong(found);
  await walkInOrder(transaction);
  return sql`matter.terms @> ${tokens}`;
};

const isOffice = (actor: Actor): boolean => actor.kind === 'person' && actor.membership?.kind === 'office';

const admittedFor = (actor: Actor): RawBuilder<boolean> =>
  actor.kind === 'person' && isOffice(actor)
    ? sql<boolean>`(matter.team is null or ${actor.account} = any (matter.team))`
    : sql<boolean>`true`;

/** Of several an index gives no order: one alone is said as it is. */
const isOneOf = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.length === 1 ? sql`${column} = ${values[0]}` : sql`${column} = any (${values})`;

const conditionsOf = async (
  transaction: Transaction<Database>,
  query: MatterQuery,
  actor: Actor,
): Promise<RawBuilder<unknown>> => {
  const conditions = [sql`true`];
  const range = placeRange(actor);
  if (range !== undefined) {
    // Of matters of teams the policies leave the teams' own, wherever they are.
    conditions.push(sql`((matter.place >= ${range[0]} and matter.place < ${range[1]}) or matter.team is not null)`);
  }
  // Whoever is only named to a team cannot find out by asking whom it is about.
  if (isOffice(actor) && [query.owner, query.text, query.assignee, query.on].some((asked) => asked !== undefined))
    conditions.push(admittedFor(actor));
  if (actor.kind === 'person' && actor.membership !== undefined && actor.membership.kind !== 'office')
    conditions.push(sql`matter.owner = ${actor.membership.organisation}`);
  if (query.kinds !== undefined) conditions.push(isOneOf(sql`matter.kind`, query.kinds));
  if (query.statuses !== undefined) conditions.push(isOneOf(sql`matter.status`, query.statuses));
  if (query.desk !== undefined) conditions.push(sql`matter.desk_side = ${query.desk.side}`);
  if (query.desk?.side === 'office') conditions.push(sql`matter.desk_level = ${query.desk.level}`);
  if (query.assignee === null) conditions.push(sql`matter.assignee is null`);
  else if (query.assignee !== undefined) conditions.push(sql`matter.assignee = ${query.assignee}`);
  if (query.owner !== undefined) conditions.push(sql`matter.owner = ${query.owner}`);
  if (query.open === true) conditions.push(sql`not matter.final`);
  if (query.dueUntil !== undefined) conditions.push(sql`matter.next_due <= ${query.dueUntil}`);
  if (query.on !== undefined) conditions.push(await conditionOn(transaction, query.on));
  const tokens = query.text === undefined ? [] : queryTokens(query.text);
  if (tokens.length > 0) conditions.push(await conditionHolding(transaction, tokens));
  return sql.join(conditions, sql` and `);
};

type Listed = Row & { readonly reached: number };

/** Columns that a row of a list shows, and those that put it in order. */
const columns = sql.raw(
  ['id', 'kind', 'title', 'number', 'technique', 'owner', 'place', 'status', 'position', 'assignee', 'grade']
    .concat(['opened_at', 'changed_at', 'next_due'])
    .map((name) => `matter.${name}`)
    .join(', '),
);

/**
 * A page of what a walk finds, how much it found, and what stands beside the page: by a function that is planned once for a connection, because it
 * begins from ids and has one good plan whatever they are.
 */
const pageOf = async (
  transaction: Transaction<Database>,
  found: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  size: number,
  before: number,
): Promise<readonly Listed[]> => {
  const { rows } = await sql<Listed>`
    with matter as materialized (
      select matter.*, count(*) over () as reached from (${found}) matter order by ${order} limit ${size} offset ${before}
    )
    select matter.*, beside.* from matter
    left join matters_beside(array(select matter.id from matter)) beside on beside.matter = matter.id
    order by ${order}`.execute(transaction);
  return rows;
};

/**
 * Matters the transaction's scope may see, with the open clock that runs out first. One walk in the order of the list finds the page and counts: in
 * no order, all that fits would be gathered before the first is counted.
 */
export const listMatters = async (
  transaction: Transaction<Database>,
  query: MatterQuery,
  actor: Actor,
  ports: Pick<MatterPorts, 'now' | 'definitionOf'>,
): Promise<MatterList> => {
  const size = Math.min(200, Math.max(1, query.size ?? 50));
  const page = Math.min(Math.max(1, query.page ?? 1), Math.ceil(mostPaged / size));
  const before = (page - 1) * size;
  const conditions = await conditionsOf(transaction, query, actor);
  const order = orders[query.sort ?? 'due'];
  const walk = (most: number): RawBuilder<unknown> => sql`
    select ${columns}, ${admittedFor(actor)} as admitted from matter where ${conditions} order by ${order} limit ${most}`;
  const listed = await pageOf(transaction, walk(Math.max(mostCounted, before + size + 1)), order, size, before);
  const today = civilDateOf(ports.now());
  return {
    // Past the end nothing was found that could have been counted with.
    total: listed[0]?.reached ?? (page === 1 ? 0 : await countOf(transaction, walk(mostCounted))),
    page,
    size,
    items: listed.map((row) =>
      row.admitted ? itemOf(row, today) : namedItemOf(row, ports.definitionOf(row.kind)?.title.zh ?? row.kind),
    ),
  };
};

const countOf = async (transaction: Transaction<Database>, found: RawBuilder<unknown>): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total from (${found}) counted`.execute(transaction);
  return rows[0]?.total ?? 0;
};
