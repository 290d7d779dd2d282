import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, type FormValues } from '../../engine/form.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, refuse } from '../../engine/refusal.ts';
import { responsibilityForm } from './form.ts';
import type { ResponsibilityEvent, ResponsibilityState } from './state.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

interface Gathered {
  readonly organisation: OrganisationFacts | undefined;
  readonly standing: boolean;
}

export const opening = m.opening<{ form?: FormValues | undefined }, Gathered>({
  title: text('建立主体责任台账', 'Begin the responsibility register'),
  help: text(
    '每个提供者只有一份，一直保持更新。写好以后由负责人施行，主管部门才看得到。',
    'A provider has one, kept up to date. Offices see it once the responsible officer has put it in force.',
  ),
  by: [providerParty('officer', 'editor')],
  to: 'drafted',
  clauses: ['final/7', 'draft/7'],
  input: z.strictObject({ form: draftSchemaFor(responsibilityForm).optional() }),
  gather: async (_input, lookups, { ground: { owner } }) =>
    owner === undefined
      ? { organisation: undefined, standing: false }
      : {
          organisation: await lookups.organisation(owner),
          standing: (await lookups.standing('responsibility', owner)) !== undefined,
        },
  decide: ({ form }, { gathered: { organisation, standing } }) => {
    if (organisation === undefined)
      return refuse({
        code: 'responsibility/no-organisation',
        text: text('找不到您所在的单位，请联系管理员。', 'Your organisation is not known here. Ask the administrator.'),
      });
    if (standing)
      return refuse({
        code: 'responsibility/already-there',
        text: text('你们已经有一份台账，请在那一份上更新。', 'You have a register already. Keep that one up to date.'),
      });
    const begun: ResponsibilityEvent = { type: 'opened', owner: organisation.id, place: organisation.place };
    return form === undefined
      ? accept<ResponsibilityEvent>(begun)
      : accept<ResponsibilityEvent>(begun, { type: 'saved', form });
  },
});
