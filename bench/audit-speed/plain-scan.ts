import { familyNames, logDatabase, type FamilyName, type LogStore } from '@suanjian/decision-log';

const column = /\bCOLUMN id: \d+,.*? column_name: (\w+),.*? source_id: (\d+)/u;
const table = /\bTABLE id: (\d+),.*? table_name: (\S+?)(?:,|$)/u;

/** The columns that statements read of each table, as the store's own trees of them say: what only filters is read too. */
export const columnsRead = async (
  store: LogStore,
  statements: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, Set<string>>();
  for (const sql of new Set(statements)) {
    // Asks for types and reads nothing.
    if (sql.startsWith('DESCRIBE')) continue;
    const lines = await store.writer.query<{ explain: string }>(`EXPLAIN QUERY TREE run_passes = 1 ${sql}`);
    const sources = new Map<string, FamilyName>();
    const read: (readonly [name: string, source: string])[] = [];
    // A subquery that gave one value stands under that value as it was written, with columns that it never read.
    let constant = Number.POSITIVE_INFINITY;
    for (const { explain } of lines) {
      const depth = explain.search(/\S/u);
      if (depth > constant) continue;
      constant = explain.startsWith('CONSTANT', depth) ? depth : Number.POSITIVE_INFINITY;
      const [, id = '', called = ''] = table.exec(explain) ?? [];
      const family = familyNames.find((name) => called === `${logDatabase}.${name}`);
      if (family !== undefined) sources.set(id, family);
      const [, name, source = ''] = column.exec(explain) ?? [];
      if (name !== undefined) read.push([name, source]);
    }
    for (const [name, source] of read) {
      const family = sources.get(source);
      if (family !== undefined) found.set(family, (found.get(family) ?? new Set()).add(name));
    }
  }
  return new Map([...found].map(([family, columns]) => [family, [...columns].toSorted()]));
};

/** Milliseconds to read and decompress all these columns once. @param day only this civil day */
export const plainScan = async (
  store: LogStore,
  columns: ReadonlyMap<string, readonly string[]>,
  day?: string,
): Promise<number> => {
  const begun = performance.now();
  for (const [table, names] of columns)
    await store.auditor.query(
      `SELECT count() FROM ${logDatabase}.${table} WHERE NOT ignore(${names.map((name) => `\`${name}\``).join(', ')})${day === undefined ? '' : ` AND day = '${day}'`}`,
      { settings: { use_query_condition_cache: 0 } },
    );
  return performance.now() - begun;
};
