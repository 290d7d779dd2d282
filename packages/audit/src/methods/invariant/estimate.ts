import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { binomial } from '../../statistics/count-distributions.ts';
import { clopperPearsonInterval } from '../../statistics/proportions.ts';
import { smallestDetectable } from '../../statistics/power.ts';
import { countIn } from '../common/rows.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, type Unit, unitsOf } from '../common/units.ts';
import { elapsedValues } from './elapsed.ts';
import type { InvariantParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { broken as brokenText, kept, unknown as unknownText, unknownCounted } from './texts.ts';

const none = { p: undefined, interval: () => undefined, smallestDetectable: () => undefined };

const decidedWithout = (unit: Unit, n: number, broken: number, unknown: number): Estimation => {
  const known = n - unknown;
  const share = known === 0 ? null : broken / known;
  const limits = known === 0 ? undefined : clopperPearsonInterval({ successes: broken, trials: known }, 0.95);
  const values = {
    rows: n,
    broken,
    unknown,
    share,
    shareLow: limits?.low ?? null,
    shareHigh: limits?.high ?? null,
  };
  const decided =
    broken > 0
      ? ({ verdict: 'fail', reason: brokenText(broken) } as const)
      : unknown > 0
        ? ({ verdict: 'not-enough-data', reason: unknownText(unknown) } as const)
        : ({ verdict: 'pass', reason: kept(n) } as const);
  return { by: unit.by, scale: 'count', estimate: broken, n, ...none, decided, values, notes: unit.notes };
};

/** The estimate is how far the share lies above what is allowed. */
const judgedAgainst = (tolerance: number, unit: Unit, n: number, broken: number, unknown: number): Estimation => {
  const known = n - unknown;
  const values = { rows: n, broken, unknown, share: known === 0 ? null : broken / known, tolerance };
  if (known === 0) return undecidable(unit, unknownText(unknown), { n, values });
  const share = broken / known;
  return {
    by: unit.by,
    scale: 'difference',
    estimate: share - tolerance,
    n,
    p: binomial(known, tolerance).atLeast(broken),
    interval: (level) => [
      clopperPearsonInterval({ successes: broken, trials: known }, level).low - tolerance,
      clopperPearsonInterval({ successes: broken + unknown, trials: n }, level).high - tolerance,
    ],
    smallestDetectable: (level) =>
      smallestDetectable(
        {
          standardError: Math.sqrt((tolerance * (1 - tolerance)) / known),
          degreesOfFreedom: Number.POSITIVE_INFINITY,
          scale: 'linear',
        },
        level,
      ),
    values,
    notes: unknown === 0 ? unit.notes : [...unit.notes, unknownCounted(unknown)],
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<InvariantParameters>,
): readonly Estimation[] =>
  unitsOf(rows, request.by, rules(request)).map((unit) => {
    let [n, broken, unknown] = [0, 0, 0];
    for (const row of unit.rows) {
      n += countIn(row, 'n');
      broken += countIn(row, 'broken');
      unknown += countIn(row, 'unknown');
    }
    if (n === 0) return undecidable(unit, reasons.empty);
    const { tolerance } = request.parameters;
    const estimation =
      tolerance === 0 ? decidedWithout(unit, n, broken, unknown) : judgedAgainst(tolerance, unit, n, broken, unknown);
    return request.parts['elapsed'] === undefined
      ? estimation
      : { ...estimation, values: { ...estimation.values, ...elapsedValues(unit.rows) } };
  });
