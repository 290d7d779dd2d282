import type { Decision, Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { countIn, numberIn } from '../common/rows.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, unitsOf } from '../common/units.ts';
import type { RecomputeParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { agree, differ, mostlyAgree, uncomputable, uncomputedCounted } from './texts.ts';

interface Counts {
  readonly n: number;
  readonly differing: number;
  readonly uncomputed: number;
}

/** Differing rows are judged among those that could be computed; too many that could not leave it open. */
const decide = ({ n, differing, uncomputed }: Counts, parameters: RecomputeParameters): Decision => {
  const computed = n - uncomputed;
  if (computed > 0 && differing / computed > parameters.share)
    return { verdict: 'fail', reason: differ(differing, computed) };
  if (uncomputed / n > parameters.uncomputed)
    return { verdict: 'not-enough-data', reason: uncomputable(uncomputed, n) };
  return {
    verdict: 'pass',
    reason: differing === 0 ? agree(computed) : mostlyAgree(differing, computed),
  };
};

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<RecomputeParameters>,
): readonly Estimation[] =>
  unitsOf(rows, request.by, rules).map((unit) => {
    let [n, differing, uncomputed, furthest] = [0, 0, 0, 0];
    for (const row of unit.rows) {
      n += countIn(row, 'n');
      differing += countIn(row, 'differing');
      uncomputed += countIn(row, 'uncomputed');
      furthest = Math.max(furthest, numberIn(row, 'furthest') ?? 0);
    }
    if (n === 0) return undecidable(unit, reasons.empty);
    const computed = n - uncomputed;
    const share = computed === 0 ? null : differing / computed;
    const values = { rows: n, differing, uncomputed, share, furthest };
    if (computed === 0) return undecidable(unit, uncomputable(uncomputed, n), { n, values });
    return {
      by: unit.by,
      scale: 'count',
      estimate: differing,
      n: computed,
      p: undefined,
      interval: () => undefined,
      smallestDetectable: () => undefined,
      decided: decide({ n, differing, uncomputed }, request.parameters),
      values,
      notes: uncomputed === 0 ? unit.notes : [...unit.notes, uncomputedCounted(uncomputed)],
    };
  });
