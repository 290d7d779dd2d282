import type { RegisterRecordView } from '../record-view.ts';
import { exportColumns } from './columns.ts';

export interface CsvOptions {
  /** Begin with a byte order mark, without which some spreadsheets take UTF-8 for something else. */
  readonly byteOrderMark?: boolean;
  /** `guarded` unless told; `raw` writes every cell as it is. */
  readonly formulas?: 'guarded' | 'raw';
}

/**
 * Names and products come from strangers, and spreadsheets run a cell that begins like a formula. Guarded, such a cell gets an
 * apostrophe in front, as the spreadsheets themselves do it; the register's own `--` for "none" is not one. JSON Lines and Parquet
 * carry every text unaltered.
 */
const guarded = (value: string): string => (/^[=+@\t\r]|^-(?![-\s]*$)/.test(value) ? `'${value}` : value);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** RFC 4180, UTF-8, with a line of column names; an absent value is an empty cell. */
export const toCsv = async function* (
  records: AsyncIterable<RegisterRecordView>,
  { byteOrderMark = false, formulas = 'guarded' }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield `${byteOrderMark ? '\uFEFF' : ''}${exportColumns.map(({ name }) => name).join(',')}\r\n`;
  for await (const record of records) {
    const cells = exportColumns.map(({ value }) => {
      const cell = String(value(record) ?? '');
      return quoted(formulas === 'raw' ? cell : guarded(cell));
    });
    yield `${cells.join(',')}\r\n`;
  }
};
