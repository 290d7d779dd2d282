import { text } from '@suanjian/rulebook';
import { matterOf, type ClockDefinition } from '../../engine/definition.ts';
import { officeLevels } from '../../engine/party.ts';
import { assessmentTitle } from '../assessment/definition.ts';
import { proposalIn } from '../filing/definition.ts';
import { deskCommands, deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { untilDate } from '../common/own-date.ts';
import { teamCommands } from '../common/team/commands.ts';
import { emptyTeam, teamEventTitles, teamForms, teamInner } from '../common/team/evolve.ts';
import { teamOf } from '../common/team/state.ts';
import { viewsForm } from '../common/company-view.ts';
import { assessing } from './commands/assessing.ts';
import { concluding } from './commands/concluding.ts';
import { officialAssessmentDocument } from './document.ts';
import { evolve } from './evolve.ts';
import { assessedForm, conclusionsForm, endingForm, planForm } from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { briefing, seen } from './seen.ts';
import type { OfficialAssessmentEvent, OfficialAssessmentState } from './state.ts';
import { states } from './states.ts';

const m = matterOf<OfficialAssessmentState, OfficialAssessmentEvent>();

const open = ['preparing', 'assessing', 'with-provider'] as const;
const { note } = deskCommands({ desks: [], open, levels: officeLevels });
const { write } = deskCommands({ desks: [], open: ['assessing', 'with-provider'], levels: officeLevels });

/** How long a company is heard no rule sets: the team sets the day. */
const toState: ClockDefinition<OfficialAssessmentState, OfficialAssessmentEvent> = {
  title: text('对评估结论陈述意见（工作组所定日期）', 'To be heard on the conclusions (day set by the team)'),
  duty: { final: { clause: 'final/28.2' }, draft: { clause: 'draft/24.2' } },
  bearer: 'provider',
  promised: ({ sent, concluded }) =>
    sent === undefined || concluded === undefined ? undefined : untilDate(sent.on, concluded.stateBy),
  change: ({ type }, _state, { on }) => {
    if (type === 'conclusions-sent') return { change: 'start', event: on };
    if (type === 'view-stated') return { change: 'stop' };
    return type === 'reconsidered' || type === 'closed' || type === 'broken-off' ? { change: 'lift' } : undefined;
  },
};

export const officialAssessment = m.define({
  kind: 'official-assessment',
  title: text('主管部门评估', 'Assessment by the office'),
  purpose: text(
    '主管部门的工作组评估一个算法：逐项回答、风险打分、附证据，得出每个条款的结论和等级建议，听取企业意见。',
    'A team of the office assesses an algorithm: questions answered, risks scored, evidence added, a conclusion for every clause and a grade proposed, with the company heard.',
  ),
  clauses: ['final/28.1', 'final/23', 'final/29', 'draft/24.1', 'draft/19', 'draft/25', 'opinions/8'],
  states,
  opening,
  commands: { ...teamCommands({ open }), ...assessing, ...concluding, note, write },
  events: {
    opened: { title: text('发起', 'Begun'), only: 'office' },
    started: { title: text('启动评估', 'Started') },
    dropped: { title: text('不再评估', 'Dropped'), only: 'office' },
    prefilled: { title: text('从结果包预填', 'Filled in from a bundle'), only: 'office' },
    answered: { title: text('回答一项', 'Question answered'), only: 'office' },
    'evidence-added': { title: text('补充证据', 'Evidence added'), only: 'office' },
    'risk-scored': { title: text('风险打分', 'Risk scored'), only: 'office' },
    concluded: { title: text('作出结论', 'Concluded'), only: 'office' },
    'conclusions-sent': { title: text('会签并送给企业', 'Countersigned and sent') },
    'view-stated': { title: text('企业陈述意见', 'The company’s view') },
    reconsidered: { title: text('重新评估', 'To be assessed anew') },
    closed: { title: text('办结', 'Closed') },
    'broken-off': { title: text('中止', 'Broken off') },
    ...teamEventTitles,
    ...deskEventTitles,
  },
  forms: {
    plan: planForm,
    form: assessedForm,
    conclusions: conclusionsForm,
    views: viewsForm,
    ending: endingForm,
    ...teamForms,
  },
  inner: { ...deskInner, ...teamInner, planner: 'office', behind: 'office', by: 'office' },
  seen,
  team: teamOf,
  briefing,
  begin: ({ title, filing, number, plan, form, planner, behind = [] }) => ({
    status: 'preparing',
    title,
    plan,
    form,
    planner: planner.account,
    behind,
    team: [planner],
    ...emptyTeam,
    gaps: [],
    conclusions: {},
    views: {},
    heard: false,
    ending: {},
    follows: [],
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...emptyDesk,
  }),
  evolve,
  clocks: { toState },
  links: ['rectification', 'violation-case'],
  summary: ({ form, filing, number }) => ({
    title: assessmentTitle(form),
    ...(filing === undefined ? {} : { concerns: [filing] }),
    ...(number === undefined ? {} : { number }),
  }),
  consequences: (event, { filing, conclusions }, _meta, { matter }) => {
    const proposed = event.type === 'closed' ? proposalIn(conclusions) : undefined;
    return {
      notices: noticesOf(event),
      effects:
        filing === undefined || proposed === undefined
          ? []
          : [
              {
                matter: { kind: 'filing', id: filing },
                command: 'propose-grade',
                input: { from: matter, ...proposed },
                withoutReason: true,
              },
            ],
    };
  },
  document: officialAssessmentDocument,
});
