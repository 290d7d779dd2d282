import { keyHash, literal } from '../sql.ts';
import { type MatchedShape, matchesOf, partsOfTwo } from './matched-cells.ts';
import type { ReferenceLevel } from './reference.ts';

/**
 * What a row of a matched reduction is: totals of a level (or, under `left_out`, a count of rows), or the scores of a pair of levels, added
 * up by match, by cluster, or by both together.
 */
export const matchedKinds = { totals: 0, byMatch: 1, byCluster: 2, byBoth: 3 } as const;

/** Pairs to compare as places in `levels`, (first, second); second 0 stands for all others together. A constant of the statement. */
const pairsOf = (reference: ReferenceLevel): string => {
  const places = 'arrayEnumerate(levels)';
  switch (reference.kind) {
    case 'level': {
      const level = `toUInt32(indexOf(levels, ${literal(reference.level)}))`;
      return `arrayMap(place -> (place, ${level}), arrayFilter(place -> ${level} != 0 AND place != ${level}, ${places}))`;
    }
    case 'rest':
      // With two levels the rest of one is the other, and one comparison says it all.
      return `if(length(levels) = 2, [(toUInt32(2), toUInt32(1))], arrayMap(place -> (place, toUInt32(0)), ${places}))`;
    case 'first':
      return `arrayMap(place -> (place, toUInt32(1)), arrayFilter(place -> place != 1, ${places}))`;
    case 'best':
      return `arrayFlatten(arrayMap(place -> arrayMap(other -> (place, toUInt32(other)), range(1, place)), ${places}))`;
  }
};

const ofFirst = (array: string): string => `${array}[pair.1]`;
const ofSecond = (array: string): string => `if(pair.2 = 0, arraySum(${array}) - ${ofFirst(array)}, ${array}[pair.2])`;

/** The pair that two named levels leave; undefined where more are named or the reference is none of them. */
const pairOfTwo = (
  { named = [], clustered }: MatchedShape,
  reference: ReferenceLevel,
): readonly [string, string] | undefined => {
  const [lower, upper] = named;
  if (!clustered || lower === undefined || upper === undefined || named.length > 2) return undefined;
  if (reference.kind !== 'level') return [upper, lower];
  if (reference.level === lower) return [upper, lower];
  return reference.level === upper ? [lower, upper] : undefined;
};

/**
 * Each pair in each match: `whole` once, and where clusters are given once more for each of its clusters' parts, with weights and sums of the part
 * and of all.
 */
const partsOf = (shape: MatchedShape, pairs: string): string => {
  const { units, clustered } = shape;
  // Without clusters a match is one part: all of it.
  const own = (of: (array: string) => string, array: 'weights' | 'sums', all: string): string =>
    clustered ? `if(whole, ${all}, ${of(array)})` : all;
  return `SELECT ${units.map((name) => `${name}, `).join('')}levels[pair.1] AS first_level, if(pair.2 = 0, '', levels[pair.2]) AS second_level,
      match_key, ${clustered ? 'cluster_key, ' : ''}first_all, second_all, both, both_sum, arrayJoin(${clustered ? 'if(leading, [true, false], [false])' : '[true]'}) AS whole,
      ${own(ofFirst, 'weights', 'first_all')} AS first_weight, ${own(ofSecond, 'weights', 'second_all')} AS second_weight,
      ${own(ofFirst, 'sums', 'first_all_sum')} AS first_sum, ${own(ofSecond, 'sums', 'second_all_sum')} AS second_sum
    FROM (
      SELECT *, ${ofFirst('all_weights')} AS first_all, ${ofSecond('all_weights')} AS second_all, first_all + second_all AS both,
        ${ofFirst('all_sums')} AS first_all_sum, ${ofSecond('all_sums')} AS second_all_sum, first_all_sum + second_all_sum AS both_sum
      FROM (SELECT *, arrayJoin(${pairs}) AS pair FROM (${matchesOf(shape)}))
    )
    WHERE first_all > 0 AND second_all > 0`;
};

export interface Score {
  readonly name: string;
  /** Over the columns of a part; fixed to a whole number before it is added. */
  readonly sql: string;
}

/**
 * With x (1 for the first level) less its mean in the match, and the value less a mean: by match, that of the pair's rows in the match; by
 * cluster, that of the other clusters' rows in it, for a cluster's own errors must not be taken off themselves (they would seem smaller than
 * they are, by half in matches of two: de Chaisemartin and Ramírez-Cuéllar 2024). Each part's scores are made once and added twice: with its
 * cluster, and with what its cluster and match have in common.
 */
export const scoredOf = (
  shape: MatchedShape,
  reference: ReferenceLevel,
  buckets: number,
  scores: readonly Score[],
): string => {
  const alone = `whole OR first_weight + second_weight = both`;
  const { units, clustered } = shape;
  const pair = pairOfTwo(shape, reference);
  const parts = pair === undefined ? partsOf(shape, pairsOf(reference)) : partsOfTwo(shape, pair);
  const byMatch = `[(toUInt8(${matchedKinds.byMatch}), toUInt32(match_key % ${buckets}))]`;
  const byCluster = `[(toUInt8(${matchedKinds.byCluster}), toUInt32(cluster_key % ${buckets})), (toUInt8(${matchedKinds.byBoth}), toUInt32(${keyHash(['match_key', 'cluster_key'])} % ${buckets}))]`;
  const kept = [...units, 'first_level', 'second_level', ...scores.map(({ name }) => name)].join(', ');
  return `SELECT ${kept}, placed.1 AS kind, placed.2 AS bucket FROM (
      SELECT *, ${scores.map(({ name, sql }) => `${sql} AS ${name}`).join(', ')},
        ${clustered ? `if(whole, ${byMatch}, ${byCluster})` : byMatch} AS places
      FROM (
        SELECT *, toFloat64(second_all) / toFloat64(both) AS first_share, toFloat64(first_all) / toFloat64(both) AS second_share,
          if(${alone}, both, both - first_weight - second_weight) AS base, if(${alone}, both_sum, both_sum - first_sum - second_sum) AS base_sum,
          toFloat64(if(${alone}, first_all, first_all - first_weight)) / toFloat64(base) AS base_share,
          toFloat64(base * first_sum - first_weight * base_sum) / toFloat64(base) AS first_off, toFloat64(base * second_sum - second_weight * base_sum) / toFloat64(base) AS second_off
        FROM (${parts})
        WHERE first_weight + second_weight > 0
      )
    ) ARRAY JOIN places AS placed`;
};
