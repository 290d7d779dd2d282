import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement, type Writer } from 'hyparquet-writer';
import type { RegisterRecordView } from '../record-view.ts';
import { exportColumns, type ColumnType, type ExportColumn } from './columns.ts';

export interface ParquetOptions {
  /** Records held in memory and written together, 5,000 unless told. */
  readonly rowGroup?: number;
}

const elementOf = ({ name, type }: ExportColumn): SchemaElement => {
  const kinds: Record<ColumnType, SchemaElement> = {
    text: {
      name,
      type: 'BYTE_ARRAY',
      converted_type: 'UTF8',
      logical_type: { type: 'STRING' },
      repetition_type: 'OPTIONAL',
    },
    flag: { name, type: 'BOOLEAN', repetition_type: 'REQUIRED' },
    count: { name, type: 'INT32', repetition_type: 'REQUIRED' },
  };
  return kinds[type];
};

const schema: SchemaElement[] = [
  { name: 'register', num_children: exportColumns.length },
  ...exportColumns.map(elementOf),
];

/** A writer that hands over what it has written, while the offsets go on counting from the file's beginning. */
const draining = (): { readonly writer: Writer; readonly drain: () => Uint8Array } => {
  const writer = new ByteWriter();
  const drain = (): Uint8Array => {
    const bytes = new Uint8Array(writer.getBuffer());
    writer.index = 0;
    return bytes;
  };
  return { writer, drain };
};

const columnsOf = (records: readonly RegisterRecordView[]): ColumnSource[] =>
  exportColumns.map(({ name, value }) => ({ name, data: records.map((record) => value(record) ?? null) }));

/** A Parquet file in pieces, with the columns of the CSV; absent values are null. */
export const toParquet = async function* (
  records: AsyncIterable<RegisterRecordView>,
  { rowGroup = 5000 }: ParquetOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const { writer, drain } = draining();
  const file = new ParquetWriter({ writer, schema, createdBy: 'suanjian' });
  let group: RegisterRecordView[] = [];
  for await (const record of records) {
    group.push(record);
    if (group.length < rowGroup) continue;
    await file.write({ columnData: columnsOf(group), rowGroupSize: rowGroup });
    group = [];
    yield drain();
  }
  if (group.length > 0) await file.write({ columnData: columnsOf(group), rowGroupSize: rowGroup });
  await file.finish();
  yield drain();
};
