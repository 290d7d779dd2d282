import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { matterOf } from '../../../engine/definition.ts';
import { asking, merged, pickedCheck, shownValues, type FormValues } from '../../../engine/form.ts';
import type { BundleFindings } from '../../../engine/lookups.ts';
import { accept, acceptUnless, refuse } from '../../../engine/refusal.ts';
import {
  accountField,
  answerField,
  assessmentForm,
  isAsked,
  prefilled,
  questions,
} from '../../assessment/definition.ts';
import { entriesOf, partOf, wordsIn } from '../../common/part.ts';
import { headParty, teamParty } from '../../common/team/commands.ts';
import * as team from '../../common/team/refusals.ts';
import { accountOf, membersOf } from '../../common/team/state.ts';
import { answerForm, bundleForm, evidenceForm, riskForm } from '../form.ts';
import { alone, noDays, refusal, unknownBundle } from '../refusals.ts';
import type { OfficialAssessmentEvent, OfficialAssessmentState } from '../state.ts';

const m = matterOf<OfficialAssessmentState, OfficialAssessmentEvent>();

const least = 2;
const mostEvidence = 400;
const mostRisks = 60;

const notAsked = refusal(
  'not-asked',
  '按所评估的算法，模板不问这一项。',
  'Of this algorithm the template does not ask this.',
  '/question',
);

export const assessing = {
  start: m.command({
    title: text('启动评估', 'Start'),
    help: text(
      '由发起人以外的负责人启动，工作组至少有两名成员；企业随即知道在评估。',
      'By a head other than the one who began it, with two members at least. The company then knows that it is assessed.',
    ),
    by: [headParty],
    from: ['preparing'],
    to: ['assessing'],
    clauses: ['final/28.1', 'opinions/8'],
    input: z.strictObject({}),
    decide: (state, _input, { actor }) => {
      const by = accountOf(actor);
      if (by === undefined) return refuse(team.noPerson);
      return acceptUnless(
        [...(by === state.planner ? [alone] : []), ...(membersOf(state).length < least ? [team.tooFew(least)] : [])],
        { type: 'started', by },
      );
    },
  }),
  drop: m.command({
    title: text('不再评估', 'Drop it'),
    help: text('企业不会知道。', 'The company never learns of it.'),
    by: [headParty],
    from: ['preparing'],
    to: ['dropped'],
    reason: 'required',
    input: z.strictObject({}),
    decide: () => accept({ type: 'dropped' }),
  }),
  prefill: m.command<FormValues, BundleFindings | undefined>({
    title: text('从结果包预填', 'Fill in from a bundle'),
    help: text(
      '检查结论列为证据，能直接得出答案的填上；已经回答的不改。',
      'What the checks found becomes evidence and answers what follows from it; what was answered stays.',
    ),
    by: [teamParty],
    from: ['assessing'],
    ...asking(bundleForm),
    gather: async (_state, values, lookups, { ground: { owner } }) =>
      owner === undefined ? undefined : lookups.bundleFindings(wordsIn(values, 'bundle'), owner),
    decide: ({ form, filing }, _values, { gathered: found }) => {
      // One that was sent for another filing says nothing of this one.
      if (found === undefined || (filing !== undefined && found.filing !== filing)) return refuse(unknownBundle);
      if (found.days === undefined) return refuse(noDays);
      const { bundle, days, checks } = found;
      return accept({
        type: 'prefilled',
        form: merged(form, prefilled(shownValues(assessmentForm, form), { bundle, ...days, checks })),
      });
    },
  }),
  answer: m.command<FormValues>({
    title: text('回答一项', 'Answer a question'),
    help: text('按核实的情况回答，并说明怎样核实的。', 'By what was established, and how.'),
    by: [teamParty],
    from: ['assessing'],
    ...asking(answerForm),
    decide: ({ form }, values) => {
      const question = questions.find(({ id }) => id === values['question']);
      return question === undefined || !isAsked(question, form)
        ? refuse(notAsked)
        : accept({
            type: 'answered',
            form: merged(form, {
              [answerField(question)]: values['answer'],
              [accountField(question)]: values['account'],
            }),
          });
    },
  }),
  'add-evidence': m.command<FormValues, BundleFindings | undefined>({
    title: text('补充证据', 'Add evidence'),
    help: text('写明证据说明哪一项。', 'Say what it speaks to.'),
    by: [teamParty],
    from: ['assessing'],
    ...asking(evidenceForm),
    gather: async (_state, values, lookups, { ground: { owner } }) => {
      const picked = pickedCheck(wordsIn(shownValues(evidenceForm, partOf(values)), 'result'));
      return picked === undefined || owner === undefined ? undefined : lookups.bundleFindings(picked.bundle, owner);
    },
    decide: ({ form }, given, { gathered: findings }) => {
      const { result, ...entry } = shownValues(evidenceForm, partOf(given));
      const evidence = entriesOf(form, 'evidence');
      if (evidence.length >= mostEvidence)
        return refuse(refusal('full', `最多 ${mostEvidence} 条。`, `There is room for ${mostEvidence}.`));
      const add = (more: FormValues) =>
        accept<OfficialAssessmentEvent>({
          type: 'evidence-added',
          form: merged(form, { evidence: [...evidence, { ...entry, ...more }] }),
        });
      if (entry['kind'] !== 'check') return add({});
      const picked = pickedCheck(typeof result === 'string' ? result : '');
      const found = findings?.checks.find(({ check }) => check === picked?.check);
      if (findings === undefined || found === undefined) return refuse({ ...unknownBundle, pointer: '/result' });
      return findings.days === undefined
        ? refuse({ ...noDays, pointer: '/result' })
        : add({ bundle: findings.bundle, ...found, from: findings.days.from, until: findings.days.until });
    },
  }),
  'score-risk': m.command<FormValues>({
    title: text('风险打分', 'Score a risk'),
    help: text(
      '五种风险每种至少一行；同一种、同一内容再打一次，以后一次为准。',
      'Each of the five kinds at least once; the same risk scored again takes the place of the earlier row.',
    ),
    by: [teamParty],
    from: ['assessing'],
    clauses: ['opinions/8', 'final/8'],
    ...asking(riskForm),
    decide: ({ form }, given) => {
      const row = shownValues(riskForm, partOf(given));
      const others = entriesOf(form, 'risks').filter(
        ({ kind, description }) => kind !== row['kind'] || description !== row['description'],
      );
      return others.length >= mostRisks
        ? refuse(refusal('full', `最多 ${mostRisks} 行。`, `There is room for ${mostRisks} rows.`))
        : accept({ type: 'risk-scored', form: merged(form, { risks: [...others, row] }) });
    },
  }),
};
