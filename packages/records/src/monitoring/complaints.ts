import { sql, type Transaction } from 'kysely';
import type { MatterId, OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';

export interface ComplaintCount {
  readonly owner: OrganisationId;
  /** The provider's filing that was named. */
  readonly filing?: MatterId;
  readonly kind: string;
  readonly day: CivilDate;
  readonly count: number;
}

/** Complaints about providers by day and kind, without those held back or set aside as spam. Counts, and nothing of what they say. */
export const countComplaints = async (
  transaction: Transaction<Database>,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Promise<readonly ComplaintCount[]> => {
  const { rows } = await sql<{ owner: string; filing: string | null; kind: string | null; day: string; count: number }>`
    select complaint.owner, filing.id as filing, opened.payload -> 'form' ->> 'kind' as kind, opened.civil_date as day, count(*)::int as count
    from matter as complaint
    join matter_event as opened on opened.matter_id = complaint.id and opened.position = 1
    left join matter as filing on filing.kind = 'filing' and filing.number = complaint.number and filing.owner = complaint.owner
    where complaint.kind = 'complaint' and complaint.owner is not null and complaint.status not in ('held', 'set-aside')
      and complaint.opened_at >= ${from}::date - 2 and opened.civil_date between ${from} and ${to}
    group by 1, 2, 3, 4 order by 4, 3`.execute(transaction);
  return rows.flatMap(({ owner, filing, kind, day, count }) =>
    kind === null
      ? []
      : [
          {
            owner: owner as OrganisationId,
            kind,
            day: day as CivilDate,
            count,
            ...(filing === null ? {} : { filing: filing as MatterId }),
          },
        ],
  );
};

/** The complaints behind a count, if the transaction's scope may see them. */
export const complaintsBehind = async (
  transaction: Transaction<Database>,
  asked: {
    readonly owner: OrganisationId;
    readonly kinds: readonly string[];
    readonly from: CivilDate;
    readonly to: CivilDate;
  },
  most: number,
): Promise<readonly MatterId[]> => {
  const { rows } = await sql<{ id: string }>`
    select complaint.id from matter as complaint
    join matter_event as opened on opened.matter_id = complaint.id and opened.position = 1
    where complaint.kind = 'complaint' and complaint.owner = ${asked.owner} and complaint.status not in ('held', 'set-aside')
      and opened.civil_date between ${asked.from} and ${asked.to}
      and opened.payload -> 'form' ->> 'kind' = any (${[...asked.kinds]}::text[])
    order by complaint.opened_at, complaint.id limit ${most}`.execute(transaction);
  return rows.map(({ id }) => id as MatterId);
};

/** Providers that have a filing in force, with the place of each. */
export const watchedProviders = async (
  transaction: Transaction<Database>,
): Promise<readonly { readonly id: OrganisationId; readonly place: string }[]> => {
  const { rows } = await sql<{ id: string; place: string }>`
    select organisation.id, organisation.place from organisation
    where organisation.kind = 'provider' and exists (
      select from matter where matter.owner = organisation.id and matter.kind = 'filing' and matter.status = 'filed'
    ) order by organisation.id`.execute(transaction);
  return rows.map(({ id, place }) => ({ id: id as OrganisationId, place }));
};

/** Bundles about no more than so many civil days that came in within a time, the oldest first. */
export const bundlesSince = async (
  transaction: Transaction<Database>,
  {
    after,
    until,
    dayFrom,
    longest,
  }: { readonly after: string; readonly until: string; readonly dayFrom: CivilDate; readonly longest: number },
): Promise<
  readonly {
    readonly id: string;
    readonly organisation: OrganisationId;
    readonly matter: MatterId;
    readonly place: string;
  }[]
> => {
  const { rows } = await sql<{ id: string; organisation_id: string; matter_id: string; place: string }>`
    select audit_bundle.id, audit_bundle.organisation_id, audit_bundle.matter_id, matter.place from audit_bundle
    join matter on matter.id = audit_bundle.matter_id
    where audit_bundle.uploaded_at > ${after}::timestamptz and audit_bundle.uploaded_at <= ${until}::timestamptz
      and audit_bundle.period_to - audit_bundle.period_from < ${longest}::int and audit_bundle.period_to >= ${dayFrom} and audit_bundle.doubt is null
    order by audit_bundle.organisation_id, audit_bundle.uploaded_at, audit_bundle.id`.execute(transaction);
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation_id as OrganisationId,
    matter: row.matter_id as MatterId,
    place: row.place,
  }));
};
