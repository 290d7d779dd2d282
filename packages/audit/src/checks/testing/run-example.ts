import type { LogStore } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { editionIds, type EditionId } from '@suanjian/rulebook';
import { auditLog } from '../../engine/audit-log.ts';
import type { Check, CheckExample } from '../../engine/check.ts';
import type { Method } from '../../engine/method.ts';
import { errorBudget } from '../../receipt/receipt.ts';
import type { Report, ReportResult } from '../../report/schema.ts';
import { loadExamples } from './example-log.ts';
import { exampleTraitKey } from './example-records.ts';

/** The edition of the check's first clause. */
const editionOf = ({ clauses }: Check): EditionId => {
  const id = clauses[0]?.clause.split('/')[0];
  return editionIds.find((known) => known === id) ?? 'final';
};

let number = 0;

/** An example whose records are in the store. */
export interface LoadedExample {
  readonly check: Check;
  readonly example: CheckExample;
  readonly provider: string;
  readonly leaves: readonly LeafEntry[];
}

/** Loads examples of checks for {@link auditLoaded}: many at once cost hardly more than one. */
export const loadChecked = async (
  store: LogStore,
  examples: readonly Pick<LoadedExample, 'check' | 'example'>[],
): Promise<readonly LoadedExample[]> => {
  const provided = examples.map(({ check, example }) => {
    number += 1;
    return { check, example, records: example.records, provider: `${check.id}-${number}` };
  });
  const leaves = await loadExamples(store, provided);
  return provided.map(({ check, example, provider }, index) => ({
    check,
    example,
    provider,
    leaves: leaves[index] ?? [],
  }));
};

/** Runs the check of a loaded example as `suanjian audit --log` would. @throws what kept the check from running */
export const auditLoaded = async (
  store: LogStore,
  { check, example, provider, leaves }: LoadedExample,
  methodOf: (id: string) => Method | undefined,
): Promise<Report> => {
  const { report, notRun } = await auditLog({
    session: store.auditor,
    clickhouse: store.version,
    leaves,
    checks: [check],
    methodOf,
    edition: editionOf(check),
    provider,
    traitKey: { key: exampleTraitKey, store },
    ...(example.parameters === undefined ? {} : { parameters: { [check.id]: example.parameters } }),
    seed: 1,
    error: errorBudget(1),
    host: 'test',
    clock: () => 0,
  });
  const [fault] = notRun;
  if (fault !== undefined) throw new Error(`${check.id}: ${fault.text.en}`, { cause: fault.cause });
  if (report === undefined) throw new Error(`${check.id}: no report and no fault`);
  return report;
};

/** Loads an example and runs its check. @throws what kept the check from running */
export const auditExample = async (
  store: LogStore,
  check: Check,
  example: CheckExample,
  methodOf: (id: string) => Method | undefined,
): Promise<Report> => {
  const [loaded] = await loadChecked(store, [{ check, example }]);
  if (loaded === undefined) throw new Error(`${check.id}: not loaded`);
  return auditLoaded(store, loaded, methodOf);
};

const near = (one: number | null, other: number): boolean =>
  one !== null && Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other));

const matches = (found: unknown, wanted: unknown): boolean => {
  if (typeof wanted === 'number') return typeof found === 'number' && near(found, wanted);
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (Array.isArray(wanted))
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((entry, index) => matches(found[index], entry))
    );
  return Object.entries(wanted).every(
    ([name, entry]) => typeof found === 'object' && found !== null && matches(Reflect.get(found, name), entry),
  );
};

/** What an example's result lacks of what the example says; empty when it is as told. */
export const differencesFrom = (
  { verdict, units }: Pick<CheckExample, 'verdict' | 'units'>,
  result: ReportResult,
): readonly string[] => {
  const differences: string[] = [];
  if (result.verdict !== verdict)
    differences.push(
      `verdict ${result.verdict} instead of ${verdict} (estimate ${result.estimate}, ${result.reason?.en ?? ''})`,
    );
  for (const wanted of units ?? []) {
    const unit = result.units.find(({ by }) => matches(by, wanted.by ?? {}));
    const name = JSON.stringify(wanted.by ?? {});
    if (unit === undefined) {
      differences.push(`no unit ${name} among ${JSON.stringify(result.units.map(({ by }) => by))}`);
      continue;
    }
    if (unit.verdict !== wanted.verdict)
      differences.push(`unit ${name}: verdict ${unit.verdict} instead of ${wanted.verdict}`);
    if (wanted.estimate !== undefined && !near(unit.estimate, wanted.estimate))
      differences.push(`unit ${name}: estimate ${unit.estimate} instead of ${wanted.estimate}`);
    for (const [value, expected] of Object.entries(wanted.values ?? {}))
      if (!matches(unit.values[value], expected))
        differences.push(
          `unit ${name}: ${value} is ${JSON.stringify(unit.values[value])} instead of ${JSON.stringify(expected)}`,
        );
  }
  return differences;
};
