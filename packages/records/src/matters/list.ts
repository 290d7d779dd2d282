import { sql, type Transaction } from 'kysely';
import type { ClockStanding, Instant, MatterId } from '@suanjian/matters';
import { queryTokens } from '@suanjian/register';
import { civilDateOf, type CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import type { MatterPorts } from './command-context.ts';
import { clockStanding } from './projection.ts';

export interface MatterQuery {
  readonly kinds?: readonly string[];
  readonly statuses?: readonly string[];
  /** Only what lies on a desk: the provider's, or an office level's. */
  readonly desk?: { readonly side: 'provider' } | { readonly side: 'office'; readonly level: string };
  readonly assignee?: string | null;
  readonly owner?: string;
  readonly text?: string;
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
  readonly owner_name: string | null;
  readonly place: string;
  readonly status: string;
  readonly position: number;
  readonly assignee: string | null;
  readonly grade: string | null;
  readonly opened_at: string;
  readonly changed_at: string;
  readonly clock_name: string | null;
  readonly due_on: string | null;
  readonly bearer: 'provider' | 'office' | null;
  readonly provisional: boolean | null;
  readonly suspended: boolean | null;
  readonly clause: string | null;
  readonly total: number;
}

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
  due: sql`due.due_on asc nulls last, matter.changed_at desc, matter.id`,
  newest: sql`matter.changed_at desc, matter.id`,
  oldest: sql`matter.opened_at asc, matter.id`,
} as const;

/** Matters the transaction's scope may see, with the open clock that runs out first. */
export const listMatters = async (
  transaction: Transaction<Database>,
  query: MatterQuery,
  ports: Pick<MatterPorts, 'now'>,
): Promise<MatterList> => {
  const page = Math.max(1, query.page ?? 1);
  const size = Math.min(200, Math.max(1, query.size ?? 50));
  const conditions = [sql`true`];
  if (query.kinds !== undefined) conditions.push(sql`matter.kind = any (${query.kinds})`);
  if (query.statuses !== undefined) conditions.push(sql`matter.status = any (${query.statuses})`);
  if (query.desk !== undefined) conditions.push(sql`matter.desk_side = ${query.desk.side}`);
  if (query.desk?.side === 'office') conditions.push(sql`matter.desk_level = ${query.desk.level}`);
  if (query.assignee === null) conditions.push(sql`matter.assignee is null`);
  else if (query.assignee !== undefined) conditions.push(sql`matter.assignee = ${query.assignee}`);
  if (query.owner !== undefined) conditions.push(sql`matter.owner = ${query.owner}`);
  if (query.open === true) conditions.push(sql`not matter.final`);
  if (query.dueUntil !== undefined) conditions.push(sql`due.due_on <= ${query.dueUntil}`);
  const tokens = query.text === undefined ? [] : queryTokens(query.text);
  if (tokens.length > 0) conditions.push(sql`matter.terms @> ${tokens}`);
  const { rows } = await sql<Row>`
    select matter.id, matter.kind, matter.title, matter.number, matter.technique, matter.owner, organisation.name as owner_name, matter.place,
      matter.status, matter.position, matter.assignee, matter.grade, matter.opened_at, matter.changed_at,
      due.name as clock_name, due.due_on, due.bearer, due.provisional, due.suspended, due.clause, count(*) over () as total
    from matter
    left join organisation on organisation.id = matter.owner
    left join lateral (
      select * from clock where clock.matter_id = matter.id and clock.ended_on is null order by clock.due_on limit 1
    ) due on true
    where ${sql.join(conditions, sql` and `)}
    order by ${orders[query.sort ?? 'due']}
    limit ${size} offset ${(page - 1) * size}`.execute(transaction);
  const today = civilDateOf(ports.now());
  return { total: rows[0]?.total ?? 0, page, size, items: rows.map((row) => itemOf(row, today)) };
};
