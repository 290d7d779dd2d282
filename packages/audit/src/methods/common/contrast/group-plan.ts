import type { Expression, MethodRequest } from '../../../engine/method.ts';
import type { KeyColumn, LeftOutRule, NamedColumn, ReductionPlan } from '../reduction.ts';
import { keyHash, keyOf, levelOf, literals, namedLevelOf } from '../sql.ts';
import { levelNotCompared, missingKey, missingLevel } from '../texts.ts';

/** What is compared between groups: a fixed whole-number column and how many trials a row stands for. */
export interface MeasuredValue {
  /** From the relation's own columns. */
  readonly raw: readonly NamedColumn[];
  readonly rules: readonly LeftOutRule[];
  /** Over the raw columns: the value as a whole number of 2^-bits. */
  readonly value: string;
  readonly bits: bigint;
  /** Over the raw columns: the row's weight, a whole number. */
  readonly weight: string;
}

export const groupColumn = 'raw_group';
export const clusterColumn = 'raw_cluster';
export const matchColumn = 'raw_match';

export const part = <Parameters>(request: MethodRequest<Parameters>, name: string): Expression => {
  const expression = request.parts[name];
  if (expression === undefined) throw new TypeError(`the part ${name} is not there`);
  return expression;
};

/** Rows by group, with cluster and match where they are given: what both reductions of a contrast read. */
export const groupPlan = <Parameters>(
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
): Omit<ReductionPlan, 'measures'> & { readonly strata: readonly string[] } => {
  const { cluster, match } = request.parts;
  const strata = request.strata.map((_, index) => `stratum_${index}`);
  const raw: NamedColumn[] = [
    { name: groupColumn, sql: levelOf(part(request, 'group')) },
    ...request.strata.map((expression, index) => ({ name: `raw_stratum_${index}`, sql: namedLevelOf(expression) })),
    ...(cluster === undefined ? [] : [{ name: clusterColumn, sql: keyOf(cluster) }]),
    ...(match === undefined ? [] : [{ name: matchColumn, sql: keyOf(match) }]),
    ...measured.raw,
  ];
  const rules: LeftOutRule[] = [
    missingLevel(groupColumn, 'group'),
    ...(request.compare === undefined ? [] : [levelNotCompared(`${groupColumn} NOT IN ${literals(request.compare)}`)]),
    ...(match === undefined ? [] : [missingKey(matchColumn, 'match', match)]),
    ...(cluster === undefined ? [] : [missingKey(clusterColumn, 'cluster', cluster)]),
    ...measured.rules,
  ];
  const hashed = (name: string, columns: readonly string[]): KeyColumn => ({
    name,
    sql: keyHash(columns),
    whenLeftOut: 'toUInt64(0)',
  });
  const keys: KeyColumn[] = [
    { name: 'level', sql: groupColumn, whenLeftOut: "''" },
    ...(match === undefined
      ? strata.map((name, index) => ({ name, sql: `raw_stratum_${index}`, whenLeftOut: "''" }))
      : [hashed('match_key', [matchColumn, ...request.strata.map((_, index) => `raw_stratum_${index}`)])]),
    ...(cluster === undefined ? [] : [hashed('cluster_key', [clusterColumn])]),
  ];
  const values: KeyColumn[] = [
    { name: 'value', sql: `ifNull(${measured.value}, 0)`, whenLeftOut: '0' },
    { name: 'weight', sql: `ifNull(${measured.weight}, 0)`, whenLeftOut: '0' },
  ];
  return { raw, rules, keys, values, strata: match === undefined ? strata : [] };
};
