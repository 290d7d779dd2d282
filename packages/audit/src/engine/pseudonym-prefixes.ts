import { families, logDatabase, type FamilyName, type StoreReader } from '@suanjian/decision-log';
import type { KeptDays } from './partials.ts';
import { valueInSql } from './template.ts';

/** A pseudonym: `p`, the number of its key's epoch, `_`, and the hash. */
const pseudonym = /^(p\d+_)[\w-]{2,}$/u;

/** Epochs are few; whoever writes more prefixes than this does not write pseudonyms. */
const mostPrefixes = 100;

/**
 * What the pseudonyms of people in a family begin with. The table is sorted by them, so that each costs a look at its first row only; with what was
 * kept of earlier days only the days since then are looked at.
 * @returns undefined where somebody's id is no pseudonym: then nothing can be said of how they lie
 */
export const pseudonymPrefixes = async (
  session: Pick<StoreReader, 'query'>,
  family: FamilyName,
  provider: string,
  kept?: KeptDays,
): Promise<readonly string[] | undefined> => {
  if (families[family].order[0] !== 'user') return undefined;
  const key = { prefixes: family, provider };
  const begun = await kept?.partials.readBeginning(key, kept.days);
  const known = begun?.rows.map(({ prefix }) => String(prefix)) ?? [];
  const [since] = kept?.days.slice(begun?.days ?? 0) ?? [];
  if (begun !== undefined && since === undefined) return known;
  const among = [
    `provider = ${valueInSql(provider)}`,
    ...(begun === undefined || since === undefined ? [] : [`day >= toDate(${valueInSql(since.day)})`]),
  ];
  const found = await prefixesAmong(session, family, among);
  if (found === undefined) return undefined;
  const all = [...new Set([...known, ...found])];
  await kept?.partials.writeBeginning(
    key,
    kept.days,
    all.map((prefix) => ({ prefix })),
  );
  return all;
};

const prefixesAmong = async (
  session: Pick<StoreReader, 'query'>,
  family: FamilyName,
  among: readonly string[],
): Promise<readonly string[] | undefined> => {
  const found: string[] = [];
  for (let after = ''; found.length < mostPrefixes;) {
    const [row] = await session.query<{ user: string }>(
      `SELECT user FROM ${logDatabase}.${family} WHERE ${[...among, `user > ${valueInSql(after)}`].join(' AND ')} ORDER BY user LIMIT 1`,
    );
    if (row === undefined) return found;
    const [, prefix] = pseudonym.exec(row.user) ?? [];
    if (prefix === undefined) return undefined;
    found.push(prefix);
    after = `${prefix}~`;
  }
  return undefined;
};
