import type { MethodRequest } from '../../engine/method.ts';
import { fromRelation, unitColumns } from '../common/reduction.ts';
import { isInteger, isUnusableNumber, levelOf, numberOf } from '../common/sql.ts';
import { bitsOf, exactSum, exactSumOfProducts, fixedOf } from '../common/sums.ts';
import type { DescribeParameters } from './parameters.ts';
import { isNumber } from './statistic.ts';

/** The columns that a part becomes: `number` and its whole-number form `fixed` (both NULL when missing), and `level` as text. */
export class PartColumn {
  readonly name: string;
  readonly numeric: boolean;
  readonly integer: boolean;
  readonly #place: number;
  readonly #request: MethodRequest<DescribeParameters>;

  constructor(request: MethodRequest<DescribeParameters>, name: string) {
    const expression = request.parts[name];
    this.name = name;
    this.#request = request;
    this.#place = Object.keys(request.parts).indexOf(name);
    this.numeric = expression !== undefined && isNumber(expression);
    this.integer = expression !== undefined && isInteger(expression);
  }

  get number(): string {
    return `number_${this.#place}`;
  }

  get level(): string {
    return `level_${this.#place}`;
  }

  /** Whole multiple of 2^-bits; call only where the number is there. What cannot be summed is 0: it is counted apart, and nothing is reported then. */
  get fixed(): string {
    const number = `assumeNotNull(${this.number})`;
    return fixedOf(this.integer ? number : `if(${isUnusableNumber(this.number)}, 0, ${number})`, this.integer);
  }

  get bits(): bigint {
    return bitsOf(this.integer);
  }

  /** Columns of the row as they are read from the relation. */
  get read(): readonly string[] {
    const expression = this.#request.parts[this.name];
    if (expression === undefined) return [];
    return [
      `${levelOf(expression)} AS ${this.level}`,
      ...(this.numeric ? [`${numberOf(expression)} AS ${this.number}`] : []),
    ];
  }

  get isThere(): string {
    return this.numeric ? `isNotNull(${this.number})` : `${this.level} != ''`;
  }
}

export const partColumns = (request: MethodRequest<DescribeParameters>): readonly PartColumn[] =>
  Object.keys(request.parts).map((name) => new PartColumn(request, name));

export const unitNames = (request: MethodRequest<DescribeParameters>): readonly string[] =>
  unitColumns(request).map(({ name }) => name);

/** One row of the relation, its parts as columns. */
export const readRows = (request: MethodRequest<DescribeParameters>): string => {
  const columns = [
    ...unitColumns(request).map(({ name, sql }) => `${sql} AS ${name}`),
    ...partColumns(request).flatMap(({ read }) => read),
  ];
  return `SELECT ${columns.length === 0 ? '1 AS row' : columns.join(', ')} FROM ${fromRelation(request.relation)}`;
};

/** Exact sums over the rows for which a condition holds, as text. */
export const sumWhere = (columns: readonly PartColumn[], condition: string): string => {
  const [left, right] = columns;
  const fixed = ({ fixed: own }: PartColumn): string => `if(${condition}, ${own}, toInt128(0))`;
  if (left === undefined) return `toString(countIf(${condition}))`;
  return right === undefined
    ? `toString(${exactSum(fixed(left))})`
    : `toString(${exactSumOfProducts(fixed(left), fixed(right))})`;
};
