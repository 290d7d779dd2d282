import type { Text } from '@suanjian/rulebook';

/** One thing that is wrong with a record. */
export interface FieldFault {
  /** JSON pointer into the record; empty where it is the record as a whole. */
  readonly field: string;
  /** What was expected and what was found. Values of people's ids are never repeated. */
  readonly reason: Text;
}

/** The same with the line of the file or body it stands on, from 1. */
export interface Refusal extends FieldFault {
  readonly line: number;
}

const MOST_SHOWN = 40;

/** A value as it may be repeated to whoever sent it: short, on one line. */
export function shown(value: unknown): string {
  const written = typeof value === 'number' || typeof value === 'bigint' ? String(value) : asJson(value);
  if (written.length <= MOST_SHOWN) return written;
  // A pair of surrogates is not torn.
  return `${written.slice(0, MOST_SHOWN - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** One line must not fail a whole batch: lists in lists are read deeper than they can be written. */
const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return Array.isArray(value) ? '[…]' : '{…}';
    throw error;
  }
};

export const pointerTo = (name: string, index?: number): string =>
  `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}${index === undefined ? '' : `/${index}`}`;
