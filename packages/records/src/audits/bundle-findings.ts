import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { BundleFindings, OrganisationId } from '@suanjian/matters';
import type { Keyring } from '../keys/keyring.ts';
import type { Database } from '../migrations/database.ts';
import { findAuditBundle } from './audit-bundles.ts';

/** As much of a bundle as is read here; all of it was read strictly when it came in. */
const written = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      check: z.string().nullable(),
      status: z.string(),
      verdict: z.string(),
      scale: z.string(),
      estimate: z.number().nullable(),
    }),
  ),
});

const digits = 3;

const estimateOf = (estimate: number, scale: string): string =>
  scale === 'share' || scale === 'relative'
    ? `${Number((estimate * 100).toPrecision(digits))}%`
    : String(Number(estimate.toPrecision(digits)));

/** What a bundle of this organisation found, if the transaction's scope may see it. Throws the errors of `openBytes`. */
export const bundleFindings = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  id: string,
  owner: OrganisationId,
): Promise<BundleFindings | undefined> => {
  const own = await transaction
    .selectFrom('audit_bundle')
    .select('id')
    .where('id', '=', id)
    .where('organisation_id', '=', owner)
    .executeTakeFirst();
  const found = own === undefined ? undefined : await findAuditBundle(transaction, keyring, own.id);
  if (found === undefined) return undefined;
  const { results } = written.parse(JSON.parse(found.note.split('\n')[1] ?? ''));
  return {
    bundle: found.hash,
    filing: found.matter,
    ...(found.log === undefined ? {} : { days: { from: found.log.from, until: found.log.to } }),
    checks: results
      .filter(({ status }) => status === 'live')
      .map(({ id: run, check, verdict, scale, estimate }) => ({
        check: check ?? run,
        verdict,
        ...(estimate === null ? {} : { estimate: estimateOf(estimate, scale) }),
      })),
  };
};
