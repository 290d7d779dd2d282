import { civilDate } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import { audienceOf, type Actor } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { exampleNumber } from '../../testing/example-form.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { responsibility } from '../responsibility/definition.ts';
import { assessment as assessmentDefinition } from '../assessment/definition.ts';
import { exampleSafetyAssessment } from '../assessment/examples.ts';
import { incident as definition } from './definition.ts';

const officer = providerPerson('yunqi', 'officer');
const editor = providerPerson('yunqi', 'editor');
const rival = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '330000', 'reviewer');
const otherProvince = officePerson('province', '440000', 'reviewer');
const nation = officePerson('nation', '000000', 'supervisor');
const ground = { owner: 'yunqi' as OrganisationId, place: '330106' };

const incident = anyMatter(definition);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;

const form = {
  title: '推荐缓存失效',
  severity: 'major',
  detectedOn: '2026-03-02',
  detectedAt: '09:00',
  foundBy: 'monitoring',
  finder: '某工程师',
  spread: false,
  description: '秘密经过',
  filings: [{ number: exampleNumber }],
  services: '短视频推荐',
  people: 20_000,
  atOnce: '关闭该推荐位',
};
const report = {
  words: '秘密报告',
  papers: [{ hash: 'b'.repeat(64), name: '说明.pdf', size: 3, type: 'application/pdf' }],
};

const house = (today = '2026-03-02') =>
  inMemory({
    definitions: [incident, anyMatter(responsibility), anyMatter(assessmentDefinition)],
    organisations,
    today,
    lookups: {
      ownerOfNumber: async (number) =>
        number === exampleNumber ? { owner: ground.owner, place: ground.place } : undefined,
    },
  });

const opened = async (more: Record<string, unknown> = {}) => {
  const told = house();
  const id = await told.open('incident', { form: { ...form, ...more } }, editor);
  return { ...told, told, id };
};

const reported = async (more: Record<string, unknown> = {}) => {
  const begun = await opened(more);
  await begun.give(begun.id, 'report', { report }, officer);
  return begun;
};

const due = (clocks: ReturnType<ReturnType<typeof house>['clocks']>) =>
  clocks.map(({ receipt, end }) => [receipt.due, end?.how]);

describe('before it is reported', () => {
  it('is the provider’s alone', async () => {
    const { state, id, refused, give, told } = await opened();
    expect(isVisible(incident, state(id), audienceOf(province, ground))).toBe(false);
    expect(isVisible(incident, state(id), audienceOf(officer, ground))).toBe(true);
    expect(told.notices).toEqual([]);
    for (const actor of [province, rival, publicActor])
      expect(await refused(give(id, 'report', { report }, actor))).toEqual(['matter/not-permitted']);
    expect(await refused(give(id, 'report', { report }, editor))).toEqual(['matter/not-permitted']);
    expect(await refused(house().open('incident', {}, province))).toEqual(['matter/not-permitted']);
  });

  it('may end as no incident, with a reason, unseen by the office', async () => {
    const { give, refused, state, clocks, id } = await opened();
    expect(await refused(give(id, 'dismiss', {}, officer))).toEqual(['matter/reason-missing']);
    await give(id, 'dismiss', {}, officer, '误报');
    expect(state(id)).toMatchObject({ status: 'dismissed', ended: { reason: '误报' } });
    expect(due(clocks(id))).toEqual([['2026-03-05', 'lifted']]);
    expect(isVisible(incident, state(id), audienceOf(province, ground))).toBe(false);
  });

  it('is closed when it is general, with lessons, and stays unseen', async () => {
    const { give, refused, state, clocks, told, id } = await opened({ severity: 'general' });
    const closing = { summary: '已恢复' };
    expect(clocks(id)).toEqual([]);
    expect(await refused(give(id, 'close', { closing }, officer))).toEqual(['incident/no-lessons']);
    await give(id, 'learn', { learned: { lessons: '增加回滚演练' } }, editor);
    expect(await refused(give(id, 'close', {}, officer))).toEqual(['form/required']);
    await give(id, 'close', { closing }, officer);
    expect(state(id)).toMatchObject({ status: 'closed', account: { lessons: '增加回滚演练', summary: '已恢复' } });
    expect(isVisible(incident, state(id), audienceOf(province, ground))).toBe(false);
    expect(told.notices).toEqual([]);
  });

  it('is not closed while a report is owed or what happened is not set down', async () => {
    const { give, refused, id } = await opened({ services: null, description: null });
    expect(await refused(give(id, 'close', { closing: { summary: '完' } }, officer))).toEqual([
      'form/required',
      'form/required',
      'incident/not-reported',
      'incident/no-lessons',
    ]);
  });
});

