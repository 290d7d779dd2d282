import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { draftSchemaFor, formInput, merged, shownValues, type FormValues } from '../../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../../engine/identity.ts';
import type { BundleFindings, Lookups } from '../../../engine/lookups.ts';
import { providerParty } from '../../../engine/party.ts';
import { accept, acceptUnless, refuse, type Refusal } from '../../../engine/refusal.ts';
import { attachmentsIn, submissionRefusals } from '../../common/submission.ts';
import { assessmentForm } from '../form.ts';
import { assessmentGaps, gapRefusal, keptGap } from '../gaps/find.ts';
import type { AssessmentFacts } from '../gaps/rule.ts';
import { declarationForm, openingForm } from '../inputs.ts';
import { prefilled } from '../prefill.ts';
import { triggerIn, type Trigger } from '../trigger.ts';
import type { AssessmentEvent, AssessmentState } from '../state.ts';

const m = matterOf<AssessmentState, AssessmentEvent>();
const draft = draftSchemaFor(assessmentForm);
const writers = [providerParty('officer', 'editor')];

interface OpeningFacts {
  readonly place: string | undefined;
  readonly filing: { readonly id: MatterId; readonly number?: string } | undefined;
  readonly supersedes: MatterId | undefined;
  readonly trigger: Trigger;
}

const idIn = (about: FormValues | undefined, name: string): MatterId | undefined => {
  const value = about?.[name];
  return typeof value === 'string' && value.trim() !== '' ? (value.trim() as MatterId) : undefined;
};

/** One of the provider's own matters; what belongs to somebody else does not exist for it. */
const ownMatter = async (
  lookups: Lookups,
  kind: string,
  id: MatterId | undefined,
  owner: OrganisationId | undefined,
) => {
  const found = id === undefined ? undefined : await lookups.matter(kind, id);
  return found === undefined || owner === undefined || found.owner !== owner ? undefined : found;
};

const notFound = (pointer: string, zh: string, en: string): Refusal => ({
  code: 'assessment/not-found',
  pointer,
  text: text(`找不到本单位的这件${zh}，请从列表中选择。`, `Your organisation has no such ${en}. Choose from the list.`),
});

export const opening = m.opening({
  title: text('新建安全评估', 'Begin an assessment'),
  help: text(
    '可以针对一件备案，也可以针对还没有备案的新算法。',
    'Of an algorithm that is filed, or of a new one that is not filed yet.',
  ),
  by: writers,
  // An event that calls for one (safety-2018/3.4): it is then begun from there.
  alsoOn: [
    { kind: 'incident', from: ['handled', 'reported', 'final-owed', 'closed'] },
    { kind: 'disposal', from: ['handled', 'reported', 'closed'] },
  ],
  to: 'draft',
  clauses: ['final/8', 'draft/8', 'safety-2018/3'],
  asks: { form: openingForm, at: 'about' },
  input: z.strictObject({ about: formInput(openingForm), form: draft.optional() }),
  gather: async ({ about }, lookups, { ground, parent }): Promise<OpeningFacts> => {
    const organisation = ground.owner === undefined ? undefined : await lookups.organisation(ground.owner);
    const filing = await ownMatter(lookups, 'filing', idIn(about, 'filing'), ground.owner);
    const number = filing?.state['number'];
    return {
      place: organisation?.place,
      filing: filing === undefined ? undefined : { id: filing.id, ...(typeof number === 'string' ? { number } : {}) },
      supersedes: (await ownMatter(lookups, 'assessment', idIn(about, 'supersedes'), ground.owner))?.id,
      trigger: parent === undefined ? {} : triggerIn(await lookups.matter(parent.kind, parent.id)),
    };
  },
  decide: ({ about, form }, { ground, parent, gathered: { place, filing, supersedes, trigger } }) => {
    const refusals = [
      ...(idIn(about, 'filing') !== undefined && filing === undefined
        ? [notFound('/about/filing', '备案', 'filing')]
        : []),
      ...(idIn(about, 'supersedes') !== undefined && supersedes === undefined
        ? [notFound('/about/supersedes', '评估', 'assessment')]
        : []),
    ];
    return acceptUnless<AssessmentEvent>(
      refusals,
      {
        type: 'opened',
        owner: ground.owner ?? null,
        place: place ?? ground.place,
        ...(parent === undefined ? {} : { parent }),
        ...(filing === undefined ? {} : { filing: filing.id }),
        ...(filing?.number === undefined ? {} : { number: filing.number }),
        ...(supersedes === undefined ? {} : { supersedes }),
      },
      {
        type: 'saved',
        form: {
          ...(about['template'] === 'safety-2018' ? trigger : {}),
          ...form,
          template: about['template'],
        },
      },
    );
  },
});

export const save = m.command({
  title: text('保存', 'Save'),
  help: text('保存填写的内容，可以不完整，也可以有缺口。', 'Keeps what is written so far, incomplete or with gaps.'),
  by: writers,
  from: ['draft', 'returned'],
  asks: 'own-screen',
  input: z.strictObject({ form: draft }),
  decide: (_state, { form }) => accept({ type: 'saved', form }),
});

