import { compareDecimals, ExactSum, parseDecimal } from './exact-sum.ts';
import type { ReducedRow, Reduction } from './method.ts';

/**
 * Adding up reduced rows of several days. Whole numbers and decimals are added exactly, whatever their length, so that the order of
 * days and what was kept from earlier runs leave no trace in the result.
 */

type Shape = Pick<Reduction, 'keys' | 'measures'>;

const numeric = /^-?\d+(\.\d+)?$/u;
const whole = /^[1-9]\d*$/u;
const isNumeric = (value: unknown): boolean => typeof value !== 'string' || numeric.test(value);

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Numbers by size; text (a time, a name) by code units. */
const compare = (left: unknown, right: unknown, column: string): number => {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') {
    if (left === right) return 0;
    // Positive whole numbers of one length stand in the order of their digits.
    if (whole.test(left) && whole.test(right))
      return left.length === right.length ? byText(left, right) : left.length - right.length;
    if (!(isNumeric(left) && isNumeric(right))) return byText(left, right);
  }
  return compareDecimals(parseDecimal(left, column), parseDecimal(right, column));
};

/** The least or the most of what was seen; null when nothing was. */
class Extreme {
  readonly #column: string;
  readonly #sign: 1 | -1;
  #value: unknown = null;

  constructor(column: string, kind: 'least' | 'most') {
    this.#column = column;
    this.#sign = kind === 'least' ? 1 : -1;
  }

  add(value: unknown): void {
    if (value === null || value === undefined) return;
    if (this.#value === null || this.#sign * compare(value, this.#value, this.#column) < 0) this.#value = value;
  }

  written(): unknown {
    return this.#value;
  }
}

const keyOf = (row: ReducedRow, keys: readonly string[]): string => JSON.stringify(keys.map((key) => row[key] ?? null));

/**
 * Rows added up key by key, in the order of their keys. Sums are text whichever way they came, so that one day alone looks like many added up.
 * @throws TypeError for a sum that is not exact: a method's own defect
 */
export const addedUp = (rows: Iterable<ReducedRow>, { keys, measures }: Shape): readonly ReducedRow[] => {
  const kinds = Object.entries(measures);
  const names = kinds.map(([name]) => name);
  const groups = new Map<string, { readonly row: ReducedRow; readonly measures: readonly (ExactSum | Extreme)[] }>();
  for (const row of rows) {
    const key = keyOf(row, keys);
    let group = groups.get(key);
    if (group === undefined) {
      group = {
        row,
        measures: kinds.map(([name, kind]) => (kind === 'sum' ? new ExactSum(name) : new Extreme(name, kind))),
      };
      groups.set(key, group);
    }
    // Millions of these: an iterator for each row would cost more than the adding.
    for (let index = 0; index < names.length; index += 1) group.measures[index]?.add(row[names[index] ?? '']);
  }
  return [...groups]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => {
      const sum: Record<string, unknown> = {};
      for (const name of keys) sum[name] = group.row[name] ?? null;
      for (const [index, measure] of group.measures.entries()) sum[names[index] ?? ''] = measure.written();
      return sum;
    });
};

/** Rows in one total order, whatever order the store gave them in. */
export const ordered = (rows: readonly ReducedRow[], keys: readonly string[]): readonly ReducedRow[] =>
  rows
    .map((row) => ({ row, key: keyOf(row, keys), whole: '' }))
    .sort((one, other) => {
      if (one.key !== other.key) return one.key < other.key ? -1 : 1;
      one.whole ||= JSON.stringify(one.row);
      other.whole ||= JSON.stringify(other.row);
      return one.whole < other.whole ? -1 : one.whole > other.whole ? 1 : 0;
    })
    .map(({ row }) => row);
