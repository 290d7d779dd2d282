import { asCivilDate, text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { lapsedState, lapseEventTitles } from '../common/lapse.ts';
import { reviewEventTitles, reviewEvolution, twoLevelStates, unshown } from '../common/review.ts';
import { submittedView } from '../common/submitted-view.ts';
import { commands } from './commands.ts';
import { consequences } from './consequences.ts';
import { cancellationForm } from './form.ts';
import { opening } from './opening.ts';
import { cancellationDuty } from './order.ts';
import type { CancellationEvent, CancellationState } from './state.ts';

export type { CancellationState } from './state.ts';

const m = matterOf<CancellationState, CancellationEvent>();

/** A due date before the end of the service (draft edition) is missed as soon as it is past, like any other. */
const toFile: ClockDefinition<CancellationState, CancellationEvent> = {
  title: text('提供者办理注销', 'The provider cancels'),
  duty: cancellationDuty,
  bearer: 'provider',
  change: (event, state) => {
    switch (event.type) {
      case 'opened':
      case 'saved': {
        const { serviceEnds } = state.form;
        const ends = typeof serviceEnds === 'string' ? asCivilDate(serviceEnds) : undefined;
        return ends === undefined || state.submissions.length > 0 ? undefined : { change: 'start', event: ends };
      }
      case 'submitted':
        return { change: 'stop' };
      case 'ordered':
        return event.ground === 'not-cancelled-in-time' ? { change: 'stop' } : { change: 'lift' };
      case 'withdrawn':
      case 'lapsed':
        return { change: 'lift' };
      case 'accepted':
      case 'returned':
      case 'assigned':
      case 'noted':
      case 'wrote':
      default:
        return undefined;
    }
  },
};

const { draft, returned, withdrawn } = twoLevelStates;

export const cancellation = m.define({
  kind: 'cancellation',
  title: text('备案注销', 'Cancellation of a filing'),
  purpose: text(
    '服务停止后注销备案，并交代善后；提供者没有办理的，由主管部门注销。',
    'Ends a filing whose service ends, with arrangements for what remains; where the provider does not, the office does.',
  ),
  clauses: ['final/24.3', 'final/33.2', 'draft/20.3', 'draft/29.2'],
  states: {
    draft,
    submitted: {
      title: text('已提交', 'Submitted'),
      meaning: text('由省级网信部门核对善后安排。', 'The provincial office looks at the arrangements.'),
      visible: ['provider', 'office'],
      desk: { side: 'office', level: 'province' },
      tone: 'working',
    },
    returned,
    accepted: {
      title: text('已注销', 'Cancelled'),
      meaning: text(
        '备案已经注销，公示页保留原内容并注明。',
        'The filing is cancelled; the public record keeps its content and says so.',
      ),
      visible: ['provider', 'office'],
      final: true,
      tone: 'neutral',
    },
    withdrawn,
    lapsed: lapsedState,
    ordered: {
      title: text('依职权注销', 'Cancelled by the office'),
      meaning: text(
        '主管部门已依职权注销备案，理由和依据见决定。',
        'The office has cancelled the filing; its decision gives reasons and basis.',
      ),
      visible: ['provider', 'office'],
      final: true,
      tone: 'bad',
    },
  },
  opening,
  commands,
  events: {
    opened: { title: text('发起注销', 'Opened') },
    saved: { title: text('保存', 'Saved'), only: 'provider' },
    submitted: { title: text('提交注销', 'Submitted') },
    accepted: { title: text('同意注销', 'Accepted') },
    ordered: { title: text('主管部门依职权注销', 'Cancelled by the office') },
    returned: reviewEventTitles.returned,
    withdrawn: reviewEventTitles.withdrawn,
    ...lapseEventTitles,
    ...deskEventTitles,
  },
  forms: { form: cancellationForm, previous: cancellationForm },
  inner: deskInner,
  seen: submittedView,
  begin: ({ filing, number, title, form }) => ({
    status: 'draft',
    filing,
    number,
    title,
    form,
    submissions: [],
    ...emptyDesk,
  }),
  evolve: {
    saved: (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    submitted: (state, _event, { on }) => ({
      ...state,
      status: 'submitted',
      returned: undefined,
      submissions: [...state.submissions, on],
    }),
    accepted: (state) => ({ ...state, status: 'accepted' }),
    // A draft that was never submitted stays the provider's own: the office decided without it.
    ordered: (state, { ground, basis, serviceEnded }, { on, reason }) => ({
      ...state,
      status: 'ordered',
      ...(state.submissions.length === 0
        ? { form: serviceEnded === undefined ? {} : { serviceEnds: serviceEnded } }
        : {}),
      ordered: { ground, basis, on, reason: reason ?? '', ...(serviceEnded === undefined ? {} : { serviceEnded }) },
    }),
    returned: reviewEvolution<CancellationState>().returned,
    withdrawn: reviewEvolution<CancellationState>().withdrawn,
    lapsed: (state) => ({ ...state, ...unshown(state), status: 'lapsed' }),
    ...deskEvolution<CancellationState>(),
  },
  clocks: { toFile },
  links: [],
  summary: ({ title, number, assignee }) => ({ title, number, ...(assignee === undefined ? {} : { assignee }) }),
  consequences,
});
