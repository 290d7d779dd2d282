import { chiSquare, normal } from '../../statistics/distributions.ts';
import { poisson } from '../../statistics/count-distributions.ts';
import { risingRoot } from '../../statistics/roots.ts';

/** Beyond this the distribution is normal to all digits that matter. */
const large = 20_000;

/** P(X > x) of the non-central chi-square distribution: a Poisson mixture of central ones. Johnson, Kotz, Balakrishnan (1995), chapter 29. */
export const upperTail = (x: number, degrees: number, noncentrality: number): number => {
  if (noncentrality === 0) return chiSquare(degrees).upperTail(x);
  if (noncentrality > large)
    return normal.upperTail((x - degrees - noncentrality) / Math.sqrt(2 * (degrees + 2 * noncentrality)));
  const mixing = poisson(noncentrality / 2);
  const [first, last] = [mixing.quantile(1e-12), mixing.quantile(1 - 1e-12)];
  let total = mixing.upperTail(last);
  for (let term = first; term <= last; term++) total += mixing.mass(term) * chiSquare(degrees + 2 * term).upperTail(x);
  return Math.min(1, total);
};

/** The non-centrality at which P(X > x) reaches a probability; 0 where it is reached already without any. */
export const noncentralityWith = (x: number, degrees: number, probability: number): number => {
  const rising = (noncentrality: number): number => upperTail(x, degrees, noncentrality) - probability;
  if (rising(0) >= 0) return 0;
  let high = Math.max(1, x);
  while (rising(high) < 0) high *= 2;
  return risingRoot(rising, 0, high);
};
