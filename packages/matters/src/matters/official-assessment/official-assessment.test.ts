import { describe, expect, test } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { BundleFindings, Lookups } from '../../engine/lookups.ts';
import { audienceOf, type Actor } from '../../engine/party.ts';
import { groundIn } from '../../engine/run.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import { editor, house, officer, organisation } from '../../testing/filing-house.ts';
import { examplePeople } from '../common/team/examples.ts';
import { officialAssessment } from './definition.ts';
import {
  exampleAnswers,
  exampleConclusion,
  exampleEnding,
  exampleEvidence,
  exampleOpening,
  exampleRisks,
  exampleView,
} from './examples.ts';

const definition = anyMatter(officialAssessment);
const planner = officePerson('province', '440000', 'supervisor');
const deputy = officePerson('nation', '000000', 'supervisor');
const expert = officePerson('province', '440000', 'reviewer');
const outsider = officePerson('nation', '000000', 'reviewer');
const accountOf = (actor: Actor) => (actor.kind === 'person' ? actor.account : ('' as never));
const everything = new Set(['confidential', 'personal'] as const);
const provider = (organisation as { readonly name: string }).name;
const bundle = '00000000-0000-4000-8000-00000000b001';
const withDays = { from: '2026-03-16' as CivilDate, until: '2026-03-18' as CivilDate };
const findings = (days?: typeof withDays): BundleFindings => ({
  bundle: 'b'.repeat(64),
  filing: 'f' as MatterId,
  checks: [{ check: 'opt-out-honoured', verdict: 'fail', estimate: '2%' }],
  ...(days === undefined ? {} : { days }),
});

const begun = async (lookups: Partial<Lookups> = {}) => {
  const told = house({ definitions: [definition], lookups });
  const id = await told.open('official-assessment', { ...exampleOpening, provider }, planner);
  const give = (command: string, input: unknown, actor: Actor, reason?: string) =>
    told.give(id, command, input, actor, reason);
  const ground = () => groundIn(definition, told.state(id), { owner: 'yunling' as never, place: '440300', matter: id });
  return {
    told,
    id,
    give,
    refused: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.refused(give(command, input, actor, reason)),
    state: () => told.state(id),
    view: (actor: Actor): string => {
      const audience = audienceOf(actor, ground());
      return audience === undefined || !isVisible(definition, told.state(id), audience)
        ? ''
        : JSON.stringify(viewFor(definition, told.state(id), audience, everything, accountOf(actor)).state);
    },
  };
};

const started = async (lookups: Partial<Lookups> = {}) => {
  const matter = await begun(lookups);
  await matter.give('name-members', examplePeople(...[deputy, expert].map(accountOf)), planner);
  for (const actor of [deputy, expert]) {
    await matter.give('undertake', { given: true }, actor);
    await matter.give('declare-interests', { conflict: false }, actor);
  }
  await matter.give('start', {}, deputy);
  return matter;
};

const assessed = async (lookups: Partial<Lookups> = {}) => {
  const matter = await started(lookups);
  for (const answer of exampleAnswers) await matter.give('answer', answer, expert);
  for (const row of exampleRisks) await matter.give('score-risk', row, expert);
  return matter;
};

const sent = async () => {
  const matter = await assessed();
  await matter.give('conclude', exampleConclusion('2026-03-27'), expert);
  await matter.give('countersign', {}, deputy);
  return matter;
};

