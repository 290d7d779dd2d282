import type { Text } from '@suanjian/rulebook';
import type { FamilyName } from '../families/families.ts';

/** Where a kept row stands in the evidence. */
export interface RowSource {
  readonly day: string;
  readonly batch: string;
  readonly row: number;
  /** Index of the leaf of its batch. */
  readonly leaf: number;
}

export interface KeptRow {
  readonly family: FamilyName;
  /** As it was written; a field may be absent. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly source: RowSource;
}

/** What a sentence is about. */
export type Topic = 'asked' | 'counted' | 'placed' | 'choice' | 'moved' | 'price' | 'dispatch';

/** One plain sentence, and the rows that say so. */
export interface Sentence {
  readonly about: Topic;
  readonly text: Text;
  readonly rows: readonly KeptRow[];
}

export const wordOf = ({ row }: KeptRow, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export const numberOf = ({ row }: KeptRow, name: string): number | undefined => {
  const value = row[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

export const flagOf = ({ row }: KeptRow, name: string): boolean | undefined => {
  const value = row[name];
  return typeof value === 'boolean' ? value : undefined;
};

export const wordsOf = ({ row }: KeptRow, name: string): readonly string[] => {
  const value = row[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

export const numbersOf = ({ row }: KeptRow, name: string): readonly number[] => {
  const value = row[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'number') : [];
};
