import { addDays, text } from '@suanjian/rulebook';
import { z } from 'zod';
import { matterOf } from '../../engine/definition.ts';
import { asking } from '../../engine/form.ts';
import { applicantParty, clockParty } from '../../engine/party.ts';
import { accept, refuse, type Refusal } from '../../engine/refusal.ts';
import { daysToReopen } from '../common/redress/applicant-commands.ts';
import { replyForm, spoken } from '../common/redress/conversation.ts';
import { isOverdue, lastDayPromised } from '../common/redress/promised-day.ts';
import { limitNow } from '../common/redress/route.ts';
import { office } from './office.ts';
import { ended, resumed, type ComplaintEvent, type ComplaintState } from './state.ts';
import { content } from '../common/redress/content.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();

const notYetLate = (last: string | undefined): Refusal => ({
  code: 'complaint/not-overdue',
  text:
    last === undefined
      ? text(
          '公司没有公布反馈时限，无法按超期处理。可以撤回后直接向主管部门投诉，或者请主管部门接手。',
          'The company has published no time to answer, so it cannot be late. Withdraw and complain to the office at once, or ask the office to take it.',
        )
      : text(
          `公司可以在 ${last} 前答复（含当日）。过了这一天还没有答复，就可以转给主管部门。`,
          `The company may answer until ${last}. If it has not by then, it can go to the office.`,
        ),
});

const tooLate: Refusal = {
  code: 'complaint/reopen-too-late',
  text: text(
    `结束后 ${daysToReopen} 天内可以要求重新办理（系统默认设置，并非法定期限）。之后请重新提出。`,
    `It can be taken up again for ${daysToReopen} days (a policy default of this system, not a time set by law). After that, complain anew.`,
  ),
};

export const byApplicant = {
  'reply-to-office': m.command({
    title: text('答复主管部门的提问', 'Answer the office'),
    help: text('公司看不到答复。', 'The company does not see your answer.'),
    by: [applicantParty],
    from: ['queried'],
    to: ['with-office', 'escalated'],
    ...asking(replyForm),
    decide: ({ inquiry }, input) => {
      const { conversation, refusals } = spoken(inquiry, 'applicant', input);
      return conversation === undefined
        ? { outcome: 'refused', refusals }
        : accept({ type: 'responded', inquiry: conversation });
    },
  }),
  content,
  'not-content': m.command({
    title: text('不满意，请主管部门办理', 'Not content: to the office'),
    help: text(
      '公司的答复没有解决问题，交给主管部门。',
      'The company’s answer does not settle it, so the office gets it.',
    ),
    by: [applicantParty],
    from: ['answered', 'merged'],
    to: ['escalated', 'with-office'],
    reason: 'optional',
    clauses: ['final/30'],
    input: z.strictObject({}),
    decide: ({ status }) => accept({ type: 'contested', from: status === 'merged' ? 'merged' : 'answered' }),
  }),
  escalate: m.command({
    title: text('超过时限，转给主管部门', 'Late: to the office'),
    help: text(
      '公司没有在自己公布的时限内答复，交给主管部门。期满后系统也会自动转交。',
      'The company has not answered within the time it published, so the office gets it. It also goes there by itself once the time is over.',
    ),
    by: [applicantParty, clockParty],
    from: ['with-provider', 'asked'],
    to: ['escalated'],
    clauses: ['final/22', 'final/30'],
    input: z.strictObject({}),
    decide: (state, _input, context) => {
      const { actor, today } = context;
      if (!isOverdue(state, today, context)) return refuse(notYetLate(lastDayPromised(state, context)));
      if (actor.kind !== 'clock') return accept({ type: 'escalated', why: 'overdue' });
      return state.status === 'asked'
        ? refuse({
            code: 'complaint/waits-for-the-person',
            text: text(
              '公司在等申请人答复，由申请人决定是否转交。',
              'The company waits for the person, who says whether it goes to the office.',
            ),
          })
        : accept({ type: 'escalated', why: 'lapsed' });
    },
  }),
  reopen: m.command({
    title: text('重新办理', 'Take it up again'),
    help: text(
      `申请人在结束后 ${daysToReopen} 天内可以要求（系统默认设置，并非法定期限）；主管部门随时可以。`,
      `The person may for ${daysToReopen} days after it ended (a policy default of this system, not a time set by law); the office may at any time.`,
    ),
    by: [applicantParty, office],
    from: ended,
    to: ['held', 'with-provider', 'with-office', 'escalated'],
    reason: 'required',
    input: z.strictObject({}),
    gather: ({ owner }, _input, lookups) => limitNow(owner, 'complaint', lookups),
    decide: (state, _input, { actor, today, gathered: limit }) => {
      if (actor.kind === 'applicant' && today > addDays(state.ended ?? today, daysToReopen)) return refuse(tooLate);
      return accept({ type: 'reopened', status: resumed(state), ...(limit === undefined ? {} : { limit }) });
    },
  }),
};
