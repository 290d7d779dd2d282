import { benjaminiHochberg } from '../statistics/multiplicity.ts';
import type { Indicator } from './indicator.ts';
import type { Judged } from './series.ts';

export interface Warned<Key> {
  readonly key: Key;
  readonly judged: Judged;
  /** Smallest false discovery rate over the office's day at which it would still be one. */
  readonly q: number;
}

export interface OfficeDay<Key> {
  /** Series that could be judged. */
  readonly tested: number;
  readonly warned: readonly Warned<Key>[];
}

/**
 * The warnings of one indicator on one day of the office, over all providers. A series warns where it errs with at most `perSeries` by itself and
 * survives Benjamini and Hochberg at `perDay` over all that were judged: on a day on which nothing has changed anywhere, any warning at all comes
 * with at most that chance. Both hold before the threshold, which only takes warnings away.
 */
export const officeDay = <Key>(
  judged: readonly { readonly key: Key; readonly judged: Judged }[],
  { rates }: Pick<Indicator, 'rates'>,
): OfficeDay<Key> => {
  const q = benjaminiHochberg(judged.map(({ judged: { p } }) => p));
  return {
    tested: judged.length,
    warned: judged.flatMap((each, index) => {
      const own = q[index];
      return own !== undefined && own <= rates.perDay && each.judged.p <= rates.perSeries && each.judged.material
        ? [{ ...each, q: own }]
        : [];
    }),
  };
};
