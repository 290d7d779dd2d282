import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type LogStore } from '@suanjian/decision-log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methodOf } from '../methods/methods.ts';
import { checks } from './checks.ts';
import { checkFaults } from './check-faults.ts';
import { prepareLogTables } from './testing/example-log.ts';
import { auditExample, differencesFrom } from './testing/run-example.ts';

test('ids are unique and in order', () => {
  const ids = checks.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

describe.runIf(checks.length > 0)('every check', () => {
  test.each(checks.map((check) => [check.id, check] as const))(
    '%s agrees with the rulebook, its method and the families',
    (_, check) => {
      expect(checkFaults(check, methodOf).map(({ en }) => en)).toEqual([]);
    },
  );

  describe('says of its examples what it should', () => {
    let folder = '';
    let store: LogStore;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'suanjian-checks-'));
      store = await openStore({ kind: 'embedded', folder });
      await prepareLogTables(store);
    });
    afterAll(async () => {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    });

    const examples = checks.flatMap((check) =>
      check.examples.map((example) => [check.id, example.title.en, check, example] as const),
    );
    test.each(examples)('%s: %s', async (_id, _title, check, example) => {
      const { results } = await auditExample(store, check, example, methodOf);
      expect(results.flatMap((result) => differencesFrom(example, result))).toEqual([]);
    });
  });
});
