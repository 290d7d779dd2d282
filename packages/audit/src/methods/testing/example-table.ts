import { ensureTable, logDatabase, type LogStore } from '@suanjian/decision-log';
import type { MethodExample } from '../../engine/method.ts';

type Cell = string | number | boolean | null;

const typeOf = (values: readonly Cell[]): string => {
  const filled = values.filter((value) => value !== null);
  const all = (is: (value: Cell) => boolean): boolean => filled.length > 0 && filled.every(is);
  const bare = all((value) => typeof value === 'boolean')
    ? 'Bool'
    : all((value) => typeof value === 'number')
      ? all(Number.isInteger)
        ? 'Int64'
        : 'Float64'
      : 'String';
  return values.includes(null) ? `Nullable(${bare})` : bare;
};

/** JSON has no word for what is not finite; `JSONEachRow` reads these. */
const written = (value: Cell): unknown => {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
};

/**
 * Loads an example's columns into a table of the log's database and returns its full name. Rows stand in the order of a hash of their number, and on
 * a cluster lie on any shard, so that a method that leans on either is found out.
 */
export const loadExample = async (store: LogStore, name: string, table: MethodExample['table']): Promise<string> => {
  const columns = Object.entries(table);
  await ensureTable(store, {
    database: logDatabase,
    name,
    columns: [
      { name: 'row_no', type: 'UInt32' },
      ...columns.map(([column, values]) => ({ name: column, type: typeOf(values) })),
    ],
    orderBy: ['intHash64(row_no)'],
    shardBy: 'intHash64(row_no)',
  });
  const count = Math.max(0, ...columns.map(([, values]) => values.length));
  for (const [column, values] of columns)
    if (values.length !== count) throw new RangeError(`column ${column} has ${values.length} values, not ${count}`);
  const lines = Array.from({ length: count }, (_, row) =>
    JSON.stringify({
      row_no: row,
      ...Object.fromEntries(columns.map(([column, values]) => [column, written(values[row] ?? null)])),
    }),
  );
  const full = `${logDatabase}.${name}`;
  if (count > 0) await store.writer.insert(full, `${lines.join('\n')}\n`, { format: 'JSONEachRow' });
  return full;
};
