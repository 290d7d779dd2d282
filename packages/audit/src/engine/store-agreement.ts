import { familyNames, logDatabase, type FamilyName, type JournalIndex, type StoreReader } from '@suanjian/decision-log';

/** A civil day of a family of which the analytical store holds another number of rows than were acknowledged and kept. */
export interface Disagreement {
  readonly family: FamilyName;
  readonly day: string;
  readonly acknowledged: number;
  readonly stored: number;
}

interface StoredCount {
  readonly family: string;
  readonly day: string;
  readonly found: string | number;
}

/**
 * Where the analytical store and the log's journal differ, in the order of days: rows still on their way, or a store that is not this log's.
 * An audit of such days would commit to other rows than it counted.
 */
export const storeDisagreements = async (
  session: Pick<StoreReader, 'query'>,
  index: Pick<JournalIndex, 'segments'>,
): Promise<readonly Disagreement[]> => {
  const counts = familyNames.map(
    (family) =>
      `SELECT '${family}' AS family, toString(day) AS day, count() AS found FROM ${logDatabase}.${family} GROUP BY day`,
  );
  const stored = new Map<string, number>();
  for (const { family, day, found } of await session.query<StoredCount>(counts.join(' UNION ALL ')))
    stored.set(`${day}/${family}`, Number(found));
  const acknowledged = new Map<string, number>();
  for (const { day, family, rows } of index.segments()) acknowledged.set(`${day}/${family}`, rows);
  return [...new Set([...stored.keys(), ...acknowledged.keys()])].toSorted().flatMap((key) => {
    const [day = '', name = ''] = key.split('/');
    const family = familyNames.find((known) => known === name);
    const [wanted, found] = [acknowledged.get(key) ?? 0, stored.get(key) ?? 0];
    return family === undefined || wanted === found ? [] : [{ family, day, acknowledged: wanted, stored: found }];
  });
};
