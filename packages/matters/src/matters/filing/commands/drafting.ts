import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { draftSchemaFor, shownValues } from '../../../engine/form.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { keptWarning } from '../../common/kept-warning.ts';
import { submissionRefusals } from '../../common/submission.ts';
import { contradictionRefusal, contradictionsOf } from '../contradictions/find.ts';
import { gatherSubmission } from '../facts.ts';
import { filingForm } from '../form.ts';
import type { FilingEvent, FilingState } from '../state.ts';

const m = matterOf<FilingState, FilingEvent>();
const draft = draftSchemaFor(filingForm);

export const opening = m.opening({
  title: text('新建算法备案', 'File an algorithm'),
  help: text(
    '先写草稿，随时保存；主体登记通过后才能提交。',
    'Begins a draft, saved as you go; it can be submitted once your organisation is registered.',
  ),
  by: [providerParty('officer', 'editor')],
  to: 'draft',
  clauses: ['final/24.1', 'draft/20.1'],
  input: z.strictObject({ form: draft.optional() }),
  gather: async (_input, lookups, { ground }) =>
    ground.owner === undefined ? undefined : lookups.organisation(ground.owner),
  decide: ({ form }, { gathered }) => {
    if (gathered === undefined)
      return refuse({
        code: 'filing/no-organisation',
        text: text('找不到您所在的单位，请联系管理员。', 'Your organisation is not known here. Ask the administrator.'),
      });
    const begun: FilingEvent = { type: 'opened', owner: gathered.id, place: gathered.place };
    return form === undefined ? accept<FilingEvent>(begun) : accept<FilingEvent>(begun, { type: 'saved', form });
  },
});

export const save = m.command({
  title: text('保存', 'Save'),
  help: text(
    '保存填写的内容，可以不完整，也可以有矛盾。',
    'Keeps what is written so far, incomplete or contradictory as it may be.',
  ),
  by: [providerParty('officer', 'editor')],
  from: ['draft', 'returned'],
  asks: 'own-screen',
  input: z.strictObject({ form: draft }),
  decide: (_state, { form }) => accept({ type: 'saved', form }),
});

const notRegistered: Refusal = {
  code: 'filing/not-registered',
  clause: 'final/24.1',
  text: text(
    '备案主体还没有登记通过，请先办理备案主体登记。',
    'Your organisation is not registered yet. Register it as a provider first.',
  ),
};

export const submit = m.command({
  title: text('提交备案', 'Submit'),
  help: text(
    '由算法安全责任人提交，并承诺内容属实。提交后送省级网信部门审核。',
    'Submitted by the responsible officer, who declares it true. It then goes to the provincial office.',
  ),
  by: [providerParty('officer')],
  from: ['draft', 'returned'],
  to: ['first-review'],
  clauses: ['final/24.1', 'draft/20.1'],
  asks: 'own-screen',
  input: z.strictObject({ declaration: z.literal(true) }),
  gather: ({ form, owner, number }, _input, lookups, { matter, today, settings }) =>
    gatherSubmission(
      { form, owner, filing: matter, occasion: 'new', today, settings, ...(number === undefined ? {} : { number }) },
      lookups,
    ),
  decide: ({ form }, _input, { gathered: { organisation, missing, facts } }) => {
    const contradictions = contradictionsOf(form, facts);
    const refusals = [
      ...(organisation?.registered === true ? [] : [notRegistered]),
      ...submissionRefusals(filingForm, form, missing),
      ...contradictions.filter(({ grade }) => grade === 'blocking').map(contradictionRefusal),
    ];
    const warnings = contradictions.filter(({ grade }) => grade === 'warning').map(keptWarning);
    return acceptUnless(refusals, { type: 'submitted', form: shownValues(filingForm, form), warnings });
  },
});
