import { fisherExact, type TwoByTwo } from '../../statistics/exact-tables.ts';
import { fromInterval, type Inferred } from '../../statistics/inference.ts';
import { moverDifference, shareDifference, shareRatio } from '../../statistics/proportions.ts';
import { commonShareDifference, commonShareRatio } from '../../statistics/stratified.ts';
import { exactConditional } from '../../statistics/stratified-exact.ts';
import type { StratumPair } from '../common/contrast/grouped-contrast.ts';
import { heldTo } from '../common/contrast/inferring.ts';
import type { Totals } from '../common/contrast/totals.ts';
import { shareInBuckets, unitsFromUnevenness } from '../common/share-of-rows.ts';

const tableOf = (first: Totals, second: Totals): TwoByTwo => ({
  firstYes: Number(first.total),
  firstNo: Number(first.weight - first.total),
  secondYes: Number(second.total),
  secondNo: Number(second.weight - second.total),
});

export const tablesOf = (strata: readonly StratumPair[]): readonly TwoByTwo[] =>
  strata.map(({ first, second }) => tableOf(first.all, second.all));

const added = (tables: readonly TwoByTwo[]): TwoByTwo => ({
  firstYes: tables.reduce((sum, table) => sum + table.firstYes, 0),
  firstNo: tables.reduce((sum, table) => sum + table.firstNo, 0),
  secondYes: tables.reduce((sum, table) => sum + table.secondYes, 0),
  secondNo: tables.reduce((sum, table) => sum + table.secondNo, 0),
});

const counts = ({ firstYes, firstNo, secondYes, secondNo }: TwoByTwo) =>
  [
    { successes: firstYes, trials: firstYes + firstNo },
    { successes: secondYes, trials: secondYes + secondNo },
  ] as const;

/** Smallest expected cell above which the approximations need no exact test beside them. */
const enoughExpected = 25;

const smallestExpected = (table: TwoByTwo): number => {
  const total = table.firstYes + table.firstNo + table.secondYes + table.secondNo;
  const yes = table.firstYes + table.secondYes;
  const smaller = Math.min(table.firstYes + table.firstNo, table.secondYes + table.secondNo);
  return (smaller * Math.min(yes, total - yes)) / total;
};

/** Two groups of independent rows, within strata where there are several. */
export const inferIndependentRates = (strata: readonly StratumPair[], scale: 'difference' | 'ratio'): Inferred => {
  const tables = tablesOf(strata);
  const all = added(tables);
  const [first, second] = counts(all);
  const nullValue = scale === 'ratio' ? 1 : 0;
  const pooled = scale === 'ratio' ? shareRatio(first, second) : shareDifference(first, second);
  const small = smallestExpected(all) < enoughExpected;
  if (tables.length === 1) return small ? heldTo(pooled, fisherExact(all).twoSided, nullValue) : pooled;
  const common = scale === 'ratio' ? commonShareRatio(tables) : commonShareDifference(tables);
  // Where the outcome is always or never there, no stratum can differ from another, and the pooled counts say what can be said.
  if (
    !common.known &&
    common.reason === 'no-variance' &&
    (all.firstYes + all.secondYes === 0 || all.firstNo + all.secondNo === 0)
  )
    return pooled;
  return small ? heldTo(common, exactConditional(tables)?.twoSided, nullValue) : common;
};

/** Rates by bucket of one side of a pair. */
export interface SideShares {
  readonly first: readonly { readonly numerator: number; readonly denominator: number }[];
  readonly second: readonly { readonly numerator: number; readonly denominator: number }[];
}

/** Clusters lie in buckets; it is the clusters that are the sample. */
const shareOf = (side: SideShares['first'], buckets: number): Inferred =>
  shareInBuckets(
    side,
    unitsFromUnevenness(
      side.map(({ denominator }) => denominator),
      buckets,
    ),
  );

/** Where clusters show no variance at all (an outcome that never occurs): the two exact intervals over clusters, joined. */
export const inferUnseenRates = ({ first, second }: SideShares, buckets: number): Inferred | undefined => {
  const left = shareOf(first, buckets);
  const right = shareOf(second, buckets);
  if (!left.known || !right.known) return undefined;
  return fromInterval({
    estimate: left.estimate - right.estimate,
    scale: 'linear',
    standardError: 0,
    degreesOfFreedom: Math.min(left.degreesOfFreedom, right.degreesOfFreedom),
    method: 'Clopper-Pearson over clusters, joined',
    interval: (level) =>
      moverDifference(
        { estimate: left.estimate, interval: left.interval(level) },
        { estimate: right.estimate, interval: right.interval(level) },
      ),
  });
};
