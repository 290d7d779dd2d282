import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { BundleFindings } from '../../engine/lookups.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import {
  editor,
  head,
  nation,
  officer,
  organisation,
  otherProvince,
  province,
  stranger,
} from '../../testing/filing-house.ts';
import { inMemory, type InMemoryOptions } from '../../testing/in-memory.ts';
import { exampleRecommender, filing } from '../filing/definition.ts';
import {
  assessment as definition,
  exampleAssessment,
  exampleSafetyAssessment,
  exampleSelfAssessment,
} from './definition.ts';

const assessment = anyMatter(definition);
const city = officePerson('city', '440300', 'reviewer');
const secondOfficer = providerPerson('yunling', 'officer', 'administrator');
const declared = { declared: { truthful: true } };

const house = (options: Partial<InMemoryOptions> = {}) =>
  inMemory({
    definitions: [assessment, anyMatter(filing)],
    organisations: [organisation],
    today: '2026-03-20',
    ...options,
  });

const begun = async (
  form: FormValues = exampleAssessment,
  options: Partial<InMemoryOptions> = {},
  about: object = {},
) => {
  const told = house(options);
  const id = await told.open('assessment', { about: { template: form['template'], ...about }, form }, editor);
  return { told, id };
};

const signed = async (form: FormValues = exampleAssessment) => {
  const { told, id } = await begun(form);
  await told.give(id, 'submit', declared, editor);
  await told.give(id, 'sign', {}, officer);
  return { told, id };
};

const sent = async (form: FormValues = exampleSafetyAssessment) => {
  const { told, id } = await signed(form);
  await told.give(id, 'send', {}, officer);
  return { told, id };
};

describe('an assessment', () => {
  it('is written, submitted, signed by the officer and sent to the office', async () => {
    const { told, id } = await sent();
    expect(told.state(id)).toMatchObject({ status: 'sent', sentOn: '2026-03-20', signature: { alsoEditor: false } });
    await told.give(id, 'assign', { to: 'someone-reviewer' }, province);
    await told.give(id, 'note', { text: '要点六再看。' }, province);
    await told.give(id, 'write', { text: '请补充证照。' }, city);
    await told.give(id, 'read', {}, province);
    expect(told.state(id).status).toBe('read');
  });

  it('is submitted only with the declaration that it is true', async () => {
    const { told, id } = await begun();
    expect(await told.refused(told.give(id, 'submit', { declared: { truthful: false } }, editor))).toEqual([
      'assessment/not-declared',
    ]);
  });

  it('names everything that is not filled in, and nothing that a condition hides', async () => {
    const { told, id } = await begun({
      template: 'checklist-2024',
      techniques: ['dispatch-decision'],
      role: 'provider',
    });
    const refusals = told.refused(told.give(id, 'submit', declared, editor));
    expect(await refusals).toContain('form/required');
    const events = told.events(id).length;
    await told.give(id, 'save', { form: { ...exampleAssessment, item12Answer: 'unmet', trigger: 'launch' } }, editor);
    await told.give(id, 'submit', declared, editor);
    // Item 12 speaks of dispatching, which is not used: what the draft held of it goes nowhere.
    expect(told.state(id)['form']).not.toHaveProperty('item12Answer');
    expect(told.state(id)['form']).not.toHaveProperty('trigger');
    expect(told.events(id)).toHaveLength(events + 2);
  });

  it('is not signed by whoever wrote the last answer, unless nobody else could', async () => {
    const two = { lookups: { holdersOf: async () => ['yunling-officer', 'other'] as AccountId[] } };
    const { told, id } = await begun(exampleAssessment, two);
    await told.give(id, 'save', { form: { summary: '改了一句。' } }, officer);
    await told.give(id, 'submit', declared, officer);
    expect(await told.refused(told.give(id, 'sign', {}, officer))).toEqual(['assessment/own-work']);
    expect(await told.refused(told.give(id, 'sign', {}, editor))).toEqual(['matter/not-permitted']);
    await told.give(id, 'sign', {}, secondOfficer);
    expect(told.state(id)['signature']).toMatchObject({ by: 'yunling-officer-administrator', alsoEditor: false });

    const alone = await begun(exampleAssessment, {
      lookups: { holdersOf: async () => ['yunling-officer'] as AccountId[] },
    });
    await alone.told.give(alone.id, 'save', { form: { summary: '改了一句。' } }, officer);
    await alone.told.give(alone.id, 'submit', declared, officer);
    await alone.told.give(alone.id, 'sign', {}, officer);
    expect(alone.told.state(alone.id)['signature']).toMatchObject({ alsoEditor: true });
  });

  it('goes back to the editors only with a reason', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, editor);
    expect(await told.refused(told.give(id, 'send-back', {}, officer))).toEqual(['matter/reason-missing']);
    await told.give(id, 'send-back', {}, officer, '要点六说得太简单');
    expect(told.state(id)).toMatchObject({ status: 'draft', sentBack: { reason: '要点六说得太简单' } });
  });

  it('of a filing is handed in with the filing, and held against it', async () => {
    const told = house();
    const filed = await told.open('filing', { form: exampleRecommender }, editor);
    const about = { template: 'self-assessment', filing: filed };
    const id = await told.open('assessment', { about, form: exampleSelfAssessment }, editor);
    await told.give(id, 'save', { form: { coverAlgorithmName: '另一个算法', techniques: ['generative'] } }, editor);
    expect(await told.refused(told.give(id, 'submit', declared, editor))).toEqual([
      'assessment/filing-differs',
      'assessment/filing-differs',
    ]);
    const { coverAlgorithmName, techniques } = exampleSelfAssessment;
    await told.give(id, 'save', { form: { coverAlgorithmName, techniques } }, editor);
    await told.give(id, 'submit', declared, editor);
    await told.give(id, 'sign', {}, officer);
    expect(await told.refused(told.give(id, 'send', {}, officer))).toEqual(['assessment/goes-with-filing']);
  });

  it('is opened only on what is one’s own', async () => {
    const told = house();
    const filed = await told.open('filing', { form: exampleRecommender }, editor);
    const about = { template: 'checklist-2024', filing: filed, supersedes: filed };
    expect(await told.refused(told.open('assessment', { about }, stranger))).toEqual([
      'assessment/not-found',
      'assessment/not-found',
    ]);
    expect(await told.refused(told.open('assessment', { about: { template: 'checklist-2024' } }, province))).toEqual([
      'matter/not-permitted',
    ]);
  });

  it('is withdrawn until an office has had it', async () => {
    const { told, id } = await signed();
    await told.give(id, 'withdraw', {}, officer);
    expect(told.state(id).status).toBe('withdrawn');
    const other = await sent();
    await other.told.give(other.id, 'return', {}, province, '方法不当');
    await other.told.give(other.id, 'submit', declared, editor);
    expect(await other.told.refused(other.told.give(other.id, 'withdraw', {}, officer))).toEqual([
      'assessment/already-sent',
    ]);
  });
});

