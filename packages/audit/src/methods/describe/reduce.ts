import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { isUnusableNumber } from '../common/sql.ts';
import { exactSumOfScores } from '../common/sums.ts';
import { asked } from './asked.ts';
import { PartColumn, partColumns, readRows, sumWhere, unitNames } from './columns.ts';
import type { DescribeParameters } from './parameters.ts';
import type { Statistic, StatisticKind } from './statistic.ts';

/** The row that counts rows and unusable numbers of each part. */
export const rowsItem = -1;

/** Levels of one part beyond this are not tabled. */
export const mostTabled = 10_000;

/** Statistics that any value will do for, however large. */
const countsOnly: ReadonlySet<StatisticKind> = new Set([
  'count',
  'count of',
  'missing',
  'distinct',
  'counts',
  'shares',
]);

type Request = MethodRequest<DescribeParameters>;

const column = (request: Request, { of }: Statistic, place: number): PartColumn =>
  new PartColumn(request, of[place] ?? '');

/** What one pass over the rows gives of a statistic, as text; `undefined` for those that need a query of their own. */
const figuresOf = (statistic: Statistic, request: Request): readonly string[] | undefined => {
  const x = column(request, statistic, 0);
  const y = column(request, statistic, 1);
  const both = `${x.isThere} AND ${y.isThere}`;
  const number = `toFloat64(${x.number})`;
  switch (statistic.kind) {
    case 'count':
      return ['toString(count())'];
    case 'count of':
      return [`toString(countIf(${x.isThere}))`];
    case 'missing':
      return [`toString(countIf(NOT (${x.isThere})))`];
    case 'distinct':
      return [`toString(uniqExactIf(${x.level}, ${x.isThere}))`];
    case 'sum':
    case 'mean':
    case 'share':
    case 'variance':
    case 'sd':
      return [sumWhere([], x.isThere), sumWhere([x], x.isThere), sumWhere([x, x], x.isThere)];
    case 'min':
      return [`ifNull(toString(minOrNullIf(${number}, ${x.isThere})), '')`];
    case 'max':
      return [`ifNull(toString(maxOrNullIf(${number}, ${x.isThere})), '')`];
    case 'median':
    case 'quantile':
      return [
        `ifNull(toString(quantileExactInclusiveOrNullIf(${statistic.number ?? 0.5})(assumeNotNull(${number}), ${x.isThere})), '')`,
      ];
    case 'ratio':
      return [sumWhere([x], both), sumWhere([y], both)];
    case 'weighted-mean':
      return [sumWhere([x, y], both), sumWhere([y], both)];
    case 'pearson':
      return [[], [x], [y], [x, x], [x, y], [y, y]].map((columns) => sumWhere(columns, both));
    case 'spearman':
    case 'quantile-shares':
    case 'counts':
    case 'shares':
    case 'gini':
    case 'hhi':
    case 'entropy':
    case 'top-share':
      return undefined;
  }
};

const partition = (units: readonly string[]): string => (units.length === 0 ? '' : `PARTITION BY ${units.join(', ')}`);
const groupBy = (columns: readonly string[]): string => (columns.length === 0 ? '' : ` GROUP BY ${columns.join(', ')}`);

/** Twice the mid-rank less one, a whole number, so that ties cost nothing: rank of the first equal and how many are equal. */
const doubledRank = (units: readonly string[], name: string): string =>
  `toInt64(2 * rank() OVER (${partition(units)} ORDER BY ${name}) + count() OVER (PARTITION BY ${[...units, name].join(', ')}) - 1)`;

