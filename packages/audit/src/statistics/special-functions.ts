import { compiled, erfc, igam, igamc, incbet, lgam, ndtri } from 'cephes';
import { binomialDensity, betaByFraction, gammaByFraction, poissonDensity } from './continued-fractions.ts';

/*
 * The only file, with continued-fractions.ts, that knows the library of special functions. `cephes` is Moshier's library (1984 to 2000)
 * compiled to WebAssembly: no dependencies, the same digits on every machine. Its relative error is about 1e-12 for parameters from
 * 0.5 to 1,000 (compared with values of 60 digits and more) and grows outside, where continued fractions of our own take over.
 */
await compiled;

/** Parameters for which the library is asked: for smaller and larger ones it loses digits. */
const libraryLeast = 0.5;
const libraryLimit = 1000;

/** Density below which it is not asked either: it answers an underflow with an exception. */
const libraryFloor = 1e-250;

export interface Tails {
  /** Probability at or below. */
  readonly lower: number;
  /** Probability above, computed by itself and not as one less the lower. */
  readonly upper: number;
}

/** Regularised incomplete beta function I_x(a, b) and its complement; a, b > 0. `complement` is 1 − x, given where it is known better. */
export function incompleteBeta(a: number, b: number, x: number, complement = 1 - x): Tails {
  if (!(a > 0 && b > 0)) throw new RangeError(`the beta function needs positive parameters, not ${a} and ${b}`);
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (complement <= 0) return { lower: 1, upper: 0 };
  const outside = Math.max(a, b) > libraryLimit || Math.min(a, b) < libraryLeast;
  if (outside || binomialDensity(a, b, x, complement) < libraryFloor) return betaByFraction(a, b, x, complement);
  // The library takes x alone: it is asked for the end that has the digits, and for the other tail only where that is the smaller one.
  if (x <= 0.5) {
    const lower = incbet(a, b, x);
    return { lower, upper: lower <= 0.5 || complement === 1 ? 1 - lower : incbet(b, a, complement) };
  }
  const upper = incbet(b, a, complement);
  return { lower: upper <= 0.5 || x === 1 ? 1 - upper : incbet(a, b, x), upper };
}

/** Regularised incomplete gamma functions P(shape, x) and Q(shape, x); shape > 0. */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(shape > 0)) throw new RangeError(`the gamma function needs a positive shape, not ${shape}`);
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape > libraryLimit || shape < libraryLeast || poissonDensity(shape, x) < libraryFloor)
    return gammaByFraction(shape, x);
  return { lower: igam(shape, x), upper: igamc(shape, x) };
}

/** Natural logarithm of the gamma function, x > 0. */
export const logGamma = (x: number): number => lgam(x);

/** Standard normal distribution function; for the upper tail give −x. Zero below −37.6, where it is under 1e-309. */
export function normalLower(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < -37.6) return 0;
  return x > 37.6 ? 1 : 0.5 * erfc(-x * Math.SQRT1_2);
}

/** Standard normal quantile of a lower probability in (0, 1). */
export const normalQuantile = (probability: number): number => ndtri(probability);
