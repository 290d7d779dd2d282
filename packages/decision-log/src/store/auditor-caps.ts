import { text } from '@suanjian/rulebook';
import { StoreFault } from './store-fault.ts';

/** What one query of the auditor may use at most. It may ask for less, never for more. */
export interface AuditorCaps {
  readonly seconds: number;
  readonly memoryBytes: number;
  readonly resultRows: number;
  readonly resultBytes: number;
  /** Absent: as many as it takes. */
  readonly rowsToRead?: number;
  readonly bytesToRead?: number;
}

export const defaultCaps: AuditorCaps = {
  seconds: 600,
  memoryBytes: 3_000_000_000,
  resultRows: 5_000_000,
  resultBytes: 1_000_000_000,
};

/** A setting of the auditor's: fixed at its value, or free between two bounds. */
export interface CappedSetting {
  readonly name: string;
  readonly value: string | number;
  readonly bounds?: { readonly least: number; readonly most: number };
  /** May be chosen freely by the query. */
  readonly free?: true;
}

/**
 * 0 means "no limit" to ClickHouse, so a cap needs a lower bound too.
 * Without a cap on reading the query may set one of its own.
 */
const cap = (name: string, most: number): CappedSetting => ({ name, value: most, bounds: { least: 1, most } });
const optionalCap = (name: string, most: number | undefined): CappedSetting =>
  most === undefined ? { name, value: 0, free: true } : cap(name, most);

/**
 * The auditor's settings. Everything that is not free or bounded here cannot be changed by the client: `readonly` is 1.
 * What shapes answers is the same for the writer (`answerSettings`), so that both read the same from the same rows.
 */
export const auditorSettings = (caps: AuditorCaps): readonly CappedSetting[] => [
  { name: 'readonly', value: 1 },
  cap('max_execution_time', caps.seconds),
  cap('max_memory_usage', caps.memoryBytes),
  // Fixed, not bounded: over shards ClickHouse lifts these for the inner parts of a query by asking for 0, and a lower bound would make 1 of it.
  { name: 'max_result_rows', value: caps.resultRows },
  { name: 'max_result_bytes', value: caps.resultBytes },
  optionalCap('max_rows_to_read', caps.rowsToRead),
  optionalCap('max_bytes_to_read', caps.bytesToRead),
  { name: 'timeout_overflow_mode', value: 'throw' },
  { name: 'result_overflow_mode', value: 'throw' },
  { name: 'read_overflow_mode', value: 'throw' },
  { name: 'max_concurrent_queries_for_user', value: 16 },
  // Grouping and sorting go to disk before they meet the cap.
  { name: 'max_bytes_before_external_group_by', value: Math.floor(caps.memoryBytes / 2), free: true },
  { name: 'max_bytes_before_external_sort', value: Math.floor(caps.memoryBytes / 2), free: true },
  { name: 'max_threads', value: 0, free: true },
  { name: 'use_query_condition_cache', value: 1, free: true },
  { name: 'join_algorithm', value: 'default', free: true },
  { name: 'allow_introspection_functions', value: 0 },
  // A client that goes away ends its query.
  { name: 'cancel_http_readonly_queries_on_client_close', value: 1 },
  ...Object.entries(answerSettings).map(([name, value]) => ({ name, value })),
];

/** What makes an answer the same wherever it is asked: time zone, form of numbers, meaning of IN and JOIN over shards. */
export const answerSettings = {
  session_timezone: 'UTC',
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_denormals: 0,
  date_time_output_format: 'iso',
  // IN and JOIN between Distributed tables see the whole of the right side, not the shard's own part.
  distributed_product_mode: 'global',
  prefer_global_in_and_join: 1,
  // What a statement names and says to compute once is computed once.
  enable_materialized_cte: 1,
  // Half an answer is none.
  skip_unavailable_shards: 0,
} as const;

/** Refuses here what the store would refuse: a setting that the auditor may not change. */
export const checkAuditorSettings = (settings: Readonly<Record<string, string | number>>, caps: AuditorCaps): void => {
  const known = new Map(auditorSettings(caps).map((setting) => [setting.name, setting]));
  for (const [name, value] of Object.entries(settings)) {
    const setting = known.get(name);
    const within =
      setting !== undefined &&
      (setting.free === true ||
        (setting.bounds !== undefined &&
          Number(value) >= setting.bounds.least &&
          Number(value) <= setting.bounds.most));
    if (!within)
      throw new StoreFault(
        'refused',
        text(`审计用户不能把设置 ${name} 改成这个值。`, `The auditor may not give the setting ${name} this value.`),
      );
  }
};
