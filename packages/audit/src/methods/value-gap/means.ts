import { type Inferred, undetermined, wald } from '../../statistics/inference.ts';
import { type Summary, meanDifference, meanRatio } from '../../statistics/means.ts';
import { permutationOfMeans } from '../../statistics/permutation.ts';
import { seededRandom } from '../../statistics/random.ts';
import type { StratumPair } from '../common/contrast/grouped-contrast.ts';
import { asRelative, heldTo, type Scale } from '../common/contrast/inferring.ts';
import { momentsIn, type Totals } from '../common/contrast/totals.ts';

const summaryOf = (totals: Totals, bits: bigint): Summary => {
  const { count, mean, variance } = momentsIn(totals, bits);
  return { count, mean, variance: variance ?? Number.NaN };
};

interface Samples {
  readonly first: readonly number[] | undefined;
  readonly second: readonly number[] | undefined;
}

/** Two groups of independent rows, within strata where there are several. */
export const inferIndependentMeans = (
  strata: readonly StratumPair[],
  {
    bits,
    scale,
    seed,
    samples,
  }: { readonly bits: bigint; readonly scale: Scale; readonly seed: number; readonly samples: Samples },
): Inferred => {
  const pairs = strata.map(({ first, second }) => [summaryOf(first.all, bits), summaryOf(second.all, bits)] as const);
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1) {
    const [first, second] = only;
    const plain =
      scale === 'difference'
        ? meanDifference(first, second)
        : scale === 'ratio'
          ? meanRatio(first, second)
          : asRelative(meanRatio(first, second));
    if (samples.first === undefined || samples.second === undefined) return plain;
    const exchanged = permutationOfMeans(samples.first, samples.second, seededRandom(seed));
    return heldTo(plain, exchanged?.twoSided, scale === 'ratio' ? 1 : 0);
  }
  return scale === 'difference' ? stratifiedDifference(pairs) : stratifiedRatio(pairs, scale);
};

type Pairs = readonly (readonly [Summary, Summary])[];

/** A term of a variance: weight² s²/n, on n − 1 degrees of freedom. */
interface Term {
  readonly variance: number;
  readonly degrees: number;
}

/** A stratum's own variance of a mean; where it has one row only, the pooled one of that group's other strata. */
const termsOf = (pairs: Pairs, side: 0 | 1): readonly Term[] | undefined => {
  const sides = pairs.map((pair) => pair[side]);
  const spread = sides.filter(({ count }) => count > 1);
  const degrees = spread.reduce((sum, { count }) => sum + count - 1, 0);
  if (degrees === 0) return undefined;
  const pooled = spread.reduce((sum, { count, variance }) => sum + (count - 1) * variance, 0) / degrees;
  return sides.map(({ count, variance }, index) => ({
    variance: (weightOf(pairs[index]) ** 2 * (count > 1 ? variance : pooled)) / count,
    degrees: count > 1 ? count - 1 : degrees,
  }));
};

const weightOf = (pair: Pairs[number] | undefined): number =>
  pair === undefined ? 0 : (pair[0].count * pair[1].count) / (pair[0].count + pair[1].count);

/** Satterthwaite (1946), Biometrics Bulletin 2: degrees of freedom of a sum of independent variances. */
const degreesOf = (terms: readonly Term[]): number =>
  terms.reduce((sum, { variance }) => sum + variance, 0) ** 2 /
  terms.reduce((sum, { variance, degrees }) => sum + variance ** 2 / degrees, 0);

const varianceOf = (terms: readonly Term[]): number => terms.reduce((sum, { variance }) => sum + variance, 0);

const weighted = (pairs: Pairs, side: 0 | 1): number =>
  pairs.reduce((sum, pair) => sum + weightOf(pair) * pair[side].mean, 0);

const totalWeight = (pairs: Pairs): number => pairs.reduce((sum, pair) => sum + weightOf(pair), 0);

const stratifiedDifference = (pairs: Pairs): Inferred => {
  const total = totalWeight(pairs);
  const estimate = (weighted(pairs, 0) - weighted(pairs, 1)) / total;
  const [first, second] = [termsOf(pairs, 0), termsOf(pairs, 1)];
  if (first === undefined || second === undefined) return undetermined('too-few-units', estimate);
  const terms = [...first, ...second];
  if (!(varianceOf(terms) > 0)) return undetermined('no-variance', estimate);
  return wald({
    estimate,
    standardError: Math.sqrt(varianceOf(terms)) / total,
    degreesOfFreedom: degreesOf(terms),
    method: 'stratified Welch t',
  });
};

const stratifiedRatio = (pairs: Pairs, scale: 'ratio' | 'relative'): Inferred => {
  const [top, bottom] = [weighted(pairs, 0), weighted(pairs, 1)];
  if (!(bottom > 0 && top > 0)) return undetermined('zero-reference');
  const estimate = top / bottom;
  const [first, second] = [termsOf(pairs, 0), termsOf(pairs, 1)];
  if (first === undefined || second === undefined)
    return undetermined('too-few-units', scale === 'ratio' ? estimate : estimate - 1);
  const terms = [
    ...first.map(({ variance, degrees }) => ({ variance: variance / top ** 2, degrees })),
    ...second.map(({ variance, degrees }) => ({ variance: variance / bottom ** 2, degrees })),
  ];
  if (!(varianceOf(terms) > 0)) return undetermined('no-variance', scale === 'ratio' ? estimate : estimate - 1);
  const ratio = wald({
    estimate,
    scale: 'log',
    standardError: Math.sqrt(varianceOf(terms)),
    degreesOfFreedom: degreesOf(terms),
    method: 'stratified delta log ratio',
  });
  return scale === 'ratio' ? ratio : asRelative(ratio);
};
