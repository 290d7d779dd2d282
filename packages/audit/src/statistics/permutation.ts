import type { Random } from './random.ts';

/** p values of a randomisation test. Exact: every arrangement was looked at. Otherwise (1 + as extreme) / (1 + draws): Phipson and Smyth (2010). */
export interface PermutationTest {
  readonly exact: boolean;
  readonly arrangements: number;
  readonly twoSided: number;
  readonly greater: number;
  readonly less: number;
}

/** As many arrangements as are looked at one by one. */
export const enumerationLimit = 20_000;
export const defaultDraws = 9_999;

/** Statistics that differ by less than this share of the observed count as equal, as rounding makes them. */
const sameStatistic = 1e-10;

/** Judges an observed statistic among those of the other arrangements. `exact`: the observed one is among them already. */
export class PermutationTally {
  #greater = 0;
  #less = 0;
  #extreme = 0;
  #count = 0;
  readonly #observed: number;
  readonly #slack: number;

  constructor(observed: number) {
    this.#observed = observed;
    this.#slack = Number.isFinite(observed) ? Math.abs(observed) * sameStatistic : 0;
  }

  add(statistic: number): void {
    this.#count += 1;
    if (statistic >= this.#observed - this.#slack) this.#greater += 1;
    if (statistic <= this.#observed + this.#slack) this.#less += 1;
    if (Math.abs(statistic) >= Math.abs(this.#observed) - this.#slack) this.#extreme += 1;
  }

  result(exact: boolean): PermutationTest {
    const own = exact ? 0 : 1;
    const share = (number: number) => (number + own) / (this.#count + own);
    return {
      exact,
      arrangements: this.#count,
      twoSided: share(this.#extreme),
      greater: share(this.#greater),
      less: share(this.#less),
    };
  }
}

/** Number of ways to choose k of n, or Infinity past what is exact. */
export function waysToChoose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) {
    ways = (ways * (n - Math.min(k, n - k) + i)) / i;
    if (ways > Number.MAX_SAFE_INTEGER) return Number.POSITIVE_INFINITY;
  }
  return Math.round(ways);
}

/** Calls `visit` with every choice of k of the places 0 to n − 1 in turn, in lexical order. The array is reused. */
export function everyChoice(n: number, k: number, visit: (chosen: readonly number[]) => void): void {
  const chosen = Array.from({ length: k }, (_, place) => place);
  for (;;) {
    visit(chosen);
    let place = k - 1;
    while (place >= 0 && (chosen[place] ?? 0) === n - k + place) place -= 1;
    if (place < 0) return;
    chosen[place] = (chosen[place] ?? 0) + 1;
    for (let next = place + 1; next < k; next++) chosen[next] = (chosen[next - 1] ?? 0) + 1;
  }
}

/**
 * Permutation test of a difference in means, first − second: Fisher (1935), Pitman (1937). Exact while there are at most `enumerationLimit`
 * arrangements. Its null is that the groups are exchangeable: for groups with unequal spread prefer Welch's test.
 */
export function permutationOfMeans(
  first: readonly number[],
  second: readonly number[],
  random: Random,
  draws = defaultDraws,
): PermutationTest | undefined {
  const n = first.length + second.length;
  const k = first.length;
  if (k === 0 || k === n) return undefined;
  const values = Float64Array.from([...first, ...second]);
  const centre = values.reduce((left, right) => left + right, 0) / n;
  for (let i = 0; i < n; i++) values[i] = (values[i] ?? 0) - centre;
  // With the values centred the difference is the first group's sum times n / (k (n − k)).
  const sumFirst = (count: number) => {
    let total = 0;
    for (let i = 0; i < count; i++) total += values[i] ?? 0;
    return total;
  };
  const tally = new PermutationTally(sumFirst(k));
  if (waysToChoose(n, k) <= enumerationLimit) {
    everyChoice(n, k, (chosen) => tally.add(chosen.reduce((total, place) => total + (values[place] ?? 0), 0)));
    return tally.result(true);
  }
  const smaller = Math.min(k, n - k);
  for (let draw = 0; draw < draws; draw++) {
    for (let place = 0; place < smaller; place++) {
      const other = place + random.below(n - place);
      const kept = values[place] ?? 0;
      values[place] = values[other] ?? 0;
      values[other] = kept;
    }
    tally.add(k <= n - k ? sumFirst(smaller) : -sumFirst(smaller));
  }
  return tally.result(false);
}

/**
 * Sign-flip test that independent clusters' scores have a distribution symmetric about zero: Fisher's randomisation test, exact for up
 * to 14 clusters that are not zero. Scores of zero tell nothing and are left out.
 */
export function signFlipTest(
  scores: readonly number[],
  random: Random,
  draws = defaultDraws,
): PermutationTest | undefined {
  const told = scores.filter((score) => score !== 0);
  if (told.length === 0) return undefined;
  const total = (signs: (place: number) => boolean) =>
    told.reduce((left, score, place) => left + (signs(place) ? score : -score), 0);
  const tally = new PermutationTally(total(() => true));
  const arrangements = 2 ** told.length;
  if (arrangements <= enumerationLimit) {
    for (let bits = 0; bits < arrangements; bits++) tally.add(total((place) => ((bits >> place) & 1) === 0));
    return tally.result(true);
  }
  for (let draw = 0; draw < draws; draw++) {
    let word = 0;
    tally.add(
      total((place) => {
        if (place % 32 === 0) word = random.next32();
        const plus = (word & 1) === 0;
        word >>>= 1;
        return plus;
      }),
    );
  }
  return tally.result(false);
}
