import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { onEveryStore } from '../testing/index.ts';
import { dropTable, ensureTable, storedName, type TableDescription } from './schema.ts';
import { logDatabase, type LogStore, type StoreReader } from './store.ts';
import { StoreFault } from './store-fault.ts';

const seen: TableDescription = {
  database: logDatabase,
  name: 'seen',
  columns: [
    { name: 'time', type: "DateTime64(3,'UTC')", codec: 'Delta, ZSTD(1)' },
    { name: 'user', type: 'String' },
    { name: 'price', type: 'Int64' },
    { name: 'topic', type: 'LowCardinality(String)' },
    { name: 'tags', type: 'Array(LowCardinality(String))' },
  ],
  orderBy: ['user', 'time'],
  partitionBy: "toDate(time, 'Asia/Shanghai')",
  shardBy: 'cityHash64(user)',
  indexes: [{ name: 'by_topic', expression: 'topic', type: 'bloom_filter(0.01)' }],
};

const midnight = Date.UTC(2026, 2, 1, 16);
const rows = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      time: new Date(midnight + (at % 2000)).toISOString(),
      user: `u${(from + at) % 997}`,
      price: from + at,
      topic: `t${at % 7}`,
      tags: at % 3 === 0 ? ['a', 'b'] : [],
    }),
  ).join('\n');

const insert = (store: LogStore, body: string | Uint8Array | Readable, token?: string): Promise<void> =>
  store.writer.insert('seen', body, {
    format: 'JSONEachRow',
    settings: { date_time_input_format: 'best_effort' },
    ...(token === undefined ? {} : { token }),
  });

const countOf = async (reader: StoreReader, sql: string): Promise<number> => {
  const [row] = await reader.query<{ n: string }>(sql);
  return Number(row?.n);
};

const faultOf = async (work: Promise<unknown>): Promise<StoreFault> => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof StoreFault) return error;
  throw new Error(`expected a StoreFault, got ${String(error)}`);
};

