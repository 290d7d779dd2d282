import type { Transaction } from 'kysely';
import type { Instant, OrganisationId } from '@suanjian/matters';
import type { Database } from '../migrations/database.ts';

/** A key that an organisation's result bundles are signed with, and who brought it in and took it out, when. */
export interface AuditKey {
  readonly id: string;
  readonly vkey: string;
  readonly addedBy: string;
  readonly addedAt: Instant;
  readonly retired?: { readonly by: string; readonly at: Instant };
}

export type AddedAuditKey =
  | { readonly outcome: 'added' | 'known'; readonly key: AuditKey }
  /** A key that was given up is not taken up again: whoever has it since may sign with it. */
  | { readonly outcome: 'retired'; readonly key: AuditKey };

interface Row {
  readonly id: string;
  readonly vkey: string;
  readonly added_by: string;
  readonly added_at: string;
  readonly retired_by: string | null;
  readonly retired_at: string | null;
}

const keyOf = ({ id, vkey, ...row }: Row): AuditKey => ({
  id,
  vkey,
  addedBy: row.added_by,
  addedAt: row.added_at as Instant,
  ...(row.retired_by === null || row.retired_at === null
    ? {}
    : { retired: { by: row.retired_by, at: row.retired_at as Instant } }),
});

/** All keys of the scope's organisation, the retired ones too, oldest first. */
export const listAuditKeys = async (transaction: Transaction<Database>): Promise<readonly AuditKey[]> => {
  const rows = await transaction.selectFrom('audit_key').selectAll().orderBy('added_at').orderBy('id').execute();
  return rows.map(keyOf);
};

export const addAuditKey = async (
  transaction: Transaction<Database>,
  given: {
    readonly id: string;
    readonly organisation: OrganisationId;
    readonly vkey: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<AddedAuditKey> => {
  const added = await transaction
    .insertInto('audit_key')
    .values({
      id: given.id,
      organisation_id: given.organisation,
      vkey: given.vkey,
      added_by: given.by,
      added_at: given.at,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'vkey']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added !== undefined) return { outcome: 'added', key: keyOf(added) };
  const key = keyOf(
    await transaction
      .selectFrom('audit_key')
      .selectAll()
      .where('organisation_id', '=', given.organisation)
      .where('vkey', '=', given.vkey)
      .executeTakeFirstOrThrow(),
  );
  return { outcome: key.retired === undefined ? 'known' : 'retired', key };
};

/** Retires a key of the scope's organisation; once only, a second time changes nothing. */
export const retireAuditKey = async (
  transaction: Transaction<Database>,
  { id, by, at }: { readonly id: string; readonly by: string; readonly at: Instant },
): Promise<AuditKey | undefined> => {
  await transaction
    .updateTable('audit_key')
    .set({ retired_by: by, retired_at: at })
    .where('id', '=', id)
    .where('retired_at', 'is', null)
    .execute();
  const row = await transaction.selectFrom('audit_key').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : keyOf(row);
};
