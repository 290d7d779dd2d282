import { compiled, erfc, igam, igamc, incbet, lgam, ndtri } from 'cephes';
import { largeIncompleteBeta, largeIncompleteGamma } from './large-parameters.ts';

/*
 * The only file, with large-parameters.ts, that knows the library of special functions. `cephes` is Moshier's library (1984 to 2000)
 * compiled to WebAssembly: no dependencies, the same digits on every machine. Compared with 400-digit values its relative error
 * is under 1e-11 for parameters to 1,000 and grows beyond, where our own continued fractions take over.
 */
await compiled;

/** Largest parameter for which the library is asked. */
const libraryLimit = 1000;

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
  if (Math.max(a, b) > libraryLimit) return largeIncompleteBeta(a, b, x, complement);
  // The library takes only x; close to 1 its complement carries the digits.
  if (x <= 0.5) {
    const lower = incbet(a, b, x);
    return { lower, upper: lower > 0.5 || complement < 1 ? incbet(b, a, complement) : 1 - lower };
  }
  const upper = incbet(b, a, complement);
  return { lower: x < 1 ? incbet(a, b, x) : 1 - upper, upper };
}

/** Regularised incomplete gamma functions P(shape, x) and Q(shape, x); shape > 0. */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(shape > 0)) throw new RangeError(`the gamma function needs a positive shape, not ${shape}`);
  if (Number.isNaN(x)) return { lower: Number.NaN, upper: Number.NaN };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape > libraryLimit) return largeIncompleteGamma(shape, x);
  return { lower: igam(shape, x), upper: igamc(shape, x) };
}

/** Natural logarithm of the gamma function, x > 0. */
export const logGamma = (x: number): number => lgam(x);

/** Natural logarithm of a binomial coefficient for whole n ≥ k ≥ 0. */
export const logChoose = (n: number, k: number): number => lgam(n + 1) - lgam(k + 1) - lgam(n - k + 1);

/** Standard normal distribution function; for the upper tail give −x. */
export const normalLower = (x: number): number => 0.5 * erfc(-x * Math.SQRT1_2);

/** Standard normal quantile of a lower probability in (0, 1). */
export const normalQuantile = (probability: number): number => ndtri(probability);
