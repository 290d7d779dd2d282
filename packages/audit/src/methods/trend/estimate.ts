import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { wald } from '../../statistics/inference.ts';
import { errorOf } from '../common/inferred.ts';
import { countIn, wholeIn } from '../common/rows.ts';
import { fractionBits, momentsOf, numberFrom, scoreBits } from '../common/sums.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import type { TrendParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { fewPeriods, nobody, onePerson, thinPeriods } from './texts.ts';

const judged = (unit: Unit, { periods, period, sample }: TrendParameters): Estimation => {
  const [row] = unit.rows;
  if (row === undefined) return undecidable(unit, reasons.empty);
  const users = countIn(row, 'users');
  const [few, thin] = [countIn(row, 'users_few'), countIn(row, 'thin_periods')];
  const notes = [
    ...unit.notes,
    ...(thin === 0 ? [] : [thinPeriods(thin, sample)]),
    ...(few === 0 ? [] : [fewPeriods(few, periods)]),
  ];
  const noted = { ...unit, notes };
  const rows = countIn(row, 'n');
  if (users === 0) return undecidable(noted, nobody(periods, period), { values: { rows, users } });
  const level = (column: string): number => numberFrom(wholeIn(row, column), scoreBits) / users;
  const { mean, squares, variance } = momentsOf(
    BigInt(users),
    wholeIn(row, 'slopes'),
    wholeIn(row, 'squares'),
    fractionBits,
  );
  const values = {
    rows,
    users,
    userPeriods: countIn(row, 'dots_used'),
    meanSlope: mean,
    firstLevel: level('first_levels'),
    lastLevel: level('last_levels'),
    falling: countIn(row, 'falling'),
    rising: countIn(row, 'rising'),
  };
  const more = { n: users, values, estimate: mean, scale: 'difference' } as const;
  if (variance === undefined) return undecidable(noted, onePerson, more);
  // Slopes were computed in doubles; what lies within their rounding is no spread.
  if (squares <= users * 1e-24 * Math.max(1, mean * mean)) return undecidable(noted, reasons.noVariance, more);
  const inferred = wald({
    estimate: mean,
    standardError: Math.sqrt(variance / users),
    degreesOfFreedom: users - 1,
    method: 'mean of slopes',
  });
  return { by: unit.by, scale: 'difference', estimate: mean, n: users, ...errorOf(inferred, 0), values, notes };
};

export const estimate = (rows: readonly ReducedRow[], request: MethodRequest<TrendParameters>): readonly Estimation[] =>
  unitsOf(rows, request.by, rules(request)).map((unit) => judged(unit, request.parameters));