describe('an assessment by the office', () => {
  test('is begun by a head who answers for themselves, about days that have passed', async () => {
    const told = house({ definitions: [definition] });
    const open = (more: object, actor: Actor = planner) =>
      told.refused(told.open('official-assessment', { ...exampleOpening, provider, ...more }, actor));
    expect(await open({ given: false })).toEqual(['team/not-undertaken']);
    expect(await open({ free: false })).toEqual(['team/not-free']);
    expect(await open({ template: 'self-assessment' })).toEqual(['form/option']);
    expect(await open({ periodUntil: '2026-04-01' })).toEqual(['date/in-future']);
    expect(await open({ periodFrom: '2026-03-19' })).toEqual(['official-assessment/period-backwards']);
    expect(await open({ basis: 'draft/24.1' })).toEqual(['basis/not-in-force']);
    expect(await open({ provider: '没有这家公司' })).toEqual(['supervision/unknown-provider']);
    expect(await open({}, expert)).toEqual(['matter/not-permitted']);
    expect(await open({}, officer)).toEqual(['matter/not-permitted']);
  });

  test('names the filing it is about, so that it is found from there, and none where a company is named', async () => {
    const filing = 'filing-1' as MatterId;
    const number = '330106024387203260015';
    const told = house({
      definitions: [definition],
      lookups: {
        ownerOfNumber: async () => ({ owner: 'yunling' as never, place: '440305' }),
        holderOfNumber: async () => ({ matter: filing }),
      },
    });
    const id = await told.open('official-assessment', { ...exampleOpening, provider: number }, planner);
    expect(definition.summary(told.state(id))).toMatchObject({ concerns: [filing], number });
    const other = await begun();
    expect(Object.keys(definition.summary(other.state()))).toEqual(['title']);
  });

  test('nobody who acted for the company takes part', async () => {
    const matter = await begun({ hasActedFor: async (account) => account === accountOf(expert) });
    expect(await matter.refused('name-members', examplePeople(accountOf(expert)), planner)).toEqual(['team/own-case']);
  });

  test('is started by another head with a team of two, and until then the company knows nothing', async () => {
    const matter = await begun();
    expect(await matter.refused('start', {}, planner)).toEqual(['official-assessment/same-officer', 'team/too-few']);
    expect([matter.view(officer), matter.view(outsider)]).toEqual(['', '']);
    expect(matter.told.notices.filter(({ to }) => to === 'provider')).toEqual([]);
    await matter.give('drop', {}, planner, '改由检查办理');
    expect(matter.view(officer)).toBe('');
    const other = await started();
    expect(other.view(officer)).not.toBe('');
    expect(other.view(officer)).not.toMatch(/投诉集中|检查员/u);
    expect(other.view(outsider)).toBe('');
  });

  test('takes verdicts from bundles that were verified and name their days, and keeps what was answered', async () => {
    const matter = await started({
      bundleFindings: async (id) => (id === bundle ? findings(withDays) : id.endsWith('2') ? findings() : undefined),
    });
    const without = bundle.replace('b001', 'b002');
    expect(await matter.refused('prefill', { bundle: bundle.replace('b001', 'b003') }, expert)).toEqual([
      'official-assessment/unknown-bundle',
    ]);
    expect(await matter.refused('prefill', { bundle: without }, expert)).toEqual([
      'official-assessment/bundle-without-days',
    ]);
    await matter.give('prefill', { bundle }, expert);
    const { form } = matter.state() as unknown as { form: { evidence: readonly { about: string; verdict: string }[] } };
    expect(form.evidence.length).toBeGreaterThan(0);
    expect(form.evidence[0]).toMatchObject({ kind: 'check', verdict: 'fail', until: '2026-03-18' });
    const about = form.evidence[0]?.about ?? '';
    expect(form).toMatchObject({ [`${about}Answer`]: 'unmet' });
    const add = (result: string) => matter.refused('add-evidence', { about, kind: 'check', result }, expert);
    expect(await add(`${bundle}/no-such-check`)).toEqual(['official-assessment/unknown-bundle']);
    expect(await add(`${without}/opt-out-honoured`)).toEqual(['official-assessment/bundle-without-days']);
    expect(await add(`${bundle}/opt-out-honoured`)).toEqual([]);
    expect(await matter.refused('add-evidence', exampleEvidence, expert)).toEqual([]);
  });

  test('asks no more than the template does of this algorithm, and concludes when all is answered', async () => {
    const matter = await started();
    const [first] = exampleAnswers;
    expect(await matter.refused('answer', { ...first, question: 'point1' }, expert)).toEqual([
      'official-assessment/not-asked',
    ]);
    const conclude = (more: object = {}) =>
      matter.refused('conclude', { ...exampleConclusion('2026-03-27'), ...more }, expert);
    expect(await conclude()).toContain('official-assessment/questions-open');
    for (const answer of exampleAnswers) await matter.give('answer', answer, expert);
    expect(await conclude()).toContain('assessment/risk-kind-missing');
    for (const row of exampleRisks) await matter.give('score-risk', row, expert);
    await matter.give('answer', { ...first, answer: 'unmet' }, deputy);
    expect(await conclude({ outcome: 'under-control' })).toEqual(['assessment/outcome-against-answers']);
    expect(await conclude({ stateBy: '2026-04-06' })).toEqual(['date/day-off']);
    expect(await conclude({ gradeWhy: '' })).toEqual(['form/required']);
    expect(await matter.refused('countersign', {}, deputy)).toEqual(['official-assessment/not-concluded']);
    expect(await conclude()).toEqual([]);
    expect(await matter.refused('countersign', {}, expert)).toEqual(['official-assessment/same-officer']);
    // What is written anew leaves the conclusion behind.
    await matter.give('answer', { ...first, answer: 'partly' }, deputy);
    expect(await matter.refused('countersign', {}, deputy)).toEqual(['official-assessment/not-concluded']);
    expect(await conclude({ stateBy: '2026-03-24' })).toEqual([]);
    matter.told.on('2026-03-24');
    expect(await matter.refused('countersign', {}, deputy)).toEqual(['official-assessment/state-by-passed']);
  });

  test('the same risk scored again takes the place of the earlier row', async () => {
    const matter = await assessed();
    const rows = () => (matter.state() as unknown as { form: { risks: readonly object[] } }).form.risks.length;
    const before = rows();
    await matter.give('score-risk', { ...exampleRisks[0], remainingEffect: '5' }, expert);
    expect(rows()).toBe(before);
  });

  test('the company reads conclusions once two have signed, and is heard before the end', async () => {
    const matter = await assessed();
    await matter.give('conclude', exampleConclusion('2026-03-27'), expert);
    expect(matter.view(officer)).not.toContain('限期补上');
    await matter.give('countersign', {}, deputy);
    expect(matter.view(officer)).toMatch(/限期补上.*|"grade":"II"/u);
    expect(matter.told.clocks(matter.id)).toMatchObject([{ bearer: 'provider', receipt: { due: '2026-03-27' } }]);
    expect(await matter.refused('close', exampleEnding, planner)).toEqual(['official-assessment/not-heard']);
    await matter.give('state-view', exampleView, editor);
    expect(matter.told.clocks(matter.id)).toMatchObject([{ end: { how: 'stopped' } }]);
    expect(await matter.refused('close', exampleEnding, expert)).toEqual(['matter/not-permitted']);
    await matter.give('close', exampleEnding, planner);
    expect(matter.state()).toMatchObject({
      status: 'closed',
      follows: ['rectification'],
      conclusions: {
        grade: 'II',
        conclusions: expect.arrayContaining([expect.objectContaining({ answer: 'partly', clause: 'checklist/1' })]),
      },
    });
  });

  test('it is closed after the day when the company keeps silent, and nothing follows where all is done', async () => {
    const matter = await started();
    for (const answer of exampleAnswers) await matter.give('answer', { ...answer, answer: 'met' }, expert);
    for (const row of exampleRisks) await matter.give('score-risk', row, expert);
    await matter.give('conclude', { ...exampleConclusion('2026-03-27'), outcome: 'under-control' }, planner);
    await matter.give('countersign', {}, expert);
    matter.told.on('2026-03-28');
    expect(await matter.refused('close', { ...exampleEnding, outcome: 'none' }, planner)).toEqual([
      'official-assessment/same-officer',
    ]);
    expect(await matter.refused('close', exampleEnding, deputy)).toEqual(['official-assessment/no-defect']);
    await matter.give('close', { ...exampleEnding, outcome: 'none' }, deputy);
    expect(matter.state()).toMatchObject({ follows: [] });
    expect(matter.told.clocks(matter.id)).toMatchObject([{ end: { how: 'lifted' } }]);
  });

  test('a view that holds leads back, and a broken-off one ends', async () => {
    const matter = await sent();
    expect(await matter.refused('reconsider', {}, expert)).toEqual(['matter/reason-missing']);
    await matter.give('reconsider', {}, expert, '补充材料成立');
    expect(matter.view(officer)).not.toContain('限期补上');
    await matter.give('conclude', exampleConclusion('2026-03-30'), deputy);
    await matter.give('countersign', {}, expert);
    expect(matter.told.clocks(matter.id)).toMatchObject([
      { end: { how: 'lifted' } },
      { receipt: { due: '2026-03-30' } },
    ]);
    await matter.give('break-off', {}, planner, '算法已经下线');
    expect(matter.state().status).toBe('broken-off');
  });

  test('notices carry neither answers nor names', async () => {
    const matter = await sent();
    await matter.give('state-view', exampleView, officer);
    await matter.give('write', { text: '请补交。' }, expert);
    expect(JSON.stringify(matter.told.notices)).not.toMatch(/限期补上|检查员|投诉集中|着手|请补交/u);
    expect(JSON.stringify(matter.told.notices)).not.toContain(provider);
  });
});
