import { text } from '@suanjian/rulebook';
import { families, type FamilyName } from '../families/families.ts';
import type { Field } from '../families/field.ts';
import { batchAt } from '../export/sound-rows.ts';
import type { BatchEntry, JournalIndex } from '../journal/journal-index.ts';
import { LogFault } from '../journal/log-fault.ts';
import { aboutUsers } from '../retention/people-fields.ts';
import { logDatabase, type QueryOptions, type StoreReader } from '../store/store.ts';

/** Whose records, or of which request; narrowed by days and families. */
export interface WantedRows {
  readonly by: 'user' | 'request';
  /** Pseudonyms of one person (one for each key epoch), or the request's id alone. */
  readonly ids: readonly string[];
  readonly families: readonly FamilyName[];
  readonly from?: string;
  readonly to?: string;
}

/** The wanted rows of one batch, by their numbers. */
export interface FoundRows {
  readonly entry: BatchEntry;
  readonly rows: readonly number[];
}

/** Families that know people, or requests. */
export const familiesKnowing = (by: WantedRows['by'], among: readonly FamilyName[]): readonly FamilyName[] =>
  among.filter((family) => (by === 'user' ? aboutUsers(family) !== undefined : knowsRequests(family)));

const knowsRequests = (family: FamilyName): boolean => {
  const fields: readonly Field[] = families[family].fields;
  return fields.some(({ name }) => name === 'request');
};

const conditionOf = (by: WantedRows['by'], family: FamilyName): string =>
  by === 'user' ? (aboutUsers(family) ?? 'false') : 'request IN {users:Array(String)}';

/** Where the wanted rows are, in the order of the evidence: the store finds them, the segments give them. Throws `LogFault` where the two do not agree. */
export async function findRows(
  index: JournalIndex,
  store: StoreReader,
  { by, ids, families: among, from = '1970-01-01', to = '2149-06-06' }: WantedRows,
): Promise<readonly FoundRows[]> {
  const found: FoundRows[] = [];
  for (const family of familiesKnowing(by, among))
    found.push(
      ...(await rowsWhere(
        index,
        store,
        family,
        `day >= {from:Date} AND day <= {to:Date} AND ${conditionOf(by, family)}`,
        { users: ids, from, to },
      )),
    );
  return found.sort((left, right) => left.entry.index - right.entry.index);
}

/** The rows of a family that meet a condition of the store's. Throws `LogFault` where store and evidence do not agree. */
export async function rowsWhere(
  index: JournalIndex,
  store: StoreReader,
  family: FamilyName,
  condition: string,
  parameters: NonNullable<QueryOptions['parameters']>,
): Promise<readonly FoundRows[]> {
  const rows = await store.query<{ civil: string; batch: string; numbers: readonly number[] }>(
    `SELECT toString(day) AS civil, toString(batch_id) AS batch, arraySort(groupArray(row_no)) AS numbers
FROM ${logDatabase}.${family} WHERE ${condition}
GROUP BY civil, batch ORDER BY civil, batch`,
    { parameters },
  );
  return rows.map(({ civil: day, batch, numbers }) => {
    const entry = index.batch(batch).find(({ leaf }) => leaf.day === day && leaf.family === family);
    if (entry === undefined || numbers.some((number) => number >= entry.leaf.rows)) throw outOfStep(family, day);
    return { entry, rows: numbers };
  });
}

/** Every row of a period. */
export const rowsOfPeriod = (
  index: JournalIndex,
  among: readonly FamilyName[],
  from: string,
  to: string,
): readonly BatchEntry[] =>
  index
    .segments()
    .filter(({ day, family }) => day >= from && day <= to && among.some((name) => name === family))
    .flatMap(({ leaves }) => leaves.flatMap((leaf) => batchAt(index, leaf)));

const outOfStep = (family: string, day: string): LogFault =>
  new LogFault(
    'damaged',
    text(
      `分析库中 ${day} 的 ${family} 与日志不一致；请运行 suanjian log rebuild。`,
      `The store does not hold what the log holds of ${family} on ${day}. Run suanjian log rebuild.`,
    ),
  );
