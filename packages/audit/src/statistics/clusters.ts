import { errorOf, type Inference, type Inferred, type Interval, sided, undetermined, wald } from './inference.ts';
import { seededRandom } from './random.ts';
import { sum, sumOf } from './summation.ts';

/*
 * The core of everything clustered. An estimate is a ratio of sums over independent clusters; each cluster has an influence on it (its
 * score over the whole denominator; influences sum to zero) and a leverage (its share of the denominator; leverages sum to one).
 */

/**
 * - `CR1`: the sum of squared influences times G / (G − 1), t with G − 1 degrees of freedom (Liang and Zeger 1986).
 * - `CR2`: each squared influence over 1 − leverage, t with the degrees of freedom of Bell and McCaffrey (2002), Survey Methodology 28.
 *   For many even clusters it is CR1; for few or uneven ones it keeps its level where CR1 rejects too often (Imbens and Kolesár 2016, REStat 98).
 * - `CR3`: the jackknife, each squared influence over (1 − leverage)², with the degrees of freedom of CR2; cautious (MacKinnon, Nielsen and Webb 2023).
 * - `wild`: wild cluster bootstrap-t with the null imposed (Cameron, Gelbach and Miller 2008; in its score form Kline and Santos 2012);
 *   signs drawn by Rademacher for 10 clusters or more, by Webb's six points (2023) for fewer; all looked at where that is few.
 */
export type ClusterMethod = 'CR1' | 'CR2' | 'CR3' | 'wild';

export interface ClusterOptions {
  /** Default `CR2`. */
  readonly method?: ClusterMethod;
  /** Seed of the wild bootstrap. Default 1. */
  readonly seed?: number;
  /** Draws of the wild bootstrap where not all are looked at. Default 9,999. */
  readonly draws?: number;
}

export interface ClusterInference extends Inference {
  /** Clusters that count for the estimate. */
  readonly clusters: number;
  /** 1 / Σ leverage², the number of even clusters worth as much: Carter, Schnepel and Steigerwald (2017), REStat 99. */
  readonly effectiveClusters: number;
  /** The greatest leverage of one cluster, 0 to 1. */
  readonly largestLeverage: number;
}

export interface Influences {
  readonly estimate: number;
  readonly scale?: 'linear' | 'log';
  readonly influence: readonly number[];
  readonly leverage: readonly number[];
  /** Size below which a sum of influences is rounding, not variance. */
  readonly noise: number;
  /** What the wild bootstrap draws from: the influences if the effect (on the scale of inference) were this. */
  readonly influenceAt: (effect: number) => readonly number[];
}

/** A cluster with this leverage or more leaves nothing to compare it with. */
const wholeLeverage = 1 - 1e-9;

export function inferFromClusters(parts: Influences, options: ClusterOptions = {}): Inferred<ClusterInference> {
  const { estimate, influence, leverage, noise, scale = 'linear' } = parts;
  const { method = 'CR2' } = options;
  const clusters = leverage.length;
  if (clusters === 0) return undetermined('no-data');
  const largestLeverage = leverage.reduce((most, own) => Math.max(most, own), 0);
  if (clusters < 2 || largestLeverage >= wholeLeverage) return undetermined('one-cluster', estimate);
  const squares = sumOf(influence, (own) => own * own);
  if (!(Math.sqrt(squares) > noise)) return undetermined('no-variance', estimate);
  const shape = { clusters, effectiveClusters: 1 / sumOf(leverage, (own) => own * own), largestLeverage };
  if (method === 'CR1') {
    const standardError = Math.sqrt((squares * clusters) / (clusters - 1));
    return { ...wald({ estimate, scale, standardError, degreesOfFreedom: clusters - 1, method }), ...shape };
  }
  const power = method === 'CR3' ? 2 : 1;
  const standardError = Math.sqrt(
    sum(influence.map((own, index) => own ** 2 / (1 - (leverage[index] ?? 0)) ** power)) *
      (method === 'CR3' ? (clusters - 1) / clusters : 1),
  );
  const degreesOfFreedom = bellMcCaffreyDegrees(leverage);
  const plain = wald({ estimate, scale, standardError, degreesOfFreedom, method });
  return method === 'wild' ? { ...wild(parts, plain, options), ...shape } : { ...plain, ...shape };
}

