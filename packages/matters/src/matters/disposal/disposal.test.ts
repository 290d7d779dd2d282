import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import { audienceOf } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { exampleNumber } from '../../testing/example-form.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { disposal as definition, disposalFile, disposalRecords } from './definition.ts';
import type { DisposalState } from './state.ts';

const officer = providerPerson('yunqi', 'officer');
const editor = providerPerson('yunqi', 'editor');
const rival = providerPerson('elsewhere', 'officer');
const province = officePerson('province', '330000', 'reviewer');
const otherProvince = officePerson('province', '440000', 'reviewer');
const ground = { owner: 'yunqi' as OrganisationId, place: '330106' };

const disposal = anyMatter(definition);
const organisations = [{ id: 'yunqi', kind: 'provider', name: '云栖', place: '330106', registered: true }] as never;

const form = {
  source: 'own',
  items: [{ item: 'v-1' }, { item: 'v-2' }],
  surfaces: [{ surface: 'feed' }],
  category: 'fraud',
  nature: 'illegal',
  description: '秘密说明',
  foundOn: '2026-03-02',
  foundAt: '09:00',
};
const stop = { on: '2026-03-02', at: '09:03' };
const report = { words: '秘密报告' };
const bundle = { way: 'bundle', bundle: 'c'.repeat(64), verdict: 'pass', from: '2026-03-01', to: '2026-03-05' };

const house = () =>
  inMemory({
    definitions: [disposal],
    organisations,
    today: '2026-03-02',
    lookups: {
      ownerOfNumber: async (number) =>
        number === exampleNumber ? { owner: ground.owner, place: ground.place } : undefined,
    },
  });

const opened = async (more: Record<string, unknown> = {}) => {
  const told = house();
  const id = await told.open('disposal', { form: { ...form, ...more } }, editor);
  return { ...told, told, id, current: () => told.state(id) as unknown as DisposalState };
};

const demand = { ...form, source: 'demand', provider: '云栖' };

describe('illegal information', () => {
  it('is stopped, recorded, reported, confirmed and closed', async () => {
    const { give, refused, state, told, on, id } = await opened();
    expect(isVisible(disposal, state(id), audienceOf(province, ground))).toBe(false);
    expect(await refused(give(id, 'close', {}, officer))).toEqual([
      'disposal/not-stopped',
      'disposal/not-reported',
      'disposal/no-records',
    ]);
    await give(id, 'stop', { stop }, editor);
    expect(state(id)['stoppedAt']).toBe('2026-03-02T01:03:00.000Z');
    await give(id, 'measure', { measure: { action: 'delete', on: '2026-03-02', at: '09:05' } }, editor);
    await give(id, 'keep-records', { records: { kept: '处置台账 12 号' } }, editor);
    expect(await refused(give(id, 'report', { report }, editor))).toEqual(['matter/not-permitted']);
    await give(id, 'report', { report }, officer);
    expect(isVisible(disposal, state(id), audienceOf(province, ground))).toBe(true);
    expect(await refused(give(id, 'close', {}, officer))).toEqual(['disposal/not-confirmed']);
    on('2026-03-06');
    await give(id, 'confirm', { confirmation: bundle }, officer);
    await give(id, 'close', {}, officer);
    expect(state(id)).toMatchObject({ status: 'closed', reported: '2026-03-02' });
    expect(told.notices.map(({ to }) => to)).toEqual([{ officeLevel: 'province' }, { officeLevel: 'province' }]);
    expect(JSON.stringify(told.notices)).not.toMatch(/秘密|v-1/);
    const seen = JSON.stringify(viewFor(disposal, state(id), 'office', new Set()).state);
    expect(seen).not.toMatch(/秘密|v-1|处置台账/);
    expect(disposal.summary(state(id)).title).toBe('信息内容处置：诈骗');
  });

  it('is confirmed by the officer’s words where there is no bundle, but not against one', async () => {
    const { give, refused, state, on, id } = await opened();
    await give(id, 'stop', { stop }, editor);
    await give(id, 'keep-records', { records: { kept: '台账' } }, editor);
    await give(id, 'report', { report }, officer);
    on('2026-03-06');
    await give(id, 'confirm', { confirmation: { ...bundle, verdict: 'fail' } }, officer);
    await give(id, 'confirm', { confirmation: { way: 'statement', statement: '逐项看过' } }, officer);
    expect(await refused(give(id, 'close', {}, officer))).toEqual(['disposal/shown-after']);
    // What was shown stays in the log: that the leak was mended is shown for the days after it.
    await give(id, 'confirm', { confirmation: { ...bundle, from: '2026-03-04' } }, officer);
    await give(id, 'close', {}, officer);
    expect(state(id).status).toBe('closed');
    expect(state(id)['record']).toMatchObject({
      confirmations: [{ verdict: 'fail' }, { way: 'statement' }, { verdict: 'pass' }],
    });
  });

  it.each(['not-enough-data', 'not-applicable'])('is not confirmed by a check that says %s', async (verdict) => {
    const { give, refused, on, id } = await opened({ nature: 'undesirable' });
    await give(id, 'stop', { stop }, editor);
    on('2026-03-06');
    await give(id, 'confirm', { confirmation: { ...bundle, verdict } }, officer);
    expect(await refused(give(id, 'close', {}, officer))).toEqual(['disposal/not-confirmed']);
  });

  it('is cited by the clause of the edition', async () => {
    const told = inMemory({ definitions: [disposal], organisations, today: '2026-03-02', chosenEdition: 'draft' });
    const id = await told.open('disposal', { form }, editor);
    await expect(told.give(id, 'close', {}, officer)).rejects.toMatchObject({
      refusals: expect.arrayContaining([
        expect.objectContaining({ code: 'disposal/not-stopped', clause: 'draft/9.2' }),
      ]),
    });
  });
});

