import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { computedOnce } from '../common/computed-once.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { levelOf } from '../common/sql.ts';
import { exactSumOfScores } from '../common/sums.ts';
import { missingLevel, missingNumber } from '../common/texts.ts';
import { dayLength, millisecondsOf } from '../common/time.ts';
import { ofUnit } from '../common/unit-filter.ts';
import type { BurstParameters } from './parameters.ts';

type Request = MethodRequest<BurstParameters>;

/** Windows carried out of the store by each of two orders: by evidence and by size. */
export const carried = 200;

export const rules = ({ parts: { account } }: Request): readonly LeftOutRule[] => [
  missingLevel('raw_object', 'object'),
  missingNumber('raw_time', 'time'),
  ...(account === undefined ? [] : [missingLevel('raw_account', 'account')]),
];

/** Weeks begin on Monday at midnight in Shanghai: 1 January 1970 was a Thursday. */
const shift = 8 * 3_600_000 + 3 * dayLength;

const plan = (request: Request): ReductionPlan => {
  const { object, time, account } = request.parts;
  return {
    raw: [
      { name: 'raw_object', sql: object === undefined ? "''" : levelOf(object) },
      { name: 'raw_time', sql: time === undefined ? 'NULL' : millisecondsOf(time) },
      ...(account === undefined ? [] : [{ name: 'raw_account', sql: levelOf(account) }]),
    ],
    rules: rules(request),
    keys: [
      { name: 'object', sql: 'cityHash64(raw_object)', whenLeftOut: '0' },
      {
        name: 'slot',
        sql: `intDiv(assumeNotNull(raw_time) + ${shift}, ${request.parameters.window})`,
        whenLeftOut: '0',
      },
    ],
    values: account === undefined ? [] : [{ name: 'account', sql: 'cityHash64(raw_account)', whenLeftOut: '0' }],
    measures: [],
  };
};

const onUnits = (request: Request): readonly string[] => [...unitColumns(request).map(({ name }) => name), 'left_out'];

/** How many windows of a cycle the period holds: those with the same remainder. */
const occurrences = (cycle: number): string =>
  `(intDiv(last_slot - slot % ${cycle} + ${cycle}, ${cycle}) - intDiv(first_slot - 1 - slot % ${cycle} + ${cycle}, ${cycle}))`;

/** Windows of a week and of a day, where the window divides them. */
const cycles = ({ parameters: { window } }: Request): { readonly week: number; readonly day: number } => ({
  week: (7 * dayLength) % window === 0 ? (7 * dayLength) / window : 0,
  day: dayLength % window === 0 ? dayLength / window : 0,
});

/** Every object and window with something in it. */
const cells = (request: Request): string => {
  const on = onUnits(request).join(', ');
  const account = request.parts['account'] === undefined ? 'count()' : 'uniqExact(account)';
  return `SELECT ${on}, object, slot, count() AS seen, ${account} AS accounts FROM (${classifiedRows(request, plan(request))}) GROUP BY ${on}, object, slot`;
};

/** The totals around each cell, over a column of whole numbers; `x` is its own. */
const withTotals = (request: Request, column: string, from: string): string => {
  const on = onUnits(request).join(', ');
  const { week, day } = cycles(request);
  const over = (partition: string): string => `toFloat64(sum(${column}) OVER (PARTITION BY ${on}${partition}))`;
  const inCycle = (cycle: number): string => (cycle < 2 ? 'toFloat64(0)' : over(`, slot % ${cycle}`));
  return `SELECT *, toFloat64(${column}) AS x, ${over(', object')} AS of_object, ${over(', slot')} AS of_slot, ${over('')} AS whole,
    min(slot) OVER every AS first_slot, max(slot) OVER every AS last_slot, last_slot - first_slot + 1 AS slots, ${inCycle(week)} AS of_week, ${inCycle(day)} AS of_day
  FROM (${from})
  WINDOW every AS (PARTITION BY ${on})`;
};

interface Expectation {
  /** With the window itself in it, for the dispersion of all windows. */
  readonly within: string;
  /** Without it, for the window's own test. */
  readonly without: string;
  /** Variance of the latter, as a share of its square: what few events leave open … */
  readonly doubt: string;
  /** … and what the dispersion is multiplied with, because only so many windows were averaged. */
  readonly spread: string;
}

const own: Expectation = {
  within: 'of_object / slots',
  without: '(of_object - x) / greatest(slots - 1, 1)',
  doubt: '1 / (of_object - x + 0.5)',
  spread: '1 / greatest(slots - 1, 1)',
};

