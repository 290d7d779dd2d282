import { families, logDatabase, type FamilyName, type StoreReader } from '@suanjian/decision-log';
import { valueInSql } from './template.ts';

/** A pseudonym: `p`, the number of its key's epoch, `_`, and the hash. */
const pseudonym = /^(p\d+_)[\w-]{2,}$/u;

/** Epochs are few; whoever writes more prefixes than this does not write pseudonyms. */
const mostPrefixes = 100;

/**
 * What the pseudonyms of people in a family begin with. The table is sorted by them, so that each costs a look at its first row only.
 * @returns undefined where somebody's id is no pseudonym: then nothing can be said of how they lie
 */
export const pseudonymPrefixes = async (
  session: Pick<StoreReader, 'query'>,
  family: FamilyName,
  provider: string,
): Promise<readonly string[] | undefined> => {
  if (families[family].order[0] !== 'user') return undefined;
  const found: string[] = [];
  for (let after = ''; found.length < mostPrefixes;) {
    const [row] = await session.query<{ user: string }>(
      `SELECT user FROM ${logDatabase}.${family} WHERE provider = ${valueInSql(provider)} AND user > ${valueInSql(after)} ORDER BY user LIMIT 1`,
    );
    if (row === undefined) return found;
    const [, prefix] = pseudonym.exec(row.user) ?? [];
    if (prefix === undefined) return undefined;
    found.push(prefix);
    after = `${prefix}~`;
  }
  return undefined;
};
