/** The three measures over the amounts of all entities, for the even throw; the reduction computes the same in SQL. */

const ascending = (amounts: Float64Array): Float64Array => amounts.toSorted();

const wholeOf = (amounts: Float64Array): number => amounts.reduce((sum, amount) => sum + amount, 0);

export const giniOf = (amounts: Float64Array): number => {
  const whole = wholeOf(amounts);
  if (whole === 0) return 0;
  const weighted = ascending(amounts).reduce((sum, amount, index) => sum + amount * (index + 1), 0);
  return (2 * weighted) / (amounts.length * whole) - (amounts.length + 1) / amounts.length;
};

export const hhiOf = (amounts: Float64Array): number => {
  const whole = wholeOf(amounts);
  return whole === 0 ? 0 : amounts.reduce((sum, amount) => sum + (amount / whole) ** 2, 0);
};

export const topShareOf = (amounts: Float64Array, top: number): number => {
  const whole = wholeOf(amounts);
  if (whole === 0) return 0;
  const count = Math.ceil(top * amounts.length);
  return (
    ascending(amounts).reduce((sum, amount, index) => (index >= amounts.length - count ? sum + amount : sum), 0) / whole
  );
};
