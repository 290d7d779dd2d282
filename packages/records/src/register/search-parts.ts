import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';
import type { Cell } from './cells.ts';
import { goBy } from './planned.ts';
import { indexedFilter, plainFilter, type Filters, type Question } from './question.ts';
import type { RegisterQuery } from './query.ts';
import { bucketCount, bucketTerm } from './terms.ts';

/** A stretch of a list. */
export interface Stretch {
  readonly offset: number;
  readonly limit: number;
}

type Sort = RegisterQuery['sort'];

/** `number` settles every order; each has its index (`oldest` is `newest` read backwards). */
const orderOf = (sort: Sort, tier: RawBuilder<number> | undefined): RawBuilder<unknown> => {
  switch (sort) {
    case 'relevance':
      return tier === undefined ? sql`first_month desc, number` : sql`${tier}, first_month desc, number`;
    case 'newest':
      return sql`first_month desc, number`;
    case 'oldest':
      return sql`first_month, number desc`;
    case 'name':
      return sql`sort_key, number`;
  }
};

interface CellRow {
  readonly technique: string;
  readonly province: string;
  readonly status: string;
  readonly year: string;
  readonly role: string;
  readonly list: string;
  readonly flagged: string;
  readonly records: number;
}

const cellOf = ({ records, ...values }: CellRow): Cell => ({ values, records });

/** The whole register by its facets, from the counts that triggers keep. */
export const registerCells = async (transaction: Transaction<Database>): Promise<readonly Cell[]> => {
  const { rows } = await sql<CellRow>`
    select technique, province, status, substr(month, 1, 4) as year, role, list, flagged::text as flagged, sum(records)::int as records
    from register_cell group by 1, 2, 3, 4, 5, 6, 7`.execute(transaction);
  return rows.map(cellOf);
};

const facetColumns = sql`technique, province, status, year, coalesce(role, '') as role, coalesce(list, '') as list, flagged::text as flagged`;

/** One pass over all that answers: the facets of everything, and the page of what passes the filters. */
export const gather = async (
  transaction: Transaction<Database>,
  question: Question,
  filters: Filters,
  sort: Sort,
  { offset, limit }: Stretch,
): Promise<{ readonly cells: readonly Cell[]; readonly numbers: readonly string[] }> => {
  await goBy(transaction, 'index');
  const { rows } = await sql<{ cells: readonly CellRow[] | null; numbers: readonly string[] }>`
    with hit as materialized (
      select number, first_month, sort_key, ${question.tier} as tier, ${facetColumns} from register_record where ${question.matches}
    )
    select (select json_agg(cell) from (
        select technique, province, status, year, role, list, flagged, count(*)::int as records from hit group by 1, 2, 3, 4, 5, 6, 7
      ) cell) as cells,
      array(select number from hit where ${plainFilter(filters)}
        order by ${orderOf(sort, sql<number>`tier`)} limit ${limit} offset ${offset}) as numbers`.execute(transaction);
  const [row] = rows;
  return { cells: (row?.cells ?? []).map(cellOf), numbers: row?.numbers ?? [] };
};

export interface Sample {
  readonly cells: readonly Cell[];
  /** Of those that answer and pass the filters, how many have the words in the name. */
  readonly inName: number;
}

/** What an even part of the register (`share`, at most 1) answers, scaled up to the whole. */
export const sample = async (
  transaction: Transaction<Database>,
  question: Question,
  filters: Filters,
  share: number,
): Promise<Sample> => {
  const buckets = Math.max(1, Math.min(bucketCount, Math.round(bucketCount * share)));
  const drawn = Array.from({ length: buckets }, (_, bucket) => bucketTerm(bucket));
  const factor = bucketCount / buckets;
  await goBy(transaction, 'index');
  const { rows } = await sql<CellRow & { readonly in_name: number }>`
    with hit as materialized (
      select ${facetColumns}, ${question.standsInName} as in_name, ${plainFilter(filters)} as passes
      from register_record where ${question.matches} and terms && ${drawn}::text[]
    )
    select technique, province, status, year, role, list, flagged, count(*)::int as records,
      (count(*) filter (where in_name and passes))::int as in_name
    from hit group by 1, 2, 3, 4, 5, 6, 7`.execute(transaction);
  const inName = rows.reduce((sum, row) => sum + row.in_name, 0) * factor;
  return {
    cells: rows.map(({ in_name: _inName, ...row }) => cellOf({ ...row, records: Math.round(row.records * factor) })),
    inName: Math.round(inName),
  };
};

interface Selection {
  readonly where: RawBuilder<boolean>;
  readonly sort: Sort;
  readonly tier?: RawBuilder<number>;
}

/** Candidates by the text index, put in order. For few candidates; exact whatever their number. */
export const collect = async (
  transaction: Transaction<Database>,
  { where, sort, tier }: Selection,
  { offset, limit }: Stretch,
): Promise<{ readonly numbers: readonly string[]; readonly count: number }> => {
  await goBy(transaction, 'index');
  const { rows } = await sql<{ count: number; numbers: readonly string[] }>`
    with hit as materialized (
      select number, first_month, sort_key, ${tier ?? sql<number>`0`} as tier from register_record where ${where}
    )
    select (select count(*)::int from hit) as count,
      array(select number from hit order by ${orderOf(sort, sql<number>`tier`)} limit ${limit} offset ${offset}) as numbers`.execute(
    transaction,
  );
  return { count: rows[0]?.count ?? 0, numbers: rows[0]?.numbers ?? [] };
};

/** Along the index of an order until the stretch is full. For what stands densely. */
export const walk = async (
  transaction: Transaction<Database>,
  { where, sort }: Selection,
  { offset, limit }: Stretch,
): Promise<readonly string[]> => {
  await goBy(transaction, 'walk');
  const { rows } = await sql<{ number: string }>`
    select number from register_record where ${where} order by ${orderOf(sort, undefined)} limit ${limit} offset ${offset}`.execute(
    transaction,
  );
  return rows.map(({ number }) => number);
};

export const filteredBy = (filters: Filters, way: 'index' | 'walk'): RawBuilder<boolean> =>
  way === 'index' ? indexedFilter(filters) : plainFilter(filters);
