import { text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition } from '../../engine/definition.ts';
import { wordsIn } from '../common/part.ts';
import { applicantCommands } from '../common/redress/applicant-commands.ts';
import { conversationCommands, conversationForm } from '../common/redress/conversation.ts';
import { redressEventTitles, redressEvolution, redressInner } from '../common/redress/state.ts';
import { commands } from './commands.ts';
import { explanationForm, requestForm } from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { all, open, type ExplanationEvent, type ExplanationState } from './state.ts';
import { states } from './states.ts';

export type { ExplanationState } from './state.ts';

const m = matterOf<ExplanationState, ExplanationEvent>();

/** The company's own published time. Asking the person, or sending a draft back, stops nothing. */
const toAnswer: ClockDefinition<ExplanationState, ExplanationEvent> = {
  title: text('公司作出说明', 'The company’s explanation'),
  duty: { final: { clause: 'final/17.3' }, draft: { clause: 'draft/15.3' } },
  bearer: 'provider',
  promised: ({ limit }) => limit,
  change: ({ type }, _state, { on }) => {
    if (type === 'opened') return { change: 'start', event: on };
    if (type === 'sent' || type === 'refused') return { change: 'stop' };
    return type === 'withdrawn' ? { change: 'lift' } : undefined;
  },
};

export const explanation = m.define({
  kind: 'explanation',
  title: text('请求说明', 'Request for an explanation'),
  purpose: text(
    '结果对自己有重大影响的人可以请公司说明：说明只由留存的决策记录生成，经另一人复核后发出。',
    'Whoever is significantly affected by a result may ask the company to explain it. The explanation is made from the kept record alone, and a second person reviews it before it goes.',
  ),
  clauses: ['final/17.3', 'draft/15.3'],
  states,
  opening,
  commands: { ...commands, ...conversationCommands, ...applicantCommands({ open, all }) },
  events: {
    opened: { title: text('请求说明', 'An explanation was asked for') },
    drafted: { title: text('写好待复核', 'Drafted'), only: 'provider' },
    'sent-back': { title: text('复核退回', 'Sent back by the reviewer'), only: 'provider' },
    sent: { title: text('作出说明', 'Explained') },
    refused: { title: text('不予说明', 'Refused') },
    contented: { title: text('申请人满意', 'The person is content') },
    contested: { title: text('申请人不满意', 'The person is not content') },
    ...redressEventTitles,
  },
  forms: {
    form: requestForm,
    draft: explanationForm,
    explanation: explanationForm,
    exchange: conversationForm('explanation-exchange'),
  },
  inner: { ...redressInner, draft: 'provider', drafter: 'provider', late: 'provider', notes: 'office' },
  begin: ({ owner, place, form, limit }, { on }) => ({
    status: 'with-provider',
    owner,
    place,
    form,
    since: on,
    draft: {},
    explanation: {},
    exchange: {},
    restsOn: [],
    notes: [],
    correspondence: [],
    ...(limit === undefined ? {} : { limit }),
  }),
  evolve: {
    ...redressEvolution<ExplanationState>(requestForm),
    drafted: (state, { draft }, { actor }) => ({
      ...state,
      status: 'drafted',
      draft,
      drafter: actor.kind === 'person' ? actor.account : undefined,
    }),
    'sent-back': (state) => ({ ...state, status: 'with-provider' }),
    sent: (state, { explanation: sentences }) => ({ ...state, status: 'sent', explanation: sentences, draft: {} }),
    refused: (state, { ground }, { on, reason }) => ({
      ...state,
      status: 'refused',
      draft: {},
      refused: { ground, on, reason: reason ?? '' },
    }),
    contented: (state, _event, { on }) => ({ ...state, status: 'closed', ended: on }),
    contested: (state, _event, { on }) => ({ ...state, status: 'contested', ended: on }),
  },
  clocks: { toAnswer },
  links: [],
  summary: ({ form }) => {
    const number = wordsIn(form, 'number');
    return { title: '请求说明', ...(number === '' ? {} : { number }) };
  },
  consequences: (event, state) => ({
    notices: noticesOf(event, state),
    ...(event.type === 'erased' ? { erase: ['person'] } : {}),
  }),
});