describe('undesirable information', () => {
  it('is closed once something was done, unseen by the office', async () => {
    const { give, refused, state, told, id } = await opened({ nature: 'undesirable' });
    expect(await refused(give(id, 'close', {}, officer))).toEqual(['disposal/nothing-done']);
    await give(id, 'measure', { measure: { action: 'label', on: '2026-03-02', at: '09:30' } }, editor);
    await give(id, 'close', {}, officer);
    expect(isVisible(disposal, state(id), audienceOf(province, ground))).toBe(false);
    expect(told.notices).toEqual([]);
  });
});

describe('a demand of an office', () => {
  it.each([
    ['by name', '云栖'],
    ['by filing number', exampleNumber],
  ])('is opened %s, seen by both, and not withdrawn', async (_, provider) => {
    const told = house();
    const id = await told.open('disposal', { form: { ...demand, provider } }, province);
    expect(told.events(id)[0]?.event).toMatchObject({ owner: 'yunqi', place: '330106', demanded: true });
    for (const actor of [province, officer])
      expect(isVisible(disposal, told.state(id), audienceOf(actor, ground))).toBe(true);
    expect(told.notices.map(({ to }) => to)).toEqual(['provider']);
    expect(JSON.stringify(told.notices)).not.toMatch(/秘密|v-1/);
    expect(await told.refused(told.give(id, 'withdraw', {}, officer, '不处置'))).toEqual([
      'disposal/not-to-be-withdrawn',
    ]);
    await told.give(id, 'write', { text: '今天内处理' }, province);
    await told.give(id, 'assign', { to: 'someone-reviewer' }, province);
    await told.give(id, 'note', { text: '备注' }, province);
    await told.give(id, 'write', { text: '收到' }, editor);
    expect(told.notices).toHaveLength(3);
  });

  it.each([
    ['of a provider that nobody knows', { provider: '无此公司' }, province, ['disposal/unknown-provider']],
    ['of a provider of another place', {}, otherProvince, ['disposal/unknown-provider']],
    ['that says a provider found it', { source: 'own' }, province, ['disposal/source']],
    ['made by a provider', {}, editor, ['disposal/source']],
  ])('is refused %s', async (_, more, actor, codes) => {
    const { open, refused } = house();
    expect(await refused(open('disposal', { form: { ...demand, ...more } }, actor))).toEqual(codes);
  });
});