describe('the time to report', () => {
  it.each([
    ['major', '2026-03-05'],
    ['grave', '2026-03-03'],
  ])('is a policy default for a %s one', async (severity, last) => {
    const { clocks, state, id } = await opened({ severity });
    expect(due(clocks(id))).toEqual([[last, undefined]]);
    expect(state(id)).toMatchObject({ limits: { [severity]: { source: 'policy default' } } });
    expect(clocks(id)[0]?.title).toEqual(
      expect.objectContaining({ en: expect.stringContaining('no length is set by law') }),
    );
  });

  it('is the provider’s own where its register in force says so', async () => {
    const told = house();
    const register = await told.open('responsibility', { form: { incidentReportMajor: 5 } }, officer);
    const before = await told.open('incident', { form }, editor);
    await told.give(register, 'adopt', {}, officer);
    const id = await told.open('incident', { form }, editor);
    expect([before, id].map((each) => due(told.clocks(each)))).toEqual([
      [['2026-03-05', undefined]],
      [['2026-03-09', undefined]],
    ]);
    expect(told.state(id)).toMatchObject({
      limits: { major: { source: 'own rules' }, grave: { source: 'policy default' } },
    });
  });

  it('follows severity and detection while both are still written, and is missed by a late report', async () => {
    const { give, clocks, on, id } = await opened();
    await give(id, 'save', { form: { severity: 'grave' } }, editor);
    expect(due(clocks(id))).toEqual([['2026-03-03', undefined]]);
    await give(id, 'save', { form: { severity: 'general' } }, editor);
    expect(due(clocks(id))).toEqual([['2026-03-03', 'lifted']]);
    await give(id, 'save', { form: { severity: 'major', detectedOn: '2026-02-27' } }, editor);
    // The Saturday after is worked.
    expect(due(clocks(id)).at(-1)).toEqual(['2026-03-03', undefined]);
    on('2026-03-06');
    await give(id, 'report', { report }, officer);
    const last = clocks(id).at(-1);
    expect(last === undefined ? undefined : standingOf(last, civilDate('2026-03-06'))).toBe('missed');
  });
});

