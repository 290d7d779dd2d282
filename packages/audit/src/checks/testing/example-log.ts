import {
  BatchSorter,
  ensureDatabase,
  ensureTable,
  families,
  familyNames,
  logDatabase,
  tableOf,
  type FamilyName,
  type LogStore,
} from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import type { CheckExample } from '../../engine/check.ts';
import { exampleRecord } from './example-records.ts';
import { gatheredRows, type GatheredRows } from './gathered-rows.ts';

/** Makes the tables of all families, as the log's own loader does. */
export const prepareLogTables = async (store: LogStore): Promise<void> => {
  await ensureDatabase(store, logDatabase);
  for (const name of familyNames) await ensureTable(store, tableOf(families[name]));
};

const gatherRecords = async (
  gathered: GatheredRows,
  family: FamilyName,
  batch: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly LeafEntry[]> => {
  const body = Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const { days, refusals } = new BatchSorter(families[family]).sort(body, { now: Date.UTC(2030, 0, 1) });
  const [refused] = refusals;
  if (refused !== undefined)
    throw new RangeError(`${batch}, ${family}, record ${refused.line}: ${refused.field} ${refused.reason.en}`);
  const leaves: LeafEntry[] = [];
  for (const day of days) leaves.push(await gathered.add({ ...day, batch, family }));
  return leaves;
};

/** Loads one batch of records into the store the way the ingest does, and gives the leaves it would have left. */
export const loadRecords = async (
  store: LogStore,
  family: FamilyName,
  batch: string,
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly LeafEntry[]> => {
  const gathered = gatheredRows(store);
  const leaves = await gatherRecords(gathered, family, batch, records);
  await gathered.flush();
  return leaves;
};

/** The records of an example, under a provider of its own, so that many examples can share one store. */
export interface ProvidedExample extends Pick<CheckExample, 'records'> {
  readonly provider: string;
}

const gatherExample = async (
  gathered: GatheredRows,
  { records, provider }: ProvidedExample,
): Promise<readonly LeafEntry[]> => {
  const leaves: LeafEntry[] = [];
  for (const family of familyNames) {
    const given = records[family];
    if (given === undefined || given.length === 0) continue;
    leaves.push(
      ...(await gatherRecords(
        gathered,
        family,
        `${provider}-${family}`,
        given.map((record) => exampleRecord(family, record, provider)),
      )),
    );
  }
  return leaves;
};

/** Loads examples, and gives the leaves that each would have left. */
export const loadExamples = async (
  store: LogStore,
  examples: readonly ProvidedExample[],
): Promise<readonly (readonly LeafEntry[])[]> => {
  const gathered = gatheredRows(store);
  const leaves: (readonly LeafEntry[])[] = [];
  for (const example of examples) leaves.push(await gatherExample(gathered, example));
  await gathered.flush();
  return leaves;
};

/** One example. */
export const loadExample = async (
  store: LogStore,
  { records }: Pick<CheckExample, 'records'>,
  provider: string,
): Promise<readonly LeafEntry[]> => {
  const [leaves = []] = await loadExamples(store, [{ records, provider }]);
  return leaves;
};
