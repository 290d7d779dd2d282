import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultCaps } from '../auditor-caps.ts';
import { clickHouseLibrary } from '../embedded/library.ts';
import type { LogStore } from '../store.ts';
import { startCluster, type TestCluster } from '../../testing/index.ts';
import { userStatements } from './auditor-user.ts';
import { openRemote } from './open-remote.ts';

const hasLibrary = (): boolean => {
  try {
    return clickHouseLibrary() !== '';
  } catch {
    return false;
  }
};

describe.skipIf(!hasLibrary())('a store elsewhere (ClickHouse library)', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await startCluster(2);
  });

  afterAll(() => cluster.stop());

  const withStore = async <Result>(
    options: Parameters<typeof openRemote>[0],
    work: (store: LogStore) => Promise<Result>,
  ) => {
    const store = await openRemote(options);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };

  it('reads with the writer in read-only mode where no user can be made, and keeps the caps', async () => {
    const { auditor, rooms, ...writerAlone } = cluster.options;
    expect(auditor !== undefined && rooms !== undefined).toBe(true);
    await withStore({ ...writerAlone, caps: { seconds: 2 } }, async (store) => {
      expect(store.auditorKind).toBe('read-only-session');
      const { auditor: reader } = store;
      expect(await reader.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      for (const sql of [
        'CREATE TABLE z (a Int8) ENGINE = Memory',
        'DROP DATABASE log',
        'SELECT 1 SETTINGS max_execution_time = 0',
        'SELECT 1 SETTINGS readonly = 0',
        'SELECT count() FROM system.tables',
      ])
        await expect(reader.query(sql)).rejects.toMatchObject({ kind: 'refused' });
      await expect(reader.query('SELECT count() FROM numbers(10000000000000)')).rejects.toMatchObject({
        kind: 'timeout',
      });
      const room = await store.openPrivateRoom();
      expect(room.database).toMatch(/^private_\d+_[0-9a-f]{12}$/u);
      await expect(room.auditor.query('CREATE TABLE z (a Int8) ENGINE = Memory')).rejects.toMatchObject({
        kind: 'refused',
      });
      await room.close();
    });
  });

  it('takes the auditor it is given', () =>
    withStore(cluster.options, async (store) => {
      expect(store.auditorKind).toBe('given-user');
      expect(store.kind).toBe('remote');
      expect(store.nodes).toHaveLength(2);
      await expect(store.auditor.query('CREATE TABLE z (a Int8) ENGINE = Memory')).rejects.toMatchObject({
        kind: 'refused',
      });
    }));

  it('refuses a cluster that is not there, or has other shards than addresses were given', async () => {
    const [first] = cluster.options.nodes;
    await expect(openRemote({ ...cluster.options, cluster: 'nowhere' })).rejects.toMatchObject({
      kind: 'configuration',
    });
    await expect(openRemote({ ...cluster.options, nodes: first === undefined ? [] : [first] })).rejects.toMatchObject({
      kind: 'configuration',
    });
  });

  it('says that it is away, or that the password is wrong', async () => {
    const [first] = cluster.options.nodes;
    if (first === undefined) throw new Error('a cluster has nodes');
    await expect(openRemote({ nodes: [{ ...first, url: 'http://127.0.0.1:1' }] })).rejects.toMatchObject({
      kind: 'away',
    });
    await expect(openRemote({ nodes: [{ ...first, password: 'wrong' }] })).rejects.toMatchObject({ kind: 'refused' });
  });

  it('says so when a shard has ended, and never gives half an answer', async () => {
    const own = await startCluster(2);
    try {
      await withStore(own.options, async (store) => {
        for (const node of store.nodes)
          await node.command('CREATE TABLE seen_shard (n Int64) ENGINE = MergeTree ORDER BY n');
        await store.writer.command(
          "CREATE TABLE seen (n Int64) ENGINE = Distributed('suanjian', 'log', 'seen_shard', n)",
        );
        await store.writer.insert('seen', '{"n":1}\n{"n":2}', { format: 'JSONEachRow' });
        expect(await store.auditor.query('SELECT count() AS n FROM seen')).toEqual([{ n: '2' }]);
        await own.nodes[1]?.stop();
        await expect(store.auditor.query('SELECT count() AS n FROM seen')).rejects.toMatchObject({ kind: 'away' });
        await expect(store.writer.insert('seen', '{"n":3}\n{"n":4}', { format: 'JSONEachRow' })).rejects.toMatchObject({
          kind: 'away',
        });
      });
    } finally {
      await own.stop();
    }
  });

  // The library has nowhere to keep users made by SQL, so that these statements are only read, not run, here.
  it('writes the statements that make a user so that ClickHouse reads them', () =>
    withStore(cluster.options, async (store) => {
      const statements = userStatements({
        user: "o'dd`user",
        password: 'p',
        databases: ['private_1'],
        caps: { ...defaultCaps, rowsToRead: 5 },
        validUntil: 1_800_000_000,
      });
      expect(statements).toHaveLength(4);
      for (const sql of statements) {
        const [row] = await store.writer.query<{ sql: string }>('SELECT formatQuerySingleLine({sql:String}) AS sql', {
          parameters: { sql },
        });
        expect(row?.sql).toMatch(/^(?:CREATE USER|ALTER USER|REVOKE|GRANT SELECT)/u);
      }
      expect(statements.join('\n')).toContain("VALID UNTIL '2027-01-15 08:00:00'");
      expect(statements.join('\n')).not.toContain("'p'");
    }));
});