describe('the report', () => {
  it('shows it to the office of the place, sealed, and tells without secrets', async () => {
    const { state, told, clocks, id } = await reported();
    expect(state(id)).toMatchObject({ status: 'reported', reported: '2026-03-02' });
    expect(due(clocks(id))).toEqual([['2026-03-05', 'stopped']]);
    expect(isVisible(incident, state(id), audienceOf(province, ground))).toBe(true);
    expect(audienceOf(otherProvince, ground)).toBeUndefined();
    const seen = JSON.stringify(viewFor(incident, state(id), 'office', new Set()).state);
    expect(seen).not.toMatch(/秘密|某工程师|关闭该推荐位/);
    expect(told.notices.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }]);
    expect(JSON.stringify(told.notices)).not.toMatch(/秘密|某工程师/);
  });

  it('goes to the nation too when it is grave', async () => {
    const { told } = await reported({ severity: 'grave' });
    expect(told.notices.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }, { officeLevel: 'nation' }]);
  });

  it.each([
    ['a time still to come', { detectedAt: '10:01' }, ['moment/in-future']],
    ['a time of no day', { detectedAt: '25:00' }, ['form/check']],
    ['a number that is another’s', { filings: [{ number: '110000000000102260018' }] }, ['incident/number-not-yours']],
    ['no severity', { severity: null }, ['form/required']],
  ])('is refused with %s', async (_, more, codes) => {
    const { give, refused, id } = await opened(more);
    expect(await refused(give(id, 'report', { report }, officer))).toEqual(codes);
  });

  it('is refused when it is empty, or a paper did not arrive', async () => {
    const { give, refused, id } = await opened();
    expect(await refused(give(id, 'report', {}, officer))).toEqual(['form/required']);
    const lost = inMemory({
      definitions: [incident],
      organisations,
      today: '2026-03-02',
      lookups: { missingAttachments: async (hashes) => hashes },
    });
    const other = await lost.open('incident', { form: { ...form, filings: [] } }, editor);
    expect(await lost.refused(lost.give(other, 'report', { report }, officer))).toEqual(['form/attachment-missing']);
  });
});

describe('the account', () => {
  it('is kept in order of time, and only added to', async () => {
    const { give, state, id } = await opened();
    await give(id, 'add-entry', { entry: { day: '2026-03-02', time: '09:50', words: '确认' } }, editor);
    await give(id, 'add-entry', { entry: { day: '2026-03-02', time: '09:05', words: '报警' } }, editor);
    await give(id, 'add-measure', { entry: { day: '2026-03-02', words: '下线' } }, editor);
    expect(state(id)['account']).toEqual({
      timeline: [
        { day: '2026-03-02', time: '09:05', words: '报警' },
        { day: '2026-03-02', time: '09:50', words: '确认' },
      ],
      measures: [{ day: '2026-03-02', words: '下线' }],
    });
  });

  it.each([
    ['before the detection', { day: '2026-03-02', time: '08:59' }, ['moment/too-early']],
    ['on an earlier day', { day: '2026-03-01' }, ['moment/too-early']],
    ['later today', { day: '2026-03-02', time: '10:01' }, ['moment/in-future']],
    ['tomorrow', { day: '2026-03-03' }, ['moment/in-future']],
  ])('has no entry %s', async (_, moment, codes) => {
    const { give, refused, id } = await opened();
    expect(await refused(give(id, 'add-entry', { entry: { ...moment, words: '事' } }, editor))).toEqual(codes);
  });

  it('waits for the day of detection', async () => {
    const { give, refused, id } = await opened({ detectedOn: null });
    expect(await refused(give(id, 'add-entry', { entry: { day: '2026-03-02', words: '事' } }, editor))).toEqual([
      'incident/not-detected',
    ]);
  });
});

