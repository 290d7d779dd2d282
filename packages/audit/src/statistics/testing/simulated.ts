import type { ContrastScore } from '../cluster-contrast.ts';
import type { LabelledCluster } from '../cluster-permutation.ts';
import type { Inferred } from '../inference.ts';
import type { Random } from '../random.ts';

/** Rows of clusters drawn without any effect of x on y, in one stratum; what SQL would leave of them. */
export interface NullDesign {
  readonly clusters: number;
  /** Rows per cluster: all alike, or log-normal. */
  readonly uneven: boolean;
  /** x drawn row by row; the same with an effect that varies about zero by cluster; or the same for a whole cluster (three in ten). */
  readonly treatment: 'by-row' | 'varying' | 'by-cluster';
}

export interface NullSample {
  readonly scores: readonly ContrastScore[];
  /** Every row a cluster of its own: what is wrong to do. */
  readonly rowScores: readonly ContrastScore[];
  readonly labelled: readonly LabelledCluster[];
}

export function nullSample({ clusters, uneven, treatment }: NullDesign, random: Random): NullSample {
  const first = Math.max(1, Math.round(clusters * 0.3));
  const rows: { cluster: number; x: number; y: number }[] = [];
  for (let cluster = 0; cluster < clusters; cluster++) {
    const size = uneven ? 1 + Math.floor(20 * Math.exp(1.2 * random.normal() - 0.7)) : 20;
    const level = random.normal();
    const slope = treatment === 'varying' ? 0.7 * random.normal() : 0;
    for (let row = 0; row < size; row++) {
      const drawn = random.uniform() < 0.5 ? 1 : 0;
      const x = treatment === 'by-cluster' ? Number(cluster < first) : drawn;
      rows.push({ cluster, x, y: level + slope * x + random.normal() });
    }
  }
  const mean = (of: (row: { x: number; y: number }) => number) =>
    rows.reduce((total, row) => total + of(row), 0) / rows.length;
  const x = mean((row) => row.x);
  const y = mean((row) => row.y);
  const rowScores = rows.map((row) => ({ a: (row.x - x) * (row.y - y), b: (row.x - x) ** 2 }));
  const scores = Array.from({ length: clusters }, () => ({ a: 0, b: 0 }));
  const labelled = Array.from({ length: clusters }, (_, cluster) => ({ first: cluster < first, rows: 0, sum: 0 }));
  for (const [index, row] of rows.entries()) {
    const score = scores[row.cluster];
    const label = labelled[row.cluster];
    if (score === undefined || label === undefined) continue;
    score.a += rowScores[index]?.a ?? 0;
    score.b += rowScores[index]?.b ?? 0;
    label.rows += 1;
    label.sum += row.y;
  }
  return { scores, rowScores, labelled };
}

/** Share of `draws` null draws that were rejected at 5 %. */
export function falseAlarms(draws: number, draw: () => Inferred, nullValue = 0): number {
  let rejected = 0;
  for (let i = 0; i < draws; i++) {
    const result = draw();
    if (result.known && result.pValue(nullValue) <= 0.05) rejected += 1;
  }
  return rejected / draws;
}

/** The largest share of false alarms that 5 % allows in this many draws: three standard errors above. */
export const allowed = (draws: number): number => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / draws);
