import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues, type FormValues } from '../../engine/form.ts';
import type { BundleFindings } from '../../engine/lookups.ts';
import { providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { itemOn, prefilledFrom, withItem } from '../common/checklist.ts';
import { inputRefusals, missingInPart, partOf, wordsIn } from '../common/part.ts';
import { clausesOfTasks, countUnmet, unanswered } from './checklist.ts';
import { bundleForm, itemForm, submitForm } from './form.ts';
import type { SelfInspectionEvent, SelfInspectionState } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';

const m = matterOf<SelfInspectionState, SelfInspectionEvent>();

const writers = providerParty('officer', 'editor');
const from = ['asked', 'overdue'] as const;

const refusal = refusalFor('self-inspection');

export const byProvider = {
  prefill: m.command<FormValues, BundleFindings | undefined>({
    title: text('从结果包预填', 'Fill in from a bundle'),
    help: text(
      '检查的结论填进有关条款，已经填写的不改。',
      'What checks found goes into their clauses; what is written stays.',
    ),
    by: [writers],
    from,
    ...asking(bundleForm),
    gather: async (_state, values, lookups, { ground: { owner } }) =>
      owner === undefined ? undefined : lookups.bundleFindings(wordsIn(values, 'bundle'), owner),
    decide: (state, _values, { gathered: bundle, matter }) => {
      if (bundle === undefined)
        return refuse(refusal('no-bundle', '没有找到这个结果包。', 'No such bundle was found.', '/bundle'));
      const { checklist, references } = prefilledFrom(state.checklist, clausesOfTasks(state), bundle);
      return references.length === 0
        ? refuse(
            refusal(
              'nothing-to-fill',
              '结果包里没有与任务有关的检查。',
              'No check of the bundle speaks to the tasks.',
              '/bundle',
            ),
          )
        : accept({
            type: 'prefilled',
            checklist,
            found: references.map((reference) => ({ kind: 'self-inspection', matter, ...reference })),
          });
    },
  }),
  answer: m.command<FormValues, readonly string[]>({
    title: text('填写一条', 'Answer a clause'),
    help: text(
      '逐条填写结果和依据；不符合的写明怎样改、哪天改完。',
      'Result and grounds; what is not met, how and by when it is put right.',
    ),
    by: [writers],
    from,
    clauses: ['campaign/2.1', 'checklist/plan.1'],
    ...asking(itemForm),
    gather: (_state, values, lookups) => missingInPart(itemForm, values, lookups),
    decide: (state, values, { gathered: missing }) => {
      const item = shownValues(itemForm, partOf(values));
      const clause = wordsIn(item, 'clause');
      if (!clausesOfTasks(state).includes(clause))
        return refuse(refusal('other-clause', '任务里没有这一条。', 'The tasks have no such clause.', '/clause'));
      const checks = itemOn(state.checklist, clause)?.['checks'];
      return acceptUnless(inputRefusals(itemForm, values, missing), {
        type: 'answered',
        checklist: withItem(state.checklist, { ...item, ...(checks === undefined ? {} : { checks }) }),
      });
    },
  }),
  submit: m.command<FormValues>({
    title: text('提交自查', 'Submit'),
    help: text('每一条都填写以后，由负责人提交。', 'Once every clause is answered, by the responsible officer.'),
    by: [providerParty('officer')],
    from,
    to: ['submitted'],
    clauses: ['campaign/2.1'],
    ...asking(submitForm),
    decide: (state, values) => {
      const open = unanswered(state);
      return acceptUnless(
        [
          ...(open.length === 0
            ? []
            : [
                refusal(
                  'unanswered',
                  `还有 ${open.length} 条没有填完：${open.join('、')}。`,
                  `${open.length} clauses are not answered in full: ${open.join(', ')}.`,
                ),
              ]),
          ...(values['truthful'] === true
            ? []
            : [refusal('not-declared', '请声明内容如实。', 'Declare that it is true.', '/truthful')]),
        ],
        {
          type: 'submitted',
          sent: state.checklist,
          references: state.found,
          unmet: countUnmet(state.checklist),
          late: state.status === 'overdue',
        },
      );
    },
  }),
};
