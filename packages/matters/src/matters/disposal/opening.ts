import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, shownValues, type FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { Lookups } from '../../engine/lookups.ts';
import { covers, officeParty, providerParty, type Actor, type PlaceCode } from '../../engine/party.ts';
import { acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { happenedRefusals, momentIn } from '../common/moments.ts';
import { partOf, wordsIn } from '../common/part.ts';
import { disposalForm } from './form.ts';
import type { DisposalEvent, DisposalState } from './state.ts';

interface Owner {
  readonly id: OrganisationId;
  readonly place: PlaceCode;
}

const isOffice = (actor: Actor): boolean => actor.kind === 'person' && actor.membership?.kind === 'office';

/** Whose it is: the provider's own, or the one that the office names by number or full name. */
const ownerOf = async (
  form: FormValues,
  actor: Actor,
  own: OrganisationId | undefined,
  lookups: Lookups,
): Promise<Owner | undefined> => {
  if (!isOffice(actor)) return own === undefined ? undefined : lookups.organisation(own);
  const named = wordsIn(form, 'provider');
  if (!/^\d{21}$/.test(named)) return lookups.providerNamed(named);
  const holder = await lookups.ownerOfNumber(named);
  return holder === undefined ? undefined : { id: holder.owner, place: holder.place };
};

const isCovered = (actor: Actor, place: PlaceCode): boolean =>
  actor.kind === 'person' &&
  (actor.membership?.kind !== 'office' || covers(actor.membership.level, actor.membership.place, place));

const unknownProvider: Refusal = {
  code: 'disposal/unknown-provider',
  pointer: '/form/provider',
  text: text(
    '没有找到这个提供者，或者不归你们管辖。请写登记的全称或备案编号。',
    'No such provider is known, or it is not of your place. Give its registered name in full, or a filing number.',
  ),
};

const wrongSource = (office: boolean): Refusal => ({
  code: 'disposal/source',
  pointer: '/form/source',
  text: office
    ? text(
        '主管部门要求处置的，请选「主管部门在此要求处置」。',
        'An office that demands it chooses “Demanded here by an office”.',
      )
    : text(
        '这一项由主管部门自己选择；接到告知的请选「主管部门告知」。',
        'That is for an office itself. Choose “Told by an office” if one told you.',
      ),
});

export const opening = matterOf<DisposalState, DisposalEvent>().opening<
  { form?: FormValues | undefined },
  Owner | undefined
>({
  title: text('处置违法和不良信息', 'Dispose of content'),
  help: text(
    '发现后马上登记。报告之前只有你们自己看得到；主管部门要求处置的，双方都看得到。',
    'Recorded as soon as it is found. Until you report it only you see it; what an office demands, both see.',
  ),
  by: [providerParty('officer', 'editor'), officeParty(['nation', 'province', 'city'], 'reviewer', 'supervisor')],
  to: 'handled',
  clauses: ['final/9.2', 'draft/9.2', 'final/6.2', 'draft/6.2'],
  asks: { form: disposalForm, at: 'form' },
  input: z.strictObject({ form: draftSchemaFor(disposalForm).optional() }),
  gather: ({ form }, lookups, { actor, ground }) => ownerOf(partOf(form), actor, ground.owner, lookups),
  decide: ({ form }, { gathered: owner, actor, now }) => {
    const values = shownValues(disposalForm, partOf(form));
    const office = isOffice(actor);
    if (owner === undefined || !isCovered(actor, owner.place)) return refuse(unknownProvider);
    const demanded = values['source'] === 'demand';
    return acceptUnless(
      [
        ...(demanded === office ? [] : [wrongSource(office)]),
        ...happenedRefusals(momentIn(values, 'foundOn', 'foundAt'), now, '/form/foundOn'),
      ],
      { type: 'opened', owner: owner.id, place: owner.place, form: values, demanded },
    );
  },
});
