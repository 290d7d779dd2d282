import { sql, type Kysely } from 'kysely';
import type { Database } from '../migrations/database.ts';

/** The highest serial that the register holds for a subject's seven digits and a type's two; 0 when there is none. */
export const registerPeak = async (
  database: Kysely<Database>,
  subjectCode: string,
  typeCode: string,
): Promise<number> => {
  const { rows } = await sql<{ serial: string | null }>`
    select max(substr(number, 18, 3)) as serial from register_record
    where length(number) = 21 and substr(number, 7, 9) = ${subjectCode + typeCode}`.execute(database);
  return Number(rows[0]?.serial ?? 0);
};

/** Whether any number in the register carries these seven digits. */
export const subjectCodeInRegister = async (database: Kysely<Database>, subjectCode: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from register_record where length(number) = 21
      and substr(number, 7, 9) >= ${subjectCode} and substr(number, 7, 9) < ${`${subjectCode}:`} limit 1`.execute(
    database,
  );
  return rows.length > 0;
};
