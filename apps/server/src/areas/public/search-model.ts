import {
  recordStatuses,
  registerFacets,
  registerSorts,
  type RegisterFacet,
  type RegisterSearch,
  type RegisterSearchQuery,
} from '@suanjian/contracts';
import type { FacetCount, RegisterListItem, RegisterPage, RegisterQuery } from '@suanjian/records';
import { announcementLists, providerRoles, searchKey, techniques } from '@suanjian/register';

type Given = Readonly<Record<string, unknown>>;

const one = (given: unknown): string => {
  const value: unknown = Array.isArray(given) ? given[0] : given;
  return typeof value === 'string' ? value : '';
};

const several = (given: unknown): readonly string[] => {
  const values: readonly unknown[] = Array.isArray(given) ? given : [given];
  return [...new Set(values.filter((value) => typeof value === 'string'))].slice(0, 40);
};

const oneOf = (known: readonly string[]) => (value: string) => known.includes(value);

/** Values that are none are dropped: an old or mistyped address still finds something. */
const sensible: Readonly<Record<RegisterFacet, (value: string) => boolean>> = {
  technique: oneOf(techniques.map(({ id }) => id)),
  province: (value) => /^\d{2}$/.test(value),
  year: (value) => /^\d{4}$/.test(value),
  status: oneOf(recordStatuses),
  role: oneOf(providerRoles.map(({ id }) => id)),
  list: oneOf(announcementLists),
  flagged: oneOf(['true', 'false']),
};

const longestQuery = 200;
export const pageSize = 20;

const positive = (given: unknown, largest: number, otherwise: number): number => {
  const value = Number(one(given));
  return Number.isInteger(value) && value >= 1 ? Math.min(value, largest) : otherwise;
};

/** Reads the query of an address; whatever it holds, something can be asked. */
export const readSearchQuery = (given: Given): RegisterSearchQuery => {
  const q = one(given['q']).normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, longestQuery);
  const filters: Partial<Record<RegisterFacet, readonly string[]>> = {};
  for (const facet of registerFacets) {
    const values = several(given[facet]).filter(sensible[facet]);
    if (values.length > 0) filters[facet] = facet === 'flagged' ? values.slice(0, 1) : values;
  }
  const sort = registerSorts.find((known) => known === one(given['sort'])) ?? (q === '' ? 'newest' : 'relevance');
  return {
    q,
    filters,
    sort: q === '' && sort === 'relevance' ? 'newest' : sort,
    page: positive(given['page'], 100_000, 1),
    size: positive(given['size'], 100, pageSize),
  };
};

export const storeQuery = ({ q, filters, sort, page, size }: RegisterSearchQuery): RegisterQuery => {
  const { flagged, ...others } = filters;
  return { text: q, ...others, ...(flagged === undefined ? {} : { flagged: flagged[0] === 'true' }), sort, page, size };
};

const isExactly = (q: string, item: RegisterListItem): boolean => {
  const key = searchKey(q);
  if (key === '') return false;
  return [item.algorithmName, item.subject, item.number, item.display].some((value) => searchKey(value) === key);
};

const hitOf = (item: RegisterListItem, q: string): RegisterSearch['hits'][number] => ({
  number: item.number,
  printed: item.display,
  algorithmName: item.algorithmName,
  subject: item.subject,
  technique: item.technique,
  ...(item.role === undefined ? {} : { role: item.role }),
  province: item.province,
  status: item.status,
  firstMonth: item.firstMonth,
  product: item.products,
  purpose: item.purpose,
  flagged: item.flagged,
  exact: isExactly(q, item),
});

const counted = (page: RegisterPage, facet: RegisterFacet): readonly FacetCount[] =>
  facet === 'list' || facet === 'flagged' ? [] : page.facets[facet];

const byValue = (left: FacetCount, right: FacetCount): number => (left.value < right.value ? 1 : -1);

const facetOf = (
  page: RegisterPage,
  facet: RegisterFacet,
  selected: readonly string[],
): RegisterSearch['facets'][number] => {
  const counts = counted(page, facet);
  // What is chosen stays in the form even when nothing is left of it; lists and flags have no counts of their own.
  const alone = facet === 'list' || facet === 'flagged' ? page.total : 0;
  const missing = selected
    .filter((value) => !counts.some((count) => count.value === value))
    .map((value) => ({ value, count: alone }));
  const values = facet === 'year' ? [...counts, ...missing].toSorted(byValue) : [...counts, ...missing];
  return {
    name: facet,
    values: values.map(({ value, count }) => ({ value, count, selected: selected.includes(value) })),
  };
};

export const searchModel = (query: RegisterSearchQuery, page: RegisterPage): RegisterSearch => ({
  query,
  total: page.total,
  estimated: !page.exact,
  pages: page.pages,
  facets: registerFacets
    .map((facet) => facetOf(page, facet, query.filters[facet] ?? []))
    .filter(({ values }) => values.length > 0),
  hits: page.records.map((item) => hitOf(item, query.q)),
});
