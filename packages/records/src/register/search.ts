import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';
import { countCells, facetsOf, passingCells, walkedUntil, type Cell } from './cells.ts';
import { listItems } from './list-items.ts';
import { planned } from './planned.ts';
import { filtersOf, questionOf, type Filters, type Question } from './question.ts';
import { reach, type RegisterPage, type RegisterQuery } from './query.ts';
import { collect, filteredBy, gather, registerCells, sample, walk, type Stretch } from './search-parts.ts';

/** Where one way of answering gives over to another; all in records. */
export interface SearchBounds {
  /** Up to here everything that answers is looked at, and every figure is exact. */
  readonly smallRegister: number;
  /** In a larger register, more answers than this are estimated from a sample. */
  readonly fewEnough: number;
  /** A walk may pass over so many before gathering candidates is quicker. */
  readonly walkLength: number;
  /** Large enough to estimate from, small enough to read each time. */
  readonly sample: number;
}

/** Measured by bench/register.bench.ts. */
const measuredBounds: SearchBounds = { smallRegister: 10_000, fewEnough: 5_000, walkLength: 5_000, sample: 3_000 };

interface Found {
  readonly cells: readonly Cell[];
  /** When it is not the sum of the cells that pass the filters. */
  readonly total?: number;
  readonly numbers: readonly string[];
  readonly exact: boolean;
}

interface Asked {
  readonly transaction: Transaction<Database>;
  readonly question: Question;
  readonly filters: Filters;
  readonly sort: RegisterQuery['sort'];
  /** Records in the register. */
  readonly size: number;
  readonly stretch: Stretch;
  readonly bounds: SearchBounds;
}

