import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text, type Text } from '@suanjian/rulebook';

export type PostgresServer =
  | {
      readonly kind: 'running';
      /** For the superuser, over a unix socket: the value for `SUANJIAN_TEST_POSTGRES_URL`. */
      readonly url: string;
      readonly version: string;
      /** Ends the server and removes its folder. */
      readonly stop: () => Promise<void>;
    }
  | { readonly kind: 'absent'; readonly reason: Text };

const absent = (zh: string, en: string): PostgresServer => ({ kind: 'absent', reason: text(zh, en) });

const debianFolder = '/usr/lib/postgresql';

/** Folder with `initdb` and `postgres`: the newest of Debian's, or one on the PATH. */
const findBinaries = (): string | undefined => {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const newestFirst = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(debianFolder, version, 'bin'));
  const onPath = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...newestFirst, ...onPath].find(
    (folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  );
};

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: as root it is given to an ordinary user that exists. */
const ordinaryUser = (): Identity | 'self' | undefined => {
  if (process.getuid?.() !== 0) return 'self';
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const wanted of ['postgres', 'nobody']) {
    const user = users.find(([name]) => name === wanted);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  return undefined;
};

/** Tests need speed, not durability. */
const settings = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '64MB',
  max_connections: '100',
};

const ready = /database system is ready to accept connections/;

/**
 * Starts a real PostgreSQL as an ordinary user, on a unix socket in a temporary folder. Says `absent` with the reason when the machine
 * has none or it does not start.
 */
export const startPostgresServer = async (): Promise<PostgresServer> => {
  if (process.platform === 'win32')
    return absent('Windows 上不启动测试用的 PostgreSQL。', 'No PostgreSQL is started for tests on Windows.');
  const binaries = findBinaries();
  if (binaries === undefined)
    return absent('本机没有安装 PostgreSQL。', 'PostgreSQL is not installed on this machine.');
  const user = ordinaryUser();
  if (user === undefined) {
    return absent('没有可用来运行 PostgreSQL 的普通用户。', 'There is no ordinary user that PostgreSQL could run as.');
  }

  const folder = mkdtempSync(join(tmpdir(), 'suanjian-postgres-'));
  if (user !== 'self') chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  // Messages in English, so that the line that says "ready" can be recognised.
  const options: SpawnOptions = {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', HOME: folder },
    ...(user === 'self' ? {} : user),
  };
  const clear = (): void => rmSync(folder, { recursive: true, force: true });

  const made = spawnSync(
    join(binaries, 'initdb'),
    ['--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C', '--no-sync'],
    { ...options, encoding: 'utf8', stdio: 'pipe' },
  );
  if (made.status !== 0) {
    clear();
    return absent(`initdb 失败：${made.stderr}`, `initdb failed: ${made.stderr}`);
  }

  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-k', folder, ...parameters], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = Promise.withResolvers<void>();
  server.once('exit', () => ended.resolve());
  server.once('error', () => ended.resolve());

  let log = '';
  const started = await new Promise<boolean>((resolve) => {
    server.stderr?.setEncoding('utf8').on('data', (lines: string) => {
      // Only the last lines are kept: tests provoke many errors on purpose.
      log = (log + lines).slice(-4000);
      if (ready.test(log)) resolve(true);
    });
    void ended.promise.then(() => resolve(false));
  });
  if (!started) {
    clear();
    return absent(`PostgreSQL 未能启动：${log}`, `PostgreSQL did not start: ${log}`);
  }

  const endWithUs = (): void => void server.kill('SIGQUIT');
  process.once('exit', endWithUs);
  return {
    kind: 'running',
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    version: readFileSync(join(data, 'PG_VERSION'), 'utf8').trim(),
    stop: async () => {
      process.removeListener('exit', endWithUs);
      // SIGINT is PostgreSQL's "fast" shutdown: sessions are cut off, not waited for.
      server.kill('SIGINT');
      await ended.promise;
      clear();
    },
  };
};
