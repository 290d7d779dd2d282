import type { MethodRequest } from '../../engine/method.ts';
import { inUnit } from '../common/contrast/worst.ts';
import { classifiedRows, leftOutName } from '../common/reduction.ts';
import { levelOf } from '../common/sql.ts';
import type { IndependenceParameters } from './parameters.ts';
import { planOf } from './reduce.ts';

/** The answers that one asker got most beyond what others in the same match did: match, asker, result, how often, and how often by chance. */
export const worstMatches = (
  request: MethodRequest<IndependenceParameters>,
  by: Readonly<Record<string, string>>,
  limit: number,
): string => {
  const { match, asker, result } = request.parts;
  const plan = planOf(request);
  const shown = [
    { name: 'match', expression: match },
    { name: 'asker', expression: asker },
    { name: 'result', expression: result },
  ].flatMap(({ name, expression }) => (expression === undefined ? [] : [{ name, sql: levelOf(expression) }]));
  const text = (name: string): string => `text_${name}`;
  const keys = shown.map(({ name }) => ({ name: `of_${name}`, sql: text(name), whenLeftOut: "''" }));
  const rows = classifiedRows(request, {
    ...plan,
    raw: [...plan.raw, ...shown.map(({ name, sql }) => ({ name: text(name), sql }))],
    keys,
  });
  const on = keys.map(({ name }) => name).join(', ');
  const inMatch = match === undefined ? '' : 'of_match, ';
  const whole = match === undefined ? '()' : '(PARTITION BY of_match)';
  return `SELECT ${shown.map(({ name }) => `of_${name} AS \`${name}\``).join(', ')}, cell AS times, round(chance, 3) AS by_chance
FROM (
  SELECT ${on}, cell, toFloat64(of_asker_all) * toFloat64(of_result_all) / toFloat64(whole) AS chance
  FROM (
    SELECT ${on}, cell, sum(cell) OVER (PARTITION BY ${inMatch}of_asker) AS of_asker_all, sum(cell) OVER (PARTITION BY ${inMatch}of_result) AS of_result_all, sum(cell) OVER ${whole} AS whole
    FROM (SELECT ${on}, count() AS cell FROM (${rows}) WHERE ${leftOutName} = 0 AND ${inUnit(request, by)} GROUP BY ${on})
  )
)
ORDER BY toFloat64(cell) - chance DESC, ${on}
LIMIT ${Math.trunc(limit)}`;
};
