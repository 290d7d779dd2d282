import type { CountDistribution } from './count-distributions.ts';
import { hypergeometric } from './count-distributions.ts';
import { type ExactTest, exactTest, type TwoByTwo } from './exact-tables.ts';

/** Work in multiplications up to which the exact conditional distribution of all strata together is made. */
const workLimit = 5_000_000;

/**
 * Exact conditional test of no association in any stratum (common odds ratio 1): the null distribution of the first group's yes in all
 * strata together is the convolution of the strata's hypergeometric ones. Cox (1970), Mehta, Patel and Gray (1985), JASA 80.
 * `undefined` where that is too much work (then the samples are large enough for Cochran, Mantel and Haenszel) or nothing can be told.
 */
export function exactConditional(tables: readonly TwoByTwo[]): ExactTest | undefined {
  let offset = 0;
  let observed = 0;
  let work = 0;
  let masses = Float64Array.of(1);
  for (const table of tables) {
    const marked = table.firstYes + table.firstNo;
    const unmarked = table.secondYes + table.secondNo;
    const stratum = hypergeometric(marked, unmarked, table.firstYes + table.secondYes);
    const width = stratum.largest - stratum.smallest + 1;
    observed += table.firstYes;
    offset += stratum.smallest;
    if (width === 1) continue;
    work += width * masses.length;
    if (work > workLimit) return undefined;
    masses = convolved(
      masses,
      Float64Array.from({ length: width }, (_, k) => stratum.mass(stratum.smallest + k)),
    );
  }
  if (masses.length === 1) return undefined;
  return exactTest(observed, tabulated(masses, offset));
}

function convolved(left: Float64Array, right: Float64Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(left.length + right.length - 1);
  for (let i = 0; i < left.length; i++) {
    const factor = left[i] ?? 0;
    for (let j = 0; j < right.length; j++) result[i + j] = (result[i + j] ?? 0) + factor * (right[j] ?? 0);
  }
  return result;
}

/** A distribution from its table of masses; each tail is summed from its far end. */
function tabulated(masses: Float64Array, smallest: number): CountDistribution {
  const upTo = new Float64Array(masses.length);
  const from = new Float64Array(masses.length + 1);
  let running = 0;
  for (let i = 0; i < masses.length; i++) upTo[i] = running += masses[i] ?? 0;
  running = 0;
  for (let i = masses.length - 1; i >= 0; i--) from[i] = running += masses[i] ?? 0;
  const largest = smallest + masses.length - 1;
  const cumulative = (count: number) => {
    if (count < smallest) return 0;
    return count >= largest ? 1 : (upTo[Math.floor(count) - smallest] ?? 1);
  };
  const atLeast = (count: number) => {
    if (count <= smallest) return 1;
    return count > largest ? 0 : (from[Math.ceil(count) - smallest] ?? 0);
  };
  return {
    smallest,
    largest,
    mass: (count) => masses[count - smallest] ?? 0,
    cumulative,
    upperTail: (count) => atLeast(Math.floor(count) + 1),
    atLeast,
    quantile: (probability) => {
      let low = smallest;
      let high = largest;
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (cumulative(middle) >= probability) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