describe('results of an audit', () => {
  const bundle = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';
  const foreign = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b12';
  const results = [
    { check: 'tags-optional', verdict: 'pass' },
    { check: 'opt-out-honoured', verdict: 'fail', estimate: '0.4%' },
    { check: 'opt-out-reachable', verdict: 'pass' },
    { check: 'session-tails', verdict: 'not-enough-data' },
  ];
  const findings: BundleFindings = {
    bundle: 'b'.repeat(64),
    filing: 'somewhere' as MatterId,
    days: { from: civilDate('2026-03-16'), until: civilDate('2026-03-19') },
    checks: results,
  };
  const sent = (found: BundleFindings = findings): Partial<InMemoryOptions> => ({
    lookups: {
      bundleFindings: async (id, owner) => (id === bundle && owner === organisation.id ? found : undefined),
    },
  });
  const bare = { ...exampleAssessment, item1Answer: null, item4Answer: null, item6Answer: null };

  it('fill in evidence, and the answers that follow from it', async () => {
    const { told, id } = await begun(exampleAssessment, sent());
    await told.give(id, 'save', { form: bare }, editor);
    await told.give(id, 'prefill', { bundle }, editor);
    const form = told.state(id)['form'] as FormValues;
    expect([form['item1Answer'], form['item4Answer'], form['item6Answer']]).toEqual(['met', 'unmet', undefined]);
    expect(form['evidence']).toContainEqual({
      about: 'item4',
      kind: 'check',
      bundle: 'b'.repeat(64),
      check: 'opt-out-honoured',
      verdict: 'fail',
      estimate: '0.4%',
      from: '2026-03-16',
      until: '2026-03-19',
    });
    // A newer bundle takes the place of the older one and leaves other evidence.
    const before = (form['evidence'] as unknown[]).length;
    await told.give(id, 'prefill', { bundle }, editor);
    expect((told.state(id)['form'] as { evidence: unknown[] }).evidence).toHaveLength(before);
  });

  it('leave what a person answered, and name the contradiction, which is then mended', async () => {
    const { told, id } = await begun(exampleAssessment, sent());
    await told.give(id, 'prefill', { bundle }, editor);
    expect((told.state(id)['form'] as FormValues)['item4Answer']).toBe('met');
    expect(await told.refused(told.give(id, 'submit', declared, editor))).toEqual([
      'assessment/declared-against-observed',
    ]);
    const mended = {
      item4Answer: 'partly',
      item4Account: '关闭延迟最长一分钟，四月底前改完。',
      outcome: 'with-conditions',
    };
    await told.give(id, 'save', { form: mended }, editor);
    await told.give(id, 'submit', declared, editor);
    expect(told.state(id)).toMatchObject({ status: 'submitted', gaps: [] });
  });

  it('count by the gravest where a check ran more than once', async () => {
    const checks = [...results, { check: 'tags-optional', verdict: 'fail' }];
    const { told, id } = await begun(exampleAssessment, sent({ ...findings, checks }));
    await told.give(id, 'save', { form: bare }, editor);
    await told.give(id, 'prefill', { bundle }, editor);
    expect((told.state(id)['form'] as FormValues)['item1Answer']).toBe('unmet');
  });

  it('are taken from a bundle that the provider has sent, and from nothing else', async () => {
    const { told, id } = await begun(exampleAssessment, sent());
    expect(await told.refused(told.give(id, 'prefill', { bundle: foreign }, editor))).toEqual([
      'assessment/unknown-bundle',
    ]);
    const { days: _days, ...files } = findings;
    const without = await begun(exampleAssessment, sent(files));
    expect(await without.told.refused(without.told.give(without.id, 'prefill', { bundle }, editor))).toEqual([
      'assessment/bundle-without-days',
    ]);
  });

  it('are those of the filing that is assessed', async () => {
    const told = house(sent());
    const filed = await told.open('filing', { form: exampleRecommender }, editor);
    const about = { template: 'checklist-2024', filing: filed };
    const id = await told.open('assessment', { about, form: exampleAssessment }, editor);
    expect(await told.refused(told.give(id, 'prefill', { bundle }, editor))).toEqual(['assessment/unknown-bundle']);
  });
});

