import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openEmbedded } from '../store/embedded/open-embedded.ts';
import { clickHouseLibrary } from '../store/embedded/library.ts';
import { openRemote } from '../store/remote/open-remote.ts';
import { logDatabase, type LogStore } from '../store/store.ts';
import { startCluster } from './start-cluster.ts';

export interface TestLogStores {
  readonly kind: 'embedded' | 'cluster';
  /**
   * The store, with the database `log` empty. It is the same processes for all tests of a suite, so a test uses it until its end and closes
   * nothing: `close` of this store does nothing.
   */
  readonly open: () => Promise<LogStore>;
}

interface Opened {
  readonly store: LogStore;
  readonly end: () => Promise<void>;
}

const openEmbeddedForTests = async (): Promise<Opened> => {
  const folder = mkdtempSync(join(tmpdir(), 'suanjian-store-'));
  const store = await openEmbedded({ folder, memoryBytes: 2_000_000_000 });
  return {
    store,
    end: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const shards = 3;

/** Nothing is asked often enough here to be worth a compiler's work; the embedded store compiles, as the product's does. */
const uncompiled = { compile_expressions: 0, compile_aggregate_expressions: 0, compile_sort_description: 0 };

const openClusterForTests = async (): Promise<Opened> => {
  const cluster = await startCluster(shards, { settings: uncompiled });
  const store = await openRemote(cluster.options);
  return {
    store,
    end: async () => {
      await store.close();
      await cluster.stop();
    },
  };
};

const emptied = async (store: LogStore): Promise<void> => {
  for (const node of store.nodes) {
    const tables = await node.query<{ name: string }>(
      'SELECT name FROM system.tables WHERE database = {database:String}',
      {
        parameters: { database: logDatabase },
      },
    );
    for (const { name } of tables) await node.command(`DROP TABLE IF EXISTS ${logDatabase}.\`${name}\` SYNC`);
  }
};

const suite = (
  kind: TestLogStores['kind'],
  start: () => Promise<Opened>,
  describeSuite: (stores: TestLogStores) => void,
): void => {
  let opened: Promise<Opened> | undefined;
  afterAll(async () => {
    await (await opened)?.end();
  });
  describeSuite({
    kind,
    open: async () => {
      opened ??= start();
      const { store } = await opened;
      await emptied(store);
      return { ...store, close: async () => undefined };
    },
  });
};

const hasLibrary = (): boolean => {
  try {
    return clickHouseLibrary() !== '';
  } catch {
    return false;
  }
};

/**
 * One embedded store for all tests of a file, which must be said at its top: each piece of work finds the database `log` empty. Starting
 * the process costs more than most tests.
 */
export const embeddedForFile = () => {
  let opened: Promise<Opened> | undefined;
  afterAll(async () => {
    await (await opened)?.end();
  });
  return async <Result>(work: (store: LogStore) => Promise<Result>): Promise<Result> => {
    opened ??= openEmbeddedForTests();
    const { store } = await opened;
    await emptied(store);
    return work(store);
  };
};

/**
 * Runs the same tests on the embedded store and on a cluster of three processes, a shard each. Where ClickHouse's library is not
 * installed both are skipped by name.
 */
export const onEveryStore = (describeSuite: (stores: TestLogStores) => void): void => {
  const here = hasLibrary();
  describe.skipIf(!here)('on the embedded store (ClickHouse library)', () =>
    suite('embedded', openEmbeddedForTests, describeSuite),
  );
  describe.skipIf(!here)('on a cluster of three shards (ClickHouse library)', () =>
    suite('cluster', openClusterForTests, describeSuite),
  );
};
