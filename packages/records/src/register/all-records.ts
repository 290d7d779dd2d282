import type { Kysely } from 'kysely';
import type { Database } from '../migrations/database.ts';
import { recordView, viewColumns, type RegisterRecordView, type VersionRow } from './record-view.ts';

export interface AllRecordsOptions {
  /** Begin after this number. */
  readonly after?: string;
  /** Records read at a time, 500 unless told. */
  readonly batch?: number;
}

/**
 * The whole register in the order of its numbers, without a cap. Reads a batch at a time by key and holds nothing in between, so that
 * the embedded store's one connection is free for others. A record that changes meanwhile appears as it is when its batch is read.
 */
export const allRecords = async function* (
  database: Kysely<Database>,
  { after = '', batch = 500 }: AllRecordsOptions = {},
): AsyncGenerator<RegisterRecordView, void, undefined> {
  let last = after;
  for (;;) {
    const rows = await database
      .selectFrom('register_record')
      .select(viewColumns)
      .where('number', '>', last)
      .orderBy('number')
      .limit(batch)
      .execute();
    const end = rows.at(-1);
    if (end === undefined) return;
    const versions = await database
      .selectFrom('register_version')
      .selectAll()
      .where('number', '>', last)
      .where('number', '<=', end.number)
      .orderBy('number')
      .orderBy('version')
      .execute();
    const byNumber = new Map<string, VersionRow[]>();
    for (const version of versions) {
      const known = byNumber.get(version.number);
      if (known === undefined) byNumber.set(version.number, [version]);
      else known.push(version);
    }
    for (const row of rows) yield recordView(row, byNumber.get(row.number) ?? []);
    last = end.number;
  }
};
