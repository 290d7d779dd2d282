import { hash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Instant, MatterId, OrganisationId } from '@suanjian/matters';
import type { CivilDate } from '@suanjian/rulebook';
import type { Keyring, KeyringPorts } from '../keys/keyring.ts';
import { openBytes, sealBytes } from '../keys/sealed-bytes.ts';
import type { Database } from '../migrations/database.ts';

/** How a bundle's log contradicts a bundle that came before it: it was longer then, or as long and another. */
export type BundleDoubt = 'went-back' | 'split';

interface BundleFacts {
  readonly matter: MatterId;
  /** The key whose signature was found good when the bundle came in. */
  readonly vkey: string;
  /** Absent when files were audited and no log. */
  readonly log?: {
    readonly origin: string;
    readonly treeSize: number;
    readonly root: string;
    readonly from: CivilDate;
    readonly to: CivilDate;
  };
}

export interface NewAuditBundle extends BundleFacts {
  readonly id: string;
  readonly organisation: OrganisationId;
  /** The signed note, byte for byte. */
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

export interface AuditBundleEntry extends BundleFacts {
  readonly id: string;
  /** SHA-256 of the note. */
  readonly hash: string;
  readonly size: number;
  readonly doubt?: BundleDoubt;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}

/** With what it says, taken out of its seal. */
export interface AuditBundleNote extends AuditBundleEntry {
  readonly note: string;
}

const placeOf = (organisation: string, contentHash: string): string => `audit-bundle/${organisation}/${contentHash}`;

/** One bundle, if the transaction’s scope may see its filing. Throws the errors of `openBytes`. */
export const findAuditBundle = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  id: string,
): Promise<AuditBundleNote | undefined> => {
  const row = await transaction.selectFrom('audit_bundle').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const content = await openBytes(
    { keyId: row.key_id, bytes: Buffer.from(row.content) },
    keyring,
    placeOf(row.organisation_id, row.hash),
  );
  return {
    id,
    matter: row.matter_id as MatterId,
    hash: row.hash,
    size: row.size,
    vkey: row.vkey,
    uploadedBy: row.uploaded_by,
    uploadedAt: row.uploaded_at as Instant,
    note: content.toString('utf8'),
    ...(row.doubt === null ? {} : { doubt: row.doubt }),
    ...(row.origin === null ||
    row.tree_size === null ||
    row.root === null ||
    row.period_from === null ||
    row.period_to === null
      ? {}
      : {
          log: {
            origin: row.origin,
            treeSize: row.tree_size,
            root: row.root,
            from: row.period_from as CivilDate,
            to: row.period_to as CivilDate,
          },
        }),
  };
};

/** A log only grows: one that was longer before, or is as long and has another root, has been put back or has two histories. */
const doubtOf = async (
  transaction: Transaction<Database>,
  organisation: OrganisationId,
  { origin, treeSize, root }: NonNullable<BundleFacts['log']>,
): Promise<BundleDoubt | null> => {
  const earlier = transaction
    .selectFrom('audit_bundle')
    .select('id')
    .where('organisation_id', '=', organisation)
    .where('origin', '=', origin);
  const split = await earlier.where('tree_size', '=', treeSize).where('root', '!=', root).limit(1).executeTakeFirst();
  if (split !== undefined) return 'split';
  const longer = await earlier.where('tree_size', '>', treeSize).limit(1).executeTakeFirst();
  return longer === undefined ? null : 'went-back';
};

/** Keeps a bundle that was found good, sealed under its organisation's key; the same note twice is one. */
export const keepAuditBundle = async (
  transaction: Transaction<Database>,
  { id, organisation, matter, vkey, log, note, by, at }: NewAuditBundle,
  keyring: Keyring,
  random: KeyringPorts['random'],
): Promise<{ readonly id: string; readonly already: boolean; readonly doubt?: BundleDoubt }> => {
  // One organisation's bundles come in one after the other, so that none misses the one before it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit-bundle/${organisation}`}, 0))`.execute(transaction);
  const content = Buffer.from(note, 'utf8');
  const contentHash = hash('sha256', content, 'hex');
  const existing = await transaction
    .selectFrom('audit_bundle')
    .select(['id', 'doubt'])
    .where('organisation_id', '=', organisation)
    .where('hash', '=', contentHash)
    .executeTakeFirst();
  if (existing !== undefined)
    return { id: existing.id, already: true, ...(existing.doubt === null ? {} : { doubt: existing.doubt }) };
  const doubt = log === undefined ? null : await doubtOf(transaction, organisation, log);
  const place = placeOf(organisation, contentHash);
  const { keyId, bytes } = await sealBytes(content, keyring, { kind: 'organisation', id: organisation }, place, random);
  await transaction
    .insertInto('audit_bundle')
    .values({
      id,
      organisation_id: organisation,
      matter_id: matter,
      hash: contentHash,
      vkey,
      period_from: log?.from ?? null,
      period_to: log?.to ?? null,
      origin: log?.origin ?? null,
      tree_size: log?.treeSize ?? null,
      root: log?.root ?? null,
      doubt,
      key_id: keyId,
      content: bytes,
      size: content.byteLength,
      uploaded_by: by,
      uploaded_at: at,
    })
    .execute();
  return { id, already: false, ...(doubt === null ? {} : { doubt }) };
};

/** Bundles of a filing, or of all filings of an organisation, those about the newest days first; what was audited as files counts by the day it came. Throws the errors of `openBytes`. */
export const listAuditBundles = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  {
    most,
    ...of
  }: ({ readonly matter: MatterId } | { readonly organisation: OrganisationId }) & { readonly most: number },
): Promise<{ readonly total: number; readonly bundles: readonly AuditBundleNote[] }> => {
  const { rows } = await sql<{ readonly id: string; readonly total: number }>`
    select id, count(*) over () as total from audit_bundle
    where ${'matter' in of ? sql`matter_id = ${of.matter}` : sql`organisation_id = ${of.organisation}`}
    order by coalesce(period_to, (uploaded_at at time zone 'Asia/Shanghai')::date) desc, uploaded_at desc, id
    limit ${most}`.execute(transaction);
  const bundles: AuditBundleNote[] = [];
  for (const { id } of rows) {
    const bundle = await findAuditBundle(transaction, keyring, id);
    if (bundle !== undefined) bundles.push(bundle);
  }
  return { total: rows[0]?.total ?? 0, bundles };
};
