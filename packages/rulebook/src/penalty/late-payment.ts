import { daysBetween, type CivilDate } from '../civil-date.ts';

/** Per day late, of what is owed (penalty-law/72). */
export const latePaymentRate = 0.03;

export interface Pause {
  readonly from: CivilDate;
  /** Open while it goes on. */
  readonly to?: CivilDate;
}

const overlap = (from: CivilDate, to: CivilDate, pause: Pause): number => {
  const begin = pause.from > from ? pause.from : from;
  const end = pause.to === undefined || pause.to > to ? to : pause.to;
  return end > begin ? daysBetween(begin, end) : 0;
};

/** Pauses without what they share, so that a day is left out once. */
const disjoint = (pauses: readonly Pause[]): readonly Pause[] =>
  pauses
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .reduce<readonly Pause[]>((kept, pause) => {
      const last = kept.at(-1);
      if (last === undefined) return [pause];
      if (last.to !== undefined && last.to < pause.from) return [...kept, pause];
      const { from, to: end } = last;
      const to = end === undefined || pause.to === undefined ? undefined : end > pause.to ? end : pause.to;
      return [...kept.slice(0, -1), { from, ...(to === undefined ? {} : { to }) }];
    }, []);

/**
 * What is added to a fine that is paid late, in yuan with two decimals: three per cent a day, never more than the fine itself (penalty-law/72);
 * days on which a review or a suit is pending are not counted (penalty-law/73).
 * @param until the day of payment, or today while it is outstanding.
 */
export const lateAddition = (
  fine: number,
  due: CivilDate,
  until: CivilDate,
  pauses: readonly Pause[] = [],
): { readonly days: number; readonly amount: number } => {
  const late = until > due ? daysBetween(due, until) : 0;
  const paused = disjoint(pauses).reduce((days, pause) => days + overlap(due, until, pause), 0);
  const days = Math.max(0, late - paused);
  return { days, amount: Math.min(fine, Math.round(fine * latePaymentRate * days * 100) / 100) };
};
