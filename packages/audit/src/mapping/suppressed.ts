import { text } from '@suanjian/rulebook';
import type { Estimation, Interval, Method, MethodRequest, ReducedRow, Reduction } from '../engine/method.ts';

/*
 * Counts below a threshold are often published as a range. The verdict must then hold whatever the true counts were. An effect moves one
 * way with each group's counts, so its extremes lie where the reference has one end and the others the opposite end; the ends where
 * all move together are looked at too, because shares of a total may turn there.
 */

/** One way to take the suppressed counts. */
export interface Reading {
  readonly name: string;
  readonly request: MethodRequest<unknown>;
}

const column = 'reading';

/** Reduces every reading in one statement, and estimates over the whole range. */
export const overReadings = (method: Method, readings: readonly Reading[]): Method => ({
  ...method,
  additive: false,
  reduce: (request) => {
    const reductions = readings.map((reading) => ({ ...reading, reduction: method.reduce(reading.request) }));
    const [first] = reductions;
    if (first === undefined) return method.reduce(request);
    const sql = reductions
      .map(({ name, reduction }) => `SELECT '${name}' AS ${column}, * FROM (${reduction.sql})`)
      .join('\nUNION ALL\n');
    const reduction: Reduction = { ...first.reduction, sql, keys: [column, ...first.reduction.keys] };
    return reduction;
  },
  estimate: (rows, _, context) => {
    const each = readings.map((reading) => {
      const own = rows.filter((row) => row[column] === reading.name).map(withoutReading);
      return method.estimate(own, reading.request, context);
    });
    const [first = []] = each;
    return first.map((estimation) =>
      hull(
        each.map((list) => sameUnit(list, estimation)).filter((found) => found !== undefined),
        estimation,
      ),
    );
  },
});

const withoutReading = (row: ReducedRow): ReducedRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== column));

const unitOf = (estimation: Estimation): string => JSON.stringify(estimation.by);
const sameUnit = (list: readonly Estimation[], wanted: Estimation): Estimation | undefined =>
  list.find((candidate) => unitOf(candidate) === unitOf(wanted));

const nullOf = (estimation: Estimation): number => (estimation.scale === 'ratio' ? 1 : 0);

const hull = (all: readonly Estimation[], first: Estimation): Estimation => {
  const undecided = all.find((estimation) => estimation.decided !== undefined);
  if (undecided !== undefined) return undecided;
  const estimates = all.map(({ estimate }) => estimate).filter((estimate) => estimate !== undefined);
  const zero = nullOf(first);
  // The estimate is the mildest reading: a failure must be one for every reading.
  const mildest = estimates.toSorted((left, right) => Math.abs(left - zero) - Math.abs(right - zero))[0];
  const spread = (level: number): Interval | undefined => {
    const intervals = all.map(({ interval }) => interval(level));
    const known = intervals.filter((interval) => interval !== undefined);
    if (known.length < intervals.length) return undefined;
    return [Math.min(...known.map(([low]) => low)), Math.max(...known.map(([, high]) => high))];
  };
  const ps = all.map(({ p }) => p).filter((p) => p !== undefined);
  return {
    ...first,
    estimate: estimates.length === all.length ? mildest : undefined,
    p: ps.length === all.length ? Math.max(...ps) : undefined,
    interval: spread,
    smallestDetectable: (level) => {
      const sizes = all.map(({ smallestDetectable }) => smallestDetectable(level)).filter((size) => size !== undefined);
      return sizes.length === all.length ? Math.max(...sizes) : undefined;
    },
    values: { ...first.values, lowestEstimate: Math.min(...estimates), highestEstimate: Math.max(...estimates) },
    notes: [
      ...first.notes,
      text(
        '有的数被隐去，只知道范围；结论须在整个范围内成立。',
        'Some counts are suppressed and known only as a range; the verdict must hold over all of it.',
      ),
    ],
  };
};
