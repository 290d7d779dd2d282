import type { ReducedRow } from '../../engine/method.ts';
import { clusterShare } from '../../statistics/cluster-share.ts';
import type { RatioScore } from '../../statistics/cluster-contrast.ts';
import { fromInterval, type Inferred, undetermined } from '../../statistics/inference.ts';
import { clopperPearsonInterval } from '../../statistics/proportions.ts';
import { sumOf } from '../../statistics/summation.ts';

/**
 * A share of things seen in independent units that a reduction has put into buckets. Buckets serve the variance; where there is none to
 * see (nothing found, or everything) the units themselves are the sample, however few buckets they were put into.
 */
export const shareInBuckets = (scores: readonly RatioScore[], units: number): Inferred => {
  const rows = sumOf(scores, ({ denominator }) => denominator);
  if (!(rows > 0)) return undetermined('no-data');
  const estimate = sumOf(scores, ({ numerator }) => numerator) / rows;
  if (estimate > 0 && estimate < 1) return clusterShare(scores);
  const trials = Math.min(units, rows);
  return fromInterval({
    estimate,
    scale: 'linear',
    standardError: 0,
    degreesOfFreedom: Math.max(1, trials - 1),
    method: 'Clopper-Pearson over independent units, no variance seen',
    interval: (level) => clopperPearsonInterval({ successes: estimate * trials, trials }, level),
  });
};

/**
 * How many different units stand behind buckets, from the least hash seen in each (0 to 2^64). The least of n uniform numbers is 1/(n + 1)
 * on average; unlike a count of different units, it can be taken over several days. With B buckets the relative error is about 1/√B; a tenth is
 * taken off so that it errs to the small side. Bar-Yossef et al. (2002), "Counting distinct elements in a data stream", RANDOM.
 */
export const unitsFromLeastHashes = (leastHashes: readonly number[]): number => {
  const buckets = leastHashes.length;
  if (buckets < 30) return buckets;
  const total = sumOf(leastHashes, (hash) => hash / 2 ** 64);
  return Math.max(buckets, Math.floor((0.9 * buckets * (buckets - 1)) / total));
};

/**
 * How many even units would weigh as those behind `buckets` buckets do, from how unevenly the buckets are filled. Units with weights x put at random into B
 * buckets give Σd² = Σx² + (S² − Σx²) / B on average, S their sum: so 1/n = Σx²/S² can be told although no unit was counted, and a few heavy units tell as
 * few. The relative error is about √(2/B); twice as much is taken off so that it errs to the small side. Never fewer than the buckets themselves say, nor more
 * than the rows.
 */
export const unitsFromUnevenness = (weights: readonly number[], buckets: number): number => {
  const total = sumOf(weights, (weight) => weight);
  if (!(total > 0)) return 0;
  const seen = sumOf(weights, (weight) => (weight / total) ** 2);
  const unit = (seen - 1 / buckets) / (1 - 1 / buckets);
  const kept = Math.max(0, 1 - 2 * Math.sqrt(2 / buckets));
  return Math.max(1 / seen, unit > 0 ? Math.min(total, kept / unit) : kept * total);
};

/** For a column of `cityHash64(unit)`'s least value, read as text or number. */
export const hashIn = (row: ReducedRow, column: string): number => Number(row[column]);
