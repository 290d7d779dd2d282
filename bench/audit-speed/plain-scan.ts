import { families, familyNames, logDatabase, type FamilyName, type LogStore } from '@suanjian/decision-log';

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
    let family: FamilyName | undefined;
    for (const { explain } of lines) {
      const read = /ReadFromMergeTree \(log\.(\w+)\)/u.exec(explain)?.[1];
      if (read !== undefined) family = familyNames.find((name) => name === read);
      else if (family !== undefined) {
        // What a step gives stands below it, one column a line; the tree's own lines may stand before it.
        const column = /^[\s│]*(?:Header: )?(\S+) /u.exec(explain)?.[1] ?? '';
        if (!columnsOf(family).includes(column)) {
          family = undefined;
          continue;
        }
        // By the provider every statement is filtered, and what filters is not given on.
        found.set(family, (found.get(family) ?? new Set(['provider'])).add(column));
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
