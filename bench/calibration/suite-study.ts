import { auditLog, checks, errorBudget, failsRun, methodOf } from '@suanjian/audit';
import { prepareLogTables } from '@suanjian/audit/testing';
import {
  familyNames,
  generateLog,
  logDatabase,
  storedRows,
  type FamilyName,
  type LogStore,
} from '@suanjian/decision-log';
import { batchRootOfLines, hex, LOG_FORMAT, type LeafEntry } from '@suanjian/evidence';
import { civilDateOf } from '@suanjian/rulebook';

export interface SuiteResult {
  readonly logs: number;
  /** Logs with at least one duty that fails. */
  readonly failing: number;
  /** How often each check failed. */
  readonly byCheck: Readonly<Record<string, number>>;
  /** Verdicts of all duties of all logs. */
  readonly passed: number;
  readonly asked: number;
}

const rows = 8_000;
const days = 14;
const from = civilDateOf('2026-03-02T00:00:00Z');
/** Logs that stand in the store at a time, each a provider of its own. */
const together = 10;

/** Each log's leaves; all rows of a family go into the store at once, since many small inserts cost more than the audits. */
const loadLogs = async (
  store: LogStore,
  seeds: readonly number[],
): Promise<ReadonlyMap<string, readonly LeafEntry[]>> => {
  const bodies = new Map<FamilyName, Buffer[]>();
  const leaves = new Map<string, LeafEntry[]>();
  for (const seed of seeds) {
    const provider = `clean-${seed}`;
    const own: LeafEntry[] = [];
    leaves.set(provider, own);
    for (const { family, day, rows: count, ndjson } of generateLog({ rows, days, seed, from, provider })) {
      const batch = `${provider}-${own.length}`;
      bodies.set(family, [...(bodies.get(family) ?? []), Buffer.from(storedRows(ndjson, { batch, day }))]);
      own.push({
        format: LOG_FORMAT,
        kind: 'batch',
        batch,
        family,
        day,
        rows: count,
        root: hex(batchRootOfLines(ndjson)),
      });
    }
  }
  for (const family of familyNames) await store.writer.command(`TRUNCATE TABLE ${logDatabase}.${family} SYNC`);
  for (const [family, parts] of bodies)
    await store.writer.insert(`${logDatabase}.${family}`, Buffer.concat(parts), { format: 'JSONEachRow' });
  return leaves;
};

/** Clean logs through the whole suite of the edition in force, one seed after another. */
export const measureSuite = async (store: LogStore, logs: number): Promise<SuiteResult> => {
  await prepareLogTables(store);
  const byCheck: Record<string, number> = {};
  let [failing, passed, asked] = [0, 0, 0];
  for (let first = 1; first <= logs; first += together) {
    const seeds = Array.from({ length: Math.min(together, logs - first + 1) }, (_, index) => first + index);
    for (const [provider, leaves] of await loadLogs(store, seeds)) {
      const { report, notRun } = await auditLog({
        session: store.auditor,
        clickhouse: store.version,
        leaves,
        checks,
        methodOf,
        edition: 'final',
        provider,
        seed: 1,
        error: errorBudget(1),
        host: 'bench',
        clock: () => 0,
      });
      const [broken] = notRun;
      if (broken !== undefined) throw new Error(`${provider}: ${JSON.stringify(broken)}`);
      const results = report?.results ?? [];
      const failed = new Set(results.filter(failsRun).map(({ id }) => id));
      for (const id of failed) byCheck[id] = (byCheck[id] ?? 0) + 1;
      if (failed.size > 0) failing += 1;
      const duties = results.filter(({ severity, verdict }) => severity === 'duty' && verdict !== 'not-applicable');
      asked += duties.length;
      passed += duties.filter(({ verdict }) => verdict === 'pass').length;
    }
    console.log(
      `clean logs: ${failing} of ${first + seeds.length - 1} fail a duty ${JSON.stringify(byCheck)}, ${passed} of ${asked} duties pass`,
    );
  }
  return { logs, failing, byCheck, passed, asked };
};
