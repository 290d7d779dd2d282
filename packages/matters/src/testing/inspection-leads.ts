import type { CivilDate } from '@suanjian/rulebook';
import type { Actor } from '../engine/party.ts';
import { exampleSubject } from '../matters/filing/definition.ts';
import {
  announcedPlan,
  exampleFinding,
  exampleIdentity,
  exampleItem,
  examplePlan,
  exampleRecord,
  exampleRefusal,
  exampleReport,
  exampleSignature,
} from '../matters/inspection/examples.ts';
import { examplePeople } from '../matters/common/team/examples.ts';
import { officePerson, providerPerson } from './actors.ts';
import type { FormSamples } from './input-arbitrary.ts';
import type { Step } from './walk.ts';

export const head = officePerson('province', '440000', 'supervisor');
export const second = officePerson('nation', '000000', 'supervisor');
export const inspector = officePerson('province', '440000', 'reviewer');
/** Either of them may have planned it. */
const planners = [
  officePerson('province', '440000', 'reviewer', 'supervisor'),
  officePerson('nation', '000000', 'reviewer', 'supervisor'),
];
const officer = providerPerson('yunling', 'officer');
const day = (date: string): CivilDate => date as CivilDate;
const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : '');

/** People of a team whom a walk needs besides those that every walk has. */
export const teamPeople: readonly Actor[] = [head, second, inspector];

const people = examplePeople(...teamPeople.map(accountOf));

/** A team of three who have undertaken and declared. */
export const teamed: readonly Step[] = [
  ...planners.map((planner): Step => ['name-members', people, planner]),
  ...teamPeople.flatMap((actor): readonly Step[] => [
    ['undertake', { given: true }, actor],
    ['declare-interests', { conflict: false }, actor],
  ]),
];
const approved: readonly Step[] = [...teamed, ['approve', {}, head]];
const announced: readonly Step[] = [...approved, ['announce', {}, head, day('2026-03-25')]];
const onSite: readonly Step[] = [
  ...announced,
  ['show-identity', exampleIdentity, head, day('2026-03-27')],
  ['begin', exampleIdentity, inspector],
];
const found: readonly Step[] = [
  ...onSite,
  ...['final/17.1', 'final/21'].map((clause): Step => ['check', exampleItem(clause), inspector]),
  ['find', exampleFinding, inspector],
  ['draw-record', exampleRecord('2026-04-10'), inspector],
];
const sent: readonly Step[] = [...found, ['countersign-record', {}, head]];
const signed: readonly Step[] = [...sent, ['sign-record', exampleSignature, officer]];
const refused: readonly Step[] = [...sent, ['record-refusal', exampleRefusal, head]];
const reported: readonly Step[] = [...signed, ['report', exampleReport, inspector]];

const steps: readonly (readonly Step[])[] = [
  [],
  teamed,
  approved,
  announced,
  onSite,
  found,
  sent,
  signed,
  refused,
  reported,
  [...reported, ['close', {}, second]],
];
export const inspectionLeads = steps.map((each) => () => each);

const provider = exampleSubject.name;

export const teamSamples: FormSamples = {
  'name-members': [people, examplePeople(accountOf(second), accountOf(inspector))],
  undertake: [{ given: true }],
  'declare-interests': [{ conflict: false }, { conflict: true, what: '亲属在那里。' }],
  recuse: teamPeople.map((actor) => ({ account: accountOf(actor) })),
};

export const inspectionSamples: FormSamples = {
  ...teamSamples,
  open: [
    { ...announcedPlan, provider },
    { ...examplePlan, provider },
  ],
  reschedule: [{ way: 'on-the-spot', visitOn: '2026-04-10' }],
  'defer-readings': [{ until: '2026-05-08' }],
  'show-identity': [exampleIdentity],
  begin: [exampleIdentity],
  check: [exampleItem('final/17.1'), { ...exampleItem('final/21'), result: 'unmet' }],
  find: [exampleFinding, { ...exampleFinding, gravity: 'slight' }],
  'withdraw-finding': [{ number: 1 }],
  'draw-record': [exampleRecord('2026-04-10')],
  'sign-record': [exampleSignature],
  'record-refusal': [exampleRefusal],
  'ask-recusal': [{ officer: 1 }, { officer: 2 }],
  report: [exampleReport, { ...exampleReport, outcome: 'none' }],
};