describe('what is refused', () => {
  it.each([
    ['no items', { items: [] }, ['form/required']],
    ['an id that no log can hold', { items: [{ item: 'a b' }] }, ['form/check']],
    ['a time of no day', { foundAt: '9:00' }, ['form/check']],
    ['what is found later today', { foundAt: '10:01' }, ['moment/in-future']],
  ])('%s', async (_, more, codes) => {
    const { open, refused } = house();
    expect(await refused(open('disposal', { form: { ...form, ...more } }, editor))).toEqual(codes);
  });

  it('anybody else', async () => {
    const { give, refused, id, told } = await opened();
    for (const actor of [rival, province, publicActor])
      expect(await refused(give(id, 'stop', { stop }, actor))).toEqual(['matter/not-permitted']);
    expect(await refused(told.open('disposal', { form }, publicActor))).toEqual(['matter/not-permitted']);
  });

  it.each([
    ['before it was found', { on: '2026-03-02', at: '08:59' }, ['moment/too-early']],
    ['later today', { on: '2026-03-02', at: '10:01' }, ['moment/in-future']],
    ['at no time', { on: '2026-03-02' }, ['form/required']],
  ])('a stop %s', async (_, values, codes) => {
    const { give, refused, id } = await opened();
    expect(await refused(give(id, 'stop', { stop: values }, editor))).toEqual(codes);
  });

  it('a second stop, items after it, a restoration without its reason, a withdrawal of what was done', async () => {
    const { give, refused, id, current } = await opened();
    await give(id, 'add-items', { more: { items: [{ item: 'v-3' }, { item: 'v-1' }] } }, editor);
    expect(current().form['items']).toEqual([{ item: 'v-1' }, { item: 'v-2' }, { item: 'v-3' }]);
    expect(await refused(give(id, 'add-items', { more: { items: [{ item: 'v-3' }] } }, editor))).toEqual([
      'disposal/items',
    ]);
    await give(id, 'stop', { stop }, editor);
    expect(await refused(give(id, 'stop', { stop }, editor))).toEqual(['disposal/already-stopped']);
    expect(await refused(give(id, 'add-items', { more: { items: [{ item: 'v-4' }] } }, editor))).toEqual([
      'disposal/already-stopped',
    ]);
    expect(
      await refused(give(id, 'measure', { measure: { action: 'restore', on: '2026-03-02', at: '09:30' } }, editor)),
    ).toEqual(['form/required']);
    expect(await refused(give(id, 'withdraw', {}, officer, '误'))).toEqual(['disposal/not-to-be-withdrawn']);
  });

  it('a withdrawal without a reason, and not one with it while nothing was done', async () => {
    const { give, refused, state, id } = await opened();
    expect(await refused(give(id, 'withdraw', {}, officer))).toEqual(['matter/reason-missing']);
    await give(id, 'withdraw', {}, officer, '登记重复');
    expect(state(id)).toMatchObject({ status: 'withdrawn', ended: { reason: '登记重复' } });
  });

  it.each([
    ['a hash that is none', { bundle: 'xyz' }, ['form/check']],
    ['a period before the stop', { from: '2026-02-01', to: '2026-03-01' }, ['disposal/other-period']],
    ['a period after the stop', { from: '2026-03-03' }, ['disposal/other-period']],
    ['a period still to come', { to: '2026-03-07' }, ['disposal/period-in-future']],
    ['no verdict', { verdict: undefined }, ['form/required']],
  ])('a confirmation with %s', async (_, more, codes) => {
    const { give, refused, on, id } = await opened();
    expect(
      await refused(give(id, 'confirm', { confirmation: { way: 'statement', statement: '看过' } }, officer)),
    ).toEqual(['disposal/not-stopped-yet']);
    await give(id, 'stop', { stop }, editor);
    on('2026-03-06');
    expect(await refused(give(id, 'confirm', { confirmation: { ...bundle, ...more } }, officer))).toEqual(codes);
  });
});

describe('the records for the log', () => {
  it('name every item and act in order of time, and none of the words', async () => {
    const { give, id, current } = await opened();
    const time = Date.parse('2026-03-02T09:03:00+08:00');
    await give(
      id,
      'measure',
      { measure: { action: 'restore', on: '2026-03-02', at: '09:40', note: '秘密缘由' } },
      editor,
    );
    await give(id, 'measure', { measure: { action: 'account', on: '2026-03-02', at: '09:20' } }, editor);
    await give(id, 'stop', { stop }, editor);
    const shared = { provider: 'demo', category: 'fraud', reason: '违法信息：诈骗' };
    const records = disposalRecords(id, 'demo', current());
    expect(records).toEqual([
      { ...shared, time, disposal: `${id}-1`, item: 'v-1', action: 'stop' },
      { ...shared, time, disposal: `${id}-1`, item: 'v-2', action: 'stop' },
      { ...shared, time: time + 37 * 60_000, disposal: `${id}-2`, item: 'v-1', action: 'restore' },
      { ...shared, time: time + 37 * 60_000, disposal: `${id}-2`, item: 'v-2', action: 'restore' },
    ]);
    const lines = disposalFile(id, 'demo', current()).split('\n');
    expect(lines).toHaveLength(5);
    expect(JSON.parse(lines[0] ?? '')).toEqual(records[0]);
  });

  it('are none while nothing was done', async () => {
    const { id, current } = await opened();
    expect(disposalFile(id, 'demo', current())).toBe('');
  });
});

it('is a sound definition', () => expect(definitionFaults(disposal, new Set(['disposal', 'assessment']))).toEqual([]));
