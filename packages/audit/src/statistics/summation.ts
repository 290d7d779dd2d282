/** Sum with Neumaier's compensation (1974): the rounding lost at each step is kept and added at the end. */
export class CompensatedSum {
  #sum = 0;
  #lost = 0;

  add(value: number): this {
    const next = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - next + value : value - next + this.#sum;
    this.#sum = next;
    return this;
  }

  get value(): number {
    const total = this.#sum + this.#lost;
    return Number.isNaN(total) ? this.#sum : total;
  }
}

/** Compensated sum of `of(item)` over the items, in their order. */
export function sumOf<Item>(items: Iterable<Item>, of: (item: Item) => number): number {
  const sum = new CompensatedSum();
  for (const item of items) sum.add(of(item));
  return sum.value;
}

/** Compensated sum of numbers. */
export const sum = (values: Iterable<number>): number => sumOf(values, (value) => value);

/** Arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Sample variance with n − 1, from deviations about the mean; NaN of fewer than two values. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.length < 2 ? Number.NaN : sumOf(values, (value) => (value - centre) ** 2) / (values.length - 1);
}
