import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { reviewEventTitles, reviewEvolution, twoLevelStates } from '../common/review.ts';
import { reworkedView } from '../common/submitted-view.ts';
import { registrationCommands, registrationOpening } from './commands.ts';
import { registrationForm, type RegistrationForm } from './form.ts';
import { registrationConsequences } from './notices.ts';
import type { RegistrationEvent, RegistrationState } from './state.ts';

export { exampleRegistration } from './examples.ts';
export { registrationForm, type RegistrationForm } from './form.ts';
export type { RegistrationEvent, RegistrationState } from './state.ts';

const m = matterOf<RegistrationState, RegistrationEvent>();

const { returned, refused, withdrawn } = reviewEvolution<RegistrationState>();
const { draft, 'first-review': firstReview, ...ends } = twoLevelStates;

/** Who a provider is: settled once by the province, the ground of all its filings. */
export const providerRegistration = m.define({
  kind: 'provider-registration',
  title: text('备案主体登记', 'Provider registration'),
  purpose: text(
    '核定谁对算法负责，并给出备案编号中代表主体的七位数字。',
    'Settles who answers for an algorithm, and gives the seven digits that stand for the subject in filing numbers.',
  ),
  clauses: ['final/24.1', 'draft/20.1', 'final/7'],
  states: {
    draft,
    submitted: { ...firstReview, title: text('审核中', 'Under review') },
    returned: ends.returned,
    approved: {
      title: text('已登记', 'Registered'),
      meaning: text(
        '主体信息已核定，可以提交算法备案；有变化时请更正。',
        'The subject is settled and may submit filings; correct it when something changes.',
      ),
      visible: ['provider', 'office'],
      desk: { side: 'provider' },
      tone: 'good',
    },
    refused: { ...ends.refused, title: text('不予登记', 'Refused') },
    withdrawn: ends.withdrawn,
  },
  opening: registrationOpening,
  commands: registrationCommands,
  events: {
    opened: { title: text('开始登记', 'Opened') },
    saved: { title: text('保存草稿', 'Saved'), only: 'provider' },
    submitted: { title: text('提交', 'Submitted') },
    approved: { title: text('通过登记', 'Approved') },
    reopened: { title: text('开始更正', 'Opened for correction') },
    returned: reviewEventTitles.returned,
    refused: { title: text('不予登记', 'Refused') },
    withdrawn: reviewEventTitles.withdrawn,
    ...deskEventTitles,
  },
  forms: { form: registrationForm, previous: registrationForm },
  inner: deskInner,
  seen: (state, audience) => reworkedView(state, audience, state.correcting === true || state.returned !== undefined),
  begin: ({ owner, place }) => ({ status: 'draft', owner, place, form: {}, submissions: [], ...emptyDesk }),
  evolve: {
    saved: (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    submitted: (state, { form }, { on }) => ({
      ...state,
      status: 'submitted',
      form,
      returned: undefined,
      correcting: false,
      submissions: [...state.submissions, on],
    }),
    approved: (state, { subjectCode }, { on }) => ({ ...state, status: 'approved', approved: { on, subjectCode } }),
    reopened: (state) => ({ ...state, status: 'draft', previous: state.form, correcting: true }),
    returned,
    refused,
    withdrawn,
    ...deskEvolution<RegistrationState>(),
  },
  clocks: {},
  links: [],
  summary: ({ form, assignee }) => ({
    title: (form as RegistrationForm).legalName ?? '（未填写主体名称）',
    ...(assignee === undefined ? {} : { assignee }),
  }),
  consequences: registrationConsequences,
});
