import type { ReducedRow, Reduction } from './method.ts';

/**
 * Adding up reduced rows of several days. Whole numbers and decimals are added exactly, whatever their length, so that the order of
 * days and what was kept from earlier runs leave no trace in the result.
 */

type Shape = Pick<Reduction, 'keys' | 'measures'>;

interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

const parse = (value: unknown, column: string): Decimal => {
  const written =
    typeof value === 'number' && Number.isSafeInteger(value)
      ? String(value)
      : typeof value === 'bigint'
        ? `${value}`
        : value;
  const [, sign = '', whole = '', fraction = ''] =
    (typeof written === 'string' ? /^(-?)(\d+)(?:\.(\d+))?$/u.exec(written) : undefined) ?? [];
  if (whole === '') throw new TypeError(`column ${column} holds nothing that can be added exactly: ${String(written)}`);
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
};

const raised = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

const writtenOut = ({ digits, scale }: Decimal): string => {
  const negative = digits < 0n;
  const whole = (negative ? -digits : digits).toString().padStart(scale + 1, '0');
  const fraction = whole.slice(whole.length - scale).replace(/0+$/u, '');
  const integer = whole.slice(0, whole.length - scale);
  return `${negative ? '-' : ''}${integer}${scale === 0 || fraction === '' ? '' : `.${fraction}`}`;
};

const addExactly = (left: unknown, right: unknown, column: string): string => {
  const [one, other] = [parse(left, column), parse(right, column)];
  const scale = Math.max(one.scale, other.scale);
  return writtenOut({ digits: raised(one, scale) + raised(other, scale), scale });
};

/** Numbers by size; text (a time, a name) by code units. */
const compare = (left: unknown, right: unknown, column: string): number => {
  const numeric = /^-?\d+(\.\d+)?$/u;
  if (typeof left === 'string' && typeof right === 'string' && !(numeric.test(left) && numeric.test(right)))
    return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [parse(left, column), parse(right, column)];
  const scale = Math.max(one.scale, other.scale);
  const difference = raised(one, scale) - raised(other, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const combined = (left: unknown, right: unknown, kind: 'sum' | 'least' | 'most', column: string): unknown => {
  if (left === null || left === undefined) return right ?? null;
  if (right === null || right === undefined) return left;
  switch (kind) {
    case 'sum':
      return addExactly(left, right, column);
    case 'least':
      return compare(left, right, column) <= 0 ? left : right;
    case 'most':
      return compare(left, right, column) >= 0 ? left : right;
  }
};

/** A sum is text whichever way it came, so that one day alone looks like many added up. */
const asGiven = (value: unknown, kind: 'sum' | 'least' | 'most', column: string): unknown =>
  kind === 'sum' && value !== null && value !== undefined ? writtenOut(parse(value, column)) : (value ?? null);

const keyOf = (row: ReducedRow, keys: readonly string[]): string => JSON.stringify(keys.map((key) => row[key] ?? null));

/** Rows added up key by key, in the order of their keys. @throws TypeError for a sum that is not exact: a method's own defect */
export const addedUp = (rows: Iterable<ReducedRow>, { keys, measures }: Shape): readonly ReducedRow[] => {
  const kinds = Object.entries(measures);
  const sums = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const key = keyOf(row, keys);
    const sum = sums.get(key);
    if (sum === undefined) {
      const first: Record<string, unknown> = {};
      for (const name of keys) first[name] = row[name] ?? null;
      for (const [name, kind] of kinds) first[name] = asGiven(row[name], kind, name);
      sums.set(key, first);
    } else for (const [name, kind] of kinds) sum[name] = combined(sum[name], row[name], kind, name);
  }
  return ordered([...sums.values()], keys);
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
