import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { deskCommands, deskEventTitles, deskEvolution, deskInner, emptyDesk } from '../common/desk.ts';
import { commands } from './commands.ts';
import { campaignDocument } from './document.ts';
import { planForm, reportForm } from './form.ts';
import { opening } from './opening.ts';
import type { CampaignEvent, CampaignState } from './state.ts';
import { states } from './states.ts';

export { campaignBehind } from './behind.ts';
export { commitmentOf, drawn, drawnByStratum, type Drawable } from './drawing.ts';
export {
  campaignPresets,
  clausesToAnswer,
  presetOf,
  type CampaignPreset,
  type CampaignTask,
} from '../common/campaign-presets.ts';
export { queryForm } from './form.ts';
export { progressOf, publicCampaign, toAsk, toRemind, type CampaignProgress, type PublicCampaign } from './progress.ts';
export { keyOfProspect, queryIn, reasonsFor, reasonText, type TargetReason } from './query.ts';
export type { Asking, CampaignState, CampaignTarget, Stage } from './state.ts';
export { isUnfiled } from './targets.ts';

const m = matterOf<CampaignState, CampaignEvent>();

const desks = ['planned', 'running'] as const;
const { assign, note } = deskCommands({ desks, open: desks, levels: ['nation', 'province'] });

export const campaign = m.define({
  kind: 'campaign',
  title: text('专项行动', 'Campaign'),
  purpose: text(
    '主管部门组织的专项治理：名单、任务、自查、抽样检查、督促备案和总结。',
    'Governance held as an action: its list, tasks, self-inspections, a sample inspected on site, urging to file, and what came of it.',
  ),
  clauses: [
    'campaign/1',
    'campaign/2.1',
    'campaign/2.2',
    'campaign/2.3',
    'campaign/3',
    'checklist/plan.1',
    'checklist/plan.2',
    'checklist/plan.3',
  ],
  states,
  opening,
  // Either level may hold one, so either may say who works on it.
  commands: { ...commands, assign: { ...assign, ownDesk: false }, note },
  events: {
    opened: { title: text('发起', 'Begun') },
    'targets-selected': { title: text('确定对象', 'Targets chosen') },
    'target-dropped': { title: text('移出名单', 'Target taken from the list') },
    started: { title: text('启动', 'Started') },
    'target-moved': { title: text('自查进展', 'Progress of a self-inspection') },
    'asked-all': { title: text('发起全部自查', 'All of them asked') },
    'target-reminded': { title: text('督促备案的进展', 'Progress of a reminder to file') },
    urged: { title: text('督促备案', 'Urged to file') },
    drawn: { title: text('抽取现场检查对象', 'Sample drawn') },
    'progress-shown': { title: text('公开进展的决定', 'Whether progress is shown') },
    closed: { title: text('总结结束', 'Closed with a report') },
    withdrawn: { title: text('撤销', 'Withdrawn') },
    ...deskEventTitles,
  },
  forms: { plan: planForm, report: reportForm },
  inner: deskInner,
  begin: ({ place, title, level, preset, from, until, commitment, sampleSize, byGrade, plan }) => ({
    status: 'planned',
    title,
    level,
    place,
    preset,
    from,
    until,
    commitment,
    sampleSize,
    byGrade,
    plan,
    queries: [],
    targets: [],
    progress: {},
    reminders: {},
    urgings: [],
    shown: false,
    report: {},
    ...emptyDesk,
  }),
  evolve: {
    'targets-selected': (state, { query, added, found, more, leftOut }, { on }) => ({
      ...state,
      targets: [...state.targets, ...added],
      queries: [
        ...state.queries,
        {
          on,
          query,
          added: added.length,
          ...(found === undefined ? {} : { found }),
          ...(more === undefined ? {} : { more }),
          ...(leftOut === undefined ? {} : { leftOut }),
        },
      ],
    }),
    'target-dropped': (state, { target }) => ({
      ...state,
      targets: state.targets.filter(({ key }) => key !== target),
    }),
    started: (state, _event, { on }) => ({ ...state, status: 'running', frozenOn: on }),
    'target-moved': (state, { target, progress }) => ({
      ...state,
      progress: { ...state.progress, [target]: progress },
    }),
    'asked-all': (state, { by, words }, { on }) => ({
      ...state,
      asking: { on, by, ...(words === undefined ? {} : { words }) },
    }),
    'target-reminded': (state, { target, reminder }) => ({
      ...state,
      reminders: { ...state.reminders, [target]: reminder },
    }),
    urged: (state, { target, how }, { on }) => ({ ...state, urgings: [...state.urgings, { target, how, on }] }),
    drawn: (state, { seed, keys }, { on }) => ({ ...state, sample: { seed, on, keys } }),
    'progress-shown': (state, { shown }) => ({ ...state, shown }),
    closed: (state, { report, outcome }, { on }) => ({
      ...state,
      status: 'closed',
      report,
      endedOn: on,
      ...(outcome === undefined ? {} : { outcome }),
    }),
    withdrawn: (state, _event, { on }) => ({ ...state, status: 'withdrawn', endedOn: on }),
    ...deskEvolution<CampaignState>(),
  },
  clocks: {},
  links: ['self-inspection', 'inspection', 'filing-reminder'],
  summary: ({ title, assignee }) => ({ title, ...(assignee === undefined ? {} : { assignee }) }),
  document: campaignDocument,
});
