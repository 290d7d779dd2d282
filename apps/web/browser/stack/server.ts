import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTestDatabase } from '../../../../packages/records/src/testing/postgres-databases.ts';
import { seedFolder } from '../../../../packages/records/src/testing/seeded-folder.ts';

/** Where the records lie: in the embedded store, or in a database of their own on the test server. */
export type StackDatabase = 'embedded' | 'postgres';

export interface RunningStack {
  /** For example `http://127.0.0.1:40123`. */
  readonly address: string;
  /** The token of the run file: whoever has it acts as the local operator. */
  readonly token: string;
  /** From now on the program lives so many days ahead. */
  live(daysAhead: number): Promise<void>;
  stop(): Promise<void>;
}

const commandLine = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const laterDay = new URL('./later-day.ts', import.meta.url).href;
const startWithin = 120_000;

/** The server must know its own address when it starts, so the port is found first. */
const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no free port');
  return address.port;
};

const testServer = (): string => {
  const url = process.env['SUANJIAN_TEST_POSTGRES_URL'];
  if (url === undefined || url === '') throw new Error('SUANJIAN_TEST_POSTGRES_URL names no PostgreSQL for tests');
  return url;
};

const readToken = async (folder: string): Promise<string | undefined> => {
  try {
    const { token } = JSON.parse(await readFile(join(folder, 'run.json'), 'utf8')) as { readonly token: string };
    return token;
  } catch {
    return undefined;
  }
};

/**
 * The program as people start it, `suanjian serve --empty`, on a data folder of its own that is removed afterwards. It believes
 * a proxy on this machine, so that every browser can come from an address of its own and none uses up another's share of requests.
 */
export const startStack = async (kind: StackDatabase = 'embedded'): Promise<RunningStack> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-browser-'));
  // That it makes its store itself is tried elsewhere.
  const database = kind === 'postgres' ? await createTestDatabase(testServer(), 'migrated') : undefined;
  if (database === undefined) await seedFolder(join(folder, 'records'));
  const port = await freePort();
  const said: string[] = [];
  const child = spawn(process.execPath, ['--import', laterDay, commandLine, 'serve', '--empty'], {
    env: {
      PATH: process.env['PATH'],
      TZ: process.env['TZ'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      DATA_DIR: folder,
      HOST: '127.0.0.1',
      PORT: String(port),
      TRUSTED_PROXIES: '127.0.0.1',
      ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const keep = (chunk: Buffer): void => void said.push(chunk.toString('utf8'));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const live = async (daysAhead: number): Promise<void> => {
    const told = once(child, 'message');
    child.send(daysAhead);
    await told;
  };
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
    await database?.drop();
  };
  const until = Date.now() + startWithin;
  for (;;) {
    const token = await readToken(folder);
    if (token !== undefined) return { address: `http://127.0.0.1:${port}`, token, live, stop };
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`the server did not start:\n${said.join('')}`);
    }
    await wait(50);
  }
};
