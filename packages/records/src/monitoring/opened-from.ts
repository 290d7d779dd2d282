import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Actor, Instant, MatterId, WarningFacts } from '@suanjian/matters';
import { addDays, type CivilDate } from '@suanjian/rulebook';
import { bundleFindings } from '../audits/bundle-findings.ts';
import type { Keyring } from '../keys/keyring.ts';
import type { Database } from '../migrations/database.ts';
import { complaintsBehind } from './complaints.ts';
import { addAct, findWarning, setWarningStatus, type WarningEntry } from './warnings.ts';

/** The most complaints that a matter takes along by reference; the count says how many there were. */
const mostComplaints = 50;

/** As much of an indicator as is read here; the whole of it was read strictly when it came in. */
const written = z.object({
  reads: z.union([
    z.object({ source: z.literal('audit'), check: z.string() }),
    z.object({ source: z.literal('complaints'), kinds: z.array(z.string()) }),
  ]),
});

type Warned = NonNullable<Awaited<ReturnType<typeof findWarning>>>;

/** Of the bundle as it says itself; of one without a log as the warning says. */
const daysOf = (
  days: { readonly from: CivilDate; readonly until: CivilDate } | undefined,
  { day, lastDay, content }: Warned,
) => days ?? { from: addDays(day, 1 - (content.days ?? 1)), until: lastDay };

/** A warning with what stands behind it, if the transaction's scope may see it. Throws the errors of `openBytes`. */
export const warningFacts = async (
  transaction: Transaction<Database>,
  keyring: Pick<Keyring, 'find'>,
  id: string,
): Promise<(WarningFacts & Pick<WarningEntry, 'status'>) | undefined> => {
  const found = await findWarning(transaction, keyring, id);
  if (found === undefined) return undefined;
  const indicator = await transaction
    .selectFrom('monitoring_indicator')
    .select('definition')
    .where('id', '=', found.indicator)
    .where('version', '=', found.version)
    .executeTakeFirst();
  if (indicator === undefined) return undefined;
  const { reads } = written.parse(indicator.definition);
  const results: WarningFacts['results'][number][] = [];
  if (reads.source === 'audit')
    for (const { id: bundle, hash, filing } of found.content.bundles) {
      const findings = await bundleFindings(transaction, keyring, bundle, found.organisation);
      const verdict = findings?.checks.find(({ check }) => check === reads.check)?.verdict;
      results.push({
        filing: filing as MatterId,
        bundle: hash,
        check: reads.check,
        ...daysOf(findings?.days, found),
        ...(verdict === undefined ? {} : { verdict }),
      });
    }
  return {
    id: found.id,
    status: found.status,
    owner: found.organisation,
    place: found.place,
    indicator: found.indicator,
    from: addDays(found.day, 1 - (found.content.days ?? 1)),
    until: found.lastDay,
    ...(found.filing === undefined ? {} : { filing: found.filing }),
    ...(reads.source === 'complaints' ? { count: found.content.seen } : {}),
    complaints:
      reads.source === 'complaints'
        ? await complaintsBehind(
            transaction,
            { owner: found.organisation, kinds: reads.kinds, from: found.day, to: found.lastDay },
            mostComplaints,
          )
        : [],
    results,
  };
};

/**
 * Links a warning to the matter that was opened from it, in the transaction that opened it. What a team opens is no secret of whoever sees the
 * warning alone: of it nothing moves there, and row security shows the link to those who see the matter.
 */
export const linkOpened = async (
  transaction: Transaction<Database>,
  { id, status }: Pick<WarningEntry, 'id' | 'status'>,
  matter: { readonly kind: string; readonly id: MatterId; readonly ofTeam: boolean },
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
): Promise<void> => {
  if (actor.kind !== 'person' || actor.membership === undefined)
    throw new Error('only an official opens a matter from a warning');
  if (!matter.ofTeam && (status === 'new' || status === 'looked-into'))
    await setWarningStatus(transaction, { id, from: status, to: 'acted-on' });
  await addAct(transaction, {
    warning: id,
    action: 'opened',
    account: actor.account,
    organisation: actor.membership.organisation,
    matter: { kind: matter.kind, id: matter.id },
    at,
  });
};
