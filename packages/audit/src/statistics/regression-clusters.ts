import { dot, entry, type Matrix, sandwich, symmetricEigen, times, transposed, zeros } from './matrices.ts';
import { addOuter, type CoefficientCovariance, type LeastSquares } from './regression.ts';
import { preciseDot } from './summation.ts';

/** X′X and X′y over the rows of one cluster; over all clusters they sum to those of the fit. */
export interface ClusterCrossProducts {
  readonly xx: Matrix;
  readonly xy: readonly number[];
}

/** Leverage from which a direction is carried by one cluster alone and is left out of its correction (a generalised inverse). */
const wholeLeverage = 1 - 1e-8;

/** A cluster in coordinates where (X′X)⁻¹ is the identity: its share P of the whole, between 0 and I, and its score. */
class TurnedCluster {
  readonly share: Matrix;
  readonly score: readonly number[];
  readonly #norm: number;
  #eigen: { readonly values: number[]; readonly vectors: number[][] } | undefined;

  constructor(share: Matrix, score: readonly number[]) {
    this.share = share;
    this.score = score;
    this.#norm = Math.sqrt(share.reduce((total, row) => total + dot(row, row), 0));
  }

  /** (I − P)^(−power) · vector, power ½ or 1: a binomial series for a small share, else by eigenvalues. */
  adjusted(vector: readonly number[], power: 0.5 | 1): number[] {
    if (this.#norm < 0.5) {
      const total = [...vector];
      let term = [...vector];
      for (let n = 1; n < 80; n++) {
        const factor = (power + n - 1) / n;
        term = times(this.share, term).map((value) => value * factor);
        for (const [index, value] of term.entries()) total[index] = (total[index] ?? 0) + value;
        if (dot(term, term) <= 1e-34 * dot(total, total)) break;
      }
      return total;
    }
    this.#eigen ??= symmetricEigen(this.share);
    const result = vector.map(() => 0);
    for (const [index, axis] of this.#eigen.vectors.entries()) {
      const leverage = this.#eigen.values[index] ?? 0;
      if (leverage >= wholeLeverage) continue;
      const along = dot(axis, vector) * (1 - Math.max(0, leverage)) ** -power;
      for (const [place, value] of axis.entries()) result[place] = (result[place] ?? 0) + along * value;
    }
    return result;
  }
}

/**
 * Cluster-robust covariance of a fit from the clusters' cross-products alone.
 *
 * - `CR1`: Liang and Zeger (1986) times G / (G − 1) · (N − 1) / (N − K), t with G − 1, as Stata does.
 * - `CR2`: each cluster's residuals times (I − H)^(−½), with Bell and McCaffrey's degrees of freedom for each coefficient (2002; Pustejovsky and
 *   Tipton 2018, JBES 36); unbiased under independent errors, and the default choice.
 * - `CR3`: times (I − H)^(−1), the jackknife, with the degrees of freedom of CR2.
 *
 * No row is needed: with R R′ = (X′X)⁻¹ and P = R′ X_c′X_c R, the score X_c′ (I − H)^(−½) e is, in the coordinates R turns to, (I − P)^(−½) R′ X_c′ e.
 * `undefined` for fewer than two clusters.
 */
export function clusterCovariance(
  fit: LeastSquares,
  clusters: readonly ClusterCrossProducts[],
  method: 'CR1' | 'CR2' | 'CR3' = 'CR2',
): CoefficientCovariance | undefined {
  const told = clusters.filter(({ xx }) => xx.some((row, index) => (row[index] ?? 0) > 0));
  if (told.length < 2) return undefined;
  const root = transposed(fit.inverseRoot);
  const solution = fit.kept.map((column) => fit.coefficients[column] ?? Number.NaN);
  const turned = told.map(({ xx, xy }) => {
    const own = fit.kept.map((row) => fit.kept.map((column) => entry(xx, row, column)));
    const score = own.map((row, place) => 0 - preciseDot(row, solution, -(xy[fit.kept[place] ?? -1] ?? Number.NaN)));
    return new TurnedCluster(method === 'CR1' ? [] : sandwich(root, own), times(root, score));
  });
  const meat = zeros(fit.kept.length);
  for (const cluster of turned) {
    addOuter(meat, method === 'CR1' ? cluster.score : cluster.adjusted(cluster.score, method === 'CR2' ? 0.5 : 1));
  }
  const count = told.length;
  const factor = {
    CR1: ((count / (count - 1)) * (fit.rows - 1)) / fit.residualDegrees,
    CR2: 1,
    CR3: (count - 1) / count,
  }[method];
  const known = new Map<number, number>();
  const degreesOfFreedom = (place: number): number => {
    if (method === 'CR1') return count - 1;
    const degrees =
      known.get(place) ??
      Math.min(
        count - 1,
        bellMcCaffrey(
          turned,
          root.map((row) => row[place] ?? 0),
        ),
      );
    known.set(place, degrees);
    return degrees;
  };
  return {
    method,
    matrix: sandwich(fit.inverseRoot, meat).map((row) => row.map((value) => value * factor)),
    degreesOfFreedom,
  };
}

/** (tr Γ)² / tr Γ² for one coefficient, q its row of R: Γ is diagonal with q′(I − P)⁻¹P q less the inner products of v = (I − P)^(−½) P q. */
function bellMcCaffrey(clusters: readonly TurnedCluster[], q: readonly number[]): number {
  let trace = 0;
  let squares = 0;
  const inner = zeros(q.length);
  for (const cluster of clusters) {
    const part = times(cluster.share, q);
    const v = cluster.adjusted(part, 0.5);
    const length = dot(v, v);
    const diagonal = dot(q, cluster.adjusted(part, 1)) - length;
    trace += diagonal;
    squares += diagonal * diagonal - length * length;
    addOuter(inner, v);
  }
  return trace ** 2 / (squares + inner.reduce((total, row) => total + dot(row, row), 0));
}
