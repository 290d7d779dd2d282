import { groupedByHash, leftOutName } from '../reduction.ts';
import { literal } from '../sql.ts';

export interface MatchedShape {
  /** `day` and `by` columns. */
  readonly units: readonly string[];
  /** One SELECT that gives used and unused rows with `match_key`, `level`, `weight`, `value` and, where clusters are given, `cluster_key`. */
  readonly rows: string;
  /** The levels in order, where the request names them; else they are found, as `levels`. */
  readonly named: readonly string[] | undefined;
  readonly clustered: boolean;
  /** Type that holds a sum over one match, times a weight. */
  readonly sumType: 'Int128' | 'Int256';
}

/** Rows that are used, each with its match's own number. */
const comparedRows = ({ units, rows }: MatchedShape): string =>
  `SELECT *, cityHash64(${[...units, 'match_key'].join(', ')}) AS match_number FROM (${rows}) WHERE ${leftOutName} = 0`;

/** Units and keys of a group whose rows are alike in them, to be given their names by the SELECT around. */
const groupOf = ({ units, clustered }: MatchedShape): ReturnType<typeof groupedByHash> =>
  groupedByHash([...units, 'match_key', ...(clustered ? ['cluster_key'] : [])], []);

const cellKey = ({ clustered }: MatchedShape): string => (clustered ? 'match_number, cluster_key' : 'match_number');

/** Weights and sums of each match (and cluster), as arrays beside `levels`. */
const foundLevels = (shape: MatchedShape): string => {
  const by = (value: string, type: string): string =>
    `sumForEach(arrayMap(one -> if(level = one, to${type}(${value}), to${type}(0)), levels))`;
  const { taken, given } = groupOf(shape);
  return `SELECT match_number, ${given}, weights, sums FROM (
      SELECT match_number, ${taken}, ${by('weight', shape.sumType)} AS weights, ${by('value', shape.sumType)} AS sums
      FROM (${comparedRows(shape)})
      GROUP BY ${cellKey(shape)}
    )`;
};

/** The same with a column for each of the named levels, `weight_1…`, `sum_1…`: several times as fast as arrays. */
const namedLevels = (shape: MatchedShape, named: readonly string[]): string => {
  const { sumType } = shape;
  const columns = named.flatMap((level, index) => [
    [`weight_${index}`, `sumIf(to${sumType}(weight), level = ${literal(level)})`],
    [`sum_${index}`, `sumIf(to${sumType}(value), level = ${literal(level)})`],
  ]);
  const { taken, given } = groupOf(shape);
  return `SELECT match_number, ${given}, ${columns.map(([name]) => name).join(', ')} FROM (
      SELECT match_number, ${taken}, ${columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ')}
      FROM (${comparedRows(shape)})
      GROUP BY ${cellKey(shape)}
    )`;
};

const several = (weights: string): string => `arrayCount(one -> one > 0, ${weights}) > 1`;

/** Columns of named levels as one array. */
const arrayOf = (named: readonly string[], column: (index: number) => string): string =>
  `[${named.map((_, index) => column(index)).join(', ')}]`;

/**
 * Matches that hold two levels or more: `all_weights` and `all_sums` of the match beside `levels`; where clusters are given, one row for each
 * of its clusters with its own `weights` and `sums`, one of which is `leading`.
 */
