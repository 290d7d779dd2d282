import { sql, type Kysely } from 'kysely';
import type { Database } from '../migrations/database.ts';
import type { FacetCount } from './query.ts';

export interface RegisterFigures {
  readonly records: number;
  /** Distinct subjects, spellings of one name counted once. */
  readonly subjects: number;
  readonly cancelled: number;
  readonly revoked: number;
  readonly flagged: number;
  /** By the month of the first announcement or of the filing; the oldest first. */
  readonly byMonth: readonly { readonly month: string; readonly technique: string; readonly count: number }[];
  readonly byProvince: readonly FacetCount[];
  readonly byTechnique: readonly FacetCount[];
  readonly byRole: readonly FacetCount[];
}

interface Cell {
  readonly technique: string;
  readonly province: string;
  readonly status: string;
  readonly month: string;
  readonly role: string;
  readonly flagged: boolean;
  readonly records: number;
}

const sumBy = (cells: readonly Cell[], valueOf: (cell: Cell) => string): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const value = valueOf(cell);
    if (value !== '') sums.set(value, (sums.get(value) ?? 0) + cell.records);
  }
  return sums;
};

const mostFirst = (sums: ReadonlyMap<string, number>): readonly FacetCount[] =>
  [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));

/** Figures of the whole register, from counts that are kept up to date with every change. */
export const registerFigures = async (database: Kysely<Database>): Promise<RegisterFigures> => {
  const cells = await database.selectFrom('register_cell').selectAll().where('records', '>', 0).execute();
  const { rows } = await sql<{
    subjects: number;
  }>`select count(*)::int as subjects from register_subject where records > 0`.execute(database);
  const count = (passes: (cell: Cell) => boolean): number =>
    cells.reduce((sum, cell) => (passes(cell) ? sum + cell.records : sum), 0);
  const months = sumBy(cells, ({ month, technique }) => `${month} ${technique}`);
  return {
    records: count(() => true),
    subjects: rows[0]?.subjects ?? 0,
    cancelled: count(({ status }) => status === 'cancelled'),
    revoked: count(({ status }) => status === 'revoked'),
    flagged: count(({ flagged }) => flagged),
    byMonth: [...months]
      .map(([key, count]) => ({ month: key.slice(0, 7), technique: key.slice(8), count }))
      .sort((left, right) => (left.month + left.technique < right.month + right.technique ? -1 : 1)),
    byProvince: mostFirst(sumBy(cells, ({ province }) => province)),
    byTechnique: mostFirst(sumBy(cells, ({ technique }) => technique)),
    byRole: mostFirst(sumBy(cells, ({ role }) => role)),
  };
};