const unknownBundle: Refusal = {
  code: 'assessment/unknown-bundle',
  pointer: '/bundle',
  text: text(
    '这件备案没有这个结果包。请先在备案的审计结论页上传并通过核验。',
    'There is no such bundle for this filing. Send it on the audit page of the filing first, where it is verified.',
  ),
};

const noDays: Refusal = {
  code: 'assessment/bundle-without-days',
  pointer: '/bundle',
  text: text(
    '这个结果包审计的是文件，没有时段，不能作为证据预填。请换一个审计日志的结果包。',
    'This bundle is about files and names no days; it cannot be filled in as evidence. Choose one that audits a log.',
  ),
};

export const prefill = m.command({
  title: text('从结果包预填', 'Fill in from a bundle'),
  help: text(
    '把核验过的结果包中的检查结论列为证据，能直接得出答案的填上答案；已经回答的不改。',
    'Lists what the checks of a verified bundle found as evidence and answers what follows from it; what was answered stays.',
  ),
  by: writers,
  from: ['draft', 'returned'],
  clauses: ['final/8'],
  asks: 'own-screen',
  input: z.strictObject({ bundle: z.uuid() }),
  gather: async ({ owner }, { bundle }, lookups): Promise<BundleFindings | undefined> =>
    owner === null ? undefined : lookups.bundleFindings(bundle, owner),
  decide: ({ form, filing }, _input, { gathered: found }) => {
    // One that was sent for another filing says nothing of this one.
    if (found === undefined || (filing !== undefined && found.filing !== filing)) return refuse(unknownBundle);
    if (found.days === undefined) return refuse(noDays);
    const { bundle, days, checks } = found;
    return accept({
      type: 'prefilled',
      form: prefilled(shownValues(assessmentForm, form), { bundle, ...days, checks }),
    });
  },
});

interface SubmissionFacts {
  readonly missing: readonly string[];
  readonly facts: AssessmentFacts;
}

/** Names of the gaps for which a reason was given. */
const explained = (declared: FormValues): ReadonlySet<string> => {
  const { reasons } = declared;
  return new Set(
    (Array.isArray(reasons) ? reasons : []).flatMap((each: { gap?: string; reason?: string }) =>
      each.gap !== undefined && (each.reason ?? '').trim() !== '' ? [each.gap.trim()] : [],
    ),
  );
};

const untrue: Refusal = {
  code: 'assessment/not-declared',
  pointer: '/declared/truthful',
  text: text('须确认内容属实才能提交。', 'It can be submitted only with the declaration that it is true.'),
};

export const submit = m.command({
  title: text('提交签署', 'Submit for signature'),
  help: text(
    '阻断性的缺口须先补上；其余的逐项说明理由。提交后由负责人签署。',
    'Gaps that block have to be closed; every other wants a reason. Then the responsible person signs.',
  ),
  by: writers,
  from: ['draft', 'returned'],
  to: ['submitted'],
  clauses: ['final/8', 'safety-2018/6'],
  asks: { form: declarationForm, at: 'declared' },
  input: z.strictObject({ declared: formInput(declarationForm) }),
  gather: async ({ form, filing }, _input, lookups, { today }): Promise<SubmissionFacts> => {
    const found = filing === undefined ? undefined : await lookups.matter('filing', filing);
    const filed = found?.state['form'];
    return {
      missing: await lookups.missingAttachments(
        attachmentsIn(assessmentForm, form).map(({ attachment }) => attachment.hash),
      ),
      facts: {
        today,
        ...(typeof filed === 'object' && filed !== null ? { filing: { form: filed as FormValues } } : {}),
      },
    };
  },
  decide: ({ form }, { declared }, { gathered: { missing, facts } }) => {
    const gaps = assessmentGaps(form, facts);
    const reasons = explained(declared);
    const open = gaps.filter(({ grade, name }) => grade === 'blocking' || !reasons.has(name));
    return acceptUnless<AssessmentEvent>(
      [
        ...(declared['truthful'] === true ? [] : [untrue]),
        ...submissionRefusals(assessmentForm, form, missing),
        ...open.map(gapRefusal),
      ],
      {
        type: 'submitted',
        form: shownValues(assessmentForm, form),
        declared: merged({}, declared),
        gaps: gaps.map(keptGap),
      },
    );
  },
});

const alreadySent: Refusal = {
  code: 'assessment/already-sent',
  text: text(
    '已经报送过主管部门，不能撤回；请按要求修改后重新报送。',
    'It has been sent to the office and cannot be withdrawn. Mend it and send it again.',
  ),
};

export const withdraw = m.command({
  title: text('撤回', 'Withdraw'),
  help: text('不再进行。报送过主管部门的不能撤回。', 'Give it up. What was sent to an office stays.'),
  by: [providerParty('officer')],
  from: ['draft', 'submitted', 'signed'],
  to: ['withdrawn'],
  reason: 'optional',
  input: z.strictObject({}),
  decide: ({ sentOn }) => acceptUnless(sentOn === undefined ? [] : [alreadySent], { type: 'withdrawn' }),
});
