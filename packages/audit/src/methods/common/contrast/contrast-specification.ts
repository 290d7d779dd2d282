import type { Text } from '@suanjian/rulebook';
import type { Judging, ReportedValue } from '../../../engine/method.ts';
import type { Inferred } from '../../../statistics/inference.ts';
import type { MeasuredValue } from './group-plan.ts';
import type { StratumPair } from './grouped-contrast.ts';
import type { Scale } from './inferring.ts';
import type { Pair } from './pairs.ts';
import type { ReferenceLevel } from './reference.ts';
import type { Totals } from './totals.ts';

/** What the methods that compare groups have of their own. */
export interface ContrastSpecification {
  readonly measured: MeasuredValue;
  readonly scale: Scale;
  readonly reference: ReferenceLevel;
  readonly judging: Judging;
  /** For the choice of the best level: the smaller the better. */
  readonly badness: (totals: Totals) => number;
  readonly describe: (totals: Totals, of: LevelOfUnit) => Readonly<Record<string, ReportedValue>>;
  /** Independent rows, in one stratum or more. */
  readonly inferRows: (strata: readonly StratumPair[], of: PairOfUnit) => Inferred;
  /** Instead of everything else, for a measure that is no mean. */
  readonly inferPair?: (of: PairOfUnit) => { readonly inferred: Inferred; readonly n: number };
  /** Asked when clusters show no variance at all: another way to bound the effect, where there is one. */
  readonly inferUnseen: (evidence: UnseenEvidence) => Inferred | undefined;
  /** Differences between strata and the like, about the deciding pair. */
  readonly remarks: (strata: readonly StratumPair[]) => readonly Text[];
  /** More about the deciding pair, by name. */
  readonly more: (first: Totals, second: Totals) => Readonly<Record<string, ReportedValue>>;
}

/** The `by` values of a unit, and which level or pair of it is meant. */
export interface LevelOfUnit {
  readonly by: Readonly<Record<string, string>>;
  readonly level: string;
  /** Only the rows of one stratum. */
  readonly part?: true;
}

export interface PairOfUnit {
  readonly by: Readonly<Record<string, string>>;
  readonly pair: Pair;
}

export interface UnseenEvidence {
  readonly estimate: number;
  readonly first: Totals;
  readonly second: Totals;
  /** Absent for matched rows. */
  readonly strata: readonly StratumPair[] | undefined;
  readonly clusters: number;
}
