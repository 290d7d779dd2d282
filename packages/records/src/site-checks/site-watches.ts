import { sql, type Transaction } from 'kysely';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';

/** A filing whose site is to be visited now. */
export interface SiteWatch {
  readonly matter: MatterId;
  readonly organisation: OrganisationId;
  readonly number: string;
}

export interface SiteWatchStanding {
  readonly nextAt: Instant;
  readonly running: boolean;
}

const weekInSeconds = 7 * 24 * 3600;

/** Filings that have got their number since; their first visits are spread over a week. A demonstration names sites that are nobody's. */
export const enrolSiteWatches = async (transaction: Transaction<Database>, now: Instant): Promise<void> => {
  await sql`
    insert into site_watch (matter_id, next_at)
    select matter.id, ${now}::timestamptz
      + make_interval(secs => (('x' || left(md5(matter.id::text), 7))::bit(28)::int % ${sql.lit(weekInSeconds)})::double precision)
    from matter join organisation on organisation.id = matter.owner
    where matter.kind = 'filing' and matter.status = 'filed' and matter.number is not null and not organisation.demonstration
      and not exists (select from site_watch where site_watch.matter_id = matter.id)
    on conflict do nothing`.execute(transaction);
};

interface Claim {
  readonly now: Instant;
  readonly until: Instant;
}

const claimed = ({ rows }: { readonly rows: readonly WatchRow[] }): SiteWatch | undefined => {
  const [row] = rows;
  return row === undefined
    ? undefined
    : { matter: row.id as MatterId, organisation: row.owner as OrganisationId, number: row.number };
};

interface WatchRow {
  readonly id: string;
  readonly owner: string;
  readonly number: string;
}

/** The filing that is due first and that no other server is at, taken until then. */
export const claimDueSiteWatch = async (
  transaction: Transaction<Database>,
  { now, until }: Claim,
): Promise<SiteWatch | undefined> =>
  claimed(
    await sql<WatchRow>`
      update site_watch set claimed_until = ${until}
      from (
        select site_watch.matter_id, matter.id, matter.owner, matter.number from site_watch
        join matter on matter.id = site_watch.matter_id
        where site_watch.next_at <= ${now} and (site_watch.claimed_until is null or site_watch.claimed_until <= ${now})
          and matter.status = 'filed' and matter.owner is not null and matter.number is not null
        order by site_watch.next_at, site_watch.matter_id limit 1 for update of site_watch skip locked
      ) as due
      where site_watch.matter_id = due.matter_id
      returning due.id, due.owner, due.number`.execute(transaction),
  );

/** This very filing, due or not, unless somebody is at it or asked for it since `askedSince`. */
export const claimSiteWatch = async (
  transaction: Transaction<Database>,
  matter: MatterId,
  { now, until, askedSince }: Claim & { readonly askedSince?: Instant },
): Promise<SiteWatch | undefined> => {
  await sql`insert into site_watch (matter_id, next_at) select id, ${now} from matter where id = ${matter} on conflict do nothing`.execute(
    transaction,
  );
  return claimed(
    await sql<WatchRow>`
      update site_watch set claimed_until = ${until}, asked_at = ${now} from matter
      where matter.id = site_watch.matter_id and site_watch.matter_id = ${matter}
        and (site_watch.claimed_until is null or site_watch.claimed_until <= ${now})
        and (${askedSince ?? null}::timestamptz is null or site_watch.asked_at is null or site_watch.asked_at <= ${askedSince ?? null}::timestamptz)
        and matter.status = 'filed' and matter.owner is not null and matter.number is not null
      returning matter.id, matter.owner, matter.number`.execute(transaction),
  );
};

/** Lets go of a filing, with the time of its next visit. */
export const releaseSiteWatch = async (
  transaction: Transaction<Database>,
  matter: MatterId,
  nextAt: Instant,
): Promise<void> => {
  await transaction
    .updateTable('site_watch')
    .set({ next_at: nextAt, claimed_until: null })
    .where('matter_id', '=', matter)
    .execute();
};

export const siteWatchStanding = async (
  transaction: Transaction<Database>,
  matter: MatterId,
  now: Instant,
): Promise<SiteWatchStanding | undefined> => {
  const row = await transaction
    .selectFrom('site_watch')
    .select(['next_at', 'claimed_until'])
    .where('matter_id', '=', matter)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { nextAt: row.next_at as Instant, running: row.claimed_until !== null && row.claimed_until > now };
};
