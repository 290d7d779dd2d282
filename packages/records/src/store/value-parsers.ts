import pg from 'pg';

const builtin = (oid: number): ((value: string) => unknown) => pg.types.getTypeParser(oid, 'text');
const timestampWithZone = builtin(1184);

const instant = (value: string): string => {
  const date = timestampWithZone(value);
  // `infinity` stays as it is written.
  return date instanceof Date ? date.toISOString() : value;
};

const integer = (value: string): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large to be read as a number`);
  return number;
};

// What pg really exports; its published types say a function.
const arrays = pg.types.arrayParser as unknown as {
  create(source: string, item: (value: string) => unknown): { parse(): unknown };
};

const listOf =
  (item: (value: string) => unknown) =>
  (value: string): unknown =>
    arrays.create(value, item).parse();

/**
 * How values come out of the database, the same for both engines: instants as ISO strings in UTC, civil dates as `YYYY-MM-DD`, bigint as a number
 * (a RangeError beyond 2^53), numeric as a string, JSON parsed.
 */
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  20: integer,
  1016: listOf(integer),
  1082: (value) => value,
  1182: listOf((value) => value),
  1114: (value) => value,
  1115: listOf((value) => value),
  1184: instant,
  1185: listOf(instant),
};

export const valueParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers[oid]) ??
    pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};
