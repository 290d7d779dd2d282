import type { MethodRequest } from '../../engine/method.ts';
import { literal, namedLevelOf } from './sql.ts';

/** A condition that keeps one unit's rows: for statements that name the rows to look at. */
export const ofUnit = <Parameters>(
  request: MethodRequest<Parameters>,
  by: Readonly<Record<string, string>>,
): string => {
  const conditions = request.by.flatMap((expression) => {
    const value = by[expression.label];
    return value === undefined ? [] : [`${namedLevelOf(expression)} = ${literal(value)}`];
  });
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
};
