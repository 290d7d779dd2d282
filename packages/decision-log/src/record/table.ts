import type { Family, Field, FieldKind } from '../families/field.ts';
import type { ColumnDescription, TableDescription } from '../store/schema.ts';
import { logDatabase } from '../store/store.ts';

/** What stands in every table beside the family's own fields: the civil day (Asia/Shanghai), and where in the evidence the row is. */
const placeColumns: readonly ColumnDescription[] = [
  { name: 'day', type: 'Date' },
  { name: 'batch_id', type: 'LowCardinality(String)' },
  { name: 'row_no', type: 'UInt32', codec: 'Delta, ZSTD(1)' },
];

/** The table of a family: what is absent is '' for text, an empty list, or NULL for numbers and flags. */
export const tableOf = (family: Family): TableDescription => ({
  database: logDatabase,
  name: family.name,
  columns: [...family.fields.map(columnOf), ...placeColumns],
  orderBy: ['provider', ...family.order],
  partitionBy: 'day',
  shardBy: `cityHash64(${family.shardBy})`,
  indexes:
    family.fields.some(({ name }) => name === 'request') && !family.order.slice(0, 1).includes('request')
      ? [{ name: 'by_request', expression: 'request', type: 'bloom_filter(0.01)', granularity: 1 }]
      : [],
});

function columnOf({ name, required, type }: Field): ColumnDescription {
  const codec = codecOf(type);
  return { name, type: columnType(type, required), ...(codec === undefined ? {} : { codec }) };
}

const INT32 = 2 ** 31;

function columnType(type: FieldKind, required: boolean): string {
  const orNull = (plain: string): string => (required ? plain : `Nullable(${plain})`);
  switch (type.kind) {
    case 'instant':
      return "DateTime64(3, 'UTC')";
    case 'identifier':
    case 'pseudonym':
    case 'sentence':
      return 'String';
    case 'token':
    case 'choice':
      return 'LowCardinality(String)';
    case 'tokens':
      return 'Array(LowCardinality(String))';
    case 'integer':
      return orNull(integerType(type));
    case 'integers':
      return `Array(${integerType(type)})`;
    case 'number':
      return orNull('Float64');
    case 'numbers':
      return 'Array(Float64)';
    case 'flag':
      return orNull('Bool');
  }
}

const integerType = ({ least, most }: { readonly least: number; readonly most: number }): string =>
  least >= -INT32 && most < INT32 ? 'Int32' : 'Int64';

const codecOf = ({ kind }: FieldKind): string | undefined => (kind === 'instant' ? 'Delta, ZSTD(1)' : undefined);
