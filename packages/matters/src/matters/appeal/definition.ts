import { text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition } from '../../engine/definition.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { optionLabel } from '../common/fields.ts';
import { wordsIn } from '../common/part.ts';
import { applicantCommands } from '../common/redress/applicant-commands.ts';
import { conversationCommands, conversationForm } from '../common/redress/conversation.ts';
import { redressEventTitles, redressEvolution, redressInner } from '../common/redress/state.ts';
import { commands } from './commands.ts';
import { appealAnswerForm, appealForm, appealRulingForm, appealSubjects } from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { all, open, type AppealEvent, type AppealState } from './state.ts';
import { states } from './states.ts';

export type { AppealState } from './state.ts';

const m = matterOf<AppealState, AppealEvent>();

/** An office works on what was taken to it, and notes may be made when that is over. */
const desk = deskCommands({ desks: ['escalated'], open: ['escalated', 'decided'], levels: ['nation', 'province'] });

/** The company's own published time (final/22); nothing runs where it has published none. */
const toAnswer: ClockDefinition<AppealState, AppealEvent> = {
  title: text('公司答复申诉', 'The company’s answer to an appeal'),
  duty: { final: { clause: 'final/22' }, draft: { clause: 'draft/26.2' } },
  bearer: 'provider',
  onLapse: 'escalate',
  promised: ({ limit }) => limit,
  change: ({ type }, _state, { on }) => {
    if (type === 'opened') return { change: 'start', event: on };
    if (type === 'answered' || type === 'escalated') return { change: 'stop' };
    return type === 'withdrawn' ? { change: 'lift' } : undefined;
  },
};

export const appeal = m.define({
  kind: 'appeal',
  title: text('用户申诉', 'Appeal'),
  purpose: text(
    '对决定、标记、删除或者处罚不服的人，可以请公司由另一人重新看；不满意或超期由主管部门办理。',
    'Whoever disagrees with a decision, a label, a removal or a penalty may have somebody else at the company look again; the office deals with what is not settled.',
  ),
  clauses: ['final/22', 'draft/26.2', 'final/20', 'draft/17'],
  states,
  opening,
  commands: {
    ...commands,
    ...conversationCommands,
    ...applicantCommands({ open, all }),
    assign: { ...desk.assign, ownDesk: false },
    note: desk.note,
    // Between the office and the company; the person is asked by the company and told by decisions.
    write: { ...desk.write, from: ['escalated'] },
  },
  events: {
    opened: { title: text('提出申诉', 'Appeal') },
    'taken-up': { title: text('写明原决定由谁作出', 'Who decided first'), only: ['provider', 'office'] },
    answered: { title: text('公司答复', 'Answer of the company') },
    contented: { title: text('申请人满意', 'The person is content') },
    escalated: { title: text('交主管部门', 'To the office') },
    decided: { title: text('主管部门决定', 'Decision of the office') },
    ...redressEventTitles,
    ...deskEventTitles,
    wrote: { title: text('主管部门与公司的往来', 'Between the office and the company'), only: ['provider', 'office'] },
  },
  forms: {
    form: appealForm,
    answer: appealAnswerForm,
    decision: appealRulingForm,
    exchange: conversationForm('appeal-exchange'),
  },
  inner: {
    ...deskInner,
    ...redressInner,
    correspondence: ['provider', 'office'],
    decider: ['provider', 'office'],
    late: ['provider', 'office'],
  },
  keptFrom: ({ reachedOffice }) => (reachedOffice ? [] : ['office']),
  begin: ({ owner, place, form, limit }, { on }) => ({
    status: 'with-provider',
    owner,
    place,
    form,
    since: on,
    reachedOffice: false,
    exchange: {},
    answer: {},
    decision: {},
    restsOn: [],
    ...emptyDesk,
    ...(limit === undefined ? {} : { limit }),
  }),
  evolve: {
    ...redressEvolution<AppealState>(appealForm),
    ...deskEvolution<AppealState>(),
    'taken-up': (state, { decider }) => ({ ...state, decider }),
    answered: (state, { outcome, answer }) => ({ ...state, status: 'answered', outcome, answer }),
    contented: (state, _event, { on }) => ({ ...state, status: 'closed', ended: on }),
    escalated: (state) => ({ ...state, status: 'escalated', reachedOffice: true }),
    decided: (state, { ruling, basis, decision }, { on }) => ({
      ...state,
      status: 'decided',
      ruling: { ruling, basis, on },
      decision,
      ended: on,
    }),
  },
  clocks: { toAnswer },
  links: [],
  summary: ({ form, assignee }) => {
    const number = wordsIn(form, 'number');
    return {
      title: optionLabel(appealSubjects, wordsIn(form, 'against')).zh,
      ...(number === '' ? {} : { number }),
      ...(assignee === undefined ? {} : { assignee }),
    };
  },
  consequences: (event, state) => ({
    notices: noticesOf(event, state),
    ...(event.type === 'erased' ? { erase: ['person'] } : {}),
  }),
});
