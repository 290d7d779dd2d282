import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { AttachmentReference, Instant, MatterId } from '@suanjian/matters';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';
import type { Insert } from './together.ts';

/** A file that came with a request of somebody without an account; checked and scanned already. */
export interface BroughtFile {
  readonly name: string;
  /** By content, not by name. */
  readonly type: string;
  readonly content: Uint8Array;
  readonly scanned: 'clean' | 'not-scanned';
}

/** What somebody without an account brings along. */
export interface Brought {
  /** Keyed digest of where the request came from, so that a flood is seen without keeping an address. */
  readonly origin?: string;
  /** SHA-256 of the code with which the matter will be followed. */
  readonly followCode?: string;
  readonly files: readonly BroughtFile[];
}

export const broughtNothing: Brought = { files: [] };

/** How a form refers to the file; made before the file is kept, from its content alone. */
export const referenceOfFile = ({ content, name, type }: BroughtFile): AttachmentReference => ({
  hash: hash('sha256', content, 'hex'),
  name,
  size: content.byteLength,
  type,
});

/** What keeping files needs from outside. */
export interface FilePorts {
  readonly keyring: Keyring;
  readonly random: KeyringPorts['random'];
}

/** The person whose key seals what they bring. */
const personOf = (matter: MatterId) => ({ kind: 'person', id: `${matter}.person` }) as const;
const placeOf = (matter: MatterId, contentHash: string): string => `matter-attachment/${matter}/${contentHash}`;

/** What keeps what came with an accepted command: files under the person's key, the digest of the code, the digest of the origin. */
export const broughtInserts = async (
  transaction: Transaction<Database>,
  { origin, followCode, files }: Brought,
  { matter, kind, at, opened }: { matter: MatterId; kind: string; at: Instant; opened: boolean },
  { keyring, random }: FilePorts,
): Promise<readonly Insert[]> => {
  const inserts: Insert[] = [];
  for (const file of files) {
    const { hash: contentHash, size, type } = referenceOfFile(file);
    const { keyId, bytes } = await sealBytes(
      file.content,
      keyring,
      personOf(matter),
      placeOf(matter, contentHash),
      random,
    );
    inserts.push(
      transaction
        .insertInto('matter_attachment')
        .values({
          matter_id: matter,
          hash: contentHash,
          size,
          type,
          scanned: file.scanned,
          key_id: keyId,
          content: bytes,
          added_at: at,
        })
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
  if (opened && followCode !== undefined)
    inserts.push(transaction.insertInto('follow_code').values({ code_hash: followCode, matter_id: matter }));
  if (opened && origin !== undefined) inserts.push(transaction.insertInto('intake').values({ origin, kind, at }));
  return inserts;
};

/** A person's file again, if the transaction's scope may see its matter. Throws the errors of `openBytes`. */
export const readMatterAttachment = async (
  transaction: Transaction<Database>,
  matter: MatterId,
  contentHash: string,
  keyring: Pick<Keyring, 'find'>,
): Promise<{ readonly type: string; readonly content: Buffer } | undefined> => {
  const row = await transaction
    .selectFrom('matter_attachment')
    .selectAll()
    .where('matter_id', '=', matter)
    .where('hash', '=', contentHash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const sealed = { keyId: row.key_id, bytes: Buffer.from(row.content) };
  return { type: row.type, content: await openBytes(sealed, keyring, placeOf(matter, contentHash)) };
};