const and = (...conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.join(conditions, sql` and `)}`;
const not = (condition: RawBuilder<boolean>): RawBuilder<boolean> => sql<boolean>`not ${condition}`;

/** No text: the figures are kept, only the page is to be found. */
const browse = async (asked: Omit<Asked, 'size'>, cells: readonly Cell[]): Promise<Found> => {
  const { transaction, filters, sort, stretch, bounds } = asked;
  const passing = passingCells(cells, filters);
  const isShort = walkedUntil(cells, passing, sort, stretch.offset + stretch.limit) <= bounds.walkLength;
  const numbers =
    filters.size === 0 || isShort
      ? await walk(transaction, { where: filteredBy(filters, 'walk'), sort }, stretch)
      : (await collect(transaction, { where: filteredBy(filters, 'index'), sort }, stretch)).numbers;
  return { cells, numbers, exact: true };
};

/**
 * By relevance among more answers than can be put in order: what was typed exactly, then names that hold the words, then the rest,
 * each the newest first.
 */
const broadByRelevance = async (
  { transaction, question, filters, stretch, bounds }: Asked,
  inName: number,
): Promise<readonly string[]> => {
  const { offset, limit } = stretch;
  const exactly = await collect(
    transaction,
    { where: and(question.isExact, filteredBy(filters, 'walk')), sort: 'relevance', tier: question.tier },
    { offset: 0, limit: reach.estimated },
  );
  const page = exactly.numbers.slice(offset, offset + limit);
  const others = and(not(question.isExact), filteredBy(filters, 'walk'));

  const next = { offset: Math.max(0, offset - exactly.count), limit: limit - page.length };
  const named = and(question.matchesInName, others);
  if (next.limit === 0) return page;
  if (inName > bounds.fewEnough) {
    const walked = await walk(transaction, { where: named, sort: 'newest' }, next);
    // A page that is not full lies at the names' end, and it matters exactly where that is.
    if (walked.length === next.limit) return [...page, ...walked];
  }
  const names = await collect(transaction, { where: named, sort: 'newest' }, next);
  page.push(...names.numbers);

  const last = { offset: Math.max(0, offset - exactly.count - names.count), limit: limit - page.length };
  if (last.limit === 0) return page;
  const rest = and(question.matches, not(question.standsInName), others);
  return [...page, ...(await walk(transaction, { where: rest, sort: 'newest' }, last))];
};

const ask = async (asked: Asked): Promise<Found> => {
  const { transaction, question, filters, sort, size, stretch, bounds } = asked;
  const whole = async (): Promise<Found> => ({
    ...(await gather(transaction, question, filters, sort, stretch)),
    exact: true,
  });
  if (size <= bounds.smallRegister) return whole();
  const drawn = await sample(transaction, question, filters, bounds.sample / size);
  if (countCells(drawn.cells, new Map()) <= bounds.fewEnough) return whole();

  const estimate = countCells(drawn.cells, filters);
  if (estimate <= bounds.fewEnough) {
    const where = and(question.matches, filteredBy(filters, 'index'));
    const { numbers, count } = await collect(transaction, { where, sort, tier: question.tier }, stretch);
    return { cells: drawn.cells, numbers, total: count, exact: false };
  }
  const near = {
    offset: stretch.offset,
    limit: Math.min(stretch.limit, Math.max(0, reach.estimated - stretch.offset)),
  };
  if (near.limit === 0) return { cells: drawn.cells, numbers: [], exact: false };
  if (sort === 'relevance') {
    return {
      cells: drawn.cells,
      numbers: await broadByRelevance({ ...asked, stretch: near }, drawn.inName),
      exact: false,
    };
  }
  const passing = passingCells(drawn.cells, filters);
  const register = await registerCells(transaction);
  const numbers =
    walkedUntil(register, passing, sort, near.offset + near.limit) <= bounds.walkLength
      ? await walk(transaction, { where: and(question.matches, filteredBy(filters, 'walk')), sort }, near)
      : (await collect(transaction, { where: and(question.matches, filteredBy(filters, 'index')), sort }, near))
          .numbers;
  return { cells: drawn.cells, numbers, exact: false };
};

/**
 * A page of the register. Texts are found by pairs of Chinese characters and by words, in names, subjects, products and purposes; an
 * exact name comes first, then an exact subject, then a number. In a register of more than 10,000 records, words that stand in very
 * many of them are answered with estimated figures (`exact: false`) and without a far end.
 * Throws RangeError when page or size are out of bounds.
 */
export const searchRegister = async (
  database: Kysely<Database>,
  query: RegisterQuery,
  bounds: SearchBounds = measuredBounds,
): Promise<RegisterPage> => {
  const { page, size } = query;
  if (!Number.isInteger(page) || page < 1) throw new RangeError(`A page is a whole number from 1: ${page}`);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw new RangeError(`A page holds 1 to 100 records: ${size}`);
  const question = questionOf(query.text);
  const filters = filtersOf(query);
  const offset = (page - 1) * size;
  const stretch = { offset, limit: Math.min(size, Math.max(0, reach.counted - offset)) };
  const { found, records } = await planned(database, async (transaction) => {
    const found = await findIn({ transaction, question, filters, sort: query.sort, stretch, bounds });
    return { found, records: await listItems(transaction, found.numbers) };
  });
  const total = found.total ?? countCells(found.cells, filters);
  const reachable = found.exact || found.total !== undefined ? reach.counted : reach.estimated;
  return {
    total,
    page,
    size,
    pages: Math.ceil(Math.min(total, reachable) / size),
    records,
    facets: facetsOf(found.cells, filters),
    exact: found.exact,
  };
};

const findIn = async (asked: Omit<Asked, 'size'>): Promise<Found> => {
  const { transaction, question } = asked;
  if (question.isVoid) return { cells: [], numbers: [], exact: true };
  if (question.isOpen) return browse(asked, await registerCells(transaction));
  const { rows } = await sql<{
    size: number;
  }>`select coalesce(sum(records), 0)::int as size from register_cell`.execute(transaction);
  return ask({ ...asked, size: rows[0]?.size ?? 0 });
};
