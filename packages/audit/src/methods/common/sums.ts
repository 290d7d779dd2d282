/**
 * Sums that do not depend on the order of rows, threads or shards. Whole numbers are added as they are. Others are first read as whole
 * multiples of 2^-60 (about 10^-18): that rounding is each value's own, equal values stay equal, and from there on everything is
 * whole-number arithmetic in 256 bits, so that rows of several days add up to those of all and equal values have no spread.
 */

/** Fractional bits of a value that is no whole number; a product of two has twice as many. */
export const fractionBits = 60n;
export const bitsOf = (integer: boolean): bigint => (integer ? 0n : fractionBits);

/** A column made by `numberOf`, without NULL, as a whole number of 2^-bits. */
export const fixedOf = (column: string, integer: boolean): string =>
  integer ? column : `toInt128(${column} * exp2(${fractionBits}))`;

/** Over columns made by `fixedOf`. */
export const exactSum = (fixed: string): string => `sum(toInt256(${fixed}))`;
export const exactSumOfProducts = (left: string, right: string): string =>
  `sum(toInt256(${left}) * toInt256(${right}))`;

/**
 * For numbers that are themselves the result of a division (scores within a match): fixed to 2^-80 before they are added.
 * They must stay below 10^20, which `largestNumber` sees to for anything made of one match.
 */
export const scoreBits = 80n;
export const fixedScore = (score: string): string => `toInt256((${score}) * exp2(${scoreBits}))`;
export const exactSumOfScores = (score: string): string => `sum(${fixedScore(score)})`;

/** `numerator / denominator` as the nearest number; both may be far beyond 2^53. The denominator is positive. */
export const quotient = (numerator: bigint, denominator: bigint): number => {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  if (numerator === 0n) return 0;
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  // At least 64 significant bits of the quotient with a sticky last bit, then one rounding by Number.
  const shift = BigInt(64 + bitLength(denominator) - bitLength(size));
  const scaled = shift >= 0n ? size << shift : size;
  const divisor = shift >= 0n ? denominator : denominator << -shift;
  const whole = (scaled / divisor) | (scaled % divisor === 0n ? 0n : 1n);
  const value = Number(whole) * 2 ** Number(-shift);
  return negative ? -value : value;
};

const bitLength = (value: bigint): number => value.toString(16).length * 4;

/** A sum with `bits` fractional bits as the nearest number. */
export const numberFrom = (sum: bigint, bits: bigint): number => quotient(sum, 1n << bits);

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean; exactly 0 when all values are equal. */
  readonly squares: number;
  /** With n - 1; `undefined` below two values. */
  readonly variance: number | undefined;
}

/** Mean and spread from count, sum and sum of squares (twice the bits), without the cancellation that doubles would suffer. */
export const momentsOf = (count: bigint, sum: bigint, sumOfSquares: bigint, bits: bigint): Moments => {
  if (count === 0n) return { count: 0, mean: Number.NaN, squares: 0, variance: undefined };
  const squares = quotient(sumOfSquares * count - sum * sum, count << (2n * bits));
  return {
    count: Number(count),
    mean: quotient(sum, count << bits),
    squares,
    variance: count < 2n ? undefined : squares / Number(count - 1n),
  };
};
