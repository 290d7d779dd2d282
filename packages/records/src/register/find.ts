import type { Kysely } from 'kysely';
import type { Database } from '../migrations/database.ts';
import { listItems } from './list-items.ts';
import type { RegisterListItem } from './query.ts';
import { recordView, viewColumns, type RegisterRecordView } from './record-view.ts';

/** The record of a number, by its digits. */
export const findRecord = async (
  database: Kysely<Database>,
  digits: string,
): Promise<RegisterRecordView | undefined> => {
  const row = await database
    .selectFrom('register_record')
    .select(viewColumns)
    .where('number', '=', digits)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const versions = await database
    .selectFrom('register_version')
    .selectAll()
    .where('number', '=', digits)
    .orderBy('version')
    .execute();
  return recordView(row, versions);
};

const length = 21;
const everyDigit = Array.from({ length: 10 }, (_, digit) => String(digit));

/** What a hand may have meant: one digit other, two neighbours swapped, one left out, one too many. */
const nearNumbers = (digits: string): readonly string[] => {
  const near = new Set<string>();
  for (let index = 0; index <= digits.length; index += 1) {
    const [before, here, after] = [digits.slice(0, index), digits.slice(index, index + 1), digits.slice(index + 1)];
    if (digits.length === length && here !== '') {
      for (const digit of everyDigit) near.add(before + digit + after);
      if (after !== '') near.add(before + after.slice(0, 1) + here + after.slice(1));
    }
    if (digits.length === length - 1) for (const digit of everyDigit) near.add(before + digit + here + after);
    if (digits.length === length + 1 && here !== '') near.add(before + after);
  }
  near.delete(digits);
  return [...near];
};

/** Numbers of the register that a mistyped one may have meant, in the order of the numbers. */
export const suggestNear = async (database: Kysely<Database>, digits: string): Promise<readonly RegisterListItem[]> => {
  if (!/^\d{20,22}$/.test(digits)) return [];
  const rows = await database
    .selectFrom('register_record')
    .select('number')
    .where('number', 'in', nearNumbers(digits))
    .orderBy('number')
    .limit(10)
    .execute();
  return listItems(
    database,
    rows.map(({ number }) => number),
  );
};
