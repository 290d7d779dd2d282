import { text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking, shownValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import { applicantParty, clockParty, officeParty, providerParty } from '../../engine/party.ts';
import { accept, acceptUnless, refuse } from '../../engine/refusal.ts';
import { basisRefusals } from '../common/basis.ts';
import { wordsIn } from '../common/part.ts';
import { isOverdue, lastDayPromised } from '../common/redress/promised-day.ts';
import { appealAnswerForm, appealRulingForm, deciderForm } from './form.ts';
import type { AppealEvent, AppealState } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';
import { content } from '../common/redress/content.ts';

const m = matterOf<AppealState, AppealEvent>();

const refusal = refusalFor('appeal');
const unknownDecider = refusal('unknown-decider', '本单位没有这个账号。', 'You have no such account.', '/account');
const notTakenUp = refusal('not-taken-up', '请先写明原决定由谁作出。', 'Say first who made the decision.');
const firstDecider = refusal(
  'first-decider',
  '原决定由你作出，请换一个人办理。',
  'You made the decision yourself. Let somebody else decide the appeal.',
);

export const commands = {
  'take-up': m.command({
    title: text('写明原决定由谁作出', 'Say who decided first'),
    help: text('作出原决定的人不能办理申诉。', 'Whoever made the decision does not decide the appeal.'),
    by: [providerParty('officer', 'editor')],
    from: ['with-provider'],
    ...asking(deciderForm),
    gather: async ({ owner }, input, lookups) =>
      owner === null ? [] : lookups.rolesIn(wordsIn(input, 'account') as AccountId, owner),
    decide: (_state, input, { gathered: roles }) => {
      if (wordsIn(input, 'decidedBy') === 'algorithm')
        return accept({ type: 'taken-up', decider: { by: 'algorithm' } });
      return roles.length === 0
        ? refuse(unknownDecider)
        : accept({ type: 'taken-up', decider: { by: 'person', account: wordsIn(input, 'account') as AccountId } });
    },
  }),
  answer: m.command({
    title: text('答复', 'Answer'),
    help: text(
      '由没有参与原决定的人作出：改正、维持或不予受理，都要写理由。',
      'By somebody who had no part in the decision: put right, upheld or not taken up, each with its reason.',
    ),
    by: [providerParty('officer')],
    from: ['with-provider', 'asked'],
    to: ['answered'],
    reason: 'required',
    clauses: ['final/22', 'draft/26.2'],
    ...asking(appealAnswerForm),
    decide: (state, input, context) => {
      const { actor, today } = context;
      const { decider } = state;
      if (decider === undefined) return refuse(notTakenUp);
      if (decider.by === 'person' && (actor.kind !== 'person' || actor.account === decider.account))
        return refuse(firstDecider);
      const answer = shownValues(appealAnswerForm, input);
      return accept({
        type: 'answered',
        outcome: wordsIn(answer, 'outcome'),
        answer,
        late: isOverdue(state, today, context),
      });
    },
  }),
  content,
  'not-content': m.command({
    title: text('不满意，请主管部门办理', 'Not content: to the office'),
    help: text(
      '把申诉交给主管部门，主管部门从这时起能看到它。',
      'Takes the appeal to the office, which sees it from then on.',
    ),
    by: [applicantParty],
    from: ['answered'],
    to: ['escalated'],
    reason: 'optional',
    clauses: ['final/30'],
    input: z.strictObject({}),
    decide: () => accept({ type: 'escalated', why: 'not-content' }),
  }),
  escalate: m.command({
    title: text('超过时限，转给主管部门', 'Late: to the office'),
    help: text(
      '公司没有在自己公布的时限内答复。期满后系统也会自动转交。',
      'The company has not answered within the time it published. It also goes there by itself once the time is over.',
    ),
    by: [applicantParty, clockParty],
    from: ['with-provider', 'asked'],
    to: ['escalated'],
    clauses: ['final/22'],
    input: z.strictObject({}),
    decide: (state, _input, context) => {
      const { actor, today } = context;
      const last = lastDayPromised(state, context);
      if (!isOverdue(state, today, context))
        return refuse(
          last === undefined
            ? refusal(
                'not-overdue',
                '公司没有公布时限，可以向主管部门投诉。',
                'The company has published no time; you may complain to the office.',
              )
            : refusal('not-overdue', `公司可以在 ${last} 前答复（含当日）。`, `The company may answer until ${last}.`),
        );
      if (actor.kind !== 'clock') return accept({ type: 'escalated', why: 'overdue' });
      return state.status === 'asked'
        ? refuse(refusal('waits-for-the-person', '公司在等申请人答复。', 'The company waits for the person.'))
        : accept({ type: 'escalated', why: 'lapsed' });
    },
  }),
  decide: m.command({
    title: text('作出处理决定', 'Decide'),
    help: text('写明是否成立、依据的条款和理由。', 'Say whether it is founded, by which clause, and why.'),
    by: [officeParty(['nation', 'province'], 'reviewer', 'supervisor')],
    from: ['escalated'],
    to: ['decided'],
    reason: 'required',
    clauses: ['final/30'],
    ...asking(appealRulingForm),
    decide: (_state, input, { edition }) => {
      const basis = [wordsIn(input, 'clause')];
      const refusals = basisRefusals(basis, edition).map((each) => ({ ...each, pointer: '/clause' }));
      return acceptUnless(refusals, { type: 'decided', ruling: wordsIn(input, 'ruling'), basis, decision: input });
    },
  }),
};
