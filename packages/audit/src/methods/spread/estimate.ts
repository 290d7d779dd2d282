import type { Estimation, MethodRequest, ReducedRow } from '../../engine/method.ts';
import { sumOf } from '../../statistics/summation.ts';
import { errorOf, undeterminedReason } from '../common/inferred.ts';
import { countIn } from '../common/rows.ts';
import { hashIn, shareInBuckets, unitsFromLeastHashes } from '../common/share-of-rows.ts';
import { reasons } from '../common/texts.ts';
import { undecidable, unitsOf } from '../common/units.ts';
import type { SpreadParameters } from './parameters.ts';
import { rules } from './reduce.ts';
import { duplicatedRecords, noKeys, noneSeen, withoutKey } from './texts.ts';

export const estimate = (
  rows: readonly ReducedRow[],
  request: MethodRequest<SpreadParameters>,
): readonly Estimation[] =>
  unitsOf(rows, request.by, rules).map((unit) => {
    const total = (column: string): number => sumOf(unit.rows, (row) => countIn(row, column));
    const [slates, slots, keyed, windows, over] = ['slates', 'slots', 'keyed', 'windows', 'over'].map(total) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (slates === 0) return undecidable(unit, reasons.empty);
    const { window, atMost, unit: countedUnit } = request.parameters;
    const [slatesOver, repeats, slatesRepeating] = [total('slates_over'), total('repeats'), total('slates_repeating')];
    const values = {
      slates,
      slots,
      windows,
      windowsOver: over,
      windowShare: over / windows,
      slatesOver,
      slateShare: slatesOver / slates,
      repeats,
      slatesRepeating,
      longestRun: unit.rows.reduce((longest, row) => Math.max(longest, countIn(row, 'longest_run')), 0),
    };
    const duplicated = total('n') - slots;
    const notes = [
      ...unit.notes,
      ...(duplicated === 0 ? [] : [duplicatedRecords(duplicated)]),
      ...(keyed === slots ? [] : [withoutKey(slots - keyed)]),
    ];
    if (keyed === 0) return undecidable({ ...unit, notes }, noKeys, { n: slates, values });
    const [top, bottom] =
      countedUnit === 'windows' ? (['over', 'windows'] as const) : (['slates_over', 'slates'] as const);
    const units = unitsFromLeastHashes(unit.rows.map((row) => hashIn(row, 'least_hash')));
    const inferred = shareInBuckets(
      unit.rows.map((row) => ({ numerator: countIn(row, top), denominator: countIn(row, bottom) })),
      units,
    );
    if (!inferred.known)
      return undecidable({ ...unit, notes }, undeterminedReason(inferred.reason), { n: slates, values });
    return {
      by: unit.by,
      scale: 'share',
      estimate: inferred.estimate,
      n: countedUnit === 'windows' ? windows : slates,
      ...errorOf(inferred, 0),
      values,
      notes: over === 0 ? [...notes, noneSeen(slates, window, atMost)] : notes,
    };
  });
