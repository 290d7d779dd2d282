import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { type KeyColumn, type LeftOutRule, type Measure, type NamedColumn, reductionOf } from '../common/reduction.ts';
import { rowBucket, rowColumn } from '../common/row-clusters.ts';
import { bucketsFor, isInteger, keyHash, keyOf, levelOf, literals, namedLevelOf, numberOf } from '../common/sql.ts';
import { exactSum, exactSumOfProducts, fixedOf } from '../common/sums.ts';
import { levelNotCompared, missingKey, missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import type { RegressionParameters } from './parameters.ts';
import { type Variable, variablesOf } from './variables.ts';

const raw = ({ name }: Variable): string => `raw_${name}`;

export const regressionRules = (request: MethodRequest<RegressionParameters>): readonly LeftOutRule[] => {
  const { response, numbers, factors } = variablesOf(request);
  const { cluster } = request.parts;
  return [
    ...factors.filter(({ part }) => part !== 'strata').map((factor) => missingLevel(raw(factor), factor.label)),
    ...(request.compare === undefined ? [] : [levelNotCompared(`raw_v_group NOT IN ${literals(request.compare)}`)]),
    ...[response, ...numbers].flatMap((number) => [
      missingNumber(raw(number), number.label),
      unusableNumber(raw(number), number.label),
    ]),
    ...(cluster === undefined ? [] : [missingKey('raw_cluster', 'cluster', cluster)]),
  ];
};

/** The name of the sum of products of two numeric columns; the response is one of them. */
export const productName = (left: Variable, right: Variable): string => `p_${left.name}_${right.name}`;
export const sumName = ({ name }: Variable): string => `s_${name}`;

/** Pairs whose products are summed: each once. */
export const productsOf = (numbers: readonly Variable[]): readonly (readonly [Variable, Variable])[] =>
  numbers.flatMap((left, index) => numbers.slice(index).map((right) => [left, right] as const));

/**
 * Sums and cross-products of the numbers, exact, by every combination of levels and cluster bucket: all that least squares and its clustered
 * errors need. Rows that hang together with none are clusters of their own.
 */
export const reduceRegression = (request: MethodRequest<RegressionParameters>): Reduction => {
  const { response, numbers, factors } = variablesOf(request);
  const { cluster } = request.parts;
  const columns: readonly NamedColumn[] = [
    ...[response, ...numbers].map((number) => ({ name: raw(number), sql: numberOf(number.expression) })),
    ...factors.map((factor) => ({
      name: raw(factor),
      sql: factor.part === 'strata' ? namedLevelOf(factor.expression) : levelOf(factor.expression),
    })),
    cluster === undefined ? rowColumn : { name: 'raw_cluster', sql: keyOf(cluster) },
  ];
  const keys: readonly KeyColumn[] = [
    ...factors.map((factor) => ({ name: factor.name, sql: raw(factor), whenLeftOut: "''" })),
    cluster === undefined
      ? rowBucket(request)
      : {
          name: 'bucket',
          sql: `toUInt32(${keyHash(['raw_cluster'])} % ${bucketsFor(request)})`,
          whenLeftOut: 'toUInt32(0)',
        },
  ];
  const values: readonly KeyColumn[] = [response, ...numbers].map((number) => ({
    name: number.name,
    sql: `ifNull(${fixedOf(raw(number), isInteger(number.expression))}, 0)`,
    whenLeftOut: '0',
  }));
  const measures: readonly Measure[] = [
    ...[response, ...numbers].map((number): Measure => ({
      name: sumName(number),
      sql: exactSum(number.name),
      adds: 'sum',
    })),
    ...productsOf([response, ...numbers]).map(([left, right]): Measure => ({
      name: productName(left, right),
      sql: exactSumOfProducts(left.name, right.name),
      adds: 'sum',
    })),
  ];
  return reductionOf(request, { raw: columns, rules: regressionRules(request), keys, values, measures });
};
