import type { Transaction } from 'kysely';
import type { Instant, MatterId, Publication } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';
import { contentHash, type KeptContent } from './content.ts';
import { recordRow } from './record-row.ts';
import { insertRecords, insertVersions, updateRecords } from './write-records.ts';

export interface PublicationContext {
  readonly matter: MatterId;
  readonly at: Instant;
  /** What stands before the digits of numbers issued here. */
  readonly prefix: string;
}

/**
 * Writes what an accepted event makes public, in the transaction of its command (the application role may): the record's present
 * content and status, and a version with its entry. What was announced about the number elsewhere stays beside it.
 */
export const publishToRegister = async (
  transaction: Transaction<Database>,
  { number, status, content, entry }: Publication,
  { matter, at, prefix }: PublicationContext,
): Promise<void> => {
  const found = await transaction
    .selectFrom('register_record')
    .select(['display', 'first_month', 'filed_on', 'revision', 'content', 'content_hash', 'matter_id'])
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst();
  const before = found?.content as KeptContent | undefined;
  const kept: KeptContent = { content, ...(before?.announced === undefined ? {} : { announced: before.announced }) };
  const revision = (found?.revision ?? 0) + 1;
  const row = recordRow({
    number,
    display: found?.display ?? `${prefix}${number}号`,
    status,
    origin: 'filing',
    // The matter that leads to the filing: later changes and cancellations are its children.
    matter: found?.matter_id ?? matter,
    firstMonth: found?.first_month ?? entry.on.slice(0, 7),
    filedOn: found?.filed_on ?? (entry.occasion === 'filed' ? entry.on : null),
    changedOn: entry.occasion === 'filed' ? null : entry.on,
    revision,
    kept,
    // Of an announced record the hash stays that of the announcement: it tells whether the next import brings anything new.
    hash: kept.announced === undefined ? contentHash(content) : (found?.content_hash ?? contentHash(kept.announced)),
  });
  if (found === undefined) await insertRecords(transaction, [row]);
  else await updateRecords(transaction, [row]);
  await insertVersions(transaction, [{ number, version: revision, content, entry, at }]);
};
