import type { FacetName } from './terms.ts';
import type { Filters } from './question.ts';
import type { FacetCount, RegisterPage } from './query.ts';

/** How many records share the same value in every facet. */
export interface Cell {
  readonly values: Readonly<Record<FacetName, string>>;
  readonly records: number;
}

const passes = (cell: Cell, filters: Filters, except?: FacetName): boolean => {
  for (const [facet, wanted] of filters) {
    if (facet !== except && !wanted.includes(cell.values[facet])) return false;
  }
  return true;
};

export const countCells = (cells: readonly Cell[], filters: Filters): number => {
  let total = 0;
  for (const cell of cells) if (passes(cell, filters)) total += cell.records;
  return total;
};

const counted = (cells: readonly Cell[], filters: Filters, facet: FacetName): readonly FacetCount[] => {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const value = cell.values[facet];
    if (value !== '' && passes(cell, filters, facet)) counts.set(value, (counts.get(value) ?? 0) + cell.records);
  }
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
};

export const facetsOf = (cells: readonly Cell[], filters: Filters): RegisterPage['facets'] => ({
  technique: counted(cells, filters, 'technique'),
  province: counted(cells, filters, 'province'),
  status: counted(cells, filters, 'status'),
  year: counted(cells, filters, 'year'),
  role: counted(cells, filters, 'role'),
});

/**
 * How many records of the register an ordered walk passes over until `wanted` of the passing cells' records are found. What was filed
 * early and what late differ, so it goes year by year; within a year, and by name, an even spread is assumed.
 */
export const walkedUntil = (
  register: readonly Cell[],
  passing: readonly Cell[],
  sort: 'relevance' | 'newest' | 'oldest' | 'name',
  wanted: number,
): number => {
  const size = countCells(register, new Map());
  if (sort === 'name') return (wanted * size) / Math.max(1, countCells(passing, new Map()));
  const years = [...new Set(register.map(({ values }) => values.year))].toSorted();
  let walked = 0;
  let missing = wanted;
  for (const year of sort === 'oldest' ? years : years.toReversed()) {
    const only: Filters = new Map([['year', [year]]]);
    const [there, fitting] = [countCells(register, only), countCells(passing, only)];
    if (fitting >= missing) return walked + (there * missing) / fitting;
    walked += there;
    missing -= fitting;
  }
  return walked;
};

export const passingCells = (cells: readonly Cell[], filters: Filters): readonly Cell[] =>
  cells.filter((cell) => passes(cell, filters));
