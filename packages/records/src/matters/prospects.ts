import { sql, type RawBuilder, type Transaction } from 'kysely';
import {
  levelOfPlace,
  mostProspects,
  type OrganisationId,
  type ProspectQuery,
  type Prospects,
} from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import { plannedOnce } from '../store/planned-once.ts';

interface Row {
  readonly owner: string;
  readonly name: string;
  readonly place: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly technique: string | null;
  readonly grade: string | null;
  readonly complaints: number;
  readonly orders: number;
}

/** What LIKE would take for a pattern, taken literally. */
const literally = (words: string): string => words.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

const prefixOf = (place: string): string => {
  const level = levelOfPlace(place);
  return level === 'nation' ? '' : place.slice(0, level === 'province' ? 2 : 4);
};

const conditionsOf = ({
  words,
  place,
  techniques,
  grades,
  standing,
  complaints,
}: ProspectQuery): readonly RawBuilder<unknown>[] => [
  ...(words === undefined
    ? []
    : [sql`(name ilike ${`%${literally(words)}%`} or title ilike ${`%${literally(words)}%`})`]),
  ...(place === undefined ? [] : [sql`place like ${`${prefixOf(place)}%`}`]),
  ...(techniques === undefined ? [] : [sql`technique = any (${[...techniques]}::text[])`]),
  ...(grades === undefined ? [] : [sql`grade = any (${[...grades]}::text[])`]),
  ...(standing === 'unfiled' ? [sql`number is null`] : []),
  ...(standing === 'filed' ? [sql`number is not null`] : []),
  ...(standing === 'ordered' ? [sql`orders > 0`] : []),
  ...(complaints === undefined ? [] : [sql`complaints > ${complaints.over}`]),
];

/**
 * Complaints of each company, and of each of its filings, within the period that is asked for. What was held back or is spam does not count. The
 * wider bounds are for the index; the civil dates decide.
 */
const complaintCounts = ({ complaints }: ProspectQuery): RawBuilder<unknown> =>
  complaints === undefined
    ? sql`select null::uuid as owner, null::text as number, 0 as count where false`
    : sql`select owner, number::text as number, count(*)::int as count from matter
        where kind = 'complaint' and owner is not null and status not in ('held', 'set-aside')
          and opened_at >= ${complaints.from}::date - 1 and opened_at < ${complaints.until}::date + 2
          and (opened_at at time zone 'Asia/Shanghai')::date between ${complaints.from}::date and ${complaints.until}::date
        group by owner, number`;

/** Filings that stand, and registered companies for which none does, as far as the transaction's scope sees them and they fit. */
export const findProspects = async (transaction: Transaction<Database>, query: ProspectQuery): Promise<Prospects> => {
  const { rows } = await sql<Row>`${plannedOnce}
    with complaint as materialized (${complaintCounts(query)}),
    ordered as materialized (
      select owner, count(*)::int as count from matter
      where kind = 'rectification' and not final and owner is not null group by owner
    ),
    standing as (
      select organisation.id as owner, organisation.name, filing.place, filing.number::text as number, filing.title,
        filing.technique, filing.grade, coalesce(complaint.count, 0) as complaints
      from matter as filing
      join organisation on organisation.id = filing.owner
      left join complaint on complaint.owner = filing.owner and complaint.number = filing.number::text
      where filing.kind = 'filing' and filing.status = 'filed'
    ),
    absent as (
      select organisation.id as owner, organisation.name, organisation.place, null as number, null as title, null as technique,
        null as grade, coalesce((select sum(count) from complaint where complaint.owner = organisation.id), 0)::int as complaints
      from organisation
      where organisation.kind = 'provider' and organisation.registered and not exists (
        select from matter where matter.owner = organisation.id and matter.kind = 'filing' and matter.status = 'filed'
      )
    ),
    found as (
      select each.*, coalesce(ordered.count, 0) as orders
      from (select * from standing union all select * from absent) each
      left join ordered on ordered.owner = each.owner
    )
    select * from found where ${sql.join([sql`true`, ...conditionsOf(query)], sql` and `)}
    order by name collate "C", number nulls first, owner limit ${mostProspects + 1}`.execute(transaction);
  return {
    items: rows.slice(0, mostProspects).map(({ owner, name, place, number, title, technique, grade, ...counts }) => ({
      owner: owner as OrganisationId,
      name,
      place,
      ...counts,
      ...(number === null ? {} : { number }),
      ...(title === null ? {} : { title }),
      ...(technique === null ? {} : { technique }),
      ...(grade === null ? {} : { grade }),
    })),
    more: rows.length > mostProspects,
  };
};
