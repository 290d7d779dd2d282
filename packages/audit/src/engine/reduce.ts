import type { StoreReader } from '@suanjian/decision-log';
import { addedUp, ordered } from './exact-rows.ts';
import { firstDayName, lastDayName, type ReducedRow, type Reduction } from './method.ts';
import type { CommittedDay, Partials } from './partials.ts';
import type { Asked, PerDay, Question } from './question.ts';

/** So many days in one statement: the rows of more would be too many to hold, however small each day is. */
const daysAtOnce = 32;
/** Nor more records than this, unless one day alone has more: requests and people of a stretch are grouped in memory. */
const recordsAtOnce = 25_000_000;

/** The days in stretches, each for one statement. */
const stretchesOf = (days: readonly CommittedDay[], rowsOf: (day: string) => number): readonly CommittedDay[][] => {
  const stretches: CommittedDay[][] = [];
  let records = 0;
  for (const day of days) {
    const more = rowsOf(day.day);
    const last = stretches.at(-1);
    if (last !== undefined && last.length < daysAtOnce && records + more <= recordsAtOnce) {
      last.push(day);
      records += more;
    } else {
      stretches.push([day]);
      records = more;
    }
  }
  return stretches;
};

export interface Reading {
  readonly session: Pick<StoreReader, 'stream'>;
  readonly partials: Partials | undefined;
  readonly signal?: AbortSignal;
  /** So many threads of the store for a statement; as many as it takes unless told. */
  readonly threads?: number;
}

const asking = ({ signal, threads }: Reading): Parameters<StoreReader['stream']>[1] => ({
  ...(signal === undefined ? {} : { signal }),
  ...(threads === undefined ? {} : { settings: { max_threads: threads } }),
});

/** Where the reduced rows of a question came from. */
export interface Reduced {
  readonly rows: readonly ReducedRow[];
  readonly daysRead: number;
  readonly daysKept: number;
}

type Request = Extract<Asked, { kind: 'request' }>;

/** The reduced rows of a question, in one total order; day by day where that is allowed, so that only new days are read. */
export const reduced = async (question: Question, asked: Request, reading: Reading): Promise<Reduced> => {
  const { method } = question;
  const { keys, measures, sql } = method.reduce(asked.request);
  if (!method.additive) return { rows: ordered(await all(reading, sql), keys), daysRead: 0, daysKept: 0 };
  if (asked.perDay === undefined)
    return { rows: addedUp(await all(reading, sql), { keys, measures }), daysRead: 0, daysKept: 0 };
  return reading.partials === undefined
    ? overDays(question, asked.perDay, { keys, measures }, reading)
    : byDay(question, asked.perDay, { keys, measures }, reading);
};

type Shape = Pick<Reduction, 'keys' | 'measures'>;

const aggregates = { sum: 'sum', least: 'min', most: 'max' } as const;

/** Rows of days that were not asked for. */
const elsewhere = 'rows_elsewhere';

/** The rows of a statement grouped by day, added up over the days where they lie: nobody keeps them apart, and they are many times as many. */
const addedUpInStore = (sql: string, { keys, measures }: Shape, days: readonly CommittedDay[]): string => {
  const named = days.map(({ day }) => `'${day}'`).join(', ');
  const columns = [
    ...keys.map((key) => `of_days.${key} AS ${key}`),
    ...Object.entries(measures).map(([name, kind]) => `${aggregates[kind]}(of_days.${name}) AS ${name}`),
    `countIf(toString(of_days.day) NOT IN (${named})) AS ${elsewhere}`,
  ];
  const grouping =
    keys.length === 0 ? 'HAVING count() > 0' : `GROUP BY ${keys.map((key) => `of_days.${key}`).join(', ')}`;
  return `SELECT ${columns.join(', ')} FROM (${sql}) AS of_days ${grouping}`;
};

/** What `byDay` gives where nothing is kept. */
const overDays = async (
  { method }: Question,
  { days, rowsOf, requestFor }: PerDay,
  shape: Shape,
  reading: Reading,
): Promise<Reduced> => {
  const found: ReducedRow[] = [];
  for (const chunk of stretchesOf(days, rowsOf)) {
    const { sql, daysTogether } = method.reduce({ ...requestFor(chunk.map(({ day }) => day)), daysTogether: true });
    if (daysTogether === true) {
      const asked = new Set(chunk.map(({ day }) => day));
      for (const { [firstDayName]: first, [lastDayName]: last, ...row } of await all(reading, sql)) {
        if (!asked.has(String(first)) || !asked.has(String(last))) throw notAsked(chunk);
        found.push(row);
      }
      continue;
    }
    for (const row of await all(reading, addedUpInStore(sql, shape, chunk))) {
      const { [elsewhere]: strange, ...rest } = row;
      if (Number(strange) > 0) throw notAsked(chunk);
      found.push(rest);
    }
  }
  return { rows: addedUp(found, shape), daysRead: days.length, daysKept: 0 };
};

/** A check whose `day` is not the day of the rows it reads would be kept wrongly for ever. */
const notAsked = (days: readonly CommittedDay[]): TypeError =>
  new TypeError(`reduced rows of days that were not asked for: ${days[0]?.day ?? ''}…`);

const byDay = async ({ method }: Question, perDay: PerDay, shape: Shape, reading: Reading): Promise<Reduced> => {
  const { key, days, rowsOf } = perDay;
  const { partials } = reading;
  const begun = await partials?.readBeginning(key, days);
  const rest = days.slice(begun?.days ?? 0);
  const parts = new Map<string, readonly ReducedRow[]>();
  for (const day of rest) {
    const kept = await partials?.readDay(key, day);
    if (kept !== undefined) parts.set(day.day, kept);
  }
  const missing = rest.filter(({ day }) => !parts.has(day));
  for (const chunk of stretchesOf(missing, rowsOf)) {
    const rows = await readDays(method.reduce(perDay.requestFor(chunk.map(({ day }) => day))).sql, chunk, reading);
    for (const day of chunk) {
      const ofDay = addedUp(rows.get(day.day) ?? [], shape);
      parts.set(day.day, ofDay);
      await partials?.writeDay(key, day, ofDay);
    }
  }
  const everything = addedUp([...(begun?.rows ?? []), ...rest.flatMap(({ day }) => parts.get(day) ?? [])], shape);
  if (rest.length > 0) await partials?.writeBeginning(key, days, everything);
  return { rows: everything, daysRead: missing.length, daysKept: days.length - missing.length };
};

const readDays = async (
  sql: string,
  days: readonly CommittedDay[],
  reading: Reading,
): Promise<ReadonlyMap<string, readonly ReducedRow[]>> => {
  const rows = new Map<string, ReducedRow[]>(days.map(({ day }) => [day, []]));
  for await (const row of reading.session.stream<ReducedRow>(sql, asking(reading))) {
    const day = String(row['day']);
    const ofDay = rows.get(day);
    if (ofDay === undefined) throw notAsked(days);
    const { day: _, ...rest } = row;
    ofDay.push(rest);
  }
  return rows;
};

const all = async (reading: Reading, sql: string): Promise<ReducedRow[]> => {
  const rows: ReducedRow[] = [];
  for await (const row of reading.session.stream<ReducedRow>(sql, asking(reading))) rows.push(row);
  return rows;
};
