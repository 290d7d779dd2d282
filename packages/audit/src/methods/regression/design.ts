import type { ReducedRow } from '../../engine/method.ts';
import type { CrossProducts } from '../../statistics/regression.ts';
import { countName } from '../common/reduction.ts';
import { countIn, textIn, wholeIn } from '../common/rows.ts';
import { numberFrom, quotient } from '../common/sums.ts';
import { productName, sumName } from './reduce.ts';
import type { Variable, Variables } from './variables.ts';

/** A column of the model. The first is the constant. */
export type Column =
  | { readonly kind: 'constant' }
  | { readonly kind: 'number'; readonly variable: Variable; /** Taken off before squaring. */ readonly shift: number }
  | { readonly kind: 'level'; readonly variable: Variable; readonly level: string };

export interface Design {
  readonly columns: readonly Column[];
  /** Taken off the response. */
  readonly responseShift: number;
  readonly all: CrossProducts;
  readonly clusters: readonly CrossProducts[];
  readonly rows: number;
  readonly responseMean: number;
}

export const columnName = (column: Column): string => {
  switch (column.kind) {
    case 'constant':
      return 'intercept';
    case 'number':
      return column.variable.label;
    case 'level':
      return `${column.variable.label}: ${column.level}`;
  }
};

const placeName = (column: Column): string => {
  if (column.kind === 'constant') return '';
  return column.kind === 'number' ? column.variable.name : `${column.variable.name} ${column.level}`;
};

/** More columns than this are no regression but a mistake (an id among the controls). */
export const mostColumns = 300;

/** Levels of each factor in order, the one to compare with first. */
export const levelsOf = (
  rows: readonly ReducedRow[],
  factors: readonly Variable[],
  first: string | undefined,
): ReadonlyMap<string, readonly string[]> =>
  new Map(
    factors.map((factor) => {
      const levels = [...new Set(rows.map((row) => textIn(row, factor.name)))].sort((left, right) =>
        left < right ? -1 : 1,
      );
      const leading = factor.part === 'group' && first !== undefined && levels.includes(first) ? [first] : [];
      return [factor.name, [...leading, ...levels.filter((level) => !leading.includes(level))]];
    }),
  );

interface Shift {
  readonly variable: Variable;
  /** Whole multiple of 2^-bits near the mean. */
  readonly fixed: bigint;
}

/** Sums of a row about shifts, exact until the last step. */
class ShiftedRow {
  readonly rows: number;
  readonly #row: ReducedRow;
  readonly #count: bigint;

  constructor(row: ReducedRow) {
    this.#row = row;
    this.#count = wholeIn(row, countName);
    this.rows = Number(this.#count);
  }

  sum({ variable, fixed }: Shift): number {
    return numberFrom(wholeIn(this.#row, sumName(variable)) - this.#count * fixed, variable.bits);
  }

  product(left: Shift, right: Shift): number {
    const raw = wholeIn(this.#row, productName(left.variable, right.variable));
    const crossed =
      left.fixed * wholeIn(this.#row, sumName(right.variable)) +
      right.fixed * wholeIn(this.#row, sumName(left.variable));
    return numberFrom(raw - crossed + this.#count * left.fixed * right.fixed, left.variable.bits + right.variable.bits);
  }
}

class Products {
  readonly xx: number[][];
  readonly xy: number[];
  yy = 0;
  rows = 0;

  constructor(size: number) {
    this.xx = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    this.xy = Array.from({ length: size }, () => 0);
  }

  add(i: number, j: number, value: number): void {
    this.#put(i, j, value);
    if (i !== j) this.#put(j, i, value);
  }

  #put(i: number, j: number, value: number): void {
    const row = this.xx[i];
    if (row !== undefined) row[j] = (row[j] ?? 0) + value;
  }

  addResponse(i: number, value: number): void {
    this.xy[i] = (this.xy[i] ?? 0) + value;
  }
}

/** Cross-products of the model's columns, of all rows and of each cluster bucket, the numbers taken about their means. */
export const designOf = (
  rows: readonly ReducedRow[],
  { response, numbers, factors }: Variables,
  levels: ReadonlyMap<string, readonly string[]>,
): Design => {
  const total = rows.reduce((sum, row) => sum + wholeIn(row, countName), 0n);
  const shiftOf = (variable: Variable): Shift => ({
    variable,
    fixed: rows.reduce((sum, row) => sum + wholeIn(row, sumName(variable)), 0n) / total,
  });
  const responseShift = shiftOf(response);
  const shifts = numbers.map(shiftOf);
  const all: readonly Column[] = [
    ...shifts.map(({ variable, fixed }) => ({
      kind: 'number' as const,
      variable,
      shift: numberFrom(fixed, variable.bits),
    })),
    ...factors.flatMap((variable) =>
      (levels.get(variable.name) ?? []).slice(1).map((level) => ({ kind: 'level' as const, variable, level })),
    ),
  ];
  const ofGroup = (column: Column): boolean => column.kind !== 'constant' && column.variable.part === 'group';
  // The group comes last: where it is a combination of the controls, it is the one that cannot be told.
  const columns: readonly Column[] = [
    { kind: 'constant' },
    ...all.filter((column) => !ofGroup(column)),
    ...all.filter(ofGroup),
  ];
  const places = new Map(columns.map((column, index) => [placeName(column), index]));
  const numberPlaces = shifts.map(({ variable }) => places.get(variable.name) ?? 0);
  const add = (into: Products, row: ReducedRow): void => {
    const shifted = new ShiftedRow(row);
    const present = factors.flatMap((variable) => places.get(`${variable.name} ${textIn(row, variable.name)}`) ?? []);
    const ones = [0, ...present];
    const response = shifted.sum(responseShift);
    for (const [index, i] of ones.entries()) {
      for (const j of ones.slice(index)) into.add(i, j, shifted.rows);
      into.addResponse(i, response);
    }
    for (const [index, shift] of shifts.entries()) {
      const sum = shifted.sum(shift);
      const place = numberPlaces[index] ?? 0;
      for (const i of ones) into.add(i, place, sum);
      for (const [other, right] of shifts.slice(index).entries())
        into.add(place, numberPlaces[index + other] ?? 0, shifted.product(shift, right));
      into.addResponse(place, shifted.product(responseShift, shift));
    }
    into.yy += shifted.product(responseShift, responseShift);
    into.rows += shifted.rows;
  };
  const whole = new Products(columns.length);
  const clusters = [...Map.groupBy(rows, (row) => countIn(row, 'bucket')).values()].map((members) => {
    const own = new Products(columns.length);
    for (const row of members) {
      add(own, row);
      add(whole, row);
    }
    return own;
  });
  const sum = rows.reduce((left, row) => left + wholeIn(row, sumName(response)), 0n);
  return {
    columns,
    responseShift: numberFrom(responseShift.fixed, response.bits),
    all: whole,
    clusters,
    rows: Number(total),
    responseMean: quotient(sum, total << response.bits),
  };
};
