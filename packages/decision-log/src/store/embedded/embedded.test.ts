import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultCaps } from '../auditor-caps.ts';
import { ensureTable, type TableDescription } from '../schema.ts';
import type { LogStore } from '../store.ts';
import { clickHouseLibrary } from './library.ts';
import { newCredentials, openEmbedded, type EmbeddedOptions } from './open-embedded.ts';
import { readRuntime, type Runtime } from './runtime-file.ts';
import { startNode } from './start-node.ts';

const hasLibrary = (): boolean => {
  try {
    return clickHouseLibrary() !== '';
  } catch {
    return false;
  }
};

const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const opened = async (options: EmbeddedOptions): Promise<LogStore> => {
  const store = await openEmbedded({ memoryBytes: 2_000_000_000, ...options });
  onTestFinished(() => store.close());
  return store;
};

const runtimeOf = (folder: string): Runtime => {
  const runtime = readRuntime(folder);
  if (runtime === undefined) throw new Error('the folder is held by nobody');
  return runtime;
};

/** What ClickHouse answers to a client that does not go through this package. */
const ask = async (url: string, user: string, password: string, sql: string): Promise<string> => {
  const answer = await fetch(url, {
    method: 'POST',
    body: sql,
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
  });
  return answer.text();
};

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/ping`)).ok;
  } catch {
    return false;
  }
};

const holdInProcess = async (folder: string) => {
  const script = fileURLToPath(new URL('../../testing/hold-store.ts', import.meta.url));
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const [held] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    held: String(held),
    kill: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
};

describe.skipIf(!hasLibrary())('the embedded store (ClickHouse library)', () => {
  describe('its life', () => {
    it('keeps what was written from one start to the next', async () => {
      const folder = temporaryFolder();
      const first = await openEmbedded({ folder });
      expect(first.held).toBe('here');
      expect(first.version).toMatch(/^\d+\.\d+/u);
      await first.writer.command('CREATE TABLE kept (n Int64) ENGINE = MergeTree ORDER BY n');
      await first.writer.insert('kept', '{"n":7}', { format: 'JSONEachRow' });
      await first.close();
      await first.close();
      await expect(first.writer.query('SELECT 1')).rejects.toMatchObject({ kind: 'away' });
      const second = await opened({ folder });
      expect(await second.auditor.query('SELECT * FROM kept')).toEqual([{ n: '7' }]);
    });

    it('remembers the batches it has across a start, so that one sent again is counted once', async () => {
      const folder = temporaryFolder();
      const kept: TableDescription = {
        database: 'log',
        name: 'kept',
        columns: [{ name: 'n', type: 'Int64' }],
        orderBy: ['n'],
        shardBy: 'n',
      };
      const first = await openEmbedded({ folder });
      await ensureTable(first, kept);
      await first.writer.insert('kept', '{"n":7}', { format: 'JSONEachRow', token: 'batch' });
      await first.close();
      const second = await opened({ folder });
      await ensureTable(second, kept);
      await second.writer.insert('kept', '{"n":7}', { format: 'JSONEachRow', token: 'batch' });
      expect(await second.auditor.query('SELECT count() AS n FROM kept')).toEqual([{ n: '1' }]);
    });

    it('ends with its holder, even one that is killed, and the next holder starts at once', async () => {
      const folder = temporaryFolder();
      const holder = await holdInProcess(folder);
      const { url } = runtimeOf(folder);
      expect(holder.held).toBe('here');
      expect(await answers(url)).toBe(true);
      await holder.kill();
      const next = await opened({ folder });
      expect(next.held).toBe('here');
      expect(await answers(url)).toBe(false);
      expect(await next.auditor.query('SELECT * FROM kept')).toEqual([{ n: '1' }]);
    });

    it('is shared by processes of one user, and tells the others when its holder has ended', async () => {
      const folder = temporaryFolder();
      const holder = await holdInProcess(folder);
      const guest = await opened({ folder });
      expect(guest.held).toBe('by-another-process');
      expect(await guest.auditor.query('SELECT * FROM kept')).toEqual([{ n: '1' }]);
      await guest.writer.insert('kept', '{"n":2}', { format: 'JSONEachRow' });
      const room = await guest.openPrivateRoom();
      await room.close();
      await holder.kill();
      await expect(guest.auditor.query('SELECT 1')).rejects.toMatchObject({ kind: 'away' });
      const next = await opened({ folder });
      expect(await next.auditor.query('SELECT * FROM kept ORDER BY n')).toEqual([{ n: '1' }, { n: '2' }]);
    });

    it('starts once when two open it at the same time', async () => {
      const folder = temporaryFolder();
      const stores = await Promise.all([opened({ folder }), opened({ folder })]);
      expect(stores.map(({ held }) => held).toSorted()).toEqual(['by-another-process', 'here']);
    });

    it('clears the rooms that a killed process left', async () => {
      const folder = temporaryFolder();
      const first = await openEmbedded({ folder });
      await first.openPrivateRoom();
      await first.close();
      const second = await opened({ folder });
      const room = await second.openPrivateRoom();
      expect(room.database).toBe('private_0');
      await room.close();
    });

    it('says at once that a port is taken, so that another can be tried', async () => {
      const server = createServer((socket) => socket.destroy());
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      onTestFinished(() => {
        server.close();
      });
      const address = server.address();
      const httpPort = typeof address === 'object' && address !== null ? address.port : 0;
      await expect(
        startNode({
          folder: temporaryFolder(),
          httpPort,
          tcpPort: undefined,
          credentials: newCredentials(),
          caps: defaultCaps,
          memoryBytes: 1_000_000_000,
          cluster: undefined,
        }),
      ).rejects.toMatchObject({ retriable: true, kind: 'configuration' });
    });

    it('outlives clients that break off in any way', async () => {
      const folder = temporaryFolder();
      const store = await opened({ folder });
      await store.writer.command('CREATE TABLE kept (n Int64) ENGINE = MergeTree ORDER BY n');
      const { url, credentials } = runtimeOf(folder);
      const port = Number(new URL(url).port);
      const authorization = `Authorization: Basic ${Buffer.from(`writer:${credentials.writer}`).toString('base64')}`;
      const breakOff = (said: string, after: number): Promise<void> =>
        new Promise((resolve) => {
          const socket = connectSocket(port, '127.0.0.1', () => {
            socket.write(said);
            setTimeout(() => {
              socket.resetAndDestroy();
              resolve();
            }, after);
          });
          socket.on('error', () => resolve());
        });
      const head = (line: string, more = ''): string =>
        `${line} HTTP/1.1\r\nHost: x\r\n${authorization}\r\n${more}\r\n`;
      for (const after of [0, 1, 5, 20])
        for (let times = 0; times < 3; times++) {
          await breakOff(
            `${head('POST /?query=INSERT+INTO+log.kept+FORMAT+JSONEachRow', 'Content-Length: 90000\r\n')}${'{"n":1}\n'.repeat(99)}`,
            after,
          );
          await breakOff(
            `${head('POST /?query=INSERT+INTO+log.kept+FORMAT+JSONEachRow', 'Transfer-Encoding: chunked\r\n')}40\r\n{"n":1}\n`,
            after,
          );
          await breakOff(head('GET /?query=SELECT+number+FROM+numbers(100000000)'), after);
          await breakOff(`${head('GET /?query=SELECT+1')}GET /?que`, after);
          await breakOff('nonsense', after);
        }
      expect(await store.auditor.query('SELECT count() AS n FROM kept')).toEqual([{ n: '0' }]);
    });
  });

  describe('what it keeps to itself', () => {
    it('leaves its secrets in files of this user alone, and none in what others see of a process', async () => {
      const folder = temporaryFolder();
      chmodSync(folder, 0o755);
      const store = await opened({ folder });
      const { credentials } = runtimeOf(folder);
      for (const name of ['runtime.json', 'users.xml', 'config.xml'])
        expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
      expect(readFileSync(join(folder, 'users.xml'), 'utf8')).not.toContain(credentials.writer);
      const commands = readdirSync('/proc')
        .filter((name) => /^\d+$/u.test(name) && existsSync(`/proc/${name}/cmdline`))
        .map((name) => {
          try {
            return readFileSync(`/proc/${name}/cmdline`, 'utf8');
          } catch {
            return '';
          }
        });
      expect(commands.some((command) => command.includes(folder))).toBe(true);
      expect(commands.some((command) => Object.values(credentials).some((secret) => command.includes(secret)))).toBe(
        false,
      );
      await store.close();
      expect(existsSync(join(folder, 'runtime.json'))).toBe(false);
    });

    it('writes neither queries nor rows into its log', async () => {
      const folder = temporaryFolder();
      const store = await opened({ folder });
      await store.writer.command('CREATE TABLE kept (n Int64) ENGINE = MergeTree ORDER BY n');
      await expect(store.writer.insert('kept', '{"n":"Zhang San"}', { format: 'JSONEachRow' })).rejects.toMatchObject({
        kind: 'data',
      });
      await expect(store.auditor.query("SELECT toInt64('Zhang San')")).rejects.toMatchObject({ kind: 'query' });
      for (const name of readdirSync(folder).filter((file) => file.includes('.log')))
        expect(readFileSync(join(folder, name), 'utf8')).not.toContain('Zhang');
    });

    it('answers nobody without a password', async () => {
      const folder = temporaryFolder();
      await opened({ folder });
      const { url } = runtimeOf(folder);
      expect(await ask(url, 'default', '', 'SELECT 1')).toContain('USER_SESSION_LIMIT_EXCEEDED');
      expect(await ask(url, 'default', '', 'SYSTEM STOP LISTEN HTTP')).toContain('USER_SESSION_LIMIT_EXCEEDED');
      expect(await ask(url, 'writer', '', 'SELECT 1')).toContain('AUTHENTICATION_FAILED');
      expect(await ask(url, 'auditor', 'guess', 'SELECT 1')).toContain('AUTHENTICATION_FAILED');
      expect(await answers(url)).toBe(true);
    });
  });

  it('asks for a server where its library is not installed', () => {
    const missing = (): never => {
      throw new Error('Cannot find module');
    };
    expect(() => clickHouseLibrary(missing)).toThrow(expect.objectContaining({ kind: 'configuration' }));
    expect(() => clickHouseLibrary(missing)).toThrow(/CLICKHOUSE_URL/u);
  });
});
