import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { parseCreditCode } from '@suanjian/register';
import { matterOf, type CommandContext } from '../../engine/definition.ts';
import { draftSchemaFor, shownValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { Lookups, OrganisationFacts } from '../../engine/lookups.ts';
import { networkParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../engine/refusal.ts';
import { deskCommands } from '../common/desk.ts';
import { refuseCommand, returnCommand, withdrawCommand } from '../common/review.ts';
import { attachmentsIn, submissionRefusals } from '../common/submission.ts';
import { registrationForm, type RegistrationForm } from './form.ts';
import type { RegistrationEvent, RegistrationState } from './state.ts';

const m = matterOf<RegistrationState, RegistrationEvent>();

const writers = providerParty('officer', 'editor', 'administrator');
const signers = providerParty('officer', 'administrator');

const opening = m.opening({
  title: text('登记备案主体', 'Register as a provider'),
  help: text(
    '每个单位登记一次，审核通过后才能提交算法备案。',
    'Once for each organisation; filings can be submitted when it is approved.',
  ),
  by: [signers],
  to: 'draft',
  clauses: ['final/24.1'],
  input: z.strictObject({ form: draftSchemaFor(registrationForm).optional() }),
  gather: async (_input, lookups, { ground }) =>
    ground.owner === undefined ? undefined : lookups.organisation(ground.owner),
  decide: ({ form }, { gathered }) => {
    if (gathered === undefined)
      return refuse({
        code: 'registration/no-organisation',
        text: text('找不到您所在的单位，请联系管理员。', 'Your organisation is not known here. Ask the administrator.'),
      });
    const begun: RegistrationEvent = { type: 'opened', owner: gathered.id, place: gathered.place };
    return form === undefined
      ? accept<RegistrationEvent>(begun)
      : accept<RegistrationEvent>(begun, { type: 'saved', form });
  },
});

const save = m.command({
  title: text('保存', 'Save'),
  help: text('保存填写的内容，可以不完整。', 'Keeps what is written so far; it may be incomplete.'),
  by: [writers],
  from: ['draft', 'returned'],
  asks: 'own-screen',
  input: z.strictObject({ form: draftSchemaFor(registrationForm) }),
  decide: (_state, { form }) => accept({ type: 'saved', form }),
});

/** Who else holds the credit code that the form states. */
const otherHolder = async (
  form: RegistrationForm,
  lookups: Lookups,
  owner: OrganisationId | null,
): Promise<boolean> => {
  const reading = parseCreditCode(form.creditCode ?? '');
  const holder = reading.ok ? await lookups.holderOfCreditCode(reading.code) : undefined;
  return holder !== undefined && holder !== owner;
};

const heldElsewhere: Refusal = {
  code: 'registration/credit-code-held',
  pointer: '/form/creditCode',
  text: text(
    '这个统一社会信用代码已由另一个单位登记，请核对；确属本单位的，请联系主管部门。',
    'Another organisation has registered this credit code. Check it; if it is yours, ask the office.',
  ),
};

const submit = m.command({
  title: text('提交', 'Submit'),
  help: text(
    '提交后由省级网信部门审核，审核期间不能修改。',
    'The provincial office reviews it; it cannot be edited meanwhile.',
  ),
  by: [signers],
  from: ['draft', 'returned'],
  to: ['submitted'],
  clauses: ['final/24.1'],
  asks: 'own-screen',
  input: z.strictObject({ declaration: z.literal(true) }),
  gather: async (state, _input, lookups) => ({
    missing: await lookups.missingAttachments(
      attachmentsIn(registrationForm, state.form).map(({ attachment }) => attachment.hash),
    ),
    held: await otherHolder(state.form, lookups, state.owner),
  }),
  decide: (state, _input, { gathered, today }) => {
    const form = state.form as RegistrationForm;
    const refusals: Refusal[] = [...submissionRefusals(registrationForm, form, gathered.missing)];
    if (gathered.held) refusals.push(heldElsewhere);
    if (form.certificateUntil !== undefined && form.certificateUntil !== '' && form.certificateUntil < today)
      refusals.push({
        code: 'registration/certificate-expired',
        pointer: '/form/certificateUntil',
        text: text('证件已经过期，请换用有效的证件。', 'The certificate has expired. Use one that is valid.'),
      });
    if (form.place?.length === 6 && form.place.slice(0, 2) !== state.place.slice(0, 2))
      refusals.push({
        code: 'registration/other-province',
        pointer: '/form/place',
        text: text(
          '注册地与账户所属省份不一致，会送到错误的部门。请联系管理员更正单位所属地区。',
          "The place lies in another province than your account's organisation and would reach the wrong office. Ask the administrator to correct the organisation's place.",
        ),
      });
    return acceptUnless(refusals, { type: 'submitted', form: shownValues(registrationForm, form) });
  },
});

interface Approval {
  readonly organisation: OrganisationFacts | undefined;
  readonly held: boolean;
  readonly freeCode: string;
}

const approve = m.command({
  title: text('通过登记', 'Approve'),
  help: text(
    '核定主体信息，并给出备案编号中代表该主体的七位数字。',
    'Settles who the subject is, and gives it the seven digits that stand for it in filing numbers.',
  ),
  by: [networkParty(['province'], 'reviewer', 'supervisor')],
  ownDesk: true,
  from: ['submitted'],
  to: ['approved'],
  reason: 'optional',
  clauses: ['final/24.1'],
  input: z.strictObject({}),
  gather: async (state, _input, lookups): Promise<Approval> => {
    const organisation = state.owner === null ? undefined : await lookups.organisation(state.owner);
    return {
      organisation,
      held: await otherHolder(state.form, lookups, state.owner),
      freeCode: organisation?.subjectCode ?? (await lookups.freeSubjectCode()),
    };
  },
  decide: (state, _input, { gathered }: CommandContext<Approval>) => {
    const { legalName, creditCode, place }: RegistrationForm = state.form;
    const reading = parseCreditCode(creditCode ?? '');
    if (gathered.held || !reading.ok || legalName === undefined || place === undefined) return refuse(heldElsewhere);
    return accept({
      type: 'approved',
      name: legalName.trim(),
      creditCode: reading.code,
      place,
      subjectCode: gathered.freeCode,
    });
  },
});

const reopen = m.command({
  title: text('更正登记信息', 'Correct the registration'),
  help: text(
    '登记信息有变化时修改后再次提交；审核期间原登记继续有效。',
    'When something has changed, edit and submit again; the registration stands meanwhile.',
  ),
  by: [signers],
  from: ['approved'],
  to: ['draft'],
  reason: 'optional',
  input: z.strictObject({}),
  decide: () => accept({ type: 'reopened' }),
});

const review = { form: registrationForm, desks: ['submitted'], levels: ['province'] } as const;

export const registrationOpening = opening;
export const registrationCommands = {
  save,
  submit,
  approve,
  reopen,
  return: returnCommand(review),
  refuse: refuseCommand(review),
  withdraw: withdrawCommand(['draft', 'submitted', 'returned']),
  ...deskCommands({
    desks: ['submitted'],
    open: ['submitted', 'returned', 'approved'],
    levels: ['province', 'nation'],
  }),
};
