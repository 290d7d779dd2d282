import { keyHash, literal } from '../sql.ts';
import { type MatchedShape, matchesOf } from './matched-cells.ts';
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

/** Each pair in each match, by match once and by cluster for each of its clusters' parts, with the bucket it is added to. */
const placedOf = (shape: MatchedShape, pairs: string, buckets: number): string => {
  const { units, clustered } = shape;
  const byMatch = `(toUInt8(${matchedKinds.byMatch}), toUInt32(match_key % ${buckets}))`;
  const byCluster = `(toUInt8(${matchedKinds.byCluster}), toUInt32(cluster_key % ${buckets})), (toUInt8(${matchedKinds.byBoth}), toUInt32(${keyHash(['match_key', 'cluster_key'])} % ${buckets}))`;
  const places = clustered ? `if(leading, [${byMatch}, ${byCluster}], [${byCluster}])` : `[${byMatch}]`;
  // Without clusters a match is one part: all of it.
  const own = (of: (array: string) => string, array: 'weights' | 'sums', all: string): string =>
    clustered ? `if(kind = ${matchedKinds.byMatch}, ${all}, ${of(array)})` : all;
  return `SELECT ${units.map((name) => `${name}, `).join('')}levels[pair.1] AS first_level, if(pair.2 = 0, '', levels[pair.2]) AS second_level,
      first_all, second_all, both, both_sum, arrayJoin(${places}) AS placed, placed.1 AS kind, placed.2 AS bucket,
      ${own(ofFirst, 'weights', 'first_all')} AS first_weight, ${own(ofSecond, 'weights', 'second_all')} AS second_weight,
      ${own(ofFirst, 'sums', 'first_all_sum')} AS first_sum, ${own(ofSecond, 'sums', 'second_all_sum')} AS second_sum
    FROM (
      SELECT *, ${ofFirst('all_weights')} AS first_all, ${ofSecond('all_weights')} AS second_all, first_all + second_all AS both,
        ${ofFirst('all_sums')} AS first_all_sum, ${ofSecond('all_sums')} AS second_all_sum, first_all_sum + second_all_sum AS both_sum
      FROM (SELECT *, arrayJoin(${pairs}) AS pair FROM (${matchesOf(shape)}))
    )
    WHERE first_all > 0 AND second_all > 0`;
};

/**
 * With x (1 for the first level) less its mean in the match, and the value less a mean: by match, that of the pair's rows in the match; by
 * cluster, that of the other clusters' rows in it, for a cluster's own errors must not be taken off themselves (they would seem smaller than
 * they are, by half in matches of two: de Chaisemartin and Ramírez-Cuéllar 2024).
 */
export const scoredOf = (shape: MatchedShape, reference: ReferenceLevel, buckets: number): string => {
  const whole = `kind = ${matchedKinds.byMatch} OR first_weight + second_weight = both`;
  return `SELECT *, toFloat64(second_all) / toFloat64(both) AS first_share, toFloat64(first_all) / toFloat64(both) AS second_share,
      if(${whole}, both, both - first_weight - second_weight) AS base, if(${whole}, both_sum, both_sum - first_sum - second_sum) AS base_sum,
      toFloat64(if(${whole}, first_all, first_all - first_weight)) / toFloat64(base) AS base_share,
      toFloat64(base * first_sum - first_weight * base_sum) / toFloat64(base) AS first_off, toFloat64(base * second_sum - second_weight * base_sum) / toFloat64(base) AS second_off
    FROM (${placedOf(shape, pairsOf(reference), buckets)})
    WHERE first_weight + second_weight > 0`;
};
