import { type Inferred, type Interval, errorOf, sided, undetermined, type Inference } from './inference.ts';
import {
  defaultDraws,
  enumerationLimit,
  everyChoice,
  type PermutationTest,
  PermutationTally,
  waysToChoose,
} from './permutation.ts';
import { seededRandom } from './random.ts';

/*
 * Where a whole cluster is in one group (treatment by city, by account, by device) the clusters are the sample, and few of them cannot
 * carry an approximation. Here their labels are exchanged: Fisher (1935); studentised, so that it also holds roughly where the groups
 * differ in spread (Janssen 1997; Chung and Romano 2013, Annals of Statistics 41).
 */

/** One cluster, all in one group: rows (or weight) and their sum of y. Labels are exchanged within strata only. */
export interface LabelledCluster {
  readonly first: boolean;
  readonly rows: number;
  readonly sum: number;
  readonly stratum?: string;
}

export interface ClusterComparison extends Inference {
  readonly clusters: { readonly first: number; readonly second: number };
  readonly exact: boolean;
  /** Ways of labelling, or draws, on which p rests; it cannot be less than 1 over this (2 over it with even groups). */
  readonly arrangements: number;
}

interface Stratum {
  readonly places: readonly number[];
  readonly chosen: number;
}

/** Difference of means per row, first − second, with weights rows₁ rows₂ / rows over the strata, and its error with clusters as the sample. */
function studentisedDifference(rows: Float64Array, sums: Float64Array, strata: readonly Stratum[], first: Uint8Array) {
  let top = 0;
  let weight = 0;
  const centred: { readonly own: number; readonly x: number; readonly rows: number }[] = [];
  for (const { places } of strata) {
    let all = 0;
    let firstRows = 0;
    let total = 0;
    for (const place of places) {
      all += rows[place] ?? 0;
      total += sums[place] ?? 0;
      if (first[place] === 1) firstRows += rows[place] ?? 0;
    }
    const share = firstRows / all;
    const mean = total / all;
    weight += all * share * (1 - share);
    for (const place of places) {
      const x = (first[place] === 1 ? 1 : 0) - share;
      const n = rows[place] ?? 0;
      const own = (sums[place] ?? 0) - n * mean;
      top += x * own;
      centred.push({ own, x, rows: n });
    }
  }
  const difference = top / weight;
  let square = 0;
  for (const { own, x, rows: n } of centred) square += (x * (own - difference * x * n)) ** 2;
  return { difference, error: Math.sqrt(square) / weight };
}

function ratioOf({ difference, error }: { difference: number; error: number }, scale: number): number {
  // Rounding may stand where exact arithmetic would leave zero.
  if (Math.abs(difference) <= 1e-13 * scale) return 0;
  return error <= 1e-13 * scale ? Math.sign(difference) * Number.POSITIVE_INFINITY : difference / error;
}

/** Compares clusters of two groups by exchanging their labels; exact while there are at most 20,000 ways, else by `draws` seeded draws. */
export function clusterComparison(
  clusters: readonly LabelledCluster[],
  { seed = 1, draws = defaultDraws }: { readonly seed?: number; readonly draws?: number } = {},
): Inferred<ClusterComparison> {
  const byStratum = Map.groupBy(
    clusters.filter(({ rows }) => rows > 0),
    ({ stratum = '' }) => stratum,
  );
  const usable = [...byStratum.values()].filter(
    (members) => members.some(({ first }) => first) && members.some(({ first }) => !first),
  );
  const used = usable.flat();
  if (used.length === 0) return undetermined('no-contrast');
  let place = 0;
  const strata: Stratum[] = usable.map((members) => ({
    places: members.map(() => place++),
    chosen: members.filter(({ first }) => first).length,
  }));
  const rows = Float64Array.from(used, (cluster) => cluster.rows);
  const sums = Float64Array.from(used, ({ sum }) => sum);
  const labels = Uint8Array.from(used, ({ first }) => (first ? 1 : 0));
  const observed = studentisedDifference(rows, sums, strata, labels);
  const estimate = observed.difference;
  const ways = strata.reduce((product, { places, chosen }) => product * waysToChoose(places.length, chosen), 1);
  if (ways < 2 || used.length < 3) return undetermined('too-few-units', estimate);
  const exact = ways <= enumerationLimit;
  const means = used.map(({ rows: n, sum }) => sum / n);
  if (means.every((own) => own === means[0])) return undetermined('no-variance', estimate);

  const testAt = (effect: number): PermutationTest => {
    // With the supposed effect taken off the first group, labels mean nothing.
    const shifted = sums.map((own, index) => own - (labels[index] === 1 ? effect * (rows[index] ?? 0) : 0));
    const scale = shifted.reduce((most, own, index) => Math.max(most, Math.abs(own) / (rows[index] ?? 1)), 0);
    const statistic = (first: Uint8Array) => ratioOf(studentisedDifference(rows, shifted, strata, first), scale);
    const tally = new PermutationTally(statistic(labels));
    if (exact) everyLabelling(strata, labels.length, (first) => tally.add(statistic(first)));
    else {
      const random = seededRandom(seed);
      for (let draw = 0; draw < draws; draw++)
        tally.add(statistic(drawnLabelling(strata, labels.length, random.below)));
    }
    return tally.result(exact);
  };
  const spread = Math.max(observed.error, Math.abs(estimate) * 1e-3, Number.MIN_VALUE);
  const end = (level: number, sign: 1 | -1): number => {
    const error = errorOf(level);
    const kept = (distance: number) => testAt(estimate + sign * distance).twoSided > error;
    let far = 4 * spread;
    for (let tries = 0; kept(far); tries++) {
      if (tries === 12) return sign * Number.POSITIVE_INFINITY;
      far *= 2;
    }
    let near = 0;
    for (let step = 0; step < 20; step++) {
      const middle = (near + far) / 2;
      if (kept(middle)) near = middle;
      else far = middle;
    }
    return estimate + sign * far;
  };
  return {
    known: true,
    estimate,
    scale: 'linear',
    standardError: observed.error,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
    method: exact ? 'permutation of cluster labels, exact' : `permutation of cluster labels, ${draws} draws`,
    clusters: {
      first: labels.reduce((count, own) => count + own, 0),
      second: labels.filter((own) => own === 0).length,
    },
    exact,
    arrangements: exact ? ways : draws + 1,
    interval: (level): Interval => ({ low: end(level, -1), high: end(level, 1) }),
    pValue: (nullValue, side = 'two-sided') => sided(testAt(nullValue).twoSided, estimate, nullValue, side),
  };
}

function everyLabelling(strata: readonly Stratum[], size: number, visit: (first: Uint8Array) => void): void {
  const first = new Uint8Array(size);
  const from = (index: number): void => {
    const stratum = strata[index];
    if (stratum === undefined) return visit(first);
    everyChoice(stratum.places.length, stratum.chosen, (chosen) => {
      for (const place of stratum.places) first[place] = 0;
      for (const choice of chosen) first[stratum.places[choice] ?? 0] = 1;
      from(index + 1);
    });
  };
  from(0);
}

function drawnLabelling(strata: readonly Stratum[], size: number, below: (limit: number) => number): Uint8Array {
  const first = new Uint8Array(size);
  for (const { places, chosen } of strata) {
    // Each place in turn is taken with the chance that is left (Knuth's selection sampling).
    let needed = chosen;
    for (const [index, place] of places.entries()) {
      if (below(places.length - index) < needed) {
        first[place] = 1;
        needed -= 1;
      }
    }
  }
  return first;
}