const expectationOf = (request: Request): Expectation => {
  switch (request.parameters.baseline) {
    case 'own':
      return own;
    case 'others':
      // Half an event is added where other objects may all be silent, so that an expectation is never nothing.
      return {
        within: 'of_object * of_slot / greatest(whole, 1)',
        without: '(of_object - x) * (of_slot - x + 0.5) / greatest(whole - of_object - of_slot + x, 1)',
        doubt: '1 / (of_object - x + 0.5) + 1 / (of_slot - x + 0.5)',
        spread: own.spread,
      };
    case 'seasonal': {
      const { week, day } = cycles(request);
      const seasonal = (total: string, cycle: number): Expectation => ({
        within: `of_object / greatest(whole, 1) * ${total} / ${occurrences(cycle)}`,
        without: `(of_object - x) / greatest(whole - of_slot, 1) * (${total} - of_slot + 0.5) / greatest(${occurrences(cycle)} - 1, 1)`,
        doubt: `1 / (${total} - of_slot + 0.5) + greatest(1 / (of_object - x + 0.5) - 1 / (whole - of_slot + 0.5), 0)`,
        spread: `1 / greatest(${occurrences(cycle)} - 1, 1)`,
      });
      const [weekly, daily] = [seasonal('of_week', Math.max(week, 1)), seasonal('of_day', Math.max(day, 1))];
      const choose = (which: keyof Expectation): string =>
        `multiIf(${week >= 2 ? `slots >= ${2 * week}` : 'false'}, ${weekly[which]}, ${day >= 2 ? `slots >= ${2 * day}` : 'false'}, ${daily[which]}, ${own[which]})`;
      return {
        within: choose('within'),
        without: choose('without'),
        doubt: choose('doubt'),
        spread: choose('spread'),
      };
    }
  }
};

/** What lies this far beyond its expectation is no part of what is usual: it is set to its expectation before totals are taken again. */
const gross = { factor: 5, plus: 10 };

const judgedCells = (request: Request): string => {
  const { within, without, doubt, spread } = expectationOf(request);
  const { atLeast, history, perAccount } = request.parameters;
  const on = onUnits(request).join(', ');
  const calm = `SELECT ${on}, object, slot, seen, accounts, if(x > ${gross.factor} * ${without} + ${gross.plus}, toUInt64(round(${without})), seen) AS calm
    FROM (${withTotals(request, 'seen', cells(request))})`;
  return `SELECT *, toFloat64(seen) AS raw, ${within} AS level, ${without} AS expected, ${doubt} AS doubt, ${spread} AS spread, raw >= ${atLeast} AND raw > expected AND left_out = 0 AS high, high AND of_object - x >= ${history} AS candidate,
    ${request.parts['account'] === undefined ? 'true' : `raw >= accounts * ${perAccount}`} AS narrow
  FROM (${withTotals(request, 'calm', calm)})`;
};

export const reduce = (request: Request): Reduction => {
  const keys = onUnits(request);
  const { atLeast } = request.parameters;
  const cell = '(slot, raw, level, expected, toFloat64(accounts), object, x, doubt, spread)';
  const most = (order: string, which: string): string =>
    `arraySlice(arraySort(one -> (-round(${order}, 6), one.1, one.6), groupArrayIf(${cell}, ${which})), 1, ${carried})`;
  const byEvidence = (which: string) => most('one.2 * log(one.2 / greatest(one.4, 1e-9)) - one.2 + one.4', which);
  const bySize = (which: string) => most('one.2 / greatest(one.4, 1e-9)', which);
  return {
    sql: `SELECT ${keys.join(', ')}, sum(seen) AS n, toUInt64(sum(x)) AS calm_events, uniqExact(object) AS objects, any(slots) AS windows, uniqExactIf(object, of_object >= ${atLeast}) AS objects_judged,
  countIf(high AND NOT candidate) AS newcomers,
  ${exactSumOfScores('x * x / greatest(whole, 1)')} AS squares, ${exactSumOfScores('x * level / greatest(whole, 1)')} AS crossed, ${exactSumOfScores('x * of_object / greatest(whole, 1)')} AS object_squares, ${exactSumOfScores('x * level / greatest(of_object, 1)')} AS profile_squares,
  arrayDistinct(arrayConcat(${byEvidence('candidate AND narrow')}, ${bySize('candidate AND narrow')})) AS candidates, ${byEvidence('candidate AND NOT narrow')} AS broad
FROM (${judgedCells(request)})
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys,
    measures: {},
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { object } = request.parts;
  const name = object === undefined ? "''" : levelOf(object);
  const source = `SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)}`;
  const relation = `(${source})`;
  const statement = `SELECT object_name AS object, fromUnixTimestamp64Milli(toInt64(slot * ${request.parameters.window} - ${shift}), 'UTC') AS from_time, seen, round(expected, 2) AS usual, accounts
FROM (SELECT * FROM (${judgedCells({ ...request, relation })}) WHERE candidate AND narrow) AS cells
INNER JOIN (SELECT DISTINCT cityHash64(${name}) AS object_key, ${name} AS object_name FROM ${relation} AS relation) AS names ON names.object_key = cells.object
ORDER BY raw * log(raw / greatest(expected, 1e-9)) - raw + expected DESC, object, from_time
LIMIT ${limit}`;
  return request.fewRows === true ? computedOnce(statement, { source_rows: source }) : statement;
};

export const slotStart = (slot: number, window: number): number => slot * window - shift;
