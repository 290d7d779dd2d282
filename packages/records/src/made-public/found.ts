import { sql, type Kysely } from 'kysely';
import type { MatterId, OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';

/** Events that put something of a matter before everybody, by kind of matter. */
const publishing = {
  'violation-case': 'published',
  rectification: 'risk-notice-published',
  campaign: 'progress-shown',
} as const;
export type PublishingKind = keyof typeof publishing;

export interface MadePublic {
  readonly id: MatterId;
  readonly place: string;
  /** The last day on which it was made public. */
  readonly on: CivilDate;
}

export interface MadePublicPage {
  readonly total: number;
  readonly items: readonly MadePublic[];
}

/**
 * Matters of a kind of which something was made public once, the latest first. Whether it still is, and what of it, says the matter itself.
 * Pages count from 1.
 */
export const findMadePublic = async (
  database: Kysely<Database>,
  kind: PublishingKind,
  { page = 1, size = 20 }: { readonly page?: number; readonly size?: number } = {},
): Promise<MadePublicPage> => {
  // The literal is what lets the planner take the index of such events.
  const type = sql.lit(publishing[kind]);
  const { rows } = await sql<{ id: string; place: string; on: string; total: number }>`
    select matter.id, matter.place, shown.civil_date as on, (count(*) over ())::int as total
    from (select matter_id, max(civil_date) as civil_date from matter_event where type = ${type} group by matter_id) as shown
    join matter on matter.id = shown.matter_id and matter.kind = ${kind}
    order by shown.civil_date desc, matter.opened_at desc, matter.id limit ${size} offset ${(page - 1) * size}`.execute(
    database,
  );
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(({ id, place, on }) => ({ id: id as MatterId, place, on: on as CivilDate })),
  };
};

export interface OwnedMatter {
  readonly id: MatterId;
  readonly owner: OrganisationId;
  readonly ownerName: string;
}

/** Every matter of a kind that is public from its opening on, with whose it is, the oldest first. */
export const findPublicKind = async (
  database: Kysely<Database>,
  kind: 'standard' | 'standard-adoption' | 'discretion',
): Promise<readonly OwnedMatter[]> => {
  const { rows } = await sql<{ id: string; owner: string; name: string }>`
    select matter.id, matter.owner, organisation.name from matter join organisation on organisation.id = matter.owner
    where matter.kind = ${kind} order by matter.opened_at, matter.id`.execute(database);
  return rows.map(({ id, owner, name }) => ({ id: id as MatterId, owner: owner as OrganisationId, ownerName: name }));
};
