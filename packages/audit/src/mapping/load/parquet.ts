import { text } from '@suanjian/rulebook';
import { asyncBufferFromFile, parquetMetadataAsync, type SchemaElement } from 'hyparquet';
import type { LoadedColumn } from './column.ts';
import { FileFault } from './records.ts';

const digits: Readonly<Record<string, number>> = { MILLIS: 3, MICROS: 6, NANOS: 9 };

const instantOf = (element: SchemaElement): string | undefined => {
  const logical = element.logical_type;
  if (logical?.type === 'TIMESTAMP') return `DateTime64(${digits[logical.unit] ?? 6}, 'UTC')`;
  if (element.converted_type === 'TIMESTAMP_MILLIS') return "DateTime64(3, 'UTC')";
  if (element.converted_type === 'TIMESTAMP_MICROS') return "DateTime64(6, 'UTC')";
  return element.type === 'INT96' ? "DateTime64(9, 'UTC')" : undefined;
};

const decimalOf = (element: SchemaElement): string | undefined =>
  element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL'
    ? `Decimal(${element.precision ?? 38}, ${element.scale ?? 0})`
    : undefined;

const plain: Readonly<Record<string, string>> = {
  BOOLEAN: 'Bool',
  INT32: 'Int32',
  INT64: 'Int64',
  FLOAT: 'Float32',
  DOUBLE: 'Float64',
  BYTE_ARRAY: 'String',
  FIXED_LEN_BYTE_ARRAY: 'String',
};

const typeOf = (element: SchemaElement): string | undefined => {
  if (element.converted_type === 'DATE' || element.logical_type?.type === 'DATE') return 'Date32';
  if (element.converted_type === 'UINT_64') return 'UInt64';
  if (element.converted_type === 'UINT_32') return 'UInt32';
  return instantOf(element) ?? decimalOf(element) ?? plain[element.type ?? ''];
};

export interface ParquetShape {
  readonly columns: readonly LoadedColumn[];
  /** Nested columns, which a table of one value per cell cannot hold. */
  readonly leftOut: readonly string[];
  readonly rows: number;
}

/** The columns of a Parquet file from its footer. @throws {FileFault} when the file is cut off or no Parquet */
export const parquetShape = async (path: string): Promise<ParquetShape> => {
  let metadata;
  try {
    metadata = await parquetMetadataAsync(await asyncBufferFromFile(path));
  } catch (error) {
    throw new FileFault(
      text(
        '不是完整的 Parquet 文件（可能被截断）。请重新取得文件。',
        'It is no complete Parquet file (it may be cut off). Get the file anew.',
      ),
      error,
    );
  }
  const [root, ...rest] = metadata.schema;
  const columns: LoadedColumn[] = [];
  const leftOut: string[] = [];
  let at = 0;
  // Counts are the file's own word: neither their depth nor a number of children that are not there may hold anybody up.
  const skip = (): void => {
    for (let open = 1; open > 0 && at < rest.length; at++) open += Math.max(rest[at]?.num_children ?? 0, 0) - 1;
  };
  for (let child = 0; child < (root?.num_children ?? 0); child++) {
    const element = rest[at];
    if (element === undefined) break;
    const type =
      (element.num_children ?? 0) > 0 || element.repetition_type === 'REPEATED' ? undefined : typeOf(element);
    if (type === undefined) leftOut.push(element.name);
    else columns.push({ name: element.name, type: `Nullable(${type})` });
    skip();
  }
  return { columns, leftOut, rows: Number(metadata.num_rows) };
};
