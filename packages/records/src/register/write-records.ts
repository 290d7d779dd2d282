import { sql, type Transaction } from 'kysely';
import type { Database } from '../migrations/database.ts';
import type { RegisterEntry } from './content.ts';
import type { RecordRow } from './record-row.ts';

export interface NewVersion {
  readonly number: string;
  readonly version: number;
  readonly content: unknown;
  readonly entry: RegisterEntry;
  readonly at: string;
}

const columns = [
  'number',
  'display',
  'algorithm_name',
  'name_key',
  'subject',
  'subject_key',
  'product_key',
  'search_text',
  'technique',
  'type_code',
  'role',
  'place',
  'province',
  'status',
  'origin',
  'matter_id',
  'list',
  'first_month',
  'filed_on',
  'changed_on',
  'flagged',
  'revision',
  'content',
  'content_hash',
  'terms',
  'sort_key',
] as const satisfies readonly (keyof RecordRow)[];

const names = sql.join(columns.map((column) => sql.ref(column)));
const assignments = sql.join(
  columns.filter((column) => column !== 'number').map((column) => sql`${sql.ref(column)} = given.${sql.ref(column)}`),
);

/** One statement and one parameter for the whole batch, so that its length costs no parsing. */
export const insertRecords = async (transaction: Transaction<Database>, rows: readonly RecordRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`insert into register_record (${names}) select ${names}
    from json_populate_recordset(null::register_record, ${JSON.stringify(rows)}::json)`.execute(transaction);
};

export const updateRecords = async (transaction: Transaction<Database>, rows: readonly RecordRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await sql`update register_record as record set ${assignments}
    from json_populate_recordset(null::register_record, ${JSON.stringify(rows)}::json) as given
    where record.number = given.number`.execute(transaction);
};

export const insertVersions = async (
  transaction: Transaction<Database>,
  versions: readonly NewVersion[],
): Promise<void> => {
  if (versions.length === 0) return;
  await sql`insert into register_version (number, version, content, entry, at) select number, version, content, entry, at
    from json_populate_recordset(null::register_version, ${JSON.stringify(versions)}::json)`.execute(transaction);
};
