import { sql, type Transaction } from 'kysely';
import type { Instant, OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';

/** Longest days of a silence: there is none without an end. */
export const longestSilence = 92;

export interface Silence {
  readonly id: string;
  /** The office that set it and that it holds for. */
  readonly office: OrganisationId;
  readonly organisation: OrganisationId;
  readonly place: string;
  readonly indicator: string;
  readonly subject: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly endedAt?: Instant;
}

/** With the name of its office, which is no secret. */
export interface StandingSilence extends Silence {
  readonly officeName: string;
}

export const addSilence = async (
  transaction: Transaction<Database>,
  { id, office, organisation, place, indicator, subject, from, until }: Silence,
): Promise<void> => {
  await transaction
    .insertInto('monitoring_silence')
    .values({
      id,
      office_id: office,
      organisation_id: organisation,
      place,
      indicator_id: indicator,
      subject,
      from_day: from,
      until_day: until,
      ended_at: null,
    })
    .execute();
};

/** Ends it before its time; false when it is not there, another office's, or over. */
export const endSilence = async (transaction: Transaction<Database>, id: string, at: Instant): Promise<boolean> => {
  const done = await transaction
    .updateTable('monitoring_silence')
    .set({ ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return done !== undefined;
};

/** Silences of any office that hold on a day and that the transaction's scope may see. */
export const listSilences = async (
  transaction: Transaction<Database>,
  day: CivilDate,
): Promise<readonly StandingSilence[]> => {
  const rows = await transaction
    .selectFrom('monitoring_silence')
    .leftJoin('organisation as office', 'office.id', 'monitoring_silence.office_id')
    .selectAll('monitoring_silence')
    .select('office.name as office_name')
    .where('ended_at', 'is', null)
    .where('from_day', '<=', day)
    .where('until_day', '>=', day)
    .orderBy('until_day')
    .orderBy('monitoring_silence.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    office: row.office_id as OrganisationId,
    officeName: row.office_name ?? '',
    organisation: row.organisation_id as OrganisationId,
    place: row.place,
    indicator: row.indicator_id,
    subject: row.subject,
    from: row.from_day as CivilDate,
    until: row.until_day as CivilDate,
  }));
};

export interface MonitoringRun {
  readonly day: CivilDate;
  readonly at: Instant;
  readonly seenUntil: Instant;
  readonly tested: number;
  readonly warned: number;
  readonly silenced: number;
  readonly continued: number;
}

export const latestRun = async (transaction: Transaction<Database>): Promise<MonitoringRun | undefined> => {
  const row = await transaction
    .selectFrom('monitoring_run')
    .selectAll()
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : {
        day: row.day as CivilDate,
        at: row.at as Instant,
        seenUntil: row.seen_until as Instant,
        tested: row.tested,
        warned: row.warned,
        silenced: row.silenced,
        continued: row.continued,
      };
};

/** False when another server has made the run of the day. */
export const recordRun = async (
  transaction: Transaction<Database>,
  { day, at, seenUntil, tested, warned, silenced, continued }: MonitoringRun,
): Promise<boolean> => {
  const { rows } = await sql<{ day: string }>`
    insert into monitoring_run (day, at, seen_until, tested, warned, silenced, continued)
    values (${day}, ${at}, ${seenUntil}, ${tested}, ${warned}, ${silenced}, ${continued})
    on conflict (day) do nothing returning day`.execute(transaction);
  return rows.length > 0;
};
