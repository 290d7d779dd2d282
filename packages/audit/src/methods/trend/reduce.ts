import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { classifiedRows, type LeftOutRule, type ReductionPlan, unitColumns } from '../common/reduction.ts';
import { isInteger, levelOf, numberOf } from '../common/sql.ts';
import { bitsOf, exactSum, exactSumOfProducts, exactSumOfScores, fixedOf } from '../common/sums.ts';
import { missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import { dayLength, millisecondsOf } from '../common/time.ts';
import { ofUnit } from '../common/unit-filter.ts';
import { rarefiedEntropy } from './entropy.ts';
import type { TrendParameters } from './parameters.ts';

type Request = MethodRequest<TrendParameters>;

export const rules = (request: Request): readonly LeftOutRule[] => [
  missingLevel('raw_user', 'user'),
  missingNumber('raw_time', 'time'),
  ...(request.parameters.measure === 'slope'
    ? [missingNumber('raw_value', 'value'), unusableNumber('raw_value', 'value')]
    : [missingLevel('raw_key', 'key')]),
];

const plan = (request: Request): ReductionPlan => {
  const { user, time, value, key } = request.parts;
  const { measure, period } = request.parameters;
  // Midnight in Shanghai, and Monday for whole weeks: 1 January 1970 was a Thursday.
  const shift = 8 * 3_600_000 + (period % (7 * dayLength) === 0 ? 3 * dayLength : 0);
  const slope = measure === 'slope' && value !== undefined;
  return {
    raw: [
      { name: 'raw_user', sql: user === undefined ? "''" : levelOf(user) },
      { name: 'raw_time', sql: time === undefined ? 'NULL' : millisecondsOf(time) },
      slope
        ? { name: 'raw_value', sql: numberOf(value) }
        : { name: 'raw_key', sql: key === undefined ? "''" : levelOf(key) },
    ],
    rules: rules(request),
    keys: [
      { name: 'user_key', sql: 'cityHash64(raw_user)', whenLeftOut: '0' },
      {
        name: 'period',
        sql: `intDiv(assumeNotNull(raw_time) + ${shift}, ${period}) - (assumeNotNull(raw_time) + ${shift} < 0)`,
        whenLeftOut: '0',
      },
    ],
    values: [
      slope
        ? { name: 'amount', sql: fixedOf('assumeNotNull(raw_value)', isInteger(value)), whenLeftOut: '0' }
        : { name: 'key_hash', sql: 'cityHash64(raw_key)', whenLeftOut: '0' },
    ],
    measures: [],
  };
};

const onUnits = (request: Request): readonly string[] => [...unitColumns(request).map(({ name }) => name), 'left_out'];

/** One number `y` per person and period; `usable` is 0 where the period holds too little. */
const points = (request: Request): string => {
  const on = onUnits(request).join(', ');
  const rows = classifiedRows(request, plan(request));
  const { measure, sample } = request.parameters;
  const { value } = request.parts;
  if (measure === 'slope' && value !== undefined) {
    const mean = `toFloat64(sum(toInt256(amount))) / count()`;
    const bits = bitsOf(isInteger(value));
    return `SELECT ${on}, user_key, period, count() AS period_rows, 1 AS usable, ${bits === 0n ? mean : `${mean} / exp2(${bits})`} AS y
  FROM (${rows}) GROUP BY ${on}, user_key, period`;
  }
  return `SELECT ${on}, user_key, period, sum(times) AS period_rows, period_rows >= ${sample} AS usable,
    if(usable, ${rarefiedEntropy('arraySort(groupArray(times))', 'period_rows', sample)}, 0) AS y
  FROM (SELECT ${on}, user_key, period, key_hash, count() AS times FROM (${rows}) GROUP BY ${on}, user_key, period, key_hash)
  GROUP BY ${on}, user_key, period`;
};

const slopeOf = (fit: TrendParameters['fit']): string =>
  fit === 'least-squares'
    ? `arraySum((own_x, own_y) -> (own_x - arraySum(xs) / length(xs)) * (own_y - arraySum(ys) / length(ys)), xs, ys) / arraySum(own_x -> pow(own_x - arraySum(xs) / length(xs), 2), xs)`
    : `arrayReduce('quantileExactInclusive(0.5)', arrayFlatten(arrayMap(late -> arrayMap(early -> (ys[late] - ys[early]) / (xs[late] - xs[early]), range(1, late)), arrayEnumerate(xs))))`;

const people = (request: Request): string => {
  const on = onUnits(request).join(', ');
  const { fit, periods } = request.parameters;
  return `SELECT ${on}, user_key, sum(period_rows) AS person_rows, arraySort(groupArrayIf((period, y), usable AND left_out = 0)) AS dots,
    arrayMap(dot -> toFloat64(dot.1), dots) AS xs, arrayMap(dot -> dot.2, dots) AS ys,
    countIf(NOT usable AND left_out = 0) AS thin, length(dots) >= ${periods} AS counts,
    if(counts, ${slopeOf(fit)}, 0) AS slope
  FROM (${points(request)})
  GROUP BY ${on}, user_key`;
};

export const reduce = (request: Request): Reduction => {
  const keys = onUnits(request);
  return {
    sql: `SELECT ${keys.join(', ')}, sum(person_rows) AS n, countIf(counts) AS users, countIf(NOT counts AND left_out = 0) AS users_few, sum(thin) AS thin_periods,
  sumIf(length(dots), counts) AS dots_used,
  ${exactSum(fixedOf('slope', false))} AS slopes, ${exactSumOfProducts(fixedOf('slope', false), fixedOf('slope', false))} AS squares,
  ${exactSumOfScores('if(counts, ys[1], 0)')} AS first_levels, ${exactSumOfScores('if(counts, ys[-1], 0)')} AS last_levels,
  countIf(counts AND slope < 0) AS falling, countIf(counts AND slope > 0) AS rising
FROM (${people(request)})
GROUP BY ${keys.join(', ')}
ORDER BY ${keys.join(', ')}`,
    keys,
    measures: {},
  };
};

export const worst = (request: Request, by: Readonly<Record<string, string>>, limit: number): string => {
  const { user } = request.parts;
  const own = { ...request, relation: `(SELECT * FROM ${request.relation} AS source WHERE ${ofUnit(request, by)})` };
  const steepest = request.parameters.measure === 'entropy' ? 'slope' : 'abs(slope) DESC';
  return `SELECT person, slope, arrayMap(level -> round(level, 4), ys) AS levels
FROM (${people(own)}) AS people
INNER JOIN (SELECT DISTINCT cityHash64(${user === undefined ? "''" : levelOf(user)}) AS user_key, ${user === undefined ? "''" : levelOf(user)} AS person FROM ${own.relation} AS relation) AS names USING (user_key)
WHERE counts
ORDER BY ${steepest}, person
LIMIT ${limit}`;
};
