import { addDays, type CivilDate } from '@suanjian/rulebook';
import type { Indicator } from './indicator.ts';
import { officeDay } from './office-day.ts';
import { judgeDay, type Series } from './series.ts';

/** What a version of an indicator would have done over the past. Kept with the decision to let it count. */
export interface Replay {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly series: number;
  /** Days of series that could be judged. */
  readonly judged: number;
  /** Warnings it would have given: a series that keeps on warning day after day gives one. */
  readonly warnings: number;
  /** Days of the office on which there would have been one or more. */
  readonly daysWithWarnings: number;
  readonly days: number;
  /** What the stated rates allow at most on such days if nothing ever changed. */
  readonly allowedDays: number;
}

/** A gap of more than this many days begins a new warning. */
const sameWarning = 7;

/** Runs an indicator over the past, each day with only what was known before it. */
export const replay = (
  indicator: Indicator,
  all: ReadonlyMap<string, Series>,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): Replay => {
  let [judgedInAll, warnings, daysWithWarnings, days] = [0, 0, 0, 0];
  const lastWarned = new Map<string, CivilDate>();
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const judged = [...all].flatMap(([key, series]) => {
      const found = judgeDay(series, day, indicator);
      return found === undefined ? [] : [{ key, judged: found }];
    });
    const { tested, warned } = officeDay(judged, indicator);
    judgedInAll += tested;
    if (tested > 0) days += 1;
    const fresh = warned.filter(({ key }) => (lastWarned.get(key) ?? '') < addDays(day, -sameWarning));
    for (const { key } of warned) lastWarned.set(key, day);
    warnings += fresh.length;
    if (warned.length > 0) daysWithWarnings += 1;
  }
  return {
    from,
    to,
    series: all.size,
    judged: judgedInAll,
    warnings,
    daysWithWarnings,
    days,
    allowedDays: Number((days * indicator.rates.perDay).toFixed(2)),
  };
};
