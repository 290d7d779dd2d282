/** A record of a file that is not NDJSON, as plain JSON values. */
export interface FileRecord {
  /** From 1: the line it begins on, or in a Parquet file its row. */
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>>;
}
