import type { StoreReader } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import type { Expression, Method, MethodRequest } from '../engine/method.ts';
import { millisecondsOf } from '../methods/common/time.ts';
import type { TableProblem } from './look.ts';
import { filesOf, type Mapping } from './mapping.ts';

/** What is older than 2000 or of 2100 and later is a clock that was never set, or a unit that was mistaken. */
const earliest = Date.UTC(2000, 0, 1);
const latest = Date.UTC(2100, 0, 1);

/** A range of a part: the least and the most that a row may mean. */
export interface Interval {
  readonly part: string;
  readonly low: Expression;
  readonly high: Expression;
}

export interface ClockQuestion {
  /** The data files as the mapping names them. */
  readonly files: string;
  readonly times: readonly { readonly part: string; readonly time: Expression; readonly written: string }[];
  readonly intervals: readonly Interval[];
  /** Time since something happened, which no row can precede. */
  readonly lapses: readonly { readonly part: string; readonly lapse: Expression }[];
}

/** The moments, ranges and lapses of a method's question. */
export const clockQuestion = (
  method: Method,
  { parts }: MethodRequest<unknown>,
  intervals: readonly Interval[],
  mapping: Mapping,
): ClockQuestion => ({
  files: filesOf(mapping),
  times: method.parts.flatMap(({ name, kind }) => {
    const time = kind === 'time' ? parts[name] : undefined;
    const written = mapping.parts[name];
    return time === undefined ? [] : [{ part: name, time, written: typeof written === 'string' ? written : name }];
  }),
  intervals,
  lapses: Object.entries(parts).flatMap(([part, lapse]) =>
    method.id === 'invariant' && part === 'elapsed' ? [{ part, lapse }] : [],
  ),
});

const isNumber = /^(?:Nullable\()?(?:U?Int|Float|Decimal)/u;

const outOfRange = ({ part, time, written }: ClockQuestion['times'][number], files: string) => ({
  condition: `ifNull(${millisecondsOf(time)} < ${earliest} OR ${millisecondsOf(time)} >= ${latest}, 0)`,
  shown: `toString(${time.sql})`,
  problem: (rows: string, example: string): TableProblem => ({
    key: `parts.${part}`,
    reason: isNumber.test(time.type)
      ? text(
          `${files} 有 ${rows} 行的 ${part} 不在 2000 年至 2099 年之间，例如 ${example}。数字按自 1970 年起的毫秒理解：以秒计时请写 ${written} * 1000；时钟有误的行请用 where 排除。`,
          `${rows} rows of ${files} have a ${part} outside the years 2000 to 2099, such as ${example}. Numbers are read as milliseconds since 1970: for seconds write ${written} * 1000; leave out rows of a wrong clock with \`where\`.`,
        )
      : text(
          `${files} 有 ${rows} 行的 ${part} 不在 2000 年至 2099 年之间，例如 ${example}。这些行的时钟有误：请更正，或用 where 排除。`,
          `${rows} rows of ${files} have a ${part} outside the years 2000 to 2099, such as ${example}. The clock of these rows was wrong: mend them, or leave them out with \`where\`.`,
        ),
  }),
});

const backwards = ({ part, low, high }: Interval, files: string) => ({
  condition: `ifNull(${low.sql} > ${high.sql}, 0)`,
  shown: `concat(toString(${low.sql}), ' … ', toString(${high.sql}))`,
  problem: (rows: string, example: string): TableProblem => ({
    key: `parts.${part}`,
    reason: text(
      `${files} 有 ${rows} 行的 ${part} 结束早于开始（low 大于 high），例如 ${example}。请检查 low 和 high 是否写反，或用 where 排除这些行。`,
      `${rows} rows of ${files} have a ${part} that ends before it begins (low above high), such as ${example}. Check whether low and high are the wrong way round, or leave these rows out with \`where\`.`,
    ),
  }),
});

const before = ({ part, lapse }: ClockQuestion['lapses'][number], files: string) => ({
  condition: `ifNull(${lapse.sql} < 0, 0)`,
  shown: `toString(${lapse.sql})`,
  problem: (rows: string, example: string): TableProblem => ({
    key: `parts.${part}`,
    reason: text(
      `${files} 有 ${rows} 行的 ${part} 是负数，例如 ${example}：事情发生在规则生效之前，或两处时钟不一致。请更正，或用 where 排除这些行。`,
      `${rows} rows of ${files} have a negative ${part}, such as ${example}: they happened before the rule took hold, or two clocks disagree. Mend them, or leave these rows out with \`where\`.`,
    ),
  }),
});

/** Clocks that were never set, that run backwards, or whose unit was mistaken: nothing that rests on them would mean anything. */
export const clockProblems = async (
  session: Pick<StoreReader, 'query'>,
  relation: string,
  { files, times, intervals, lapses }: ClockQuestion,
): Promise<readonly TableProblem[]> => {
  const looks = [
    ...times.map((time) => outOfRange(time, files)),
    ...intervals.map((interval) => backwards(interval, files)),
    ...lapses.map((lapse) => before(lapse, files)),
  ];
  if (looks.length === 0) return [];
  const columns = looks.map(
    ({ condition, shown }, index) =>
      `toString(countIf(${condition})) AS rows_${index}, ifNull(minIf(${shown}, ${condition}), '') AS example_${index}`,
  );
  const [found = {}] = await session.query<Readonly<Record<string, string>>>(
    `SELECT ${columns.join(', ')} FROM ${relation} AS relation`,
  );
  return looks.flatMap(({ problem }, index) => {
    const rows = found[`rows_${index}`] ?? '0';
    return rows === '0' ? [] : [problem(rows, found[`example_${index}`] ?? '')];
  });
};
