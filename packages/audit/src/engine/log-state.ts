import { familyNames, type FamilyName } from '@suanjian/decision-log';
import { commitmentOf, type LeafEntry } from '@suanjian/evidence';
import type { FamilyPlace } from './template.ts';

/** The log's leaves as a run sees them: which days hold what, and what each day is committed to. */
export interface LogState {
  readonly treeSize: number;
  /** Root of the tree of that size, lower-case hexadecimal. */
  readonly root: string;
  /** Days that hold rows of any family, in order. */
  readonly days: readonly string[];
  /** How many rows these families hold on this one day. */
  readonly rows: (families: readonly FamilyName[], day: string) => number;
  /** Commitment to the rows of these families on this one day. */
  readonly day: (families: readonly FamilyName[], day: string) => string;
  /** Commitment to the rows of these families from a day (undefined: from the beginning) to a day, both included. */
  readonly period: (families: readonly FamilyName[], from: string | undefined, to: string) => string;
}

interface DayBatch {
  readonly batch: string;
  readonly rows: number;
  readonly root: string;
}

/** Batches of each family and day that still hold rows, in the order in which they were acknowledged. */
const batchesOf = (leaves: readonly LeafEntry[]): ReadonlyMap<string, ReadonlyMap<FamilyName, readonly DayBatch[]>> => {
  const days = new Map<string, Map<FamilyName, DayBatch[]>>();
  for (const leaf of leaves) {
    if (leaf.kind === 'batch') {
      const family = familyNames.find((name) => name === leaf.family);
      if (family === undefined || leaf.rows === 0) continue;
      const day = days.get(leaf.day) ?? new Map<FamilyName, DayBatch[]>();
      days.set(leaf.day, day);
      const batches = day.get(family) ?? [];
      day.set(family, batches);
      batches.push({ batch: leaf.batch, rows: leaf.rows, root: leaf.root });
    } else if (leaf.kind === 'retention') {
      const day = days.get(leaf.day);
      const gone = new Set(leaf.batches);
      for (const family of familyNames)
        if (leaf.families.includes(family))
          day?.set(
            family,
            (day.get(family) ?? []).filter(({ batch }) => !gone.has(batch)),
          );
    }
  }
  return days;
};

/** @param leaves the first `treeSize` leaves of the log, whose root is `root` */
export const logState = (leaves: readonly LeafEntry[], root: string): LogState => {
  const batches = batchesOf(leaves);
  const days = [...batches.keys()]
    .filter((day) => [...(batches.get(day)?.values() ?? [])].some(({ length }) => length > 0))
    .sort();
  const rootsOf = (families: readonly FamilyName[], day: string): readonly DayRoots[] =>
    [...families]
      .sort()
      .map((family): DayRoots => [family, (batches.get(day)?.get(family) ?? []).map((batch) => batch.root)])
      .filter(([, roots]) => roots.length > 0);
  const chains = new Map<string, ReadonlyMap<string, string>>();
  const chainOf = (families: readonly FamilyName[]): ReadonlyMap<string, string> => {
    const name = [...families].sort().join();
    const chain = chains.get(name) ?? chained(days, (day) => rootsOf(families, day));
    chains.set(name, chain);
    return chain;
  };
  return {
    treeSize: leaves.length,
    root,
    days,
    rows: (families, day) =>
      families.flatMap((family) => batches.get(day)?.get(family) ?? []).reduce((sum, batch) => sum + batch.rows, 0),
    day: (families, day) => commitmentOf({ day, roots: rootsOf(families, day) }),
    period: (families, from, to) => {
      if (from !== undefined)
        return commitmentOf(
          days.filter((day) => day >= from && day <= to).map((day) => ({ day, roots: rootsOf(families, day) })),
        );
      const last = days.findLast((day) => day <= to);
      return (last === undefined ? undefined : chainOf(families).get(last)) ?? beginning;
    },
  };
};

type DayRoots = readonly [family: string, roots: readonly string[]];

const beginning = commitmentOf([]);

/** Each day's commitment to all days up to it that hold rows: each is made from the one before, so that all of them cost one pass. */
const chained = (
  days: readonly string[],
  rootsOf: (day: string) => readonly DayRoots[],
): ReadonlyMap<string, string> => {
  const chain = new Map<string, string>();
  let before = beginning;
  for (const day of days) {
    const roots = rootsOf(day);
    if (roots.length > 0) before = commitmentOf({ before, day, roots });
    chain.set(day, before);
  }
  return chain;
};

/** What a day of a check depends on: its own rows, and of what it reads from before, all up to that day. */
export const dayCommitment = (
  state: LogState,
  places: readonly FamilyPlace[],
  day: string,
  historyFrom: string | undefined,
): string => {
  const own = places.filter(({ history }) => !history).map(({ family }) => family);
  const before = places.filter(({ history }) => history).map(({ family }) => family);
  return commitmentOf({
    day: state.day(own, day),
    history: before.length === 0 ? null : state.period(before, historyFrom, day),
  });
};
