import type { ReducedRow } from '../../../engine/method.ts';
import type { LabelledCluster } from '../../../statistics/cluster-permutation.ts';
import { countIn, textIn } from '../rows.ts';
import { numberFrom, quotient } from '../sums.ts';
import type { LevelScore } from './inferring.ts';
import type { Pair } from './pairs.ts';
import { restName } from './reference.ts';
import { meanOf, type Totals, together, totalsIn } from './totals.ts';

/** One side of a pair in one stratum: all of its rows, and the same by cluster bucket. */
export interface Side {
  readonly all: Totals;
  readonly buckets: ReadonlyMap<number, Totals>;
}

export interface StratumPair {
  readonly stratum: readonly string[];
  readonly first: Side;
  readonly second: Side;
}

interface Cell {
  readonly stratum: readonly string[];
  readonly level: string;
  readonly bucket: number;
  readonly totals: Totals;
}

export const cellsOf = (rows: readonly ReducedRow[], strata: readonly string[]): readonly Cell[] =>
  rows.map((row) => ({
    stratum: strata.map((name) => textIn(row, name)),
    level: textIn(row, 'level'),
    bucket: countIn(row, 'bucket'),
    totals: totalsIn(row),
  }));

const sideOf = (cells: readonly Cell[]): Side | undefined => {
  const buckets = new Map<number, Totals>();
  let all: Totals | undefined;
  for (const { bucket, totals } of cells) {
    all = together(all, totals);
    buckets.set(bucket, together(buckets.get(bucket), totals));
  }
  return all === undefined || all.weight === 0n ? undefined : { all, buckets };
};

/** The strata in which both sides of a pair stand; the others compare nothing. */
export const strataOf = (cells: readonly Cell[], pair: Pair): readonly StratumPair[] =>
  [...Map.groupBy(cells, ({ stratum }) => JSON.stringify(stratum)).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, members]) => {
      const first = sideOf(members.filter(({ level }) => level === pair.first));
      const second = sideOf(
        members.filter(({ level }) => (pair.second === restName ? level !== pair.first : level === pair.second)),
      );
      return first === undefined || second === undefined ? [] : [{ stratum: members[0]?.stratum ?? [], first, second }];
    });

/** Sums of a bucket's rows with x (1 in the first group, 0 in the second) and the value less their stratum's mean; weights w₁w₂/w. */
export const clusterScores = (strata: readonly StratumPair[], bits: bigint): ReadonlyMap<string, LevelScore> => {
  const apart = clustersAreInOneGroup(strata);
  const scores = new Map<string, LevelScore>();
  for (const { first, second } of strata) {
    const both = together(first.all, second.all);
    const level = meanOf(both, bits);
    for (const [side, other, sign] of [
      [first, second, 1],
      [second, first, -1],
    ] as const) {
      const share = quotient(other.all.weight, both.weight);
      for (const [bucket, { weight, total }] of side.buckets) {
        const key = apart ? `${bucket} ${sign}` : String(bucket);
        const deviation = quotient(both.weight * total - weight * both.total, both.weight << bits);
        const own = scores.get(key) ?? { a: 0, b: 0, reference: 0, weight: 0, carried: 0 };
        const size = Number(weight);
        scores.set(key, {
          a: own.a + sign * share * deviation,
          b: own.b + size * share * share,
          reference: own.reference + (sign === 1 ? 0 : share * numberFrom(total, bits)),
          weight: own.weight + (sign === 1 ? 0 : share * size),
          carried: own.carried + size * share * share * level,
        });
      }
    }
  }
  return scores;
};

/**
 * Whether whole clusters are in one group (a city, an account, a device), as far as buckets show it: buckets that hold both groups are then no
 * more than chance puts together. Such clusters are the sample, and a bucket's two sides are different ones.
 */
export const clustersAreInOneGroup = (strata: readonly StratumPair[]): boolean => {
  const first = new Set(strata.flatMap((stratum) => [...stratum.first.buckets.keys()]));
  const second = new Set(strata.flatMap((stratum) => [...stratum.second.buckets.keys()]));
  const mixed = [...first].filter((bucket) => second.has(bucket)).length;
  return mixed <= Math.min(first.size, second.size) / 10;
};

/** Clusters that are each in one group, for a permutation of their labels. */
export const labelledClusters = (strata: readonly StratumPair[], bits: bigint): readonly LabelledCluster[] =>
  strata.flatMap(({ stratum, ...sides }) =>
    (['first', 'second'] as const).flatMap((side) =>
      [...sides[side].buckets.values()].map(({ weight, total }) => ({
        first: side === 'first',
        rows: Number(weight),
        sum: numberFrom(total, bits),
        stratum: JSON.stringify(stratum),
      })),
    ),
  );
