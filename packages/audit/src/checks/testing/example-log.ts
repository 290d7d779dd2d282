import {
  BatchSorter,
  ensureDatabase,
  ensureTable,
  families,
  familyNames,
  logDatabase,
  storedRows,
  tableOf,
  type FamilyName,
  type LogStore,
} from '@suanjian/decision-log';
import { LOG_FORMAT, type LeafEntry } from '@suanjian/evidence';
import type { CheckExample } from '../../engine/check.ts';
import { exampleRecord } from './example-records.ts';

/** Makes the tables of all families, as the log's own loader does. */
export const prepareLogTables = async (store: LogStore): Promise<void> => {
  await ensureDatabase(store, logDatabase);
  for (const name of familyNames) await ensureTable(store, tableOf(families[name]));
};

/** Loads one batch of records into the store the way the ingest does, and gives the leaves it would have left. */
export const loadRecords = async (
  store: LogStore,
  family: FamilyName,
  batch: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly LeafEntry[]> => {
  const body = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const { days, refusals } = new BatchSorter(families[family]).sort(body, { now: Date.UTC(2030, 0, 1) });
  const [refused] = refusals;
  if (refused !== undefined)
    throw new RangeError(`${family}, record ${refused.line}: ${refused.field} ${refused.reason.en}`);
  const leaves: LeafEntry[] = [];
  for (const { day, rows, root, lines } of days) {
    const inserted = storedRows(lines, { batch, day });
    await store.writer.insert(`${logDatabase}.${family}`, inserted, {
      format: 'JSONEachRow',
      token: `${batch}-${family}-${day}`,
    });
    leaves.push({ format: LOG_FORMAT, kind: 'batch', batch, family, day, rows, root });
  }
  return leaves;
};

/** The records of an example, under a provider of its own, so that many examples can share one store. */
export const loadExample = async (
  store: LogStore,
  { records }: Pick<CheckExample, 'records'>,
  provider: string,
): Promise<readonly LeafEntry[]> => {
  const leaves: LeafEntry[] = [];
  for (const family of familyNames) {
    const given = records[family];
    if (given === undefined || given.length === 0) continue;
    leaves.push(
      ...(await loadRecords(
        store,
        family,
        `${provider}-${family}`,
        given.map((record) => exampleRecord(family, record, provider)),
      )),
    );
  }
  return leaves;
};
