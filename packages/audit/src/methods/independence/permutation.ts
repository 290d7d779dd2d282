import { PermutationTally, type PermutationTest } from '../../statistics/permutation.ts';
import { seededRandom } from '../../statistics/random.ts';

/** One cell of a small table: so many rows of one asker got one result in one match. */
export interface Cell {
  readonly match: string;
  readonly asker: string;
  readonly result: string;
  readonly rows: number;
}

interface Match {
  /** For each row the number of its asker, and of its result. */
  readonly askers: Uint32Array;
  readonly results: Uint32Array;
}

const numbered = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map([...new Set(names)].sort().map((name, index) => [name, index]));

const matchesOf = (cells: readonly Cell[]): readonly Match[] =>
  [...Map.groupBy(cells, ({ match }) => match).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, members]) => {
      const askers = numbered(members.map(({ asker }) => asker));
      const results = numbered(members.map(({ result }) => result));
      // Rows stand in one order whatever order the store gave them in: the draws below depend on it.
      const rows = members
        .flatMap(({ asker, result, rows: count }) =>
          Array.from({ length: count }, () => ({ asker: askers.get(asker) ?? 0, result: results.get(result) ?? 0 })),
        )
        .sort((left, right) => left.asker - right.asker || left.result - right.result);
      return {
        askers: Uint32Array.from(rows, ({ asker }) => asker),
        results: Uint32Array.from(rows, ({ result }) => result),
      };
    });

/** Pairs of rows that have both asker and result in common. */
const agreeingPairs = ({ askers, results }: Match): number => {
  const counts = new Map<number, number>();
  let pairs = 0;
  for (let row = 0; row < askers.length; row++) {
    const key = (askers[row] ?? 0) * results.length + (results[row] ?? 0);
    const before = counts.get(key) ?? 0;
    pairs += before;
    counts.set(key, before + 1);
  }
  return pairs;
};

/** Permutes the labels of askers within each match; the statistic is the number of agreeing pairs of one asker less its expectation. */
export const permuteAskers = (
  cells: readonly Cell[],
  expected: number,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): PermutationTest => {
  const matches = matchesOf(cells);
  const statistic = (): number => matches.reduce((sum, match) => sum + agreeingPairs(match), 0) - expected;
  const tally = new PermutationTally(statistic());
  const random = seededRandom(seed);
  for (let draw = 0; draw < draws; draw++) {
    for (const { askers } of matches) random.shuffle(askers);
    tally.add(statistic());
  }
  return tally.result(false);
};
