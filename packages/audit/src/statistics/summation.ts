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

const splitter = 2 ** 27 + 1;

/** What rounding took from a product: x y exactly is the rounded product plus this (Dekker 1971). Numbers beyond 1e290 overflow. */
function lostInProduct(x: number, y: number, product: number): number {
  const scaledX = splitter * x;
  const highX = scaledX - (scaledX - x);
  const lowX = x - highX;
  const scaledY = splitter * y;
  const highY = scaledY - (scaledY - y);
  const lowY = y - highY;
  return lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
}

/** start + Σ x y as if in twice the precision: Ogita, Rump and Oishi (2005), SIAM Journal on Scientific Computing 26. */
export function preciseDot(x: ArrayLike<number>, y: ArrayLike<number>, start = 0): number {
  const total = new CompensatedSum().add(start);
  for (let i = 0; i < x.length; i++) {
    const left = x[i] ?? 0;
    const right = y[i] ?? 0;
    const product = left * right;
    total.add(product).add(lostInProduct(left, right, product));
  }
  return total.value;
}
