import { sql, type RawBuilder } from 'kysely';
import { queryTokens, searchKey } from '@suanjian/register';
import { facetTerm, inName, type FacetName } from './terms.ts';
import type { RegisterQuery } from './query.ts';

type Condition = RawBuilder<boolean>;

/** What a text asks for, in the terms of the store. */
export interface Question {
  /** Nothing can be found: the text holds neither letter nor digit. */
  readonly isVoid: boolean;
  /** No text: everything. */
  readonly isOpen: boolean;
  /** A record that answers. */
  readonly matches: Condition;
  /** The same, in the algorithm's name; asks the text index. */
  readonly matchesInName: Condition;
  /** The words stand in the name, judged from the row alone. */
  readonly standsInName: Condition;
  /** It is the name, the subject or the number that was typed. */
  readonly isExact: Condition;
  /** 0 for the best. */
  readonly tier: RawBuilder<number>;
}

const always: Condition = sql<boolean>`true`;
const never: Condition = sql<boolean>`false`;
const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? always : sql<boolean>`(${sql.join(conditions, sql` and `)})`;

// Keys hold letters and digits only, so nothing in them is a pattern.
const contains = (column: string, keys: readonly string[]): Condition =>
  all(keys.map((key) => sql<boolean>`${sql.ref(column)} like ${`%${key}%`}`));

/** A question cut where it has spaces and marks: every part must stand somewhere in the record. */
const partsOf = (value: string): readonly string[] => [
  ...new Set(
    value
      .normalize('NFKC')
      .split(/[^\p{L}\p{M}\p{N}\p{Cf}]+/u)
      .map(searchKey)
      .filter((part) => part !== ''),
  ),
];

/** The digits of a number or of its beginning, when that is what was typed; `alone` when they may also be a word. */
const numberIn = (value: string): { readonly digits: string; readonly alone: boolean } | undefined => {
  const [, prefix = '', digits = ''] = /^(\D{0,12})(\d{4,22})号?$/u.exec(searchKey(value)) ?? [];
  if (digits === '') return undefined;
  if (prefix === '') return { digits, alone: true };
  return prefix.endsWith('备') || digits.length === 21 ? { digits, alone: false } : undefined;
};

const open: Question = {
  isVoid: false,
  isOpen: true,
  matches: always,
  matchesInName: always,
  standsInName: always,
  isExact: never,
  tier: sql<number>`0`,
};

/** Longer than any name in the register; what comes after would only cost. */
const longest = 200;

export const questionOf = (text: string): Question => {
  const value = Array.from(text.slice(0, 2 * longest))
    .slice(0, longest)
    .join('');
  if (value.trim() === '') return open;
  const number = numberIn(value);
  const begins = number && sql<boolean>`(number >= ${number.digits} and number < ${`${number.digits}:`})`;
  if (begins !== undefined && number?.alone === false)
    return { ...open, isOpen: false, matches: begins, matchesInName: never, standsInName: never, isExact: begins };
  const tokens = queryTokens(value);
  if (tokens.length === 0) return { ...open, isVoid: true, isOpen: false, matches: never };

  const key = searchKey(value);
  const parts = partsOf(value);
  // A single token answers for itself; several might stand apart.
  const together = tokens.length > 1 ? [contains('search_text', parts)] : [];
  const words = all([sql<boolean>`terms @> ${tokens}::text[]`, ...together]);
  const standsInName = contains('name_key', parts);
  // Of single characters only the plain term is stored, and it is stored for names and subjects alike.
  const named = tokens.every((token) => Array.from(token).length > 1)
    ? sql<boolean>`terms @> ${tokens.map(inName)}::text[]`
    : sql<boolean>`terms @> ${tokens}::text[]`;
  return {
    isVoid: false,
    isOpen: false,
    matches: begins === undefined ? words : sql<boolean>`(${words} or ${begins})`,
    matchesInName: all([named, standsInName]),
    standsInName,
    isExact: sql<boolean>`(name_key = ${key} or subject_key = ${key})`,
    tier: sql<number>`case when name_key = ${key} then 0 when subject_key = ${key} then 1
      ${begins === undefined ? sql`` : sql`when ${begins} then 2`}
      when ${contains('name_key', [key])} then 3 when ${standsInName} then 4
      when ${contains('subject_key', parts)} then 5 when ${contains('product_key', parts)} then 6 else 7 end`,
  };
};

export type Filters = ReadonlyMap<FacetName, readonly string[]>;

export const filtersOf = (query: RegisterQuery): Filters => {
  const filters = new Map<FacetName, readonly string[]>();
  for (const facet of ['technique', 'province', 'status', 'year', 'role', 'list'] as const) {
    const values = query[facet];
    if (values !== undefined && values.length > 0) filters.set(facet, values);
  }
  if (query.flagged !== undefined) filters.set('flagged', [String(query.flagged)]);
  return filters;
};

/** For the text index. */
export const indexedFilter = (filters: Filters): Condition =>
  all(
    [...filters].map(
      ([facet, values]) => sql<boolean>`terms && ${values.map((value) => facetTerm(facet, value))}::text[]`,
    ),
  );

/** From the row alone. */
export const plainFilter = (filters: Filters): Condition =>
  all([...filters].map(([facet, values]) => sql<boolean>`${sql.ref(facet)}::text = any(${[...values]}::text[])`));
