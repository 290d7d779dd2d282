import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { type LeftOutRule, type Measure, type ReductionPlan, reductionOf } from '../common/reduction.ts';
import { ofUnit } from '../common/unit-filter.ts';
import { bands } from './elapsed.ts';
import type { InvariantParameters } from './parameters.ts';
import { inGrace } from './texts.ts';

type Request = MethodRequest<InvariantParameters>;

const partOf = (request: Request, name: string): string => request.parts[name]?.sql ?? 'NULL';

/** 1 kept, 0 broken, 2 not to be told. */
const stateOf = (request: Request): string => `ifNull(toUInt8((${partOf(request, 'must')}) != 0), 2)`;

const elapsedOf = (request: Request): string => `ifNull(toInt64(${partOf(request, 'elapsed')}), -1)`;

const hasElapsed = (request: Request): boolean => request.parts['elapsed'] !== undefined;

const hasGrace = (request: Request): boolean => request.parameters.grace > 0 && hasElapsed(request);

const withinGrace = (request: Request, elapsed: string): string =>
  `${elapsed} >= 0 AND ${elapsed} <= ${request.parameters.grace}`;

export const rules = (request: Request): readonly LeftOutRule[] =>
  hasGrace(request) ? [{ when: withinGrace(request, 'raw_elapsed'), reason: inGrace }] : [];

const elapsedMeasures: readonly Measure[] = [
  { name: 'longest', sql: 'maxIf(elapsed, state = 0)', adds: 'most' },
  ...bands.map(({ column, from, until }) => ({
    name: column,
    sql: `countIf(state = 0 AND elapsed >= ${from}${until === undefined ? '' : ` AND elapsed < ${until}`})`,
    adds: 'sum' as const,
  })),
];

export const reduce = (request: Request): Reduction => {
  const plan: ReductionPlan = {
    raw: [
      { name: 'raw_state', sql: stateOf(request) },
      ...(hasElapsed(request) ? [{ name: 'raw_elapsed', sql: elapsedOf(request) }] : []),
    ],
    rules: rules(request),
    keys: [],
    values: [
      { name: 'state', sql: 'raw_state', whenLeftOut: '1' },
      ...(hasElapsed(request) ? [{ name: 'elapsed', sql: 'raw_elapsed', whenLeftOut: '-1' }] : []),
    ],
    measures: [
      { name: 'broken', sql: 'countIf(state = 0)', adds: 'sum' },
      { name: 'unknown', sql: 'countIf(state = 2)', adds: 'sum' },
      ...(hasElapsed(request) ? elapsedMeasures : []),
    ],
  };
  return reductionOf(request, plan);
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const outOfGrace = hasGrace(request) ? ` AND NOT (${withinGrace(request, elapsedOf(request))})` : '';
  return `SELECT DISTINCT toString(${partOf(request, 'row')}) AS row
FROM ${request.relation} AS relation
WHERE ${stateOf(request)} = 0 AND ${ofUnit(request, by)}${outOfGrace}
ORDER BY row
LIMIT ${limit}`;
};
