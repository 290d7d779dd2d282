import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { deskCommands, deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { optionLabel } from '../common/fields.ts';
import { wordsIn } from '../common/part.ts';
import { applicantCommands } from '../common/redress/applicant-commands.ts';
import { conversationCommands, conversationForm } from '../common/redress/conversation.ts';
import { redressEventTitles, redressInner } from '../common/redress/state.ts';
import { byApplicant } from './by-applicant.ts';
import { byOffice } from './by-office.ts';
import { byProvider } from './by-provider.ts';
import { toAnswer } from './clocks.ts';
import { besideForm } from './comparing.ts';
import { evolve } from './evolution.ts';
import { complaintForm, complaintKinds } from './form.ts';
import { merging, mergingEffects } from './merging.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { everywhere, open, type ComplaintEvent, type ComplaintState } from './state.ts';
import { states } from './states.ts';
import { answersForm, decisionsForm, newsForm } from './words.ts';

const m = matterOf<ComplaintState, ComplaintEvent>();

const officeDesks = ['held', 'with-office', 'escalated', 'queried'] as const;
const desk = deskCommands({ desks: officeDesks, open: everywhere, levels: ['nation', 'province'] });
const sides = ['office', 'applicant'] as const;

export const complaint = m.define({
  kind: 'complaint',
  title: text('投诉举报', 'Complaint or report'),
  purpose: text(
    '任何人都可以反映算法推荐服务的问题，由公司在承诺的时限内答复，不满意或超期由主管部门办理。',
    'Anybody may say what is wrong with a service that recommends: the company answers within the time it has promised, and the office deals with what is not settled.',
  ),
  clauses: ['final/22', 'final/30', 'draft/26.1', 'opinions/6'],
  states,
  opening,
  commands: {
    ...byProvider,
    ...conversationCommands,
    ...byOffice,
    ...byApplicant,
    ...applicantCommands({ open, all: everywhere }),
    ...merging,
    assign: { ...desk.assign, ownDesk: false },
    note: desk.note,
    // With the provider, and only once it knows of the matter; to the person one writes by asking.
    write: { ...desk.write, from: ['escalated'] },
  },
  events: {
    opened: { title: text('提出投诉举报', 'Complaint or report') },
    released: { title: text('看过后放行', 'Looked at and let on'), only: sides },
    'set-aside': { title: text('看过后搁置', 'Looked at and set aside'), only: sides },
    answered: { title: text('公司答复', 'Answer of the company') },
    contented: { title: text('申请人满意', 'The person is content') },
    contested: { title: text('申请人不满意，交主管部门', 'Not content: to the office') },
    escalated: { title: text('超过时限，交主管部门', 'Late: to the office') },
    'handed-over': { title: text('转交主管部门', 'Handed to the office') },
    'sent-to-provider': { title: text('转交公司', 'Sent to the company') },
    queried: { title: text('主管部门提问', 'Question of the office'), only: sides },
    responded: { title: text('申请人答复主管部门', 'Answer to the office'), only: sides },
    decided: { title: text('主管部门决定', 'Decision of the office') },
    'bundle-linked': { title: text('附上审计结果', 'Audit laid beside it'), only: 'office' },
    merged: { title: text('并入另一件办理', 'Merged into another') },
    unmerged: { title: text('取消合并', 'Taken apart again') },
    'took-in': { title: text('并入一件', 'Another merged into it'), only: ['provider', 'office'] },
    'let-out': { title: text('分出一件', 'Another taken apart'), only: ['provider', 'office'] },
    heard: { title: text('合并办理的结果', 'What came of the one it was merged into') },
    reopened: { title: text('重新办理', 'Taken up again') },
    ...redressEventTitles,
    ...deskEventTitles,
    wrote: { title: text('主管部门与公司的往来', 'Between the office and the company'), only: ['provider', 'office'] },
  },
  forms: {
    form: complaintForm,
    beside: besideForm,
    exchange: conversationForm('complaint-exchange'),
    inquiry: conversationForm('complaint-inquiry'),
    answers: answersForm,
    decisions: decisionsForm,
    news: newsForm,
  },
  inner: {
    ...deskInner,
    ...redressInner,
    correspondence: ['provider', 'office'],
    // What made somebody look would teach how to pass unseen.
    suspicions: 'office',
    inquiry: sides,
    bundles: 'office',
    beside: 'office',
    bundle: 'office',
    // Of other people's complaints the person learns nothing.
    merged: ['provider', 'office'],
    lead: ['provider', 'office'],
    formerLead: ['provider', 'office'],
    matter: ['provider', 'office'],
    late: ['provider', 'office'],
  },
  keptFrom: ({ reachedProvider }) => (reachedProvider ? [] : ['provider']),
  begin: ({ owner, place, form, status, suspicions, limit }, { on }) => ({
    status,
    owner,
    place,
    form,
    reachedProvider: status === 'with-provider',
    suspicions,
    exchange: {},
    inquiry: {},
    answers: {},
    decisions: {},
    news: {},
    bundles: [],
    beside: {},
    merged: [],
    restsOn: [],
    ...(status === 'with-provider' ? { since: on, limit } : {}),
    ...emptyDesk,
  }),
  evolve,
  clocks: { toAnswer },
  links: ['rectification', 'violation-case'],
  summary: ({ form, assignee }) => {
    const number = wordsIn(form, 'number');
    return {
      title: optionLabel(complaintKinds, wordsIn(form, 'kind')).zh,
      ...(number === '' ? {} : { number }),
      ...(assignee === undefined ? {} : { assignee }),
    };
  },
  consequences: (event, state, { actor }) => ({
    effects: mergingEffects(event, state, actor.kind === 'matter'),
    notices: noticesOf(event, state),
    ...(event.type === 'erased' ? { erase: ['person'] } : {}),
  }),
});
