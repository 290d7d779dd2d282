import { inOrder, type ReferenceLevel, restName } from './reference.ts';

export interface Pair {
  readonly first: string;
  /** `restName` for all the others. */
  readonly second: string;
}

export interface PairsToCompare {
  readonly pairs: readonly Pair[];
  /**
   * By how many comparisons an error must be shared: as many as there are pairs, and all pairs of levels when the reference was chosen
   * by looking at the data.
   */
  readonly comparisons: number;
}

/**
 * Which levels are set against which. `level` is better the smaller its score (for the choice of the best); it is asked only then.
 */
export const pairsToCompare = (
  levels: readonly string[],
  reference: ReferenceLevel,
  score: (level: string) => number,
): PairsToCompare => {
  const ordered = [...levels].sort(inOrder);
  const against = (second: string): readonly Pair[] =>
    ordered.filter((first) => first !== second).map((first) => ({ first, second }));
  switch (reference.kind) {
    case 'level': {
      const pairs = ordered.includes(reference.level) ? against(reference.level) : [];
      return { pairs, comparisons: pairs.length };
    }
    case 'first': {
      const pairs = ordered[0] === undefined ? [] : against(ordered[0]);
      return { pairs, comparisons: pairs.length };
    }
    case 'rest': {
      // With two levels the rest of one is the other, and one comparison says it all.
      if (ordered.length === 2) return pairsToCompare(levels, { kind: 'first' }, score);
      const pairs = ordered.length < 2 ? [] : ordered.map((first) => ({ first, second: restName }));
      return { pairs, comparisons: pairs.length };
    }
    case 'best': {
      const best = [...ordered].sort((left, right) => score(left) - score(right) || inOrder(left, right))[0];
      const pairs = best === undefined ? [] : against(best);
      return { pairs, comparisons: (ordered.length * (ordered.length - 1)) / 2 };
    }
  }
};