/**
 * Satterthwaite degrees of freedom of the CR2 variance for a ratio of sums, with independent errors as the working model. With leverages
 * h and w² = h² / (1 − h) the quadratic form's matrix has h on its diagonal and −w w' beside it, and trace 1. G − 1 for even clusters.
 */
export function bellMcCaffreyDegrees(leverage: readonly number[]): number {
  const square = (own: number) => own ** 2 / (1 - own);
  const all = sumOf(leverage, square);
  return 1 / (sumOf(leverage, (own) => own ** 2 - square(own) ** 2) + all ** 2);
}

const webb = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)];
const rademacher = [-1, 1];

/** Arrangements of signs that are looked at one by one. */
const signLimit = 50_000;

function wild(parts: Influences, plain: Inference, { seed = 1, draws = 9_999 }: ClusterOptions): Inference {
  const { estimate, scale = 'linear', leverage } = parts;
  const clusters = leverage.length;
  const points = clusters < 10 ? webb : rademacher;
  const arrangements = points.length ** clusters;
  const exact = arrangements <= signLimit;
  const centre = scale === 'log' ? Math.log(estimate) : estimate;
  const twoSidedAt = (effect: number): number => {
    const scores = parts.influenceAt(effect);
    const observed = Math.abs(studentised(scores, leverage, () => 1));
    const limit = observed * (1 - 1e-12);
    let extreme = 0;
    if (exact) {
      for (let code = 0; code < arrangements; code++) {
        let rest = code;
        const t = studentised(scores, leverage, () => {
          const point = points[rest % points.length] ?? 1;
          rest = Math.floor(rest / points.length);
          return point;
        });
        if (Math.abs(t) >= limit) extreme += 1;
      }
      return extreme / arrangements;
    }
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws; draw++) {
      const t = studentised(scores, leverage, () => points[random.below(points.length)] ?? 1);
      if (Math.abs(t) >= limit) extreme += 1;
    }
    return (extreme + 1) / (draws + 1);
  };
  const end = (level: number, sign: 1 | -1): number => {
    const error = errorOf(level);
    let far = 4 * plain.standardError;
    for (let tries = 0; twoSidedAt(centre + sign * far) > error; tries++) {
      if (tries === 30) return sign * Number.POSITIVE_INFINITY;
      far *= 2;
    }
    const inside = (distance: number) => (twoSidedAt(centre + sign * distance) > error ? -1 : 1);
    return centre + sign * coarseBisect(inside, 0, far, plain.standardError * 1e-4);
  };
  const back = (value: number) => (scale === 'log' ? Math.exp(value) : value);
  return {
    ...plain,
    method: `wild cluster bootstrap, ${exact ? 'all' : draws} of ${points === webb ? 'Webb' : 'Rademacher'} signs`,
    interval: (level): Interval => ({ low: back(end(level, -1)), high: back(end(level, 1)) }),
    pValue: (nullValue, side = 'two-sided') =>
      sided(twoSidedAt(scale === 'log' ? Math.log(nullValue) : nullValue), estimate, nullValue, side),
  };
}

function coarseBisect(rising: (x: number) => number, low: number, high: number, tolerance: number): number {
  const steps = Math.ceil(Math.log2(Math.max(2, (high - low) / tolerance)));
  let width = high - low;
  let below = low;
  for (let step = 0; step < steps; step++) {
    width /= 2;
    if (rising(below + width) < 0) below += width;
  }
  return below + width;
}

/** Effect over its CR1 error after the scores are multiplied by weights; the effect is estimated anew from them. */
function studentised(scores: readonly number[], leverage: readonly number[], weight: () => number): number {
  let effect = 0;
  let squares = 0;
  let crossed = 0;
  let leverages = 0;
  for (let i = 0; i < scores.length; i++) {
    const own = (scores[i] ?? 0) * weight();
    const h = leverage[i] ?? 0;
    effect += own;
    squares += own * own;
    crossed += own * h;
    leverages += h * h;
  }
  const square = squares - 2 * effect * crossed + effect * effect * leverages;
  if (square > 0) return effect / Math.sqrt(square);
  return effect === 0 ? 0 : Math.sign(effect) * Number.POSITIVE_INFINITY;
}
