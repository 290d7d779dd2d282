import { leftOutName } from '../reduction.ts';
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

/** Weights and sums of each match (and cluster), as arrays beside `levels`. */
const foundLevels = ({ units, rows, clustered, sumType }: MatchedShape): string => {
  const keys = [...units, 'match_key', ...(clustered ? ['cluster_key'] : [])].join(', ');
  const by = (value: string, type: string): string =>
    `sumForEach(arrayMap(one -> if(level = one, to${type}(${value}), to${type}(0)), levels))`;
  return `SELECT ${keys}, ${by('weight', sumType)} AS weights, ${by('value', sumType)} AS sums
    FROM (${rows}) WHERE ${leftOutName} = 0
    GROUP BY ${keys}`;
};

/** The same with a column for each of the named levels, `weight_1…`, `sum_1…`: several times as fast as arrays. */
const namedLevels = ({ units, rows, clustered, sumType }: MatchedShape, named: readonly string[]): string => {
  const keys = [...units, 'match_key', ...(clustered ? ['cluster_key'] : [])].join(', ');
  const columns = named.flatMap((level, index) => [
    `sumIf(to${sumType}(weight), level = ${literal(level)}) AS weight_${index}`,
    `sumIf(to${sumType}(value), level = ${literal(level)}) AS sum_${index}`,
  ]);
  return `SELECT ${keys}, ${columns.join(', ')} FROM (${rows}) WHERE ${leftOutName} = 0 GROUP BY ${keys}`;
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
      WINDOW own AS (PARTITION BY ${keys})
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