describe('a lesser gap', () => {
  it('stays only with a reason, which is kept and sealed', async () => {
    const { told, id } = await begun({ ...exampleAssessment, evidence: [] });
    const refused = await told.refused(told.give(id, 'submit', declared, editor));
    expect(new Set(refused)).toEqual(new Set(['assessment/evidence-missing']));
    const gaps = Array.from({ length: 27 }, (_, index) => ({
      gap: `evidence-missing:item${index + 1}`,
      reason: '另行归档。',
    }));
    await told.give(id, 'submit', { declared: { truthful: true, reasons: gaps } }, editor);
    const state = told.state(id);
    expect(state['gaps']).toHaveLength(refused.length);
    expect(viewFor(assessment, state, 'provider', new Set()).state).toMatchObject({
      declared: { reasons: { masked: 'confidential' } },
    });
  });
});

describe('the clocks', () => {
  it('count 30 working days from the event, until the report is sent', async () => {
    const { told, id } = await begun(exampleSafetyAssessment);
    // 17 March 2026 and 30 working days, with the holidays of Qingming and May.
    expect(told.clocks(id)).toMatchObject([
      { name: 'toReport', bearer: 'provider', receipt: { due: '2026-04-29', clause: 'safety-2018/7' } },
    ]);
    await told.give(id, 'save', { form: { triggeredOn: '2026-03-18' } }, editor);
    expect(told.clocks(id)).toHaveLength(1);
    await told.give(id, 'submit', declared, editor);
    await told.give(id, 'sign', {}, officer);
    await told.give(id, 'send', {}, officer);
    expect(told.clocks(id)[0]).toMatchObject({ end: { how: 'stopped', on: '2026-03-20' } });
  });

  it('end on the day before a launch', async () => {
    const { told, id } = await begun({ ...exampleSafetyAssessment, trigger: 'launch', triggeredOn: '2026-05-06' });
    expect(told.clocks(id)).toMatchObject([{ name: 'beforeLaunch', receipt: { due: '2026-05-05' } }]);
    await told.give(id, 'save', { form: { trigger: 'growth' } }, editor);
    expect(told.clocks(id)).toMatchObject([{ name: 'beforeLaunch', end: { how: 'lifted' } }, { name: 'toReport' }]);
  });

  it('ask for the next assessment by the grade of the filing, and for the lowest without one', async () => {
    const told = house();
    const filed = await told.open('filing', { form: exampleRecommender }, editor);
    await told.give(filed, 'submit', { declaration: true }, officer);
    const answers = {
      mobilisation: 'main',
      content: 'public-affairs',
      scale: 'large',
      data: 'sensitive',
      intervention: 'decides',
    };
    await told.give(filed, 'grade', { answers }, province);
    const about = { template: 'checklist-2024', filing: filed };
    const id = await told.open('assessment', { about, form: exampleAssessment }, editor);
    await told.give(id, 'submit', declared, editor);
    await told.give(id, 'sign', {}, officer);
    // Three months on is a holiday.
    expect(told.clocks(id)).toMatchObject([{ name: 'toReview', receipt: { due: '2026-06-22', clause: 'final/8' } }]);
    const ungraded = await signed();
    expect(ungraded.told.clocks(ungraded.id)).toMatchObject([{ receipt: { due: '2027-03-22' } }]);
    expect(ungraded.told.state(ungraded.id)['signature']).toMatchObject({ cadence: { graded: false, grade: 'III' } });
  });

  it('stop when a newer one takes its place', async () => {
    const { told, id } = await signed();
    told.on('2026-12-01');
    const form = { ...exampleAssessment, periodUntil: '2026-11-30' };
    const newer = await told.open(
      'assessment',
      { about: { template: 'checklist-2024', supersedes: id }, form },
      editor,
    );
    expect(await told.refused(told.give(id, 'supersede', { by: newer }, officer))).toEqual(['assessment/no-successor']);
    await told.give(newer, 'submit', declared, editor);
    await told.give(newer, 'sign', {}, officer);
    expect(told.state(id)).toMatchObject({ status: 'superseded', supersededBy: newer });
    expect(told.clocks(id)).toMatchObject([{ end: { how: 'stopped', on: '2026-12-01' } }]);
  });
});