/** A query that gives columns `units…, level, figures` for a statistic that needs more than one pass. */
const queryOf = (statistic: Statistic, request: Request): string => {
  const units = unitNames(request);
  const list = units.map((name) => `${name}, `).join('');
  const x = column(request, statistic, 0);
  const y = column(request, statistic, 1);
  const rows = readRows(request);
  const both = `${x.isThere} AND ${y.isThere}`;
  const product = (left: string, right: string): string => `toString(sum(toInt256(${left}) * toInt256(${right})))`;
  switch (statistic.kind) {
    case 'spearman':
      return `SELECT ${list}'' AS level, [toString(count()), toString(sum(toInt256(p))), toString(sum(toInt256(q))), ${product('p', 'p')}, ${product('p', 'q')}, ${product('q', 'q')}] AS figures
FROM (SELECT ${list}${doubledRank(units, 'x')} AS p, ${doubledRank(units, 'y')} AS q
  FROM (SELECT ${list}assumeNotNull(${x.number}) AS x, assumeNotNull(${y.number}) AS y FROM (${rows}) WHERE ${both}))${groupBy(units)}`;
    case 'quantile-shares': {
      const bins = statistic.number ?? 5;
      const edges = Array.from({ length: bins - 1 }, (_, edge) => (edge + 1) / bins).join(', ');
      return `SELECT ${list}toString(bin) AS level, [toString(sum(toInt256(weight)))] AS figures
FROM (
  SELECT ${list}weight, arrayCount(edge -> edge < place, quantilesExactInclusive(${edges})(place) OVER (${partition(units)})) AS bin
  FROM (SELECT ${list}${x.fixed} AS weight, toFloat64(assumeNotNull(${y.number})) AS place FROM (${rows}) WHERE ${both})
)${groupBy([...units, 'bin'])}`;
    }
    case 'counts':
    case 'shares':
      return `SELECT ${list}level, [toString(times)] AS figures
FROM (SELECT ${list}${x.level} AS level, count() AS times FROM (${rows}) WHERE ${x.isThere} GROUP BY ${list}level)
ORDER BY ${list}times DESC, level LIMIT ${mostTabled}${units.length === 0 ? '' : ` BY ${units.join(', ')}`}`;
    case 'gini':
    case 'hhi':
    case 'entropy':
    case 'top-share':
      return unevennessOf(statistic, { list, units, rows, x });
    case 'count':
    case 'count of':
    case 'missing':
    case 'distinct':
    case 'sum':
    case 'mean':
    case 'share':
    case 'variance':
    case 'sd':
    case 'min':
    case 'max':
    case 'median':
    case 'quantile':
    case 'ratio':
    case 'weighted-mean':
    case 'pearson':
      throw new TypeError(`${statistic.kind} needs no query of its own`);
  }
};

/** Sums over values in rising order: the part's own numbers, or the counts of its levels. */
const unevennessOf = (
  { number }: Statistic,
  {
    list,
    units,
    rows,
    x,
  }: { readonly list: string; readonly units: readonly string[]; readonly rows: string; readonly x: PartColumn },
): string => {
  const values = x.numeric
    ? `SELECT ${list}${x.fixed} AS value FROM (${rows}) WHERE ${x.isThere}`
    : `SELECT ${list}toInt128(count()) AS value FROM (${rows}) WHERE ${x.isThere} GROUP BY ${list}${x.level}`;
  const top = number === undefined ? '0' : number < 1 ? `ceil(entities * ${number} - 1e-9)` : String(number);
  const real = `(toFloat64(value) / exp2(${x.numeric ? x.bits : 0n}))`;
  return `SELECT ${list}'' AS level, [toString(count()), toString(min(value)), toString(sum(toInt256(value))), toString(sum(toInt256(place) * toInt256(value))),
  toString(sum(toInt256(value) * toInt256(value))), toString(${exactSumOfScores(`if(value > 0, ${real} * log(${real}), 0)`)}), toString(sumIf(toInt256(value), place > entities - ${top}))] AS figures
FROM (SELECT ${list}value, row_number() OVER (${partition(units)} ORDER BY value) AS place, count() OVER (${partition(units)}) AS entities FROM (${values}))${groupBy(units)}`;
};

/** Figures of each statistic as rows of text: one pass for all that one pass can give, and a query for each of the others. */
export const reduceDescription = (request: Request): Reduction => {
  const units = unitNames(request);
  const list = units.map((name) => `${name}, `).join('');
  const { statistics } = asked(request);
  const rows = readRows(request);
  const simple = statistics.flatMap((statistic, item) => {
    const figures = figuresOf(statistic, request);
    return figures === undefined ? [] : [`(toInt32(${item}), [${figures.join(', ')}])`];
  });
  const summed = new Set(statistics.filter(({ kind }) => !countsOnly.has(kind)).flatMap(({ of }) => of));
  const unusable = partColumns(request).map(({ name, numeric, number }) =>
    numeric && summed.has(name) ? `toString(countIf(${isUnusableNumber(number)}))` : "'0'",
  );
  const all = [`(toInt32(${rowsItem}), [${['toString(count())', ...unusable].join(', ')}])`, ...simple];
  const parts = [
    `SELECT ${list}entry.1 AS item, '' AS level, entry.2 AS figures FROM (SELECT ${list}arrayJoin([${all.join(',\n  ')}]) AS entry FROM (${rows})${groupBy(units)})`,
    ...statistics.flatMap((statistic, item) =>
      figuresOf(statistic, request) === undefined
        ? [`SELECT ${list}toInt32(${item}) AS item, level, figures FROM (${queryOf(statistic, request)})`]
        : [],
    ),
  ];
  return {
    sql: `SELECT ${list}item, level, figures FROM (${parts.join('\nUNION ALL\n')})`,
    keys: [...units, 'item', 'level'],
    measures: {},
  };
};
