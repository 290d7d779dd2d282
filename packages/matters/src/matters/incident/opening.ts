import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { draftSchemaFor, type FormValues } from '../../engine/form.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, refuse } from '../../engine/refusal.ts';
import { incidentForm } from './form.ts';
import { reportLimits, type ReportLimits } from './reporting.ts';
import type { IncidentEvent, IncidentState } from './state.ts';

interface Gathered {
  readonly organisation: OrganisationFacts | undefined;
  readonly limits: ReportLimits | undefined;
}

export const opening = matterOf<IncidentState, IncidentEvent>().opening<{ form?: FormValues | undefined }, Gathered>({
  title: text('登记安全事件', 'Record an incident'),
  help: text(
    '发现安全事件后马上登记，可以先写一部分。报告之前只有你们自己看得到。',
    'As soon as one is noticed, with whatever is known. Until you report it, only you see it.',
  ),
  by: [providerParty('officer', 'editor')],
  to: 'handled',
  clauses: ['final/7', 'draft/7', 'opinions/4'],
  input: z.strictObject({ form: draftSchemaFor(incidentForm).optional() }),
  gather: async (_input, lookups, { ground: { owner } }) =>
    owner === undefined
      ? { organisation: undefined, limits: undefined }
      : { organisation: await lookups.organisation(owner), limits: await reportLimits(lookups, owner) },
  decide: ({ form }, { gathered: { organisation, limits } }) => {
    if (organisation === undefined || limits === undefined)
      return refuse({
        code: 'incident/no-organisation',
        text: text('找不到您所在的单位，请联系管理员。', 'Your organisation is not known here. Ask the administrator.'),
      });
    const begun: IncidentEvent = { type: 'opened', owner: organisation.id, place: organisation.place, limits };
    return form === undefined ? accept<IncidentEvent>(begun) : accept<IncidentEvent>(begun, { type: 'saved', form });
  },
});
