import type { MethodRequest, ReducedRow, Reduction } from '../../engine/method.ts';
import { groupPlan, type MeasuredValue } from '../common/contrast/group-plan.ts';
import { classifiedRows, leftOutName } from '../common/reduction.ts';
import { countIn, numberIn, textIn } from '../common/rows.ts';
import { bucketsFor, byName } from '../common/sql.ts';

/*
 * What sums cannot tell: quantiles of each level, and all values of small ones. They stand as rows of their own beside the sums, marked by
 * `detail`, and are only there when nothing is kept per day.
 */
const kinds = { sums: 0, quantile: 1, value: 2, clusterRows: 3, clusterBelow: 4, rows: 5 } as const;

/** Groups up to this size are returned value by value, for exact tests. */
const smallGroup = 60;

/** Quantile levels that are returned, closer together the closer to the median. */
const distances = [0.0005, 0.001, 0.002, 0.003, 0.005, 0.0075, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.065, 0.08, 0.1];
const farDistances = [
  0.125, 0.15, 0.175, 0.2, 0.225, 0.25, 0.275, 0.3, 0.325, 0.35, 0.375, 0.4, 0.425, 0.45, 0.475, 0.49,
];
const gridLevels: readonly number[] = [
  0.5,
  ...[...distances, ...farDistances].flatMap((distance) => [0.5 - distance, 0.5 + distance]),
].sort((left, right) => left - right);

const defaultOf = (key: string): string => (key === 'kind' ? 'toUInt8(0)' : key === 'bucket' ? 'toUInt32(0)' : "''");

/**
 * The reduction with details of each level beside it: its median, or, where `medians` are compared, quantiles all along and (a scan more) how
 * many rows of each cluster bucket lie below the median. `levelKey` is where its rows name a level.
 */
export const withDetails = <Parameters>(
  reduction: Reduction,
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
  { levelKey, medians }: { readonly levelKey: string; readonly medians: boolean },
): Reduction => {
  const clustered = medians && request.parts['cluster'] !== undefined;
  const by = request.by.map((_, index) => byName(index));
  const on = [...by, 'level'].join(', ');
  const keys = reduction.keys.map((key) =>
    by.includes(key) ? key : key === leftOutName ? 'toUInt8(0)' : key === levelKey ? 'level' : defaultOf(key),
  );
  const measures = Object.keys(reduction.measures).map(() => 'toInt256(0)');
  const used = `SELECT ${on}, toFloat64(value) / exp2(${measured.bits}) AS number${clustered ? ', cluster_key' : ''}
    FROM (${classifiedRows(request, groupPlan(request, measured))}) WHERE ${leftOutName} = 0`;
  const rowsOf = (entries: string): string => `UNION ALL
SELECT ${[...keys, ...measures].join(', ')}, entry.1, toUInt32(entry.2), toNullable(toFloat64(entry.3)) FROM (${entries})
`;
  const quantiles = `
  SELECT ${on}, arrayJoin(arrayConcat(
      [(toUInt8(${kinds.rows}), toUInt32(0), toFloat64(rows))],
      arrayMap((quantile, place) -> (toUInt8(${kinds.quantile}), place, quantile), grid, arrayEnumerate(grid)),
      if(rows > ${smallGroup}, [], arrayMap((number, place) -> (toUInt8(${kinds.value}), place, number), arraySort(sample), arrayEnumerate(sample)))
    )) AS entry
  FROM (
    SELECT ${on}, count() AS rows, quantilesExactInclusive(${(medians ? gridLevels : [0.5]).join(', ')})(number) AS grid, groupArray(${smallGroup + 1})(number) AS sample
    FROM (${used})
    GROUP BY ${on}
  )`;
  // Halves are exact, so their sum is too.
  const below = `
  SELECT ${on}, arrayJoin([(toUInt8(${kinds.clusterRows}), bucket, toFloat64(rows)), (toUInt8(${kinds.clusterBelow}), bucket, smaller)]) AS entry
  FROM (
    SELECT ${on}, cluster_key % ${bucketsFor(request)} AS bucket, count() AS rows, sum((number < middle) + (number = middle) / 2) AS smaller
    FROM (${used}) AS used
    INNER JOIN (SELECT ${on}, quantileExactInclusive(0.5)(number) AS middle FROM (${used}) GROUP BY ${on}) AS middles USING (${on})
    GROUP BY ${on}, bucket
  )`;
  return {
    sql: `SELECT *, toUInt8(${kinds.sums}) AS detail, toUInt32(0) AS place, CAST(NULL AS Nullable(Float64)) AS quantile
FROM (${reduction.sql})
${rowsOf(quantiles)}${clustered ? rowsOf(below) : ''}`,
    keys: [...reduction.keys, 'detail', 'place'],
    measures: { ...reduction.measures, quantile: 'least' },
  };
};

export interface LevelDetails {
  readonly rows: number;
  /** Value at a quantile level in (0, 1), between the grid's levels by straight lines. */
  readonly quantileAt: (level: number) => number;
  /** All values in order, of a small group. */
  readonly values: readonly number[] | undefined;
  /** By cluster bucket: rows, and how many of them lie below the level's median (those at it by half). Empty without clusters. */
  readonly below: readonly { readonly numerator: number; readonly denominator: number }[];
}

export const isSums = (row: ReducedRow): boolean =>
  row['detail'] === undefined || countIn(row, 'detail') === kinds.sums;

const inPlace = (rows: readonly ReducedRow[], kind: number): readonly number[] =>
  rows
    .filter((row) => countIn(row, 'detail') === kind)
    .map((row) => ({ place: countIn(row, 'place'), value: numberIn(row, 'quantile') ?? Number.NaN }))
    .sort((left, right) => left.place - right.place)
    .map(({ value }) => value);

/** Details by unit (its `by` columns as JSON) and level. */
export const detailsOf = (
  rows: readonly ReducedRow[],
  by: readonly unknown[],
  levelKey: string,
): ReadonlyMap<string, LevelDetails> => {
  const groups = Map.groupBy(
    rows.filter((row) => !isSums(row)),
    (row) =>
      detailsKey(
        by.map((_, index) => textIn(row, byName(index))),
        textIn(row, levelKey),
      ),
  );
  return new Map(
    [...groups].map(([key, members]) => {
      const grid = inPlace(members, kinds.quantile);
      const values = inPlace(members, kinds.value);
      const smaller = inPlace(members, kinds.clusterBelow);
      const below = inPlace(members, kinds.clusterRows).map((denominator, index) => ({
        numerator: smaller[index] ?? 0,
        denominator,
      }));
      const [count = 0] = inPlace(members, kinds.rows);
      return [key, { rows: count, quantileAt: between(grid), values: values.length === 0 ? undefined : values, below }];
    }),
  );
};

export const detailsKey = (by: readonly string[], level: string): string => JSON.stringify([by, level]);

const between =
  (grid: readonly number[]) =>
  (level: number): number => {
    // Where medians are not compared there is nothing but the median.
    if (grid.length < gridLevels.length) return grid[0] ?? Number.NaN;
    const above = gridLevels.findIndex((own) => own >= level);
    if (above === -1) return grid.at(-1) ?? Number.NaN;
    const [high, low] = [grid[above] ?? Number.NaN, grid[Math.max(0, above - 1)] ?? Number.NaN];
    const [highLevel, lowLevel] = [gridLevels[above] ?? 1, gridLevels[Math.max(0, above - 1)] ?? 0];
    return highLevel === lowLevel || highLevel === level
      ? high
      : low + ((high - low) * (level - lowLevel)) / (highLevel - lowLevel);
  };
