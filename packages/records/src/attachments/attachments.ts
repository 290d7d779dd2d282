import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AttachmentReference, Instant, OrganisationId } from '@suanjian/matters';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';

export interface NewAttachment {
  readonly organisation: OrganisationId;
  readonly name: string;
  /** By content, not by name. */
  readonly type: string;
  readonly content: Uint8Array;
  readonly scanned: 'clean' | 'not-scanned';
  readonly by: string;
  readonly at: Instant;
}

const placeOf = (organisation: string, contentHash: string): string => `attachment/${organisation}/${contentHash}`;

/** Keeps a file by its content, sealed under the organisation's key; the same content twice is kept once. */
export const keepAttachment = async (
  transaction: Transaction<Database>,
  { organisation, name, type, content, scanned, by, at }: NewAttachment,
  keyring: Keyring,
  random: KeyringPorts['random'],
): Promise<AttachmentReference> => {
  const contentHash = hash('sha256', content, 'hex');
  const reference: AttachmentReference = { hash: contentHash, name, size: content.byteLength, type };
  const existing = await transaction
    .selectFrom('attachment')
    .select('hash')
    .where('organisation_id', '=', organisation)
    .where('hash', '=', contentHash)
    .executeTakeFirst();
  if (existing !== undefined) return reference;
  const { keyId, bytes } = await sealBytes(
    content,
    keyring,
    { kind: 'organisation', id: organisation },
    placeOf(organisation, contentHash),
    random,
  );
  await transaction
    .insertInto('attachment')
    .values({
      hash: contentHash,
      organisation_id: organisation,
      size: content.byteLength,
      type,
      scanned,
      key_id: keyId,
      content: bytes,
      uploaded_by: by,
      uploaded_at: at,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'hash']).doNothing())
    .execute();
  return reference;
};

export interface KeptAttachment {
  readonly type: string;
  readonly content: Buffer;
}

/** The file again, if the transaction's scope may see it. Throws the errors of `openBytes`. */
export const readAttachment = async (
  transaction: Transaction<Database>,
  organisation: OrganisationId,
  contentHash: string,
  keyring: Pick<Keyring, 'find'>,
): Promise<KeptAttachment | undefined> => {
  const row = await transaction
    .selectFrom('attachment')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('hash', '=', contentHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    type: row.type,
    content: await openBytes(
      { keyId: row.key_id, bytes: Buffer.from(row.content) },
      keyring,
      placeOf(organisation, contentHash),
    ),
  };
};
