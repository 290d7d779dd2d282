import type { Asking } from '@suanjian/audit/testing';
import type { Text } from '@suanjian/rulebook';

/** One size of an effect planted into tables of so many rows. */
export interface Planted {
  /** On the scale of the method's estimate, from its null: the multiple of the materiality times that. */
  readonly effect: number;
  readonly rows: number;
}

/** Tables that the store itself fills, since a million rows are many. */
export interface PowerDesign {
  readonly method: string;
  readonly title: Text;
  /** From which size on it matters, as an audit takes it unless told. */
  readonly materiality: number;
  readonly asking: Asking;
  /** Column name to an expression over `number` (the row, from 0) and `unit` (the table). */
  readonly columns: (planted: Planted) => Readonly<Record<string, string>>;
  /** Rows beyond those asked for, which hold the effect. */
  readonly more?: (planted: Planted) => number;
}

/** A number in [0, 1) that depends on the table, the key and the salt alone. */
export const uniform = (salt: string, key = 'number'): string =>
  `(cityHash64(unit, ${key}, '${salt}') / 18446744073709551616.)`;

/** A standard normal number, by Box and Muller. */
export const normal = (salt: string, key = 'number'): string =>
  `(sqrt(-2 * log(greatest(${uniform(`${salt} length`, key)}, 1e-15))) * cos(2 * pi() * ${uniform(`${salt} turn`, key)}))`;
