import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking } from '../../engine/form.ts';
import { applicantParty, providerParty, type Actor } from '../../engine/party.ts';
import { accept, refuse, type Refusal } from '../../engine/refusal.ts';
import { wordsIn } from '../common/part.ts';
import { isOverdue } from '../common/redress/promised-day.ts';
import { explanationForm, refusalForm } from './form.ts';
import type { ExplanationEvent, ExplanationState } from './state.ts';

const m = matterOf<ExplanationState, ExplanationEvent>();

const ownDraft: Refusal = {
  code: 'explanation/own-draft',
  text: text(
    '不能复核自己写的说明，请换一个人。',
    'Nobody reviews what they wrote themselves. Let somebody else do it.',
  ),
};

const wroteIt = ({ drafter }: ExplanationState, actor: Actor): boolean =>
  actor.kind !== 'person' || actor.account === drafter;

export const commands = {
  draft: m.command({
    title: text('附上由记录生成的说明', 'Lay down the explanation from the record'),
    help: text(
      '用 “suanjian log explain” 从留存的决策记录生成，逐句照搬；另一人复核后才发给申请人。',
      'Make it from the kept record with “suanjian log explain” and take its sentences as they are. A second person reviews it before it goes.',
    ),
    by: [providerParty('officer', 'editor')],
    from: ['with-provider', 'asked', 'drafted'],
    to: ['drafted'],
    clauses: ['final/17.3', 'draft/15.3'],
    ...asking(explanationForm),
    decide: (_state, input) => accept({ type: 'drafted', draft: input }),
  }),
  review: m.command({
    title: text('复核并发出', 'Review and send'),
    help: text(
      '核对每一句都有记录、没有泄露他人，然后发给申请人。写的人不能自己复核。',
      'Check that every sentence rests on the record and tells nothing of anybody else; then it goes. Not by who wrote it.',
    ),
    by: [providerParty('officer')],
    from: ['drafted'],
    to: ['sent'],
    input: z.strictObject({}),
    decide: (state, _input, context) =>
      wroteIt(state, context.actor)
        ? refuse(ownDraft)
        : accept({ type: 'sent', explanation: state.draft, late: isOverdue(state, context.today, context) }),
  }),
  'send-back': m.command({
    title: text('退回重写', 'Send it back'),
    help: text('写明哪里不对；申请人看不到。', 'Say what is wrong with it; the person does not see this.'),
    by: [providerParty('officer')],
    from: ['drafted'],
    to: ['with-provider'],
    reason: 'required',
    input: z.strictObject({}),
    decide: (state, _input, { actor }) => (wroteIt(state, actor) ? refuse(ownDraft) : accept({ type: 'sent-back' })),
  }),
  refuse: m.command({
    title: text('不予说明', 'Refuse'),
    help: text('写明情形和理由，申请人都能看到。', 'Say on which ground and why; the person reads both.'),
    by: [providerParty('officer')],
    from: ['with-provider', 'asked', 'drafted'],
    to: ['refused'],
    reason: 'required',
    ...asking(refusalForm),
    decide: (state, input, context) =>
      accept({ type: 'refused', ground: wordsIn(input, 'ground'), late: isOverdue(state, context.today, context) }),
  }),
  content: m.command({
    title: text('满意，结束', 'Content: end it'),
    help: text('明白了，办理结束。', 'You understand it now, and it ends.'),
    by: [applicantParty],
    from: ['sent', 'refused'],
    to: ['closed'],
    input: z.strictObject({}),
    decide: () => accept({ type: 'contented' }),
  }),
  'not-content': m.command({
    title: text('不满意', 'Not content'),
    help: text(
      '结束这件请求。之后可以提出申诉并写上它的编号，或者向主管部门投诉。',
      'Ends this request. You may then appeal, giving its id, or complain to the office.',
    ),
    by: [applicantParty],
    from: ['sent', 'refused'],
    to: ['contested'],
    reason: 'optional',
    input: z.strictObject({}),
    decide: () => accept({ type: 'contested' }),
  }),
};
