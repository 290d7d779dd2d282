import type { LogStore } from '@suanjian/decision-log';
import { editionIds, type EditionId } from '@suanjian/rulebook';
import { auditLog } from '../../engine/audit-log.ts';
import type { Check, CheckExample } from '../../engine/check.ts';
import type { Method } from '../../engine/method.ts';
import { errorBudget } from '../../receipt/receipt.ts';
import type { Report, ReportResult } from '../../report/schema.ts';
import { loadExample } from './example-log.ts';
import { exampleTraitKey } from './example-records.ts';

/** The edition of the check's first clause. */
const editionOf = ({ clauses }: Check): EditionId => {
  const id = clauses[0]?.clause.split('/')[0];
  return editionIds.find((known) => known === id) ?? 'final';
};

let number = 0;

/** Loads an example and runs its check as `suanjian audit --log` would. @throws what kept the check from running */
export const auditExample = async (
  store: LogStore,
  check: Check,
  example: CheckExample,
  methodOf: (id: string) => Method | undefined,
): Promise<Report> => {
  number += 1;
  const provider = `${check.id}-${number}`;
  const leaves = await loadExample(store, example, provider);
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
