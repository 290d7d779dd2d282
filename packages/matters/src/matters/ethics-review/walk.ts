import { providerPerson } from '../../testing/actors.ts';
import type { Step, Walk } from '../../testing/walk.ts';
import { exampleCommittee, exampleConditions } from './examples.ts';

const chair = providerPerson('yunling', 'officer', 'editor', 'administrator');
const members = [chair, providerPerson('yunling', 'editor'), providerPerson('yunling', 'auditor')] as const;
const accounts = members.map((member) => (member.kind === 'person' ? member.account : ''));

const committee = exampleCommittee(...accounts);
const conclusion = exampleConditions('2027-01-04');

const deliberated: readonly Step[] = [
  ['compose', { committee }, chair],
  ...members.map((member): Step => ['declare', { declaration: { conflict: false } }, member]),
  ['open-deliberation', {}, chair],
];
const voted = (choice: string): readonly Step[] => [
  ...deliberated,
  ...members.map((member): Step => ['vote', { vote: { choice, note: '理由' } }, member]),
];

export const walk: Walk = {
  samples: {
    subject: [{ algorithm: '首页推荐', version: '1.0', change: '新的。', affected: '全部用户。' }],
    committee: [committee],
    declaration: [{ conflict: false }, { conflict: false }, { conflict: true, what: '我设计的。' }],
    member: accounts.map((account) => ({ account })),
    vote: [{ choice: 'approve' }, { choice: 'conditions', note: '要改。' }, { choice: 'reject', note: '不行。' }],
    conclusion: [conclusion, exampleConditions()],
  },
  leads: [
    () => [],
    () => deliberated,
    () => voted('approve'),
    () => voted('conditions'),
    () => voted('reject'),
    () => [
      ...voted('conditions'),
      ['close-vote', { conclusion }, chair],
      ['fulfil', { condition: { condition: 1, done: '做到了。' } }, members[1]],
    ],
  ],
  people: members.slice(1),
};
