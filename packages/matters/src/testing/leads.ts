import type { CivilDate } from '@suanjian/rulebook';
import type { MatterId } from '../engine/identity.ts';
import { exampleCommittee, exampleConditions } from '../matters/ethics-review/examples.ts';
import { exampleSubject } from '../matters/filing/definition.ts';
import { exampleHandover, exampleHash, exampleRequest, exampleStatement } from '../matters/log-request/examples.ts';
import type { FormSamples } from './input-arbitrary.ts';
import { officePerson, providerPerson } from './actors.ts';
import type { Actor } from '../engine/party.ts';
import { caseLeads, casePeople, caseSamples, orderLeads, orderSamples } from './case-leads.ts';
import { officialLeads, officialSamples } from './official-leads.ts';
import { inspectionLeads, inspectionSamples, teamPeople } from './inspection-leads.ts';

/** A command, what it is given, by whom, and on which day where that is another than the day before. */
export type Step = readonly [command: string, input: unknown, actor: Actor, on?: CivilDate];

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

const requester = officePerson('province', '440000', 'reviewer', 'supervisor');
const approvers = [
  officePerson('province', '440000', 'supervisor'),
  officePerson('nation', '000000', 'reviewer', 'supervisor'),
] as const;
const request = { ...exampleRequest, provider: exampleSubject.name };
const receipt = { fileHash: exampleHash, destroyBy: '2026-12-31' };
const destruction = { on: '2026-03-20', how: '消磁。', copies: true };

const approved = approvers.map((approver): Step => ['approve', {}, approver]);
const handedOver = (matter: MatterId): readonly Step[] => [
  ...approved,
  ['confirm-hold', { holding: { statement: exampleStatement(matter) } }, chair],
  ['hand-over', { handover: exampleHandover }, chair],
];
const received = (matter: MatterId): readonly Step[] => [...handedOver(matter), ['receive', { receipt }, requester]];

/** People whom a walk needs besides those that every walk has. */
export const furtherActors: Readonly<Record<string, readonly Actor[]>> = {
  'ethics-review': members.slice(1),
  'log-request': approvers.slice(0, 1),
  inspection: teamPeople,
  'official-assessment': teamPeople,
  rectification: casePeople,
  'violation-case': casePeople,
};

/** Where several people have to do their part one after the other a walk seldom gets far: some walks begin after these steps. */
export const leads: Readonly<Record<string, readonly ((matter: MatterId) => readonly Step[])[]>> = {
  'ethics-review': [
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
  inspection: inspectionLeads,
  'official-assessment': officialLeads,
  rectification: orderLeads,
  'violation-case': caseLeads,
  'log-request': [
    () => [],
    () => approved,
    (matter) => handedOver(matter).slice(0, -1),
    handedOver,
    received,
    (matter) => [...received(matter), ['state-destruction', { destruction }, requester]],
  ],
};

/** Forms with tests of their own, by kind of matter and property. */
export const ledExamples: Readonly<Record<string, FormSamples>> = {
  'ethics-review': {
    subject: [{ algorithm: '首页推荐', version: '1.0', change: '新的。', affected: '全部用户。' }],
    committee: [committee],
    declaration: [{ conflict: false }, { conflict: false }, { conflict: true, what: '我设计的。' }],
    member: accounts.map((account) => ({ account })),
    vote: [{ choice: 'approve' }, { choice: 'conditions', note: '要改。' }, { choice: 'reject', note: '不行。' }],
    conclusion: [conclusion, exampleConditions()],
  },
  inspection: inspectionSamples,
  'official-assessment': officialSamples,
  rectification: orderSamples,
  'violation-case': caseSamples,
  'log-request': {
    request: [request, { ...request, basis: 'other-law', law: '网络安全法', article: '第四十九条' }],
    holding: [{ statement: exampleStatement('another' as MatterId) }],
    handover: [exampleHandover],
    receipt: [receipt],
    destruction: [destruction],
  },
};
