import { z } from 'zod';
import { asCivilDate, text, type CivilDate } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { formFaults } from '../../../engine/form-faults.ts';
import { draftSchemaFor, shownValues } from '../../../engine/form.ts';
import type { MatterId } from '../../../engine/identity.ts';
import type { Lookups, MatterReference } from '../../../engine/lookups.ts';
import { matterParty } from '../../../engine/party.ts';
import { acceptUnless } from '../../../engine/refusal.ts';
import { basisInput, basisRefusals } from '../../common/basis.ts';
import { lapsingOf } from '../../common/lapse.ts';
import { isMaterial } from '../../common/material-change.ts';
import { filingForm } from '../form.ts';
import type { FilingEvent, FilingState } from '../state.ts';

const m = matterOf<FilingState, FilingEvent>();

const matterId = z
  .string()
  .min(1)
  .max(80)
  .transform((value) => value as MatterId);
const day = z
  .string()
  .refine((value) => asCivilDate(value) !== undefined)
  .transform((value) => value as CivilDate);

/** What only another matter's outcome may do to a filing. */
export const amend = m.command({
  title: text('更新备案内容', 'Take over a change'),
  help: text('变更备案后由系统办理。', 'Done by the system when a change is filed.'),
  by: [matterParty('change')],
  from: ['filed'],
  reason: 'optional',
  clauses: ['final/24.2', 'final/25'],
  input: z.strictObject({
    change: matterId,
    form: draftSchemaFor(filingForm),
    reasons: z.array(z.string().max(60)).max(30),
    occurred: day,
  }),
  gather: async ({ owner }, { reasons }, lookups, { matter }) => ({
    organisation: owner === null ? undefined : await lookups.organisation(owner),
    reviews: isMaterial(reasons)
      ? (await lookups.openOn(matter)).filter(({ kind }) => kind === 'ethics-review')
      : undefined,
  }),
  decide: (_state, { change, form, reasons, occurred }, { gathered: { organisation, reviews } }) => {
    const shown = shownValues(filingForm, form);
    const subject =
      organisation?.registered === true ? { subject: organisation.name, creditCode: organisation.creditCode } : {};
    return acceptUnless(formFaults(filingForm, shown), {
      type: 'amended',
      form: shown,
      change,
      reasons,
      occurred,
      ...(reviews === undefined ? {} : { reviews }),
      ...subject,
    });
  },
});

const lapsingWith = async (filing: MatterId, cause: MatterId, lookups: Lookups): Promise<readonly MatterReference[]> =>
  lapsingOf(await lookups.openOn(filing), cause);

export const cancel = m.command({
  title: text('注销备案', 'Cancel the filing'),
  help: text(
    '注销办结后由系统办理，公示页保留历史。',
    'Done by the system when a cancellation is settled; the public record keeps the history.',
  ),
  by: [matterParty('cancellation', 'violation-case')],
  from: ['filed'],
  to: ['cancelled'],
  reason: 'optional',
  clauses: ['final/24.3', 'final/33.2'],
  input: z.strictObject({ cancellation: matterId, by: z.enum(['provider', 'office']), basis: basisInput }),
  gather: (_state, { cancellation }, lookups, { matter }) => lapsingWith(matter, cancellation, lookups),
  decide: (_state, { cancellation, by, basis }, { edition, gathered: lapsing }) =>
    acceptUnless(basisRefusals(basis, edition), { type: 'cancelled', by, basis, cancellation, lapsing }),
});

export const revoke = m.command({
  title: text('撤销备案', 'Revoke the filing'),
  help: text(
    '撤销决定作出后由系统办理，公示页保留历史。',
    'Done by the system when a revocation is decided; the public record keeps the history.',
  ),
  by: [matterParty('revocation', 'violation-case')],
  from: ['filed'],
  to: ['revoked'],
  reason: 'optional',
  clauses: ['final/33.1'],
  input: z.strictObject({ revocation: matterId, basis: basisInput }),
  gather: (_state, { revocation }, lookups, { matter }) => lapsingWith(matter, revocation, lookups),
  decide: (_state, { revocation, basis }, { edition, gathered: lapsing }) =>
    acceptUnless(basisRefusals(basis, edition), { type: 'revoked', basis, revocation, lapsing }),
});
