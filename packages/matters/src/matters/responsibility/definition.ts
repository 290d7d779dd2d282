import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { merged } from '../../engine/form.ts';
import { deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { reviewClocks } from './clocks.ts';
import { commands } from './commands.ts';
import { responsibilityForm } from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { promiseForm } from './promise-form.ts';
import { emptyRegisters } from './registers/state.ts';
import { registerEventTitles, registerEvolution } from './registers/evolution.ts';
import { releaseForm, releaseReviewForm } from './registers/releases.ts';
import { reviewForm, rulesForm } from './small-forms.ts';
import type { ResponsibilityEvent, ResponsibilityState } from './state.ts';

export { responsibilityForm } from './form.ts';
export { responsibilityGaps, type ResponsibilityGap } from './gaps.ts';
export { promisedKinds, type PromisedKind } from '../common/commitments.ts';
export { promisedTitles } from './promise-form.ts';
export {
  commitmentsOn,
  publicRegisters,
  publicResponsibility,
  type PublicRegisters,
  type PublicResponsibility,
} from './public.ts';
export { succeeded, type PublishedCase } from './registers/cases.ts';
export { reviewResults, sourceKinds, type Release } from './registers/releases.ts';
export { tagKinds, type Tag } from './registers/tags.ts';
export type { ResponsibilityState, ServiceRules } from './state.ts';
export { managementSystems, systemIds, type SystemId } from './systems.ts';

const m = matterOf<ResponsibilityState, ResponsibilityEvent>();

const without = <Value>(record: Readonly<Record<string, Value>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));

/** What a provider has in order: one matter that stands as long as it runs its service. */
export const responsibility = m.define({
  kind: 'responsibility',
  title: text('主体责任台账', 'Responsibility register'),
  purpose: text(
    '提供者的管理制度、负责人和人员、培训、版本、标签、稿源、公开的服务规则和时限，以及还缺什么。',
    'A provider’s management systems, officer and staff, training, releases, tags, news sources, published rules and time limits, and what is missing.',
  ),
  clauses: ['final/7', 'draft/7', 'campaign/2.4', 'opinions/4', 'final/22', 'final/8', 'final/10', 'final/13'],
  states: {
    drafted: {
      title: text('起草中', 'Being written'),
      meaning: text(
        '提供者正在填写，还没有施行，主管部门看不到。',
        'The provider is writing it; it is not in force, and offices do not see it.',
      ),
      visible: ['provider'],
      desk: { side: 'provider' },
      tone: 'working',
    },
    kept: {
      title: text('施行中', 'In force'),
      meaning: text(
        '台账在施行，由提供者保持更新、按期复核；主管部门看到的是最近施行的内容。',
        'It is in force. The provider keeps it up to date and reviews it; offices see what was last put in force.',
      ),
      visible: ['provider', 'office'],
      desk: { side: 'provider' },
      tone: 'good',
    },
    withdrawn: {
      title: text('已撤下', 'Withdrawn'),
      meaning: text(
        '提供者不再提供这类服务，台账已撤下。',
        'The provider runs no such service any more and has withdrawn it.',
      ),
      visible: ['provider', 'office'],
      final: true,
      tone: 'neutral',
    },
  },
  opening,
  commands,
  events: {
    opened: { title: text('建立台账', 'Begun') },
    saved: { title: text('保存', 'Saved'), only: 'provider' },
    adopted: { title: text('施行', 'Put in force') },
    reviewed: { title: text('复核制度', 'System reviewed') },
    scheduled: { title: text('确定下次复核日期', 'Next review scheduled') },
    'rules-published': { title: text('公布服务规则', 'Service rules published') },
    'commitments-published': { title: text('公布时限承诺', 'Time limits published') },
    withdrawn: { title: text('撤下', 'Withdrawn') },
    ...registerEventTitles,
    ...deskEventTitles,
  },
  forms: {
    form: responsibilityForm,
    adopted: responsibilityForm,
    review: reviewForm,
    published: rulesForm,
    promise: promiseForm,
    model: releaseForm,
    opinion: releaseReviewForm,
  },
  inner: deskInner,
  seen: (state, audience) =>
    audience === 'office' ? { ...state, form: state.adopted ?? {}, adopted: undefined } : state,
  begin: ({ owner }) => ({
    status: 'drafted',
    owner,
    form: {},
    version: 0,
    reviews: {},
    rules: [],
    earlierCommitments: [],
    ...emptyRegisters,
    ...emptyDesk,
  }),
  evolve: {
    saved: (state, { form }) => ({ ...state, form: merged(state.form, form) }),
    adopted: (state, { form, scheduled, dropped }, { on }) => ({
      ...state,
      status: 'kept',
      adopted: form,
      adoptedOn: on,
      version: state.version + 1,
      reviews: { ...without(state.reviews, dropped), ...scheduled },
    }),
    // A review is read in its event; what counts is when the next one is due.
    reviewed: (state) => state,
    scheduled: (state, { system, schedule }) => ({ ...state, reviews: { ...state.reviews, [system]: schedule } }),
    'rules-published': (state, { rules }, { on }) => ({
      ...state,
      rules: [...state.rules, { ...rules, publishedOn: on }],
    }),
    'commitments-published': (state, { commitments }) => ({
      ...state,
      commitments,
      earlierCommitments:
        state.commitments === undefined ? state.earlierCommitments : [...state.earlierCommitments, state.commitments],
    }),
    withdrawn: (state) => ({ ...state, status: 'withdrawn' }),
    ...registerEvolution<ResponsibilityState>(),
    ...deskEvolution<ResponsibilityState>(),
  },
  clocks: reviewClocks,
  links: [],
  summary: () => ({ title: '算法安全主体责任台账' }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
});
