import type { LogStore } from '@suanjian/decision-log';
import type { Text } from '@suanjian/rulebook';
import { prepareLogTables } from '../checks/testing/example-log.ts';
import { auditExample, differencesFrom } from '../checks/testing/run-example.ts';
import type { Check } from '../engine/check.ts';
import type { Method } from '../engine/method.ts';

export interface TriedExample {
  readonly check: string;
  readonly title: Text;
  /** What is not as the example says; empty when all of it is. */
  readonly differences: readonly string[];
}

/** Runs the examples of checks on an empty store, as an audit would. */
export const tryExamples = async (
  store: LogStore,
  checks: readonly Check[],
  methodOf: (id: string) => Method | undefined,
): Promise<readonly TriedExample[]> => {
  await prepareLogTables(store);
  const tried: TriedExample[] = [];
  for (const check of checks)
    for (const example of check.examples) {
      let differences: readonly string[];
      try {
        const { results } = await auditExample(store, check, example, methodOf);
        differences = results.flatMap((result) => differencesFrom(example, result));
      } catch (error) {
        differences = [error instanceof Error ? error.message : String(error)];
      }
      tried.push({ check: check.id, title: example.title, differences });
    }
  return tried;
};
