import type { LogStore } from '@suanjian/decision-log';
import { onEveryStore } from '@suanjian/decision-log/testing';
import { canonicalJson } from '@suanjian/evidence';
import { beforeAll, describe, expect, test } from 'vitest';
import { methodOf } from '../methods/methods.ts';
import { checkFaults } from './check-faults.ts';
import { checks } from './checks.ts';
import { prepareLogTables } from './testing/example-log.ts';
import { auditLoaded, differencesFrom, loadChecked, type LoadedExample } from './testing/run-example.ts';

test('ids are unique and in order', () => {
  const ids = checks.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)].toSorted());
});

test.each(checks.map((check) => [check.id, check] as const))(
  '%s agrees with the rulebook, its method and the families',
  (_, check) => {
    expect(checkFaults(check, methodOf).map(({ en }) => en)).toEqual([]);
  },
);

const examples = checks.flatMap((check) =>
  check.examples.map((example) => [check.id, example.title.en, check, example] as const),
);
/** What each example came to on the store that was asked first. */
const answers = new Map<object, string>();

/** One of each check on the shards, the one that finds something where there is one: the others differ in data, not in SQL. */
const oneEach = checks.flatMap((check) => {
  const chosen = check.examples.find(({ verdict }) => verdict === 'fail') ?? check.examples[0];
  return examples.filter(([, , , example]) => example === chosen);
});

onEveryStore(({ kind, open }) => {
  describe('every check says of its examples what it should', () => {
    const asked = kind === 'embedded' ? examples : oneEach;
    let store: LogStore;
    let loaded: ReadonlyMap<object, LoadedExample>;
    beforeAll(async () => {
      store = await open();
      await prepareLogTables(store);
      const all = await loadChecked(
        store,
        asked.map(([, , check, example]) => ({ check, example })),
      );
      loaded = new Map(all.map((one) => [one.example, one]));
      // All records of all checks at once: on a busy machine longer than other set-ups may take.
    }, 400_000);

    test.each(asked)('%s: %s', async (_id, _title, _check, example) => {
      const one = loaded.get(example);
      if (one === undefined) throw new Error('the example was not loaded');
      const { results } = await auditLoaded(store, one, methodOf);
      expect(results.flatMap((result) => differencesFrom(example, result))).toEqual([]);
      const answer = canonicalJson(results);
      expect(answer, 'one node and three shards give the same bytes').toBe(answers.get(example) ?? answer);
      answers.set(example, answer);
    });
  });
});
