import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { type LeftOutRule, type ReductionPlan, reductionOf } from '../common/reduction.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { RecomputeParameters } from './parameters.ts';
import { notShown } from './texts.ts';

type Request = MethodRequest<RecomputeParameters>;

export const rules: readonly LeftOutRule[] = [{ when: 'isNull(raw_shown)', reason: notShown }];

const numberOf = (request: Request, part: string): string => `toFloat64(${request.parts[part]?.sql ?? 'NULL'})`;

/** A computed figure that is no finite number was not computed. */
const isComputed = (computed: string): string => `ifNull(isFinite(${computed}), 0)`;

const distance = (shown: string, computed: string): string => `abs(${shown} - ${computed})`;

/** A shown figure that is no number cannot agree with anything; the negation makes NaN differ. */
const differs = (request: Request, shown: string, computed: string): string => {
  const { absolute, relative } = request.parameters.tolerance;
  return `NOT ifNull(${distance(shown, computed)} <= greatest(${absolute}, ${relative} * abs(${computed})), 0)`;
};

export const reduce = (request: Request): Reduction => {
  const plan: ReductionPlan = {
    raw: [
      { name: 'raw_shown', sql: numberOf(request, 'shown') },
      { name: 'raw_computed', sql: numberOf(request, 'computed') },
    ],
    rules,
    keys: [],
    values: [
      {
        name: 'state',
        sql: `multiIf(NOT ${isComputed('raw_computed')}, 2, ${differs(request, 'raw_shown', 'raw_computed')}, 0, 1)`,
        whenLeftOut: '1',
      },
      {
        name: 'apart',
        sql: `if(${isComputed('raw_computed')} AND ifNull(isFinite(raw_shown), 0), assumeNotNull(${distance('raw_shown', 'raw_computed')}), 0)`,
        whenLeftOut: '0',
      },
    ],
    measures: [
      { name: 'differing', sql: 'countIf(state = 0)', adds: 'sum' },
      { name: 'uncomputed', sql: 'countIf(state = 2)', adds: 'sum' },
      { name: 'furthest', sql: 'max(apart)', adds: 'most' },
    ],
  };
  return reductionOf(request, plan);
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const row = request.parts['row'];
  const [shown, computed] = ['shown_figure', 'computed_figure'];
  return `SELECT ${row === undefined ? '' : 'row, '}${shown} AS shown, ${computed} AS computed
FROM (
  SELECT ${row === undefined ? "''" : `ifNull(toString(${row.sql}), '')`} AS row, ${numberOf(request, 'shown')} AS ${shown}, ${numberOf(request, 'computed')} AS ${computed}
  FROM ${request.relation} AS relation
  WHERE ${ofUnit(request, by)}
)
WHERE isNotNull(${shown}) AND ${isComputed(computed)} AND ${differs(request, shown, computed)}
ORDER BY ifNotFinite(assumeNotNull(${distance(shown, computed)}), inf) DESC, row, shown, computed
LIMIT ${limit}`;
};
