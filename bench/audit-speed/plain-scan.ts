import { families, familyNames, logDatabase, type LogStore } from '@suanjian/decision-log';

/** The columns that statements read of each table, as the store's own plans say. */
export const columnsRead = async (
  store: LogStore,
  statements: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const found = new Map<string, Set<string>>();
  for (const sql of new Set(statements)) {
    // Asks for types and reads nothing.
    if (sql.startsWith('DESCRIBE')) continue;
    const lines = await store.writer.query<{ explain: string }>(`EXPLAIN PLAN header = 1 ${sql}`);
    let table: string | undefined;
    for (const { explain } of lines) {
      const read = /ReadFromMergeTree \(log\.(\w+)\)/u.exec(explain)?.[1];
      if (read !== undefined) table = read;
      else if (table !== undefined) {
        const column = /^\s*(?:Header:\s)?\s*(\S+) /u.exec(explain)?.[1];
        const isHeader = explain.includes('Header:');
        const family = familyNames.find((name) => name === table);
        const known = family !== undefined && columnsOf(family).includes(column ?? '');
        if (known && column !== undefined) {
          const columns = found.get(table) ?? new Set<string>();
          found.set(table, columns);
          columns.add(column);
        } else if (!isHeader) table = undefined;
      }
    }
  }
  return new Map([...found].map(([table, columns]) => [table, [...columns].toSorted()]));
};

const columnsOf = (family: (typeof familyNames)[number]): readonly string[] => [
  ...families[family].fields.map(({ name }) => name),
  'day',
  'batch_id',
  'row_no',
];

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
