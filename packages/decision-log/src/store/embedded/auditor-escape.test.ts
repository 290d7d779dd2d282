import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LogStore, Settings } from '../store.ts';
import { clickHouseLibrary } from './library.ts';
import { openEmbedded } from './open-embedded.ts';
import { readRuntime } from './runtime-file.ts';

const hasLibrary = (): boolean => {
  try {
    return clickHouseLibrary() !== '';
  } catch {
    return false;
  }
};

/** As somebody who holds the auditor's password and asks ClickHouse itself: what stands here is kept by the store, not by this package. */
describe.skipIf(!hasLibrary())('an auditor who tries to get out (ClickHouse library)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-store-'));
  let store: LogStore;

  beforeAll(async () => {
    store = await openEmbedded({ folder, caps: { seconds: 3, memoryBytes: 500_000_000, resultRows: 1000 } });
    await store.writer.command('CREATE TABLE seen (n Int64, s String) ENGINE = MergeTree ORDER BY n');
    await store.writer.insert('seen', '{"n":1,"s":"a"}', { format: 'JSONEachRow' });
    await store.writer.command('CREATE DATABASE elsewhere');
    await store.writer.command('CREATE TABLE elsewhere.hidden (n Int64) ENGINE = MergeTree ORDER BY n');
  });

  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = async (sql: string, settings = ''): Promise<string> => {
    const runtime = readRuntime(folder);
    if (runtime === undefined) throw new Error('the folder is held by nobody');
    const authorization = `Basic ${Buffer.from(`auditor:${runtime.credentials.auditor}`).toString('base64')}`;
    const answer = await fetch(`${runtime.url}/?database=log${settings}`, {
      method: 'POST',
      body: sql,
      headers: { authorization },
    });
    return answer.text();
  };

  it('may read the log', async () => {
    expect(await ask('SELECT n, s FROM seen')).toBe('1\ta\n');
    expect(await ask('SHOW GRANTS')).toBe('GRANT SELECT ON log.* TO auditor\n');
  });

  it.each([
    "SELECT * FROM file('/etc/passwd', 'LineAsString')",
    'SELECT * FROM default.`/etc/passwd`',
    "DESCRIBE TABLE file('/etc/passwd', 'LineAsString')",
    "SELECT * FROM filesystem('/etc')",
    "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
    "SELECT * FROM remote('127.0.0.1', 'log.seen')",
    "SELECT * FROM s3('http://127.0.0.1:1/bucket/x.csv')",
    "SELECT * FROM gcs('http://127.0.0.1:1/bucket/x.csv')",
    "SELECT * FROM azureBlobStorage('http://127.0.0.1:1', 'c', 'b')",
    "SELECT * FROM hdfs('hdfs://127.0.0.1:1/x', 'CSV')",
    "SELECT * FROM icebergLocal('/tmp')",
    "SELECT * FROM deltaLakeLocal('/tmp')",
    "SELECT * FROM sqlite('/tmp/x.db', 't')",
    "SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    "SELECT * FROM postgresql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
    "SELECT * FROM mongodb('127.0.0.1:1', 'a', 'b', 'c', 'd', 'x Int8')",
    "SELECT * FROM redis('127.0.0.1:1', 'k', 'k Int8')",
    "SELECT * FROM jdbc('x', 'y', 'z')",
    "SELECT * FROM odbc('x', 'y', 'z')",
    "SELECT * FROM executable('x.sh', 'TSV', 'a String')",
    "SELECT * FROM dictionary('x')",
    'SELECT * FROM loop(log.seen) LIMIT 3',
    'SELECT * FROM elsewhere.hidden',
    'SELECT * FROM system.processes',
    'SELECT * FROM system.users',
    'SELECT count() FROM system.numbers',
    'SELECT * FROM system.parts',
    'SELECT * FROM information_schema.tables',
    "SELECT hasColumnInTable('elsewhere', 'hidden', 'n')",
    "INSERT INTO seen VALUES (2, '')",
    "INSERT INTO FUNCTION file('/tmp/suanjian-out') SELECT 1",
    'CREATE TABLE z (a Int8) ENGINE = Memory',
    'CREATE TEMPORARY TABLE z (a Int8)',
    'CREATE DATABASE z',
    'CREATE FUNCTION z AS x -> x',
    'ALTER TABLE seen DELETE WHERE 1',
    'TRUNCATE TABLE seen',
    'DROP TABLE seen',
    'GRANT ALL ON *.* TO auditor',
    'CREATE USER z',
    'SHOW CREATE USER auditor',
    'KILL QUERY WHERE 1',
    'SYSTEM STOP LISTEN HTTP',
    'SYSTEM FLUSH LOGS',
    "BACKUP TABLE seen TO File('/tmp/suanjian-backup')",
    'USE system',
    'SET readonly = 0',
    'SET max_execution_time = 0',
    'SELECT 1 SETTINGS readonly = 0',
    'SELECT 1 SETTINGS max_execution_time = 0',
    'SELECT 1 SETTINGS max_execution_time = 3600',
    'SELECT 1 SETTINGS max_memory_usage = 0',
    'SELECT 1 SETTINGS max_memory_usage = 4000000000',
    'SELECT 1 SETTINGS max_result_rows = 0',
    'SELECT 1 SETTINGS max_result_rows = 100000',
    "SELECT 1 SETTINGS timeout_overflow_mode = 'break'",
    "SELECT 1 SETTINGS session_timezone = 'Asia/Tokyo'",
    "SELECT 1 FORMAT Template SETTINGS format_template_row = '/etc/passwd'",
    'SELECT addressToLine(1)',
  ])('is refused: %s', async (sql) => {
    expect(await ask(sql)).toMatch(/\((?:ACCESS_DENIED|READONLY|SETTING_CONSTRAINT_VIOLATION)\)/u);
  });

  it.each([
    ["SELECT n FROM seen INTO OUTFILE '/tmp/suanjian-out'", 'INTO_OUTFILE_NOT_ALLOWED'],
    ["SELECT dictGet('x', 'y', 1)", 'BAD_ARGUMENTS'],
    ["SELECT joinGet('elsewhere.hidden', 'n', 1)", ''],
    ["SELECT * FROM cluster('default', log.seen)", 'CLUSTER_DOESNT_EXIST'],
    ['SELECT * FROM system.query_log', 'UNKNOWN_TABLE'],
    ["SELECT catboostEvaluate('/etc/passwd', 1.0)", ''],
  ])('gets nothing from %s', async (sql, name) => {
    const answer = await ask(sql);
    expect(answer).toContain('Exception');
    expect(answer).toContain(name);
  });

  it.each(['max_execution_time=0', 'max_execution_time=3600', 'readonly=0', 'max_memory_usage=0', 'max_result_rows=0'])(
    'cannot pass %s with the request',
    async (setting) => {
      expect(await ask('SELECT 1', `&${setting}`)).toMatch(/\((?:READONLY|SETTING_CONSTRAINT_VIOLATION)\)/u);
    },
  );

  it('is stopped by time, memory and rows', async () => {
    expect(await ask('SELECT count() FROM numbers(1e13)')).toContain('TIMEOUT_EXCEEDED');
    expect(
      await ask('WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM r) SELECT count() FROM r'),
    ).toContain('Exception');
    expect(await ask('SELECT groupArray(number) FROM numbers(1000000000)')).toContain('MEMORY_LIMIT_EXCEEDED');
    expect(await ask('SELECT number FROM numbers(100000)')).toContain('TOO_MANY_ROWS_OR_BYTES');
    expect(await ask('SELECT count() FROM seen')).toBe('1\n');
  });

  it('is kept by this package from reading files with the function file(), which needs no right in the library', async () => {
    await expect(store.auditor.query("SELECT file('/etc/hostname')")).rejects.toMatchObject({ kind: 'refused' });
    await expect(store.auditor.query('SELECT name FROM system.tables')).rejects.toMatchObject({ kind: 'refused' });
    const room = await store.openPrivateRoom();
    await expect(room.auditor.query("SELECT file('/etc/hostname')")).rejects.toMatchObject({ kind: 'refused' });
    await room.close();
  });

  it('may ask for less than its caps, not for more', async () => {
    const { auditor } = store;
    expect(await auditor.query('SELECT 1 AS one', { settings: { max_execution_time: 2, max_threads: 1 } })).toEqual([
      { one: 1 },
    ]);
    const beyond: readonly Settings[] = [
      { max_execution_time: 0 },
      { max_execution_time: 4 },
      { max_memory_usage: 1e9 },
      { format_schema: 'x' },
    ];
    for (const settings of beyond)
      await expect(auditor.query('SELECT 1', { settings })).rejects.toMatchObject({ kind: 'refused' });
  });
});
