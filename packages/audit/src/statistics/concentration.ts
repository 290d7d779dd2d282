import { sum, sumOf } from './summation.ts';

/*
 * How unevenly a total is spread over entities. Values are not negative; a total of zero, or no entity, gives NaN. Entities with nothing
 * belong to the list if they could have had something.
 */

function checked(values: readonly number[]): number {
  if (values.some((value) => !(value >= 0))) throw new RangeError('concentration needs values that are not negative');
  return sum(values);
}

/** Gini coefficient Σ(2i − n − 1)xᵢ / (n Σx) over values in rising order: 0 all alike, 1 − 1/n one has all. Gini (1912). */
export function gini(values: readonly number[]): number {
  return giniOfGroups(values.map((value) => ({ value, count: 1 })));
}

/** The same where `count` entities have each value. */
export function giniOfGroups(groups: readonly { readonly value: number; readonly count: number }[]): number {
  checked(groups.map(({ value }) => value));
  const rising = [...groups].sort((left, right) => left.value - right.value);
  const entities = sumOf(rising, ({ count }) => count);
  const total = sumOf(rising, ({ value, count }) => value * count);
  let before = 0;
  const weighted = sumOf(rising, ({ value, count }) => {
    // The sum of 2i − n − 1 over a run of equal values, i from before + 1 to before + count.
    const coefficient = count * (2 * before + count - entities);
    before += count;
    return coefficient * value;
  });
  return weighted / (entities * total);
}

/** Herfindahl-Hirschman index: the sum of squared shares, 1/n to 1 (times 10,000 in competition law). */
export function herfindahl(values: readonly number[]): number {
  const total = checked(values);
  return sumOf(values, (value) => (value / total) ** 2);
}

/** Shannon entropy (1948) of shares in nats; divide by ln 2 for bits, by ln n for evenness between 0 and 1. */
export function entropy(values: readonly number[]): number {
  const total = checked(values);
  if (!(total > 0)) return Number.NaN;
  return 0 - sumOf(values, (value) => (value > 0 ? (value / total) * Math.log(value / total) : 0));
}

/** Share of the total that the largest `count` have. */
export function topShare(values: readonly number[], count: number): number {
  const total = checked(values);
  return sum([...values].sort((left, right) => right - left).slice(0, count)) / total;
}
