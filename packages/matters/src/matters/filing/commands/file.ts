import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { composeFilingNumber } from '@suanjian/register';
import { matterOf } from '../../../engine/definition.ts';
import type { OrganisationFacts } from '../../../engine/lookups.ts';
import { networkParty } from '../../../engine/party.ts';
import { accept, refuse } from '../../../engine/refusal.ts';
import type { FilingForm } from '../form.ts';
import { numberTypeOf } from '../number-type.ts';
import type { FilingEvent, FilingState } from '../state.ts';

const m = matterOf<FilingState, FilingEvent>();

interface Numbering {
  readonly organisation: OrganisationFacts | undefined;
  readonly serial: number;
}

const lastSerial = 999;

export const file = m.command({
  title: text('准予备案', 'File'),
  help: text('核发备案编号并公开公示内容。', 'Gives the filing number and publishes the disclosure.'),
  by: [networkParty(['nation'], 'reviewer', 'supervisor')],
  ownDesk: true,
  from: ['second-review'],
  to: ['filed'],
  reason: 'optional',
  clauses: ['final/25', 'draft/21'],
  input: z.strictObject({}),
  gather: async ({ form, owner }, _input, lookups): Promise<Numbering> => {
    const organisation = owner === null ? undefined : await lookups.organisation(owner);
    const type = numberTypeOf(form);
    const counted = organisation?.subjectCode !== undefined && type !== undefined;
    return { organisation, serial: counted ? await lookups.nextSerial(organisation.subjectCode, type.code) : 1 };
  },
  decide: (
    { form }: FilingState & { readonly form: FilingForm },
    _input,
    { gathered: { organisation, serial }, today },
  ) => {
    const type = numberTypeOf(form);
    if (organisation?.subjectCode === undefined || !organisation.registered)
      return refuse({
        code: 'filing/not-registered',
        clause: 'final/24.1',
        text: text(
          '备案主体的登记不再有效，不能核发编号。',
          'The provider is no longer registered, so no number can be given.',
        ),
      });
    if (type === undefined)
      return refuse({
        code: 'filing/no-type',
        pointer: '/form/technique',
        text: text(
          '表单没有写明算法类型，编号无法组成。',
          'The form states no type of algorithm; the number cannot be made up.',
        ),
      });
    if (serial > lastSerial)
      return refuse({
        code: 'filing/serials-used-up',
        text: text(
          '该主体这一类型的序号已用完（001 至 999）。',
          'The serials of this subject and type, 001 to 999, are used up.',
        ),
      });
    const { place, subjectCode: subject, name, creditCode } = organisation;
    const number = composeFilingNumber({ place, subject, type: type.id, year: Number(today.slice(0, 4)), serial });
    return accept({ type: 'filed', number, subject: name, ...(creditCode === undefined ? {} : { creditCode }) });
  },
});
