import { text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition, type MatterDefinition } from '../../engine/definition.ts';
import { merged, shownValues } from '../../engine/form.ts';
import { answerClock } from '../common/answer-clock.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { lapsedState, lapseEventTitles } from '../common/lapse.ts';
import { reviewEventTitles, reviewEvolution, twoLevelStates, unshown } from '../common/review.ts';
import { submittedView } from '../common/submitted-view.ts';
import { commandsFor } from './commands.ts';
import { consequences } from './consequences.ts';
import type { ChangedForm } from './judgement.ts';
import { opening } from './opening.ts';
import type { ChangeEvent, ChangeState } from './state.ts';

const m = matterOf<ChangeState, ChangeEvent>();

const toFile: ClockDefinition<ChangeState, ChangeEvent> = {
  title: text('提供者办理变更', 'The provider files the change'),
  duty: { final: { clause: 'final/24.2' }, draft: { clause: 'draft/20.2' } },
  bearer: 'provider',
  change: (event, state) => {
    switch (event.type) {
      case 'opened':
      case 'saved':
        return state.submissions.length > 0 ? undefined : { change: 'start', event: event.occurred };
      case 'submitted':
        return { change: 'stop' };
      case 'withdrawn':
      case 'lapsed':
        return { change: 'lift' };
      case 'forwarded':
      case 'returned':
      case 'refused':
      case 'filed':
      case 'assigned':
      case 'noted':
      case 'wrote':
      default:
        return undefined;
    }
  },
};

/** The matter for a given form of a filing: a change asks for exactly what a filing asks for. */
export const changeOf = <Facts>(changed: ChangedForm<Facts>): MatterDefinition<ChangeState, ChangeEvent> => {
  const { form } = changed;
  return m.define({
    kind: 'change',
    title: text('备案变更', 'Change of a filing'),
    purpose: text(
      '备案内容变化后更新备案，逐项对照前后差别。',
      'Brings a filing up to date when what it says has changed, field by field.',
    ),
    clauses: ['final/24.2', 'final/25', 'draft/20.2', 'draft/21'],
    states: {
      ...twoLevelStates,
      filed: {
        title: text('已变更', 'Filed'),
        meaning: text('变更已备案，公示内容已更新。', 'The change is filed and the public record up to date.'),
        visible: ['provider', 'office'],
        final: true,
        tone: 'good',
      },
      lapsed: lapsedState,
    },
    opening,
    commands: commandsFor(changed),
    events: {
      opened: { title: text('发起变更', 'Opened') },
      saved: { title: text('保存', 'Saved'), only: 'provider' },
      submitted: { title: text('提交变更', 'Submitted') },
      filed: { title: text('准予变更', 'Change filed') },
      ...reviewEventTitles,
      refused: { title: text('不予变更', 'Change refused') },
      ...lapseEventTitles,
      ...deskEventTitles,
    },
    forms: { before: form, form, previous: form },
    inner: deskInner,
    seen: (state, audience) => {
      const seen = submittedView(state, audience);
      return seen === state ? state : { ...seen, ...state.submitted };
    },
    begin: ({ filing, number, title, occurred, reasons, before, form: values }) => ({
      status: 'draft',
      filing,
      number,
      title,
      occurred,
      reasons,
      before,
      form: values,
      submissions: [],
      warnings: [],
      ...emptyDesk,
    }),
    evolve: {
      saved: (state, { form: patch, occurred, reasons }) => ({
        ...state,
        form: merged(state.form, patch),
        occurred,
        reasons,
      }),
      // What a condition hides stays in the draft and goes no further.
      submitted: (state, { warnings }, { on }) => ({
        ...state,
        status: 'first-review',
        form: shownValues(form, state.form),
        returned: undefined,
        warnings,
        submissions: [...state.submissions, on],
      }),
      filed: (state) => ({ ...state, status: 'filed' }),
      ...reviewEvolution<ChangeState>(),
      returned: (state, event, meta) => ({
        ...reviewEvolution<ChangeState>().returned(state, event, meta),
        submitted: { occurred: state.occurred, reasons: state.reasons },
      }),
      // A draft that nobody was shown is emptied on both sides: the office must not see an abandoned plan.
      withdrawn: (state) => ({
        ...reviewEvolution<ChangeState>().withdrawn(state),
        ...(state.submissions.length === 0 ? { before: {} } : {}),
      }),
      lapsed: (state) => ({
        ...state,
        ...unshown(state),
        status: 'lapsed',
        ...(state.submissions.length === 0 ? { before: {} } : {}),
      }),
      ...deskEvolution<ChangeState>(),
    },
    clocks: { toFile, toAnswer: answerClock },
    links: [],
    summary: ({ title, number, form: { technique }, assignee }) => ({
      title,
      number,
      ...(typeof technique === 'string' ? { technique } : {}),
      ...(assignee === undefined ? {} : { assignee }),
    }),
    consequences,
  });
};
