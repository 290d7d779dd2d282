import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { text } from '@suanjian/rulebook';
import type { Database } from '../migrations/database.ts';
import { migrations as allMigrations } from '../migrations/index.ts';
import { ensureApplicationRole } from './application-role.ts';
import { createPool, type GuardedPool } from './connection-pool.ts';
import { withStoreErrors } from './database-errors.ts';
import { startEngine, type Engine } from './embedded/engine.ts';
import { StoreUnavailable } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migration.ts';
import { planningOnce } from './planned-once.ts';
import {
  createTransactions,
  TransactionGuard,
  type Scope,
  type TransactionOptions,
  type Work,
} from './transactions.ts';

interface CommonOptions {
  /** How long a caller waits for a free connection before `StoreBusy`, in milliseconds; 30,000 unless told. */
  readonly acquireTimeout?: number;
  /** The schema to bring the database to; the product's own unless told. */
  readonly migrations?: readonly Migration[];
}

export interface EmbeddedOptions extends CommonOptions {
  readonly kind: 'embedded';
  /** Data folder, made when absent and locked while open. Undefined: in memory, gone at `close`. */
  readonly directory: string | undefined;
  /** Image of another embedded store (`Store.dump`) to start from when the folder is new. */
  readonly snapshot?: Uint8Array<ArrayBuffer>;
}

export interface PostgresOptions extends CommonOptions {
  readonly kind: 'postgres';
  /** `postgres://…`; its user must own the schema `public`. */
  readonly url: string;
  /** Connections held at most, 10 unless told. */
  readonly connections?: number;
}

export type StoreOptions = EmbeddedOptions | PostgresOptions;

/**
 * The operational store. Both kinds speak PostgreSQL's dialect through `pg`.
 *
 * The embedded kind has ONE connection: while a transaction runs, everything else waits. Code inside `inScope` or `asOwner` must use the
 * transaction it is given; asking the store for another connection there throws `NestedCheckout` at once (on both kinds).
 */
export interface Store {
  readonly kind: StoreOptions['kind'];
  /** As the schema's owner, outside any scope; for reads and single statements. Errors are the driver's own: see `asStoreError`. */
  readonly database: Kysely<Database>;
  /** The same connections, for libraries that want `pg`. */
  readonly pool: pg.Pool;
  /** A transaction as the application role with `scope` as its settings: row security holds. Throws typed errors. */
  readonly inScope: <Result>(scope: Scope, work: Work<Result>, options?: TransactionOptions) => Promise<Result>;
  /** A transaction as the schema's owner: row security does not hold. For the system's own work only. */
  readonly asOwner: <Result>(work: Work<Result>, options?: TransactionOptions) => Promise<Result>;
  /** Lets running work end, then gives back connections, thread and folder. May be called twice. */
  readonly close: () => Promise<void>;
}

/** An embedded store has its engine within reach, for backups and tests. */
export interface EmbeddedStore extends Store {
  readonly kind: 'embedded';
  readonly engine: Pick<Engine, 'dump' | 'countSyncs' | 'kill'>;
}

const prepare = async (pool: GuardedPool, guard: TransactionGuard, migrations: readonly Migration[]) => {
  const database = new Kysely<Database>({ dialect: new PostgresDialect({ pool: planningOnce(pool) }) });
  await withStoreErrors(async () => {
    await ensureApplicationRole(database);
    await migrate(database, migrations);
  });
  const { inScope, asOwner, finish } = createTransactions(database, guard);
  const drain = async (): Promise<void> => {
    await finish();
    await pool.drain();
  };
  return { parts: { database, pool, inScope, asOwner }, drain };
};

/** Calls `close` once, however often it is asked. */
const once = (close: () => Promise<void>): (() => Promise<void>) => {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
};

const openEmbedded = async ({
  directory,
  snapshot,
  acquireTimeout,
  migrations = allMigrations,
}: EmbeddedOptions): Promise<EmbeddedStore> => {
  const lock = directory === undefined ? undefined : lockFolder(directory);
  let engine: Engine | undefined;
  try {
    const running = (engine = await startEngine({ directory, snapshot }));
    const guard = new TransactionGuard();
    const pool = createPool(
      // Everything is given, so that pg takes nothing from the environment (PGUSER, PGSSLMODE, …).
      {
        user: 'postgres',
        database: 'postgres',
        password: '',
        host: 'embedded',
        port: 5432,
        ssl: false,
        max: 1,
        idleTimeoutMillis: 0,
        stream: () => running.stream(),
      },
      guard,
      acquireTimeout,
    );
    const { parts, drain } = await prepare(pool, guard, migrations);
    const close = once(async () => {
      await drain();
      await running.close();
      lock?.release();
    });
    return { kind: 'embedded', ...parts, engine: running, close };
  } catch (error) {
    await engine?.kill();
    lock?.release();
    throw error;
  }
};

const openPostgres = async ({
  url,
  connections = 10,
  acquireTimeout,
  migrations = allMigrations,
}: PostgresOptions): Promise<Store> => {
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new StoreUnavailable(
      text('数据库地址必须以 postgres:// 开头。', 'the address of the database must begin with postgres://.'),
    );
  }
  const guard = new TransactionGuard();
  const pool = createPool({ connectionString: url, max: connections }, guard, acquireTimeout);
  try {
    const { parts, drain } = await prepare(pool, guard, migrations);
    return { kind: 'postgres', ...parts, close: once(drain) };
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** Opens the store and brings its schema up to date. Throws `StoreLocked`, `StoreUnavailable`, `StoreRightsMissing`, `MigrationFault`. */
export function openStore(options: EmbeddedOptions): Promise<EmbeddedStore>;
export function openStore(options: StoreOptions): Promise<Store>;
export function openStore(options: StoreOptions): Promise<Store> {
  return options.kind === 'embedded' ? openEmbedded(options) : openPostgres(options);
}
