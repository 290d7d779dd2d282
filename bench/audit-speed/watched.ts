import type { QueryOptions, StoreReader } from '@suanjian/decision-log';

export interface Asked {
  readonly sql: string;
  readonly milliseconds: number;
}

/** The auditor with a stopwatch, and without the store's memory of which parts held nothing that was looked for. */
export const watched = (reader: StoreReader, asked: Asked[]): StoreReader => {
  const plain = (given: QueryOptions = {}): QueryOptions => ({
    ...given,
    settings: { ...given.settings, use_query_condition_cache: 0 },
  });
  return {
    query: async <Row>(sql: string, given?: QueryOptions) => {
      const begun = performance.now();
      try {
        return await reader.query<Row>(sql, plain(given));
      } finally {
        asked.push({ sql, milliseconds: performance.now() - begun });
      }
    },
    stream: async function* <Row>(sql: string, given?: QueryOptions) {
      const begun = performance.now();
      try {
        yield* reader.stream<Row>(sql, plain(given));
      } finally {
        asked.push({ sql, milliseconds: performance.now() - begun });
      }
    },
    bytes: (sql, format, given) => reader.bytes(sql, format, plain(given)),
  };
};
