import type { CivilDate } from '@suanjian/rulebook';
import type { Actor } from '../engine/party.ts';
import { exampleSubject } from '../matters/filing/definition.ts';
import { exampleAnswer, exampleOrder, resultOf } from '../matters/rectification/examples.ts';
import {
  exampleDecision,
  exampleEvidence,
  exampleFindings,
  exampleHearing,
  exampleLead,
  exampleNotice,
  examplePricing,
  exampleRecord,
} from '../matters/violation-case/examples.ts';
import { officePerson, providerPerson } from './actors.ts';
import type { FormSamples } from './input-arbitrary.ts';
import type { Step } from './walk.ts';

const one = officePerson('province', '440000', 'reviewer');
const two = officePerson('province', '440000', 'reviewer', 'auditor');
const chair = officePerson('province', '440000', 'reviewer', 'viewer');
const head = officePerson('province', '440000', 'supervisor');
const secondHead = officePerson('province', '440000', 'supervisor', 'auditor');
const officer = providerPerson('yunling', 'officer');
const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : '');
const on = (date: string): CivilDate => date as CivilDate;

/** People whom a walk through a case needs besides those that every walk has. */
export const casePeople: readonly Actor[] = [one, two, chair, head, secondHead];

const officers = { first: accountOf(one), second: accountOf(two) };
const established: readonly Step[] = [['establish', officers, head]];
const concluded: readonly Step[] = [
  ...established,
  ['inform', {}, one],
  ['add-evidence', exampleEvidence, one],
  ['conclude', exampleFindings, one],
  ['countersign', {}, two],
];
const slight: readonly Step[] = [
  ...established,
  ['add-evidence', exampleEvidence, one],
  ['conclude', { ...exampleFindings, gravity: false, circumstances: ['first-and-slight'] }, one],
  ['countersign', {}, two],
];
const notified: readonly Step[] = [...concluded, ['notify', exampleNotice, head, on('2026-03-23')]];
const hearing: readonly Step[] = [
  ...notified,
  ['request-hearing', {}, officer],
  ['schedule-hearing', exampleHearing('2026-04-15', accountOf(chair)), one],
  ['announce-hearing', {}, one],
];
const heard: readonly Step[] = [
  ...hearing,
  ['hold-hearing', exampleRecord('2026-04-15'), chair, on('2026-04-15')],
  ['review-legally', { passed: true, words: '通过。' }, chair],
];
const decided: readonly Step[] = [...heard, ['agree', {}, secondHead], ['decide', exampleDecision, head]];
const served: readonly Step[] = [...decided, ['serve', { way: 'mail', on: '2026-04-16' }, one, on('2026-04-16')]];
const carriedOut: readonly Step[] = [
  ...served,
  ['record-payment', { on: '2026-04-16', amount: 20_000 }, one],
  ...['warning', 'order-to-correct', 'suspend-updates'].map((measure): Step => [
    'record-execution',
    { measure, on: '2026-04-16' },
    one,
  ]),
];
const reviewed: readonly Step[] = [
  ...served,
  ['publish', { words: '公示。', checked: true }, head],
  ['note-review', { kind: 'litigation', on: '2026-04-16' }, one],
];

export const caseLeads: readonly (() => readonly Step[])[] = [
  [],
  established,
  concluded,
  slight,
  notified,
  hearing,
  heard,
  decided,
  served,
  carriedOut,
  reviewed,
  [...carriedOut, ['close', {}, head]] satisfies readonly Step[],
].map((steps) => () => steps);

export const caseSamples: FormSamples = {
  open: [{ ...exampleLead, provider: exampleSubject.name }],
  establish: [officers],
  'add-evidence': [exampleEvidence],
  conclude: [exampleFindings, examplePricing],
  'ask-recusal': [{ officer: '1' }, { officer: '2' }],
  'decide-recusal': [{ granted: false }, { granted: true, replacement: accountOf(chair) }],
  notify: [exampleNotice, { ...exampleNotice, measures: ['warning', 'order-to-correct'] }],
  decide: [exampleDecision],
  'schedule-hearing': [exampleHearing('2026-05-08', accountOf(chair))],
  'hold-hearing': [exampleRecord('2026-04-15')],
  serve: [{ way: 'in-person', on: '2026-04-15' }],
  'record-payment': [
    { on: '2026-04-16', amount: 8_000 },
    { on: '2026-04-16', amount: 12_000 },
  ],
  'grant-deferral': [{ parts: [{ on: '2026-12-31', amount: 20_000 }] }],
  'record-execution': [
    { measure: 'warning', on: '2026-04-16' },
    { measure: 'order-to-correct', on: '2026-04-16' },
  ],
  'note-review': [{ kind: 'litigation', on: '2026-04-16' }],
  'end-review': [
    { outcome: 'upheld', on: '2026-04-16' },
    { outcome: 'annulled', on: '2026-04-16' },
  ],
};

const ordered: readonly Step[] = [['serve', {}, head]];
const answered: readonly Step[] = [...ordered, ['answer', exampleAnswer('2026-03-20'), officer]];

export const orderLeads: readonly (() => readonly Step[])[] = [
  [],
  ordered,
  [...ordered, ['lapse', {}, { kind: 'clock' }]] satisfies readonly Step[],
  answered,
  [...answered, ...[1, 2].map((measure): Step => ['verify-by-hand', { measure, done: true }, one])],
  [...answered, ['verify-by-hand', { measure: 1, done: false }, one]] satisfies readonly Step[],
].map((steps) => () => steps);

export const orderSamples: FormSamples = {
  open: [{ ...exampleOrder, provider: exampleSubject.name }],
  answer: [exampleAnswer('2026-03-20')],
  'ask-extension': [{ until: '2027-05-10', why: '需要发版。' }],
  'verify-check': [{ measure: 1, result: resultOf('opt-out-honoured') }],
  'verify-by-hand': [
    { measure: 1, done: true },
    { measure: 2, done: true },
    { measure: 2, done: false },
  ],
  'send-back': [{ by: '2026-12-31' }],
};
