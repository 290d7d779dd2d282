/*
 * Quantiles of values in rising order, numbered as in Hyndman and Fan (1996), American Statistician 50. Empty input gives NaN.
 */

function checkedProbability(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is not a probability`);
  return probability;
}

/** Type 7, linear between order statistics: the default of R, numpy, pandas and ClickHouse's `quantileExactInclusive`. */
export function quantile(rising: ArrayLike<number>, probability: number): number {
  const place = checkedProbability(probability) * (rising.length - 1);
  const below = Math.floor(place);
  const low = rising[below] ?? Number.NaN;
  const high = rising[Math.min(below + 1, rising.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

/** Type 1, the inverse of the empirical distribution: the least value at or below which at least this share lies. */
export function inverseQuantile(rising: ArrayLike<number>, probability: number): number {
  // A product such as 0.1 × 30 may round to just above a whole number.
  const place = Math.ceil(checkedProbability(probability) * rising.length - 1e-9);
  return rising[Math.max(0, place - 1)] ?? Number.NaN;
}

/** Type 1 with weights > 0, in the order of the values. */
export function weightedQuantile(
  rising: readonly { readonly value: number; readonly weight: number }[],
  probability: number,
): number {
  const total = rising.reduce((left, { weight }) => left + weight, 0);
  const wanted = checkedProbability(probability) * total * (1 - 1e-12);
  let seen = 0;
  for (const { value, weight } of rising) {
    seen += weight;
    if (seen >= wanted) return value;
  }
  return rising.at(-1)?.value ?? Number.NaN;
}

/** The bin of a value among bins closed on the right, as pandas `qcut` and `cut` make them: 0 up to the first inner edge, and so on. */
export function binOf(value: number, innerEdges: readonly number[]): number {
  let bin = 0;
  while (bin < innerEdges.length && value > (innerEdges[bin] ?? Number.POSITIVE_INFINITY)) bin += 1;
  return bin;
}

/** Inner edges (type 7) that part values in rising order into `bins` equal shares; equal edges mean that ties leave a bin empty. */
export const quantileEdges = (rising: ArrayLike<number>, bins: number): number[] =>
  Array.from({ length: Math.max(0, bins - 1) }, (_, index) => quantile(rising, (index + 1) / bins));
