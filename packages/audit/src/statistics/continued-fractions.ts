import { lgam } from 'cephes';

/*
 * The incomplete beta and gamma functions where their parameters are large, tiny, or the result is. The library's continued fraction stops after 300 terms,
 * which near the mean of a beta with parameters of 5 million leaves an error of 0.3 %, and its prefactor loses digits as the parameters
 * grow. Here the prefactor is Loader's saddle-point form and the fraction runs until it settles (about the square root of the parameter).
 */

const halfLogTwoPi = 0.9189385332046727;
const settled = 2 ** -53;
const tiny = 1e-300;

/** The error of Stirling's formula: ln z! less its leading terms. Loader (2000), "Fast and accurate computation of binomial probabilities". */
function stirlingError(z: number): number {
  if (z < 15) return lgam(z + 1) - (z + 0.5) * Math.log(z) + z - halfLogTwoPi;
  const square = z * z;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / z;
}

/** Loader's deviance part x ln(x / mean) + mean − x, without cancellation where x is near the mean. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  const square = ratio * ratio;
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; odd < 1000; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** Binomial probability of x successes in x + y trials, for real x, y > 0; Loader (2000). */
export function binomialDensity(x: number, y: number, probability: number, complement: number): number {
  const n = x + y;
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(y) - deviance(x, n * probability) - deviance(y, n * complement);
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * x * y));
}

/** Poisson probability of x events at a mean, for real x > 0; Loader (2000). */
export function poissonDensity(x: number, mean: number): number {
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** The fraction of DiDonato and Morris (1992), "Algorithm 708", equation 9; it keeps its digits where x is near 0 or 1. */
function betaFraction(a: number, b: number, x: number, complement: number): number {
  const centre = a * complement - b * x + 1;
  let value = nonZero((a * centre) / (a + 1));
  let c = value;
  let d = 0;
  for (let m = 1; m < 10_000_000; m++) {
    const step = a + 2 * m - 1;
    const numerator = (((a + m - 1) * (a + b + m - 1)) / step) * ((m * (b - m)) / step) * x * x;
    const term = m + (m * (b - m) * x) / step + ((a + m) * (centre + m * (2 - x))) / (step + 2);
    d = 1 / nonZero(term + numerator * d);
    c = nonZero(term + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= settled * 4) return value;
  }
  throw new RangeError(`incomplete beta function did not settle at a=${a}, b=${b}, x=${x}`);
}

const nonZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);

/** Both tails of the regularised incomplete beta function, 0 < x < 1, `complement` = 1 − x. */
export function betaByFraction(a: number, b: number, x: number, complement: number) {
  const density = ((a * b) / (a + b)) * binomialDensity(a, b, x, complement);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, density / betaFraction(a, b, x, complement));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density / betaFraction(b, a, complement, x));
  return { lower: 1 - upper, upper };
}

/** Both tails of the regularised incomplete gamma function: series below the mean (DLMF 8.7.1), Legendre's fraction above (DLMF 8.9.2). */
export function gammaByFraction(shape: number, x: number) {
  const density = poissonDensity(shape, x);
  if (x < shape + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * settled; n++) {
      term *= x / (shape + n);
      sum += term;
    }
    const lower = Math.min(1, density * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / nonZero(b);
  let value = d;
  for (let n = 1; n < 10_000_000; n++) {
    const numerator = -n * (n - shape);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= settled * 4) break;
  }
  const upper = Math.min(1, density * shape * value);
  return { lower: 1 - upper, upper };
}