it('ends with a service, for a reason', async () => {
  const { told, id } = await signed();
  expect(await told.refused(told.give(id, 'supersede', {}, officer))).toEqual(['assessment/no-successor-no-reason']);
  await told.give(id, 'supersede', {}, officer, '服务已经停止');
  expect(told.clocks(id)).toMatchObject([{ name: 'toReview', end: { how: 'lifted' } }]);
});

describe('who sees what', () => {
  it('is nothing for an office before it is sent, and then what was sent', async () => {
    const { told, id } = await signed(exampleSafetyAssessment);
    expect(isVisible(assessment, told.state(id), 'office')).toBe(false);
    await told.give(id, 'send', {}, officer);
    expect(isVisible(assessment, told.state(id), 'office')).toBe(true);
    await told.give(id, 'return', {}, head, '要点六不清楚');
    await told.give(id, 'save', { form: { lawfulness: '改写中' } }, editor);
    const all = new Set(['confidential', 'personal'] as const);
    expect(viewFor(assessment, told.state(id), 'office', all).state).toMatchObject({
      form: { lawfulness: exampleSafetyAssessment['lawfulness'] },
    });
    expect(viewFor(assessment, told.state(id), 'office', all).state).not.toHaveProperty('lastEditor');
    expect(viewFor(assessment, told.state(id), 'provider', all).state).toMatchObject({
      form: { lawfulness: '改写中' },
    });
    await told.give(id, 'submit', declared, editor);
    await told.give(id, 'sign', {}, officer);
    await told.give(id, 'send', {}, officer);
    expect(viewFor(assessment, told.state(id), 'office', all).state).toMatchObject({ form: { lawfulness: '改写中' } });
  });

  it('is masked, and told to nobody in a notice', async () => {
    const { told, id } = await sent();
    const view = JSON.stringify(viewFor(assessment, told.state(id), 'office', new Set()));
    for (const secret of ['王例', '处置平均用时', '推荐算法负责人']) {
      expect(view).not.toContain(secret);
      expect(JSON.stringify(told.notices)).not.toContain(secret);
      expect(JSON.stringify(assessment.summary(told.state(id)))).not.toContain(secret);
    }
    expect(told.notices.map(({ to }) => to)).toEqual(['provider', { officeLevel: 'province' }]);
  });

  it('is for the office of the place alone to review', async () => {
    const { told, id } = await sent();
    for (const actor of [otherProvince, stranger, officer])
      expect(await told.refused(told.give(id, 'read', {}, actor))).toEqual(['matter/not-permitted']);
    await told.give(id, 'read', {}, nation);
    expect(await told.refused(told.give(id, 'return', {}, nation))).toEqual(['matter/reason-missing']);
  });
});

it('is a sound definition', () =>
  expect(
    definitionFaults(
      assessment,
      new Set(['assessment', 'filing', 'incident', 'disposal', 'rectification', 'violation-case']),
    ),
  ).toEqual([]));
