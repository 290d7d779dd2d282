import { risingRoot } from './roots.ts';
import { incompleteBeta, incompleteGamma, normalLower, normalQuantile } from './special-functions.ts';

/** A continuous distribution. Tails are computed each by itself: neither is one less the other, so that small ones keep their digits. */
export interface Distribution {
  /** P(X ≤ x). */
  cumulative(x: number): number;
  /** P(X > x). */
  upperTail(x: number): number;
  /** x with P(X ≤ x) = probability. A probability outside 0 to 1 is a RangeError. */
  quantile(probability: number): number;
  /** x with P(X > x) = probability, exact for small probabilities too. */
  upperQuantile(probability: number): number;
}

function checked(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
  return probability;
}

function positive(name: string, value: number): number {
  if (!(value > 0)) throw new RangeError(`${name} must be positive, not ${value}`);
  return value;
}

/** Standard normal distribution. */
export const normal: Distribution = {
  cumulative: normalLower,
  upperTail: (x) => normalLower(-x),
  quantile: (probability) => standardQuantile(checked(probability)),
  upperQuantile: (probability) => 0 - standardQuantile(checked(probability)),
};

function standardQuantile(probability: number): number {
  if (probability === 0) return Number.NEGATIVE_INFINITY;
  if (probability === 1) return Number.POSITIVE_INFINITY;
  return normalQuantile(probability);
}

/** ln(x / (1 − x)) of the beta quantile: on that scale neither end of (0, 1) loses digits. */
function betaLogit(a: number, b: number, probability: number, tail: 'lower' | 'upper'): number {
  const at = (logit: number) => incompleteBeta(a, b, 1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)));
  // In logarithms a tail is nearly a straight line.
  const wanted = Math.log(probability);
  if (tail === 'lower') return risingRoot((logit) => Math.log(at(logit).lower) - wanted, -745, 745);
  return risingRoot((logit) => wanted - Math.log(at(logit).upper), -745, 745);
}

/** Beta distribution with shapes a, b > 0. */
export function beta(a: number, b: number): Distribution {
  positive('a', a);
  positive('b', b);
  const end = (probability: number, atZero: number) => (probability === 0 ? atZero : 1 - atZero);
  const isEnd = (probability: number) => checked(probability) === 0 || probability === 1;
  const fromLogit = (logit: number) => 1 / (1 + Math.exp(-logit));
  return {
    cumulative: (x) => incompleteBeta(a, b, x).lower,
    upperTail: (x) => incompleteBeta(a, b, x).upper,
    quantile: (p) => (isEnd(p) ? end(p, 0) : fromLogit(betaLogit(a, b, p, 'lower'))),
    upperQuantile: (p) => (isEnd(p) ? end(p, 1) : fromLogit(betaLogit(a, b, p, 'upper'))),
  };
}

/** Fisher's F distribution with numerator and denominator degrees of freedom > 0. */
export function fisherF(numerator: number, denominator: number): Distribution {
  positive('numerator degrees of freedom', numerator);
  positive('denominator degrees of freedom', denominator);
  if (denominator === Number.POSITIVE_INFINITY) return scaled(chiSquare(numerator), 1 / numerator);
  const a = numerator / 2;
  const b = denominator / 2;
  const at = (x: number) => {
    if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
    const total = numerator * x + denominator;
    return incompleteBeta(a, b, (numerator * x) / total, denominator / total);
  };
  const value = (p: number, tail: 'lower' | 'upper') => {
    if (checked(p) === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Number.POSITIVE_INFINITY;
    return (denominator / numerator) * Math.exp(betaLogit(a, b, p, tail));
  };
  return {
    cumulative: (x) => at(x).lower,
    upperTail: (x) => at(x).upper,
    quantile: (p) => value(p, 'lower'),
    upperQuantile: (p) => value(p, 'upper'),
  };
}

function scaled(base: Distribution, factor: number): Distribution {
  return {
    cumulative: (x) => base.cumulative(x / factor),
    upperTail: (x) => base.upperTail(x / factor),
    quantile: (p) => base.quantile(p) * factor,
    upperQuantile: (p) => base.upperQuantile(p) * factor,
  };
}

/** Student's t with real degrees of freedom > 0; Infinity is the normal distribution. */
export function studentT(degreesOfFreedom: number): Distribution {
  positive('degrees of freedom', degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normal;
  const a = degreesOfFreedom / 2;
  /** P(T > |x|), at most one half. */
  const outer = (x: number): number => {
    const square = x * x;
    if (square === Number.POSITIVE_INFINITY) return 0;
    const total = degreesOfFreedom + square;
    return 0.5 * incompleteBeta(a, 0.5, degreesOfFreedom / total, square / total).lower;
  };
  const upperTail = (x: number): number => {
    if (Number.isNaN(x)) return Number.NaN;
    return x >= 0 ? outer(x) : 1 - outer(x);
  };
  const upperQuantile = (p: number): number => {
    if (checked(p) === 0) return Number.POSITIVE_INFINITY;
    if (p === 0.5) return 0;
    if (p > 0.5) return 0 - upperQuantile(1 - p);
    return Math.sqrt(degreesOfFreedom * Math.exp(-betaLogit(a, 0.5, 2 * p, 'lower')));
  };
  return {
    cumulative: (x) => upperTail(-x),
    upperTail,
    quantile: (p) => 0 - upperQuantile(checked(p)),
    upperQuantile,
  };
}

/** Chi-square distribution with real degrees of freedom > 0. */
export function chiSquare(degreesOfFreedom: number): Distribution {
  const shape = positive('degrees of freedom', degreesOfFreedom) / 2;
  const gamma = gammaOfShape(shape);
  return scaled(gamma, 2);
}

/** Gamma distribution with scale 1 and a shape > 0; twice it is chi-square, and it bounds Poisson means. */
export function gammaOfShape(shape: number): Distribution {
  positive('shape', shape);
  const value = (p: number, tail: 'lower' | 'upper') => {
    if (checked(p) === 0 || p === 1) return (p === 0) === (tail === 'lower') ? 0 : Number.POSITIVE_INFINITY;
    const wanted = Math.log(p);
    const rising = (log: number) => {
      const tails = incompleteGamma(shape, Math.exp(log));
      return tail === 'lower' ? Math.log(tails.lower) - wanted : wanted - Math.log(tails.upper);
    };
    return Math.exp(risingRoot(rising, -745, 709));
  };
  return {
    cumulative: (x) => incompleteGamma(shape, x).lower,
    upperTail: (x) => incompleteGamma(shape, x).upper,
    quantile: (p) => value(p, 'lower'),
    upperQuantile: (p) => value(p, 'upper'),
  };
}