describe('after the report', () => {
  it('is updated, reclassified, asked about and closed', async () => {
    const { give, refused, state, told, on, id } = await reported();
    expect(await refused(give(id, 'save', { form: { title: '改名' } }, editor))).toEqual(['matter/wrong-state']);
    expect(await refused(give(id, 'dismiss', {}, officer, '误报'))).toEqual(['matter/wrong-state']);
    on('2026-03-03');
    await give(id, 'update', { update: { words: '秘密进展' } }, editor);
    expect(await refused(give(id, 'reclassify', { reclassification: { severity: 'major' } }, officer, '因为'))).toEqual(
      ['incident/same-severity'],
    );
    await give(id, 'reclassify', { reclassification: { severity: 'grave' } }, officer, '秘密理由');
    expect(state(id)).toMatchObject({
      form: { severity: 'grave' },
      account: { updates: [{ on: '2026-03-03', words: '秘密进展' }] },
    });
    await give(id, 'write', { text: '秘密问题' }, province);
    await give(id, 'write', { text: '秘密回答' }, editor);
    await give(id, 'assign', { to: 'someone-reviewer' }, nation);
    await give(id, 'note', { text: '秘密备注' }, nation);
    expect(await refused(give(id, 'ask-final-report', {}, province))).toEqual(['matter/reason-missing']);
    await give(id, 'ask-final-report', {}, province, '秘密要求');
    await give(id, 'learn', { learned: { lessons: '秘密教训' } }, editor);
    expect(await refused(give(id, 'close', { closing: { summary: '完' } }, officer))).toEqual([
      'incident/final-report-owed',
    ]);
    await give(id, 'report-finally', { report: { words: '秘密最终报告' } }, officer);
    await give(id, 'close', { closing: { summary: '秘密总结' } }, officer);
    expect(state(id)).toMatchObject({ status: 'closed', finalReport: { words: '秘密最终报告' } });
    expect(isVisible(incident, state(id), audienceOf(province, ground))).toBe(true);
    expect(viewFor(incident, state(id), 'provider', new Set()).state).not.toHaveProperty('notes');
    expect(JSON.stringify(told.notices)).not.toContain('秘密');
    // From the report on, grave or not: the nation hears of what follows once it is grave.
    expect(told.notices.filter(({ to }) => to !== 'provider' && to.officeLevel === 'nation').length).toBeGreaterThan(2);
  });
});

describe('an incident by which harmful information spread', () => {
  it('is not closed before the safety assessment that this calls for', async () => {
    const { give, refused, state, told, id } = await reported({ spread: true });
    expect(state(id)['assessBy']).toBe('2026-04-14');
    expect(told.notices.at(-1)).toMatchObject({ to: 'provider' });
    await give(id, 'learn', { learned: { lessons: '改进' } }, editor);
    expect(await refused(give(id, 'close', { closing: { summary: '完' } }, officer))).toEqual([
      'incident/assessment-owed',
    ]);
    const assessed = { assessedOn: '2026-03-03', assessedWhere: '评估事项一' };
    expect(await refused(give(id, 'record-assessment', { assessed }, officer))).toEqual(['date/in-future']);
    await give(id, 'record-assessment', { assessed: { ...assessed, assessedOn: '2026-03-02' } }, officer);
    await give(id, 'close', { closing: { summary: '完' } }, officer);
    expect(state(id).status).toBe('closed');
  });
});

it('is where the assessment that it calls for is begun, which is then picked, once it was sent', async () => {
  const { told, id, give, refused } = await reported({ spread: true });
  told.on('2026-03-20');
  const about = { template: 'safety-2018' };
  const assessment = await told.open('assessment', { about, form: exampleSafetyAssessment }, editor, id);
  const bare = await told.open('assessment', { about }, editor, id);
  expect(told.state(bare)['form']).toEqual({ template: 'safety-2018', trigger: 'spread', triggeredOn: '2026-03-02' });
  const other = await told.open('assessment', { about: { template: 'checklist-2024' } }, editor, id);
  expect(told.state(other)['form']).toEqual({ template: 'checklist-2024' });
  expect(await refused(told.open('assessment', { about }, rival, id))).toEqual(['matter/not-permitted']);
  const record = (picked: string, by: Actor = officer) =>
    refused(give(id, 'record-assessment', { assessed: { assessedOn: '2026-03-20', assessment: picked } }, by));
  for (const unsent of [bare, assessment, id]) expect(await record(unsent)).toEqual(['incident/assessment-not-sent']);
  expect(await record('回执 3')).toEqual(['form/pick']);
  await give(assessment, 'submit', { declared: { truthful: true } }, editor);
  await give(assessment, 'sign', {}, officer);
  await give(assessment, 'send', {}, officer);
  expect(await record(assessment)).toEqual([]);
  expect(told.state(id)['account']).toMatchObject({ assessment });
});

it('is a sound definition', () => expect(definitionFaults(incident, new Set(['incident', 'assessment']))).toEqual([]));
