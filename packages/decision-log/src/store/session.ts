import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient, type ClickHouseSettings } from '@clickhouse/client';
import { faultOf } from './clickhouse-faults.ts';
import { quotedName } from './names.ts';
import type { InsertOptions, QueryOptions, Settings, StoreReader, StoreWriter } from './store.ts';

export interface SessionOptions {
  /** Address of one node, without user and password. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Sent with every query. */
  readonly settings: Settings;
  /** The time limit when a query names none; the client gives up somewhat later than the store. */
  readonly seconds: number;
  /** Whether ClickHouse ends a reading query when its client goes away; otherwise it is told to. */
  readonly endsWithClient: boolean;
  /** Looks at a query and its own settings before they are sent; throws what must not be sent. */
  readonly check?: (sql: string, settings: Settings) => void;
}

export interface Session extends StoreWriter {
  close(): Promise<void>;
}

const graceSeconds = 20;

const isIterable = (body: string | Uint8Array | Readable): body is Readable => body instanceof Readable;

/** One user's connections to one node. */
export const openSession = (options: SessionOptions): Session => {
  const { url, user, password, database, settings, seconds, endsWithClient, check = () => undefined } = options;
  const client = createClient({
    url,
    username: user,
    password,
    database,
    application: 'suanjian',
    max_open_connections: 16,
    request_timeout: 24 * 3_600_000,
    log: { level: ClickHouseLogLevel.OFF },
  });

  const request = (sql: string, given: QueryOptions, own: Settings = {}) => {
    const asked = given.settings ?? {};
    check(sql, asked);
    const limit = Number(asked['max_execution_time'] ?? seconds);
    const late = AbortSignal.timeout((limit + graceSeconds) * 1000);
    const merged: Settings = { ...settings, ...asked, ...own };
    return {
      query_id: randomUUID(),
      clickhouse_settings: merged as ClickHouseSettings,
      abort_signal: given.signal === undefined ? late : AbortSignal.any([given.signal, late]),
      ...(given.parameters === undefined ? {} : { query_params: { ...given.parameters } }),
    };
  };

  const end = (id: string): void => {
    if (endsWithClient) return;
    // Best effort: the time limit ends it anyway.
    void client
      .command({ query: 'KILL QUERY WHERE query_id = {id:String} ASYNC', query_params: { id } })
      .catch(() => undefined);
  };

  const attempt = async <Result>(
    doing: 'query' | 'insert',
    sent: ReturnType<typeof request>,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (sent.abort_signal.aborted) end(sent.query_id);
      throw faultOf(error, url, doing);
    }
  };

  const stream = async function* <Row>(sql: string, given: QueryOptions = {}): AsyncGenerator<Row> {
    const sent = request(sql, given);
    let complete = false;
    try {
      const result = await client.query({ query: sql, format: 'JSONEachRow', ...sent });
      for await (const rows of result.stream<Row>()) for (const row of rows) yield row.json();
      complete = true;
    } catch (error) {
      complete = !sent.abort_signal.aborted;
      throw faultOf(error, url, 'query');
    } finally {
      if (!complete) end(sent.query_id);
    }
  };

  return {
    query: async <Row>(sql: string, given: QueryOptions = {}) => {
      const sent = request(sql, given);
      return attempt('query', sent, async () => {
        const result = await client.query({ query: sql, format: 'JSONEachRow', ...sent });
        return result.json<Row>();
      });
    },
    stream,
    bytes: async function* (sql: string, format: string, given: QueryOptions = {}) {
      // The store keeps the whole answer (on disk when it is large) until the query is through: half a file is never sent.
      const sent = request(sql, given, { wait_end_of_query: 1 });
      const result = await attempt('query', sent, () => client.exec({ query: `${sql}\nFORMAT ${format}`, ...sent }));
      try {
        for await (const chunk of result.stream as AsyncIterable<Uint8Array>) yield chunk;
      } catch (error) {
        throw faultOf(error, url, 'query');
      }
    },
    command: async (sql: string, given: QueryOptions = {}) => {
      const sent = request(sql, given);
      await attempt('query', sent, () => client.command({ query: sql, ...sent }));
    },
    insert: async (table: string, body: string | Uint8Array | Readable, given: InsertOptions) => {
      const { format, columns, token, ...rest } = given;
      const sent = request('', rest, token === undefined ? {} : { insert_deduplication_token: token });
      const into = table.split('.').map(quotedName).join('.');
      const names = columns === undefined ? '' : ` (${columns.map(quotedName).join(', ')})`;
      await attempt('insert', sent, async () => {
        const values = isIterable(body) ? body : Readable.from([typeof body === 'string' ? Buffer.from(body) : body]);
        const result = await client.exec({ query: `INSERT INTO ${into}${names} FORMAT ${format}`, values, ...sent });
        await finished(result.stream.resume());
      });
    },
    close: () => client.close(),
  };
};

/** The reading half, so that what is handed to an auditor has no way to write. */
export const readerOf = ({ query, stream, bytes }: StoreReader): StoreReader => ({ query, stream, bytes });
