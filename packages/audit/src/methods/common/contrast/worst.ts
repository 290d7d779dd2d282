import type { MethodRequest } from '../../../engine/method.ts';
import { classifiedRows, type KeyColumn, leftOutName } from '../reduction.ts';
import { byName, literal } from '../sql.ts';
import { clusterColumn, groupColumn, groupPlan, matchColumn, type MeasuredValue } from './group-plan.ts';

/** A condition that keeps the rows of one unit. Values of `by` are levels that the store itself gave. */
export const inUnit = <Parameters>(request: MethodRequest<Parameters>, by: Readonly<Record<string, string>>): string =>
  ['1', ...request.by.map((expression, index) => `${byName(index)} = ${literal(by[expression.label] ?? '')}`)].join(
    ' AND ',
  );

/**
 * The groups of rows that lie furthest from the mean of their match or stratum, largest excess first: by match, stratum and cluster as far as
 * they are given.
 */
export const worstContributions = <Parameters>(
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
  by: Readonly<Record<string, string>>,
  limit: number,
): string => {
  const named: readonly (readonly [name: string, raw: string])[] = [
    ...(request.parts['match'] === undefined ? [] : [['match', matchColumn] as const]),
    ...request.strata.map((_, index) => [`stratum_${index}`, `raw_stratum_${index}`] as const),
    ...(request.parts['cluster'] === undefined ? [] : [['cluster', clusterColumn] as const]),
    ['group', groupColumn],
  ];
  const keys: readonly KeyColumn[] = named.map(([name, raw]) => ({
    name: `of_${name}`,
    sql: `ifNull(toString(${raw}), '')`,
    whenLeftOut: "''",
  }));
  const within = named
    .filter(([name]) => name === 'match' || name.startsWith('stratum_'))
    .map(([name]) => `of_${name}`);
  const window = within.length === 0 ? '()' : `(PARTITION BY ${within.join(', ')})`;
  const divisor = `exp2(${measured.bits})`;
  const on = keys.map(({ name }) => name).join(', ');
  return `SELECT ${named.map(([name]) => `of_${name} AS \`${name}\``).join(', ')}, cell_rows AS rows, round(toFloat64(cell_total) / toFloat64(cell_weight) / ${divisor}, 6) AS mean,
  round(toFloat64(middle_total) / toFloat64(middle_weight) / ${divisor}, 6) AS usual
FROM (
  SELECT ${on}, cell_rows, cell_total, cell_weight, sum(cell_total) OVER ${window} AS middle_total, sum(cell_weight) OVER ${window} AS middle_weight
  FROM (
    SELECT ${on}, count() AS cell_rows, sum(toInt256(value)) AS cell_total, sum(toInt256(weight)) AS cell_weight
    FROM (${classifiedRows(request, { ...groupPlan(request, measured), keys })})
    WHERE ${leftOutName} = 0 AND ${inUnit(request, by)}
    GROUP BY ${on}
  )
)
ORDER BY abs(toFloat64(cell_total) - toFloat64(cell_weight) * toFloat64(middle_total) / toFloat64(middle_weight)) DESC, ${on}
LIMIT ${Math.trunc(limit)}`;
};
