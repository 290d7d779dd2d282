import type { ReducedRow } from '../../engine/method.ts';

/** Reading a reduced row. A column that is not there or not what it should be is our own mistake, not the data's: it throws. */

export const textIn = (row: ReducedRow, column: string): string => {
  const value = row[column];
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  throw new TypeError(`column ${column} holds no text`);
};

/** A whole number of any length: a count or an exact sum. */
export const wholeIn = (row: ReducedRow, column: string): bigint => {
  const value = row[column];
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return BigInt(value);
  if (typeof value === 'string' && /^-?\d+$/u.test(value)) return BigInt(value);
  throw new TypeError(`column ${column} holds no whole number`);
};

/** A number; NULL (and NaN, which the store writes as null) is `undefined`. */
export const numberIn = (row: ReducedRow, column: string): number | undefined => {
  const value = row[column];
  if (value === null || value === undefined) return undefined;
  const number =
    typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string' ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) throw new TypeError(`column ${column} holds no number`);
  return number;
};

/** Counts of up to fifteen digits, which all are, need no big integer on the way. */
const short = /^\d{1,15}$/u;

export const countIn = (row: ReducedRow, column: string): number => {
  const value = row[column];
  return typeof value === 'string' && short.test(value) ? Number(value) : Number(wholeIn(row, column));
};

export const numbersIn = (row: ReducedRow, column: string): readonly number[] => {
  const value = row[column];
  if (!Array.isArray(value)) throw new TypeError(`column ${column} holds no list`);
  return value.map(Number);
};
