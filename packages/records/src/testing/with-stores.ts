import { afterAll, describe, onTestFinished, TestRunner } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { openTestPostgres } from './postgres-databases.ts';
import { reusedStores, type ReusedStores } from './reused-stores.ts';
import { migratedSnapshot } from './snapshot.ts';

export interface TestStores {
  readonly kind: Store['kind'];
  /**
   * An empty store with the whole schema. Opened in a test or `beforeEach` it is taken back after that test, opened in `beforeAll`
   * after the suite.
   */
  readonly open: () => Promise<Store>;
}

/** Address of a PostgreSQL server for tests, as its superuser; set by the test runner. */
export const testPostgresUrl = (): string | undefined => process.env['SUANJIAN_TEST_POSTGRES_URL'] || undefined;

const suite = (kind: Store['kind'], stores: ReusedStores, describeSuite: (stores: TestStores) => void): void => {
  const left = new Set<() => Promise<void>>();
  afterAll(async () => {
    for (const giveBack of left) await giveBack();
    await stores.closeMost();
  });
  describeSuite({
    kind,
    open: async () => {
      const { store, giveBack } = await stores.take();
      if (TestRunner.getCurrentTest() === undefined) left.add(giveBack);
      else onTestFinished(giveBack);
      return store;
    },
  });
};

const openTestEmbedded = async (): Promise<Store> =>
  openStore({ kind: 'embedded', directory: undefined, snapshot: await migratedSnapshot() });

/** One worker runs many test files, one after the other. */
const embedded = reusedStores(openTestEmbedded);
const postgres = reusedStores(() => openTestPostgres(testPostgresUrl() ?? ''));

/** Runs the same tests on the embedded store and on a real PostgreSQL; without the latter its suite is skipped by name. */
export const withStores = (describeSuite: (stores: TestStores) => void): void => {
  describe('on the embedded store', () => suite('embedded', embedded, describeSuite));
  const server = testPostgresUrl();
  describe.skipIf(server === undefined)('on PostgreSQL (SUANJIAN_TEST_POSTGRES_URL)', () =>
    suite('postgres', postgres, describeSuite),
  );
};
