import { asCivilDate } from '@suanjian/rulebook';
import type { Desk, MatterFilters } from '../client/matters.ts';

type Search = Record<string, unknown>;

const oneOf = <Value extends string>(value: unknown, known: readonly Value[]): Value | undefined =>
  known.find((each) => each === value);

const written = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const day = (value: unknown): string | undefined => (typeof value === 'string' ? asCivilDate(value) : undefined);

const page = (value: unknown): number | undefined => {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? number : undefined;
};

/** Filters from an address. What cannot be one is left out, so that a mistyped address still shows a list. */
export const filtersFrom = (search: Search): MatterFilters => {
  const filters: MatterFilters = {
    kind: written(search['kind']),
    status: written(search['status']),
    desk: oneOf(search['desk'], ['provider', 'province', 'nation', 'city', 'all']),
    assignee: written(search['assignee']),
    q: written(search['q']),
    due: day(search['due']),
    open: search['open'] === true || search['open'] === 'true' ? true : undefined,
    sort: oneOf(search['sort'], ['due', 'newest', 'oldest']),
    page: page(search['page']),
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
};

/** Changed filters start again on the first page. */
export const withFilter = (filters: MatterFilters, change: MatterFilters): MatterFilters =>
  filtersFrom({ ...filters, page: undefined, ...change });

/** An office looks at its own desk, unless it asks for another one or for a state, which lies where it lies. */
export const deskIn = ({ desk, status }: MatterFilters, own: Desk | undefined): Desk | undefined => {
  if (desk !== undefined) return desk === 'all' ? undefined : desk;
  return status === undefined ? own : undefined;
};

export const isFiltered = ({ page: _page, sort: _sort, ...filters }: MatterFilters): boolean =>
  Object.keys(filters).length > 0;
