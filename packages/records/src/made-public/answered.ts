import { sql, type Kysely } from 'kysely';
import type { OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';

/** A provider that has published within what time it answers complaints. */
export interface PromisingProvider {
  readonly id: OrganisationId;
  readonly name: string;
}

/** How a provider kept its published time with the complaints of one kind that reached it in one month. */
export interface AnsweredCount {
  readonly provider: OrganisationId;
  readonly kind: string;
  /** `2026-03` */
  readonly month: string;
  readonly inTime: number;
  readonly late: number;
  readonly openInTime: number;
  readonly openLate: number;
  /** Taken back, merged or handed to the office before the time was over. */
  readonly ended: number;
}

/** Providers whose published limit for complaints has begun by a day, by name. */
export const promisingProviders = async (
  database: Kysely<Database>,
  today: CivilDate,
): Promise<readonly PromisingProvider[]> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct organisation.id, organisation.name
    from matter_event as event
    join matter on matter.id = event.matter_id and matter.kind = 'responsibility' and not matter.final
    join organisation on organisation.id = matter.owner
    where event.type = 'commitments-published' and event.payload #> '{commitments,limits,complaint}' is not null
      and event.payload #>> '{commitments,from}' <= ${today}
    order by organisation.name, organisation.id`.execute(database);
  return rows.map(({ id, name }) => ({ id: id as OrganisationId, name }));
};

/**
 * Counts the times in which providers owed an answer to a complaint, by the months from `from` until before `before` in which it reached them.
 * A complaint that comes back to the provider is owed another answer and counts again. Counts, and nothing of what anybody wrote.
 */
export const countAnswered = async (
  database: Kysely<Database>,
  { from, before, today }: { readonly from: CivilDate; readonly before: CivilDate; readonly today: CivilDate },
): Promise<readonly AnsweredCount[]> => {
  const { rows } = await sql<{
    owner: string;
    kind: string;
    month: string;
    in_time: number;
    late: number;
    open_in_time: number;
    open_late: number;
    ended: number;
  }>`
    select complaint.owner, opened.payload -> 'form' ->> 'kind' as kind, to_char(clock.event_on, 'YYYY-MM') as month,
      (count(*) filter (where ended_how = 'stopped' and ended_on <= due_on))::int as in_time,
      (count(*) filter (where ended_how = 'stopped' and ended_on > due_on))::int as late,
      (count(*) filter (where ended_on is null and (suspended or due_on >= ${today})))::int as open_in_time,
      (count(*) filter (where ended_on is null and not suspended and due_on < ${today}))::int as open_late,
      (count(*) filter (where ended_how = 'lifted'))::int as ended
    from clock
    join matter as complaint on complaint.id = clock.matter_id and complaint.kind = 'complaint' and complaint.owner is not null
    join matter_event as opened on opened.matter_id = complaint.id and opened.position = 1
    where clock.name = 'toAnswer' and clock.bearer = 'provider' and clock.event_on >= ${from} and clock.event_on < ${before}
      and opened.payload -> 'form' ->> 'kind' is not null
    group by 1, 2, 3 order by 1, 3 desc, 2`.execute(database);
  return rows.map(({ owner, kind, month, in_time, late, open_in_time, open_late, ended }) => ({
    provider: owner as OrganisationId,
    kind,
    month,
    inTime: in_time,
    late,
    openInTime: open_in_time,
    openLate: open_late,
    ended,
  }));
};
