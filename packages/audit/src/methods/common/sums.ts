/**
 * Sums that do not depend on the order of rows, threads or shards. Whole numbers are added as they are. Others are first taken as whole
 * multiples of 2^-100 (values) or 2^-120 (products of two), each within one part in 10^16 of itself, and added as 256-bit
 * integers: the rounding is each row's own, the addition is exact, and rows of several days add up to those of all.
 */

const valueBits = 100n;
const productBits = 120n;

export interface ExactSum {
  readonly sql: string;
  readonly bits: bigint;
}

const scale = (bits: bigint): string => `exp2(${bits})`;

/** A column made by `numberOf`, without NULL. */
export const exactSum = (column: string, integer: boolean): ExactSum =>
  integer
    ? { sql: `sum(toInt256(${column}))`, bits: 0n }
    : { sql: `sum(toInt256(${column} * ${scale(valueBits)}))`, bits: valueBits };

export const exactSumOfProducts = (left: string, right: string, integer: boolean): ExactSum =>
  integer
    ? { sql: `sum(toInt256(${left}) * toInt256(${right}))`, bits: 0n }
    : { sql: `sum(toInt256(toFloat64(${left}) * toFloat64(${right}) * ${scale(productBits)}))`, bits: productBits };

/** How many fractional bits a sum of these carries, for reading it back. */
export const valueScale = (integer: boolean): bigint => (integer ? 0n : valueBits);
export const productScale = (integer: boolean): bigint => (integer ? 0n : productBits);

/** `numerator / denominator` as the nearest number; both may be far beyond 2^53. The denominator is positive. */
export const quotient = (numerator: bigint, denominator: bigint): number => {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  if (numerator === 0n) return 0;
  const negative = numerator < 0n;
  const size = negative ? -numerator : numerator;
  // 64 significant bits of the quotient and a sticky last bit, then one rounding by Number.
  const shift = BigInt(64 + denominator.toString(2).length - size.toString(2).length);
  const scaled = shift >= 0n ? size << shift : size;
  const divisor = shift >= 0n ? denominator : denominator << -shift;
  let whole = scaled / divisor;
  if (scaled % divisor !== 0n) whole |= 1n;
  const value = Number(whole) * 2 ** Number(-shift);
  return negative ? -value : value;
};

/** A sum with `bits` fractional bits as the nearest number. */
export const numberFrom = (sum: bigint, bits: bigint): number => quotient(sum, 1n << bits);

export interface Moments {
  readonly count: number;
  readonly mean: number;
  /** Sum of squared deviations from the mean, not below 0. */
  readonly squares: number;
  /** With n - 1; `undefined` below two values. */
  readonly variance: number | undefined;
}

/** Mean and spread from count, sum and sum of squares, without the cancellation that doubles would suffer. */
export const momentsOf = (
  count: bigint,
  sum: bigint,
  sumOfSquares: bigint,
  bits: { readonly value: bigint; readonly product: bigint },
): Moments => {
  if (count === 0n) return { count: 0, mean: Number.NaN, squares: 0, variance: undefined };
  const mean = quotient(sum, count << bits.value);
  // n·Σx² − (Σx)² over n, on the scale of 2·value bits.
  const common = 2n * bits.value > bits.product ? 2n * bits.value : bits.product;
  const raised = ((sumOfSquares * count) << (common - bits.product)) - ((sum * sum) << (common - 2n * bits.value));
  // Each row's product was rounded by itself: what lies within that rounding of zero is zero.
  const rounding = ((sumOfSquares * count) << (common - bits.product)) >> 50n;
  const squares = raised <= (bits.product === 0n ? 0n : rounding) ? 0 : quotient(raised, count << common);
  return { count: Number(count), mean, squares, variance: count < 2n ? undefined : squares / Number(count - 1n) };
};
