import type { Readable } from 'node:stream';

/** Settings of ClickHouse for one query. The auditor may change only a few, within its caps; see auditor-caps.ts. */
export type Settings = Readonly<Record<string, string | number>>;

export interface QueryOptions {
  /** Values for `{name:Type}` places in the SQL: the only way in which a value may enter it. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly settings?: Settings;
  /** Ends the wait and asks the store to end the query. */
  readonly signal?: AbortSignal;
}

/**
 * Reads. Rows come as `JSONEachRow` objects: 64-bit integers are strings (a number would lose their last digits), NaN and infinities
 * are null, DateTime64 is text in UTC. Every query has a time limit, in the store, whatever becomes of the client.
 * Every fault is a `StoreFault`.
 */
export interface StoreReader {
  query<Row>(sql: string, options?: QueryOptions): Promise<Row[]>;
  /** Row by row, for results that should not be held at once. Ending the loop early ends the query. */
  stream<Row>(sql: string, options?: QueryOptions): AsyncIterable<Row>;
  /**
   * A result in one of ClickHouse's own formats (`Parquet`, `CSVWithNames` …), as bytes.
   * A fault after the first byte ends the stream with that fault.
   */
  bytes(sql: string, format: string, options?: QueryOptions): AsyncIterable<Uint8Array>;
}

export type InsertFormat = 'JSONEachRow' | 'CSVWithNames' | 'Parquet' | 'TabSeparated' | 'RowBinary' | 'Native';

export interface InsertOptions {
  readonly format: InsertFormat;
  /** The columns that the body has, when they are not all of the table's or stand in another order. */
  readonly columns?: readonly string[];
  /**
   * The id of this batch. The same token again changes nothing, on a cluster too: what was acknowledged once may safely be sent
   * once more. Only the last `deduplicationWindow` batches of a table are remembered (schema.ts).
   */
  readonly token?: string;
  readonly settings?: Settings;
  readonly signal?: AbortSignal;
}

export interface StoreWriter extends StoreReader {
  /** A statement without a result: CREATE, ALTER, DROP, INSERT … SELECT. */
  command(sql: string, options?: QueryOptions): Promise<void>;
  /** Returns when the rows are on disk (on every shard they belong to), not before. `table` is `name` or `database.name`. */
  insert(table: string, body: string | Uint8Array | Readable, options: InsertOptions): Promise<void>;
}

/** What the auditor of a private room reads beside the room itself: nothing unless told, or the log. */
export interface RoomOptions {
  readonly besideTheLog?: boolean;
}

/**
 * A database for one piece of work on somebody's own table. Its auditor reads this database and no other, not even the log:
 * what a person's SQL expression could reach is what was loaded here. Only a room `besideTheLog` has an auditor who reads the log too.
 */
export interface PrivateRoom {
  readonly database: string;
  readonly auditor: StoreReader;
  /** Drops the database and ends the auditor's session. */
  close(): Promise<void>;
}

/**
 * How the auditor is kept to reading: by a user of its own, by a user the administrator named, or, where we may not create one, by
 * the writer's user in `readonly` mode. In the last case the store does not enforce which databases are read: reports say so.
 */
export type AuditorKind = 'own-user' | 'given-user' | 'read-only-session';

export interface LogStore {
  readonly kind: 'embedded' | 'remote';
  /** Whether this process holds the store itself, another process of the same user holds the folder, or a server elsewhere. */
  readonly held: 'here' | 'by-another-process' | 'elsewhere';
  /** ClickHouse's own version. */
  readonly version: string;
  readonly cluster: string | undefined;
  /** One per node, for statements that every node must run itself; the first is `writer`. One entry when there is no cluster. */
  readonly nodes: readonly StoreWriter[];
  /** Reads and writes; names without a database are looked up in `log`. */
  readonly writer: StoreWriter;
  /** Reads the database `log`, under caps. */
  readonly auditor: StoreReader;
  readonly auditorKind: AuditorKind;
  openPrivateRoom(options?: RoomOptions): Promise<PrivateRoom>;
  /** Closes the connections, and ends the store when it is held here. */
  close(): Promise<void>;
}

/** The database of the decision log. */
export const logDatabase = 'log';