onEveryStore(({ kind, open }) => {
  const ready = async (): Promise<LogStore> => {
    const store = await open();
    await ensureTable(store, seen);
    return store;
  };

  it('gives back what was written, 64-bit integers and times exactly', async () => {
    const store = await ready();
    await store.writer.insert(
      'log.seen',
      '{"time":"2026-03-01 16:00:00.123","user":"u","price":"9007199254740993","topic":"x","tags":["b","a"]}',
      {
        format: 'JSONEachRow',
      },
    );
    expect(await store.auditor.query('SELECT * FROM seen')).toEqual([
      { time: '2026-03-01T16:00:00.123Z', user: 'u', price: '9007199254740993', topic: 'x', tags: ['b', 'a'] },
    ]);
  });

  it('takes a value only as a parameter, whatever stands in it', async () => {
    const store = await ready();
    await insert(store, rows(10));
    const user = "u1' OR 1 = 1 -- \\";
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(10);
    expect(
      await store.auditor.query('SELECT {user:String} AS asked, count() AS n FROM seen WHERE user = {user:String}', {
        parameters: { user },
      }),
    ).toEqual([{ asked: user, n: '0' }]);
  });

  it('inserts strings, bytes and streams alike', async () => {
    const store = await ready();
    await insert(store, rows(100));
    await insert(store, Buffer.from(rows(100, 100)));
    await insert(store, Readable.from([Buffer.from(rows(50, 200)), Buffer.from('\n'), Buffer.from(rows(50, 250))]));
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(300);
    expect(await countOf(store.auditor, 'SELECT sum(price) AS n FROM seen')).toBe((299 * 300) / 2);
  });

  it('counts a batch once however often it is sent', async () => {
    const store = await ready();
    const batch = rows(10_000);
    for (let times = 0; times < 3; times++) await insert(store, batch, 'batch-1');
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(10_000);
    await insert(store, batch, 'batch-2');
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(20_000);
  });

  it('spreads rows by the described expression and finds all of them', async () => {
    const store = await ready();
    await insert(store, rows(5000));
    const perNode = await Promise.all(
      store.nodes.map((node) => countOf(node, `SELECT count() AS n FROM ${storedName(store, 'seen')}`)),
    );
    expect(perNode.reduce((sum, n) => sum + n, 0)).toBe(5000);
    expect(perNode.every((n) => n > 1000)).toBe(true);
    const users = await Promise.all(
      store.nodes.map((node) => countOf(node, `SELECT uniqExact(user) AS n FROM ${storedName(store, 'seen')}`)),
    );
    expect(users.reduce((sum, n) => sum + n, 0)).toBe(997);
    expect(storedName(store, 'seen')).toBe(kind === 'cluster' ? 'seen_shard' : 'seen');
  });

  it('sees the whole of the other table in IN and JOIN, though sharded otherwise', async () => {
    const store = await ready();
    await ensureTable(store, { ...seen, name: 'bought', shardBy: 'cityHash64(price)' });
    await insert(store, rows(2000));
    await store.writer.insert('bought', rows(1000, 500), {
      format: 'JSONEachRow',
      settings: { date_time_input_format: 'best_effort' },
    });
    const { auditor } = store;
    expect(await countOf(auditor, 'SELECT count() AS n FROM seen WHERE price IN (SELECT price FROM bought)')).toBe(
      1000,
    );
    expect(await countOf(auditor, 'SELECT count() AS n FROM seen WHERE price NOT IN (SELECT price FROM bought)')).toBe(
      1000,
    );
    expect(await countOf(auditor, 'SELECT count() AS n FROM seen AS s JOIN bought AS b ON s.price = b.price + 1')).toBe(
      1000,
    );
    expect(
      await countOf(
        auditor,
        'SELECT count() AS n FROM seen AS s LEFT JOIN (SELECT price, count() AS c FROM bought GROUP BY price) AS b ON s.price = b.price WHERE c = 0',
      ),
    ).toBe(1000);
    expect(
      await countOf(auditor, 'SELECT count() AS n FROM seen WHERE price > (SELECT max(price) - 10 FROM bought)'),
    ).toBe(510);
  });

  it('streams rows one by one and ends early', async () => {
    const store = await ready();
    await insert(store, rows(3000));
    let total = 0;
    for await (const { price } of store.auditor.stream<{ price: string }>('SELECT price FROM seen'))
      total += Number(price);
    expect(total).toBe((2999 * 3000) / 2);
    const first: string[] = [];
    for await (const { price } of store.writer.stream<{ price: string }>('SELECT price FROM seen ORDER BY price')) {
      first.push(price);
      if (first.length === 3) break;
    }
    expect(first).toEqual(['0', '1', '2']);
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(3000);
  });

  it('gives whole results as bytes, and nothing of one that fails late', async () => {
    const store = await ready();
    await insert(store, rows(3));
    const parts: Uint8Array[] = [];
    for await (const part of store.auditor.bytes('SELECT user, price FROM seen ORDER BY price', 'CSVWithNames'))
      parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('"user","price"\n"u0",0\n"u1",1\n"u2",2\n');
    const late = store.auditor.bytes("SELECT throwIf(number = 900000, 'late') FROM numbers(1000000)", 'CSV');
    const received: Uint8Array[] = [];
    const fault = await faultOf(
      (async () => {
        for await (const part of late) received.push(part);
      })(),
    );
    expect(fault.kind).toBe('query');
    expect(received).toEqual([]);
  });

  it('may be described again at any time, and gains new columns', async () => {
    const store = await ready();
    await insert(store, rows(5));
    await ensureTable(store, seen);
    await ensureTable(store, {
      ...seen,
      columns: [...seen.columns, { name: 'note', type: 'Nullable(String)', codec: 'ZSTD(1)' }],
    });
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen WHERE note IS NULL')).toBe(5);
  });

  it('refuses a table that differs, naming what does', async () => {
    const store = await ready();
    const retyped = seen.columns.map((column) => (column.name === 'price' ? { ...column, type: 'Int32' } : column));
    const fewer = seen.columns.filter(({ name }) => name !== 'topic');
    for (const [other, named] of [
      [{ ...seen, columns: retyped }, /column price .* is Int64, and should be Int32/u],
      [{ ...seen, columns: fewer, indexes: [] }, /column topic that this version does not know/u],
      [{ ...seen, orderBy: ['time', 'user'] }, /sorted by user, time, and should be by time, user/u],
      [{ ...seen, partitionBy: 'toYYYYMM(time)' }, /partitioned by toDate\(time, 'Asia\/Shanghai'\)/u],
    ] as const) {
      const fault = await faultOf(ensureTable(store, other));
      expect(fault.kind).toBe('schema');
      expect(fault.text.en).toMatch(named);
      expect(fault.text.zh).toMatch(/[一-鿿]/u);
    }
  });

  it('drops a table everywhere', async () => {
    const store = await ready();
    await dropTable(store, logDatabase, 'seen');
    for (const node of store.nodes)
      expect(await countOf(node, "SELECT count() AS n FROM system.tables WHERE database = 'log'")).toBe(0);
  });

  it('ends a query at its time limit, and keeps answering', async () => {
    const store = await ready();
    await insert(store, rows(100));
    for (let times = 0; times < 3; times++) {
      const fault = await faultOf(
        store.auditor.query(
          'SELECT count() FROM seen AS s, numbers(100000000000) AS n WHERE cityHash64(n.number, s.price) = 1',
          {
            settings: { max_execution_time: 1 },
          },
        ),
      );
      expect(fault.kind).toBe('timeout');
    }
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(100);
  });

  it('ends a query whose caller gives up, and keeps answering', async () => {
    const store = await ready();
    await insert(store, rows(100));
    for (const reader of [store.auditor, store.writer]) {
      const marker = reader === store.writer ? 'given up by the writer' : 'given up by the auditor';
      const controller = new AbortController();
      const running = faultOf(
        reader.query(
          `SELECT count(), '${marker}' FROM seen AS s, numbers(1000000000000) AS n WHERE cityHash64(n.number, s.price) = 1`,
          { signal: controller.signal },
        ),
      );
      // `marker` would find the looking query too: it is put together there.
      const look = (): Promise<number> =>
        countOf(
          store.writer,
          `SELECT count() AS n FROM system.processes WHERE query LIKE concat('%', 'given', ' up by the ', '${marker.split(' ').at(-1)}', '%')`,
        );
      await expect.poll(look, { timeout: 20_000 }).toBeGreaterThan(0);
      controller.abort();
      expect((await running).kind).toBe('cancelled');
      await expect.poll(look, { timeout: 20_000 }).toBe(0);
    }
    expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(100);
  });

  describe('a fault', () => {
    it('keeps the names in what ClickHouse says, and drops the values', async () => {
      const store = await ready();
      const unknown = await faultOf(store.auditor.query("SELECT price FROM seen WHERE nickname = 'Zhang San'"));
      expect(unknown.kind).toBe('query');
      expect(unknown.message).toContain('nickname');
      expect(unknown.message).not.toContain('Zhang');
      const syntax = await faultOf(store.auditor.query("SELECT price FROM seen WHERE = 'Zhang San'"));
      expect(syntax.detail).toMatch(/^Syntax error at /u);
      expect(syntax.message).not.toContain('Zhang');
      const value = await faultOf(store.auditor.query("SELECT toInt64('Zhang San')"));
      expect(value.message).not.toContain('Zhang');
    });

    it('says which row and column did not fit, and none of what stood there; nothing of the batch is kept', async () => {
      const store = await ready();
      const fault = await faultOf(insert(store, `${rows(3)}\n{"user":"secret","price":"Zhang San"}`));
      expect(fault.kind).toBe('data');
      expect(fault.message).toContain('price');
      expect(fault.message).not.toMatch(/Zhang|secret/u);
      expect(await countOf(store.auditor, 'SELECT count() AS n FROM seen')).toBe(0);
    });

    it('of too much memory or too many rows is named', async () => {
      const store = await ready();
      expect(
        (
          await faultOf(
            store.auditor.query('SELECT groupArray(number) FROM numbers(1000000000)', {
              settings: { max_memory_usage: 100_000_000 },
            }),
          )
        ).kind,
      ).toBe('memory');
      expect(
        (await faultOf(store.auditor.query('SELECT number FROM numbers(1000)', { settings: { max_rows_to_read: 10 } })))
          .kind,
      ).toBe('limit');
    });
  });

  describe('a private room', () => {
    it('is read by its own auditor, who reads nothing else, and is gone afterwards', async () => {
      const store = await ready();
      await insert(store, rows(10));
      const room = await store.openPrivateRoom();
      const other = await store.openPrivateRoom();
      expect(other.database).not.toBe(room.database);
      await ensureTable(store, { ...seen, database: room.database, name: 'mine' });
      await store.writer.insert(`${room.database}.mine`, rows(20), {
        format: 'JSONEachRow',
        settings: { date_time_input_format: 'best_effort' },
      });
      expect(await countOf(room.auditor, 'SELECT count() AS n FROM mine')).toBe(20);
      expect((await faultOf(room.auditor.query('SELECT count() FROM log.seen'))).kind).toBe('refused');
      expect((await faultOf(store.auditor.query(`SELECT count() FROM ${room.database}.mine`))).kind).toBe('refused');
      expect((await faultOf(other.auditor.query(`SELECT count() FROM ${room.database}.mine`))).kind).toBe('refused');
      await room.close();
      await other.close();
      expect(
        await countOf(store.writer, "SELECT count() AS n FROM system.databases WHERE startsWith(name, 'private_')"),
      ).toBe(0);
    });

    it('beside the log is read with the log by its own auditor, and by no other', async () => {
      const store = await ready();
      await insert(store, rows(10));
      const room = await store.openPrivateRoom({ besideTheLog: true });
      await store.writer.command(`CREATE TABLE ${room.database}.mine (n UInt64) ENGINE = MergeTree ORDER BY n`);
      await store.writer.insert(`${room.database}.mine`, '{"n":1}', { format: 'JSONEachRow' });
      expect(await countOf(room.auditor, 'SELECT count() AS n FROM log.seen')).toBe(10);
      expect(await countOf(room.auditor, 'SELECT count() AS n FROM mine')).toBe(1);
      expect((await faultOf(store.auditor.query(`SELECT count() FROM ${room.database}.mine`))).kind).toBe('refused');
      await room.close();
    });
  });
});
