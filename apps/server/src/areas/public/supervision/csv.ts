/** As in the register's own files: a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
const guarded = (value: string): string => (/^[=+@\t\r]|^-(?![-\s]*$)/.test(value) ? `'${value}` : value);
const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export interface CsvColumn<Row> {
  readonly name: string;
  readonly value: (row: Row) => string | number | undefined;
}

/** RFC 4180, UTF-8 with a byte order mark, a line of column names first; an absent value is an empty cell. */
export const csvOf = async function* <Row>(
  columns: readonly CsvColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string, void, undefined> {
  yield `\uFEFF${columns.map(({ name }) => name).join(',')}\r\n`;
  for await (const row of rows)
    yield `${columns.map(({ value }) => quoted(guarded(String(value(row) ?? '')))).join(',')}\r\n`;
};

export const jsonLinesOf = async function* <Row>(
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string, void, undefined> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
};
