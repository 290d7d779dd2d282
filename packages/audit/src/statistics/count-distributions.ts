import { binomialDensity, poissonDensity } from './continued-fractions.ts';
import { incompleteBeta, incompleteGamma } from './special-functions.ts';

/** A distribution on whole numbers. */
export interface CountDistribution {
  readonly smallest: number;
  readonly largest: number;
  /** P(X = count). */
  mass(count: number): number;
  /** P(X ≤ count). */
  cumulative(count: number): number;
  /** P(X > count), without cancellation. */
  upperTail(count: number): number;
  /** P(X ≥ count), without cancellation. */
  atLeast(count: number): number;
  /** The smallest count with P(X ≤ count) ≥ probability. */
  quantile(probability: number): number;
}

function whole(name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name} must be a whole number, not ${value}`);
  return value;
}

interface Parts {
  smallest: number;
  largest: number;
  centre: number;
  mass(count: number): number;
  cumulative(count: number): number;
  upperTail(count: number): number;
}

function countDistribution(parts: Parts): CountDistribution {
  const { smallest, largest } = parts;
  const cumulative = (count: number) => {
    const k = Math.floor(count);
    if (k < smallest) return 0;
    return k >= largest ? 1 : parts.cumulative(k);
  };
  const upperTail = (count: number) => {
    const k = Math.floor(count);
    if (k < smallest) return 1;
    return k >= largest ? 0 : parts.upperTail(k);
  };
  return {
    smallest,
    largest,
    mass: (count) => (count < smallest || count > largest || !Number.isInteger(count) ? 0 : parts.mass(count)),
    cumulative,
    upperTail,
    atLeast: (count) => upperTail(Math.ceil(count) - 1),
    quantile: (probability) => {
      if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
      if (probability === 1) return largest;
      let low = smallest - 1;
      let high = Math.max(smallest, Math.ceil(parts.centre));
      while (cumulative(high) < probability) {
        low = high;
        high = Math.min(largest, high * 2 + 1);
      }
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (cumulative(middle) >= probability) high = middle;
        else low = middle;
      }
      return high;
    },
  };
}

/** Successes in independent trials, 0 ≤ probability ≤ 1. */
export function binomial(trials: number, probability: number): CountDistribution {
  whole('trials', trials);
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
  const complement = 1 - probability;
  const tails = (count: number) => {
    if (probability === 0) return { lower: 0, upper: 1 };
    if (complement === 0) return { lower: 1, upper: 0 };
    return incompleteBeta(count + 1, trials - count, probability, complement);
  };
  return countDistribution({
    smallest: 0,
    largest: trials,
    centre: trials * probability,
    mass: (count) => binomialMass(count, trials, probability, complement),
    cumulative: (count) => tails(count).upper,
    upperTail: (count) => tails(count).lower,
  });
}

function binomialMass(count: number, trials: number, probability: number, complement: number): number {
  if (probability === 0 || complement === 0) return count === (probability === 0 ? 0 : trials) ? 1 : 0;
  if (count === 0) return Math.exp(trials * (probability < 0.5 ? Math.log1p(-probability) : Math.log(complement)));
  if (count === trials) return Math.exp(trials * (probability < 0.5 ? Math.log(probability) : Math.log1p(-complement)));
  return binomialDensity(count, trials - count, probability, complement);
}

/** Events at a mean ≥ 0. */
export function poisson(mean: number): CountDistribution {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) throw new RangeError(`a mean of ${mean} events is impossible`);
  const tails = (count: number) => incompleteGamma(count + 1, mean);
  return countDistribution({
    smallest: 0,
    largest: mean === 0 ? 0 : Number.MAX_SAFE_INTEGER,
    centre: mean,
    mass: (count) => (count === 0 ? Math.exp(-mean) : poissonDensity(count, mean)),
    cumulative: (count) => tails(count).upper,
    upperTail: (count) => tails(count).lower,
  });
}

/** Marked ones among `drawn` taken without replacement from `marked` + `unmarked`. */
export function hypergeometric(marked: number, unmarked: number, drawn: number): CountDistribution {
  const total = whole('marked', marked) + whole('unmarked', unmarked);
  if (whole('drawn', drawn) > total) throw new RangeError(`${drawn} cannot be drawn from ${total}`);
  const smallest = Math.max(0, drawn - unmarked);
  const largest = Math.min(drawn, marked);
  const share = drawn / total;
  const rest = (total - drawn) / total;
  const mass = (count: number): number => {
    if (smallest === largest) return 1;
    const of = (k: number, n: number) => binomialMass(k, n, share, rest);
    return (of(count, marked) * of(drawn - count, unmarked)) / of(drawn, total);
  };
  /** Masses from `from` away from the middle, each from the last by their ratio. */
  const sumTowards = (from: number, step: 1 | -1): number => {
    let term = mass(from);
    let sum = term;
    for (let k = from; k !== (step === 1 ? largest : smallest); k += step) {
      const up = step === 1 ? k : k - 1;
      const ratio = ((marked - up) * (drawn - up)) / ((up + 1) * (unmarked - drawn + up + 1));
      term *= step === 1 ? ratio : 1 / ratio;
      const next = sum + term;
      if (next === sum && term < sum) break;
      sum = next;
    }
    return Math.min(1, sum);
  };
  const centre = (marked * drawn) / Math.max(1, total);
  return countDistribution({
    smallest,
    largest,
    centre,
    mass,
    cumulative: (count) => (count <= centre ? sumTowards(count, -1) : 1 - sumTowards(count + 1, 1)),
    upperTail: (count) => (count >= centre ? sumTowards(count + 1, 1) : 1 - sumTowards(count, -1)),
  });
}
