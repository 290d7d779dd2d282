/*
 * Corrections for looking at many things at once. A p value of `undefined` is a test that could not be made: it stays undefined and does
 * not count. Ties are treated alike, so results do not depend on the order of the input.
 */

type Ranked = readonly { readonly p: number; readonly index: number }[];

function ranked(pValues: readonly (number | undefined)[]): Ranked {
  const made: { p: number; index: number }[] = [];
  for (const [index, p] of pValues.entries()) {
    if (p === undefined) continue;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is not a p value`);
    made.push({ p, index });
  }
  return made.sort((left, right) => left.p - right.p || left.index - right.index);
}

/** q values of Benjamini and Hochberg (1995), JRSS B 57: the smallest false discovery rate at which each would be a discovery. */
export function benjaminiHochberg(pValues: readonly (number | undefined)[]): (number | undefined)[] {
  const order = ranked(pValues);
  const adjusted: (number | undefined)[] = pValues.map(() => undefined);
  let least = 1;
  for (const [rank, { p, index }] of [...order.entries()].reverse()) {
    least = Math.min(least, (p * order.length) / (rank + 1));
    adjusted[index] = least;
  }
  return adjusted;
}

/** Adjusted p values of Holm (1979), Scandinavian Journal of Statistics 6: the smallest family-wise error at which each is rejected. */
export function holm(pValues: readonly (number | undefined)[]): (number | undefined)[] {
  const order = ranked(pValues);
  const adjusted: (number | undefined)[] = pValues.map(() => undefined);
  let most = 0;
  for (const [rank, { p, index }] of order.entries()) {
    most = Math.max(most, Math.min(1, p * (order.length - rank)));
    adjusted[index] = most;
  }
  return adjusted;
}

/** p value of "no effect in any of them": Simes (1986), Biometrika 73; the smallest q value. `undefined` of no tests. */
export function simes(pValues: readonly (number | undefined)[]): number | undefined {
  const made = benjaminiHochberg(pValues).filter((q) => q !== undefined);
  return made.length === 0 ? undefined : made.reduce((least, q) => Math.min(least, q), 1);
}

export interface CorrectedCheck {
  /** Simes' p over the check's units, adjusted by Holm over the checks of the run. */
  readonly adjustedP: number | undefined;
  /** What Holm leaves this check to err with; its units' q values are compared with it. */
  readonly error: number;
  /** In the order given. */
  readonly q: readonly (number | undefined)[];
  /** Confidence level of every unit's interval: leaves out the null exactly for the units whose q is at most `error`. */
  readonly level: number;
}

/**
 * The correction of a whole run: Holm over its checks, within each Benjamini and Hochberg over its units, and intervals that agree with both.
 *
 * A check's p is Simes' over its units. Holm gives the check ranked i-th of k the error α / (k − i + 1) as long as all before it were rejected,
 * and from the first that was not, all the rest share that one's. Benjamini and Hochberg at that error selects R of the check's m units;
 * intervals at level 1 − error · max(R, 1) / m are those of Benjamini and Yekutieli (2005, JASA 100) for the selected, whose false coverage rate
 * they keep; for the others they are wider than needed. Since a unit is selected exactly when p ≤ error · R / m, such an interval leaves out the
 * null exactly when the unit is selected, and the check is rejected exactly when some unit is.
 */
export function correctRun(checks: readonly (readonly (number | undefined)[])[], error = 0.05): CorrectedCheck[] {
  const own = checks.map(simes);
  const adjusted = holm(own);
  const order = ranked(own);
  const errors = checks.map(() => error / Math.max(1, order.length));
  let left = error / Math.max(1, order.length);
  let rejecting = true;
  for (const [rank, { p, index }] of order.entries()) {
    if (rejecting) {
      left = error / (order.length - rank);
      rejecting = p <= left;
    }
    errors[index] = left;
  }
  return checks.map((units, index) => {
    const granted = errors[index] ?? error;
    const q = benjaminiHochberg(units);
    const tested = q.filter((value) => value !== undefined);
    const selected = tested.filter((value) => value <= granted).length;
    return {
      adjustedP: adjusted[index],
      error: granted,
      q,
      level: 1 - (granted * Math.max(1, selected)) / Math.max(1, tested.length),
    };
  });
}

/** What one of `runs` repeated runs may err with so that all together err with at most `budget` a year: even shares (Bonferroni). */
export function errorPerRun(budget: number, runs: number): number {
  if (!(budget > 0 && budget < 1 && runs >= 1)) throw new RangeError(`no share of ${budget} over ${runs} runs`);
  return budget / runs;
}
