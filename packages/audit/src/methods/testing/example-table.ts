import type { StoreWriter } from '@suanjian/decision-log';
import { identifier, literal } from '../common/sql.ts';
import type { MethodExample } from '../../engine/method.ts';

type Cell = string | number | boolean | null;

const typeOf = (values: readonly Cell[]): string => {
  const filled = values.filter((value) => value !== null);
  const bare =
    filled.length > 0 && filled.every((value) => typeof value === 'boolean')
      ? 'Bool'
      : filled.length > 0 && filled.every((value) => typeof value === 'number')
        ? filled.every((value) => Number.isInteger(value))
          ? 'Int64'
          : 'Float64'
        : 'String';
  return values.includes(null) ? `Nullable(${bare})` : bare;
};

/** What `JSONEachRow` cannot say as a number it reads from these words. */
const written = (value: Cell): unknown =>
  typeof value === 'number' && !Number.isFinite(value)
    ? Number.isNaN(value)
      ? 'nan'
      : value > 0
        ? 'inf'
        : '-inf'
    : value;

/**
 * Loads an example's columns into a table of the database, replacing it, and returns its full name. Rows are put in the order of a hash of their
 * number, so that a method that leans on the order of a table is found out.
 */
export const loadExample = async (
  writer: Pick<StoreWriter, 'command' | 'insert'>,
  database: string,
  name: string,
  table: MethodExample['table'],
): Promise<string> => {
  const columns = Object.entries(table);
  const full = `${identifier(database)}.${identifier(name)}`;
  const described = columns.map(([column, values]) => `${identifier(column)} ${typeOf(values)}`).join(', ');
  await writer.command(`DROP TABLE IF EXISTS ${full} SYNC`);
  await writer.command(
    `CREATE TABLE ${full} (row_no UInt32${described === '' ? '' : `, ${described}`}) ENGINE = MergeTree ORDER BY cityHash64(row_no, ${literal(name)})`,
  );
  const count = Math.max(0, ...columns.map(([, values]) => values.length));
  for (const [column, values] of columns)
    if (values.length !== count) throw new RangeError(`column ${column} has ${values.length} values, not ${count}`);
  const lines = Array.from({ length: count }, (_, row) =>
    JSON.stringify({
      row_no: row,
      ...Object.fromEntries(columns.map(([column, values]) => [column, written(values[row] ?? null)])),
    }),
  );
  if (count > 0) await writer.insert(`${database}.${name}`, `${lines.join('\n')}\n`, { format: 'JSONEachRow' });
  return full;
};