export const matchesOf = (shape: MatchedShape): string => {
  const { units, named, clustered } = shape;
  const keys = [...units, 'match_key'].join(', ');
  const weight = (index: number): string => `weight_${index}`;
  const sum = (index: number): string => `sum_${index}`;
  if (!clustered)
    return named === undefined
      ? `SELECT ${keys}, weights AS all_weights, sums AS all_sums, 1 AS leading FROM (${foundLevels(shape)}) WHERE ${several('all_weights')}`
      : `SELECT ${keys}, ${arrayOf(named, weight)} AS all_weights, ${arrayOf(named, sum)} AS all_sums, 1 AS leading
    FROM (${namedLevels(shape, named)}) WHERE ${several('all_weights')}`;
  if (named !== undefined) {
    const over = (column: (index: number) => string): string =>
      arrayOf(named, (index) => `sum(${column(index)}) OVER own`);
    return `SELECT * FROM (
      SELECT ${keys}, cluster_key, ${arrayOf(named, weight)} AS weights, ${arrayOf(named, sum)} AS sums,
        ${over(weight)} AS all_weights, ${over(sum)} AS all_sums, row_number() OVER own = 1 AS leading
      FROM (${namedLevels(shape, named)})
      WINDOW own AS (PARTITION BY match_number)
    ) WHERE ${several('all_weights')}`;
  }
  return `SELECT ${keys}, all_weights, all_sums,
      arrayJoin(arrayMap((cell, place) -> (cell.1, cell.2, cell.3, place = 1), cells, arrayEnumerate(cells))) AS cell,
      cell.1 AS cluster_key, cell.2 AS weights, cell.3 AS sums, cell.4 AS leading
    FROM (
      SELECT ${keys}, sumForEach(weights) AS all_weights, sumForEach(sums) AS all_sums, groupArray((cluster_key, weights, sums)) AS cells
      FROM (${foundLevels(shape)})
      GROUP BY ${keys}
      HAVING ${several('all_weights')}
    )`;
};

/**
 * Parts of matches as `scoredOf` reads them where two levels are named, which leave one pair: columns in place of arrays of levels. Each match stands
 * there `whole` and once for each of its clusters. Most matches hold one level only: they are put aside before their rows are told apart by cluster.
 */
export const partsOfTwo = (shape: MatchedShape, [first, second]: readonly [string, string]): string => {
  const { units, sumType } = shape;
  const columns = ['first_weight', 'second_weight', 'first_sum', 'second_sum'] as const;
  const all = ['first_all', 'second_all', 'first_all_sum', 'second_all_sum'] as const;
  const named = [...units, 'match_key'];
  const { taken } = groupedByHash(named, []);
  const ofMatch = [...named.map((name) => `group_${name}`), 'leader', ...all];
  const sums = (value: string, weight: string, isFirst: string, names: readonly string[]): string =>
    [weight, value]
      .flatMap((what) => [`sumIf(to${sumType}(${what}), ${isFirst})`, `sumIf(to${sumType}(${what}), NOT ${isFirst})`])
      .map((sum, index) => `${sum} AS ${names[index] ?? ''}`)
      .join(', ');
  const matches = `SELECT match_number, ${taken}, ${sums('value', 'weight', 'is_first', all)}, min(cluster_key) AS leader,
            groupArray(cluster_key) AS clusters, groupArray(is_first) AS sides, groupArray(weight) AS weights, groupArray(value) AS values
          FROM (SELECT *, level = ${literal(first)} AS is_first FROM (${comparedRows(shape)}))
          GROUP BY match_number
          HAVING first_all > 0 AND second_all > 0`;
  return `SELECT ${units.map((name) => `group_${name} AS ${name}, `).join('')}${literal(first)} AS first_level, ${literal(second)} AS second_level, group_match_key AS match_key, cluster_key,
      ${all.join(', ')}, both, both_sum, whole, ${columns.map((name, index) => `if(whole, ${all[index] ?? name}, own_${name}) AS ${name}`).join(', ')}
    FROM (
      SELECT *, first_all + second_all AS both, first_all_sum + second_all_sum AS both_sum, arrayJoin(if(cluster_key = leader, [true, false], [false])) AS whole
      FROM (
        SELECT match_number, cluster_key, ${ofMatch.map((name) => `any(of_match.${name}) AS ${name}`).join(', ')},
          ${sums(
            'row_value',
            'row_weight',
            'row_side',
            columns.map((name) => `own_${name}`),
          )}
        FROM (${matches}) AS of_match
        ARRAY JOIN clusters AS cluster_key, sides AS row_side, weights AS row_weight, values AS row_value
        GROUP BY match_number, cluster_key
      )
    )`;
};
