import type { LogStore } from '@suanjian/decision-log';
import type { Random } from '@suanjian/audit/testing';

export type Cell = string | number | boolean;
export type Row = Readonly<Record<string, Cell>>;

/** Tables that are written to the store at once. */
const together = 50;

const typeOf = (value: Cell): string =>
  typeof value === 'boolean' ? 'Bool' : typeof value === 'string' ? 'String' : 'Float64';

/** A column is whole when every value of the first tables is. */
const typesOf = (rows: readonly Row[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' && rows.every((row) => Number.isInteger(row[name])) ? 'Int64' : typeOf(value),
    ]),
  );

/** Many tables of one design beside each other in one table of the store, parted by the column `unit`. Its full name comes back. */
export const loadTables = async (
  { writer }: Pick<LogStore, 'writer'>,
  name: string,
  { rows: rowsOf, count, random }: { readonly rows: (random: Random) => readonly Row[]; count: number; random: Random },
): Promise<string> => {
  const full = `log.${name}`;
  let names: readonly string[] = [];
  for (let first = 0; first < count; first += together) {
    const rows = Array.from({ length: Math.min(together, count - first) }, (_, index) =>
      rowsOf(random).map((row): Row => ({ unit: `t${first + index}`, ...row })),
    ).flat();
    if (first === 0) {
      const types = typesOf(rows);
      names = Object.keys(types);
      await writer.command(`DROP TABLE IF EXISTS ${full} SYNC`);
      const columns = names.map((column) => `${column} ${types[column]}`).join(', ');
      await writer.command(`CREATE TABLE ${full} (${columns}) ENGINE = MergeTree ORDER BY tuple()`);
    }
    const lines = rows.map((row) => names.map((column) => String(row[column])).join('\t'));
    await writer.insert(full, `${lines.join('\n')}\n`, { format: 'TabSeparated', columns: names });
  }
  return full;
};
