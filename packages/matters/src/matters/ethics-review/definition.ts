import { text } from '@suanjian/rulebook';
import { matterOf } from '../../engine/definition.ts';
import { deskEventTitles, deskInner, emptyDesk } from '../common/desk.ts';
import { wordsIn } from '../common/part.ts';
import { ethicsReviewClocks } from './clocks.ts';
import { committeeCommands } from './commands-committee.ts';
import { deliberationCommands } from './commands-deliberation.ts';
import { followUpCommands } from './commands-follow-up.ts';
import { evolve } from './evolve.ts';
import {
  ballotsForm,
  committeeForm,
  conclusionForm,
  deliberationForm,
  evidenceForm,
  interestsForm,
  reopeningForm,
  subjectForm,
} from './form.ts';
import { noticesOf } from './notices.ts';
import { opening } from './opening.ts';
import { seenByMember } from './seen.ts';
import type { EthicsReviewEvent, EthicsReviewState } from './state.ts';
import { states } from './states.ts';

export { ethicsReviewGaps, type EthicsReviewGap } from './gaps.ts';
export type { EthicsReviewState } from './state.ts';

const m = matterOf<EthicsReviewState, EthicsReviewEvent>();

/** The committee's own business: offices see what it came to. */
const inside = {
  committee: 'provider',
  members: 'provider',
  member: 'provider',
  chair: 'provider',
  declared: 'provider',
  recusals: 'provider',
  interests: 'provider',
  deliberation: 'provider',
  ballots: 'provider',
} as const;

export const ethicsReview = m.define({
  kind: 'ethics-review',
  title: text('科技伦理审查', 'Ethics review'),
  purpose: text(
    '由提供者的伦理委员会审查算法：声明利益冲突、回避、讨论、表决，跟踪所附条件，实质变动时重新审查。',
    'A provider’s ethics committee reviews an algorithm: interests declared, recusals, deliberation, vote, conditions followed up, and again when it changes materially.',
  ),
  clauses: ['opinions/4', 'final/7'],
  states,
  opening,
  commands: { ...committeeCommands, ...deliberationCommands, ...followUpCommands },
  events: {
    opened: { title: text('提交审查', 'Submitted') },
    composed: { title: text('组成委员会', 'Committee named') },
    declared: { title: text('声明利益冲突', 'Interests declared'), only: 'provider' },
    recused: { title: text('回避', 'Recused'), only: 'provider' },
    'chair-appointed': { title: text('更换主任委员', 'Chair replaced'), only: 'provider' },
    'deliberation-opened': { title: text('开始讨论', 'Deliberation opened') },
    spoke: { title: text('发言', 'Statement'), only: 'provider' },
    voted: { title: text('投票', 'Vote'), only: 'provider' },
    decided: { title: text('作出结论', 'Concluded') },
    reported: { title: text('报告条件的落实', 'Condition reported') },
    'report-accepted': { title: text('认可落实', 'Report accepted') },
    'report-returned': { title: text('退回落实报告', 'Report returned') },
    reopened: { title: text('重新审查', 'To be reviewed again') },
    closed: { title: text('结束审查', 'Closed') },
    ...deskEventTitles,
  },
  forms: {
    subject: subjectForm,
    committee: committeeForm,
    interests: interestsForm,
    deliberation: deliberationForm,
    ballots: ballotsForm,
    conclusion: conclusionForm,
    evidence: evidenceForm,
    reopening: reopeningForm,
  },
  inner: { ...deskInner, ...inside },
  // Until there is a conclusion it is the provider's own affair.
  keptFrom: ({ result }) => (result === undefined ? ['office'] : []),
  seen: seenByMember,
  begin: ({ subject, filing, number }) => ({
    status: 'composing',
    subject,
    round: 1,
    committee: {},
    members: [],
    declared: [],
    recusals: [],
    interests: {},
    deliberation: {},
    ballots: {},
    earlier: [],
    conclusion: {},
    followUp: [],
    replaced: [],
    evidence: {},
    ...(filing === undefined ? {} : { filing }),
    ...(number === undefined ? {} : { number }),
    ...emptyDesk,
  }),
  evolve,
  clocks: ethicsReviewClocks,
  links: [],
  summary: ({ subject, filing, number }) => ({
    ...(filing === undefined ? {} : { concerns: [filing] }),
    title: wordsIn(subject, 'algorithm'),
    ...(number === undefined ? {} : { number }),
  }),
  consequences: (event, state) => ({ notices: noticesOf(event, state) }),
});
