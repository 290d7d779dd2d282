import { afterAll, describe, onTestFinished, TestRunner } from 'vitest';
import { openStore, type Store } from '../store/open-store.ts';
import { openTestPostgres } from './postgres-databases.ts';
import { migratedSnapshot } from './snapshot.ts';

export interface TestStores {
  readonly kind: Store['kind'];
  /**
   * A fresh store with the whole schema. Opened in a test or `beforeEach` it is closed after that test, opened in `beforeAll`
   * after the suite.
   */
  readonly open: () => Promise<Store>;
}

/** Address of a PostgreSQL server for tests, as its superuser; set by the test runner. */
export const testPostgresUrl = (): string | undefined => process.env['SUANJIAN_TEST_POSTGRES_URL'] || undefined;

const closing = (open: () => Promise<Store>, left: Set<Store>) => async (): Promise<Store> => {
  const store = await open();
  if (TestRunner.getCurrentTest() === undefined) left.add(store);
  else onTestFinished(() => store.close());
  return store;
};

const suite = (kind: Store['kind'], open: () => Promise<Store>, describeSuite: (stores: TestStores) => void): void => {
  const left = new Set<Store>();
  afterAll(async () => {
    for (const store of left) await store.close();
  });
  describeSuite({ kind, open: closing(open, left) });
};

const openTestEmbedded = async (): Promise<Store> =>
  openStore({ kind: 'embedded', directory: undefined, snapshot: await migratedSnapshot() });

/** Runs the same tests on the embedded store and on a real PostgreSQL; without the latter its suite is skipped by name. */
export const withStores = (describeSuite: (stores: TestStores) => void): void => {
  describe('on the embedded store', () => suite('embedded', openTestEmbedded, describeSuite));
  const server = testPostgresUrl();
  describe.skipIf(server === undefined)('on PostgreSQL (SUANJIAN_TEST_POSTGRES_URL)', () =>
    suite('postgres', () => openTestPostgres(server ?? ''), describeSuite),
  );
};
