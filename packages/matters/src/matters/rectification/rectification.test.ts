import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { BundleFindings } from '../../engine/lookups.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { head, officer, organisation, otherProvince, province, stranger } from '../../testing/filing-house.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { rectification } from './definition.ts';
import { exampleAnswer, exampleOrder, resultOf } from './examples.ts';

const definition = anyMatter(rectification);
const order = { ...exampleOrder, provider: organisation.name, by: '2026-04-15' };
const reason = '理由';

/** What the company's bundles say of the check, from which day on. */
const found = (verdict: string, from: string): BundleFindings => ({
  bundle: 'a'.repeat(64),
  filing: 'f' as MatterId,
  days: { from: from as CivilDate, until: '2026-04-20' as CivilDate },
  checks: [{ check: 'opt-out-honoured', verdict }],
});

const house = (findings: () => BundleFindings | undefined = () => undefined) =>
  inMemory({
    definitions: [definition],
    organisations: [organisation],
    today: '2026-03-20',
    lookups: { bundleFindings: async (_id, owner) => (owner === organisation.id ? findings() : undefined) },
  });

const served = async (findings?: () => BundleFindings | undefined) => {
  const told = house(findings);
  const id = await told.open('rectification', order, province);
  await told.give(id, 'serve', {}, head);
  return { told, id };
};

const answered = async (findings?: () => BundleFindings | undefined) => {
  const { told, id } = await served(findings);
  told.on('2026-04-10');
  await told.give(id, 'answer', exampleAnswer('2026-04-02'), officer);
  return { told, id };
};

const check = { measure: 1, result: resultOf('opt-out-honoured') };

describe('an order to rectify', () => {
  it('is not seen by the company before it is served, and never if it is withdrawn first', async () => {
    const told = house();
    const id = await told.open('rectification', order, province);
    const before = told.state(id);
    expect([isVisible(definition, before, 'provider'), isVisible(definition, before, 'office')]).toEqual([false, true]);
    expect(told.notices).toEqual([]);
    expect(await told.refused(told.give(id, 'serve', {}, province))).toEqual(['matter/not-permitted']);
    await told.give(id, 'withdraw', {}, head, reason);
    expect(isVisible(definition, told.state(id), 'provider')).toBe(false);
    expect(told.notices).toEqual([]);
  });

  it('wants a working day to come, a provider of one’s own place, and known clauses', async () => {
    const told = house();
    const tried = (change: object, actor = province) =>
      told.refused(told.open('rectification', { ...order, ...change }, actor));
    expect(await tried({ by: '2026-03-20' })).toEqual(['date/not-ahead']);
    // The Labour Day holiday.
    expect(await tried({ by: '2026-05-01' })).toEqual(['date/day-off']);
    expect(await tried({ by: '2026-04-11' })).toEqual(['date/day-off']);
    expect(await tried({ provider: '没有这家公司' })).toEqual(['supervision/unknown-provider']);
    expect(await tried({}, otherProvince)).toEqual(['supervision/unknown-provider']);
    expect(await tried({ measures: [] })).toEqual(['form/required']);
    expect(await tried({ clauses: [{ clause: 'final/999' }] })).toEqual(['form/option']);
    expect(await tried({}, officer)).toEqual(['matter/not-permitted']);
  });

  it('cannot be served once its day has come', async () => {
    const told = house();
    const id = await told.open('rectification', order, province);
    told.on('2026-04-15');
    expect(await told.refused(told.give(id, 'serve', {}, head))).toEqual(['date/not-ahead']);
  });

  it('runs until its day, which the company learns with the order and nothing else by mail', async () => {
    const { told, id } = await served();
    expect(told.clocks(id)).toMatchObject([
      { name: 'toFix', bearer: 'provider', receipt: { clause: 'final/28.1', due: '2026-04-15' } },
    ]);
    const [notice] = told.notices;
    expect(notice?.to).toBe('provider');
    expect(notice?.body.zh).toContain('2026-04-15');
    expect(JSON.stringify(told.notices)).not.toContain('用户标签');
    const view = viewFor(definition, told.state(id), 'provider', new Set());
    expect(view.state['order']).toMatchObject({ findings: { masked: 'confidential' } });
    expect(view.state).not.toHaveProperty('references');
  });

  it('is taken back with a reason', async () => {
    const { told, id } = await served();
    expect(await told.refused(told.give(id, 'withdraw', {}, head))).toEqual(['matter/reason-missing']);
    await told.give(id, 'withdraw', {}, head, reason);
    expect(told.clocks(id).map((run) => standingOf(run, '2026-03-20' as CivilDate))).toEqual(['lifted']);
  });
});

describe('the company', () => {
  it('speaks to every measure once, with days that have come', async () => {
    const { told, id } = await served();
    const [first, second] = exampleAnswer('2026-03-20')['measures'] as readonly object[];
    const tried = (measures: readonly unknown[]) => told.refused(told.give(id, 'answer', { measures }, officer));
    expect(await tried([first])).toEqual(['rectification/measures-differ']);
    expect(await tried([first, first])).toEqual(['rectification/measures-differ']);
    expect(await tried([first, second, { ...second, measure: 3 }])).toEqual(['rectification/measures-differ']);
    expect(await tried([first, { ...second, doneOn: '2026-03-21' }])).toEqual(['date/in-future']);
    expect(await tried([first, { ...second, doneOn: undefined }])).toEqual(['form/required']);
    expect(await told.refused(told.give(id, 'answer', exampleAnswer('2026-03-20'), stranger))).toEqual([
      'matter/not-permitted',
    ]);
    await told.give(id, 'answer', { measures: [first, second] }, officer);
    expect(told.state(id)).toMatchObject({ status: 'answered', answered: { on: '2026-03-20', late: false } });
  });

  it('gets more time once, with a reason, on a working day after the first', async () => {
    const { told, id } = await served();
    const ask = (until: string) => told.give(id, 'ask-extension', { until, why: '需要发版。' }, officer);
    expect(await told.refused(ask('2026-04-14'))).toEqual(['rectification/no-later']);
    expect(await told.refused(ask('2026-05-01'))).toEqual(['date/day-off']);
    expect(await told.refused(told.give(id, 'extend', {}, province, reason))).toEqual(['rectification/no-request']);
    await ask('2026-04-30');
    expect(await told.refused(ask('2026-05-06'))).toEqual(['rectification/asked-already']);
    expect(await told.refused(told.give(id, 'extend', {}, province))).toEqual(['matter/reason-missing']);
    await told.give(id, 'decline-extension', {}, province, reason);
    await ask('2026-05-06');
    await told.give(id, 'extend', {}, province, reason);
    expect(told.state(id)).toMatchObject({ due: '2026-05-06', extended: { from: '2026-04-15' } });
    expect(told.clocks(id)).toMatchObject([{ run: 1, receipt: { due: '2026-05-06' } }]);
    expect(await told.refused(ask('2026-05-20'))).toEqual(['rectification/extended-already']);
  });

  it('may still report when its time is over, and is late', async () => {
    const { told, id } = await served();
    told.on('2026-04-16');
    await told.give(id, 'lapse', {}, { kind: 'clock' });
    expect(told.state(id).status).toBe('overdue');
    await told.give(id, 'answer', exampleAnswer('2026-04-16'), officer);
    expect(told.state(id)).toMatchObject({ answered: { late: true } });
    expect(standingOf(told.clocks(id)[0] as never, '2026-04-16' as CivilDate)).toBe('missed');
  });

  it('may decline, with a reason, and the office is told', async () => {
    const { told, id } = await served();
    expect(await told.refused(told.give(id, 'refuse-order', {}, officer))).toEqual(['matter/reason-missing']);
    await told.give(id, 'refuse-order', {}, officer, '不认可。');
    expect(told.state(id)).toMatchObject({ status: 'refused', ended: { reason: '不认可。' } });
    expect(told.notices.at(-1)).toMatchObject({ to: { officeLevel: 'province' } });
  });
});

describe('verification', () => {
  it('runs the very check again on days after the fix, and only a pass counts', async () => {
    let findings: BundleFindings | undefined;
    const { told, id } = await answered(() => findings);
    const verify = (input: object = check) => told.refused(told.give(id, 'verify-check', input, province));
    expect(await verify()).toEqual(['rectification/no-bundle']);
    findings = found('pass', '2026-04-02');
    expect(await verify()).toEqual(['rectification/before-the-fix']);
    expect(await verify({ ...check, measure: 7 })).toEqual(['rectification/no-such-measure']);
    expect(await verify({ ...check, result: resultOf('tags-shown') })).toEqual(['rectification/other-check']);
    const { days: _days, ...undated } = findings;
    findings = undated;
    expect(await verify()).toEqual(['rectification/no-days']);
    expect(await told.refused(told.give(id, 'accept', {}, province))).toEqual(['rectification/not-verified']);

    findings = found('fail', '2026-04-03');
    expect(await verify()).toEqual([]);
    const byHand = { measure: 1, done: true };
    expect(await told.refused(told.give(id, 'verify-by-hand', byHand, province, reason))).toEqual([
      'rectification/check-failed',
    ]);
    expect(await told.refused(told.give(id, 'accept', {}, province))).toEqual(['rectification/not-verified']);

    findings = found('pass', '2026-04-03');
    expect(await verify()).toEqual([]);
    await told.give(id, 'verify-by-hand', { measure: 2, done: true }, province, '看过清单。');
    await told.give(id, 'accept', {}, province);
    expect(told.state(id).status).toBe('rectified');
    expect(told.notices.at(-1)?.to).toBe('provider');
  });

  it('is a person’s with a reason where the check came to no verdict', async () => {
    const { told, id } = await answered(() => found('not-enough-data', '2026-04-03'));
    await told.give(id, 'verify-check', check, province);
    const byHand = (done: boolean, why?: string) =>
      told.refused(told.give(id, 'verify-by-hand', { measure: 1, done }, province, why));
    expect(await byHand(true)).toEqual(['matter/reason-missing']);
    expect(await byHand(true, reason)).toEqual([]);
    expect(told.state(id)['verifications']).toMatchObject([
      { how: 'check', passed: false, verdict: 'not-enough-data' },
      { how: 'person', passed: true },
    ]);
  });

  it('takes nothing for done that the company did not say is done', async () => {
    const { told, id } = await served(() => found('pass', '2026-04-03'));
    const [first, second] = exampleAnswer('2026-03-20')['measures'] as readonly object[];
    await told.give(id, 'answer', { measures: [{ ...first, done: false, words: '还没有。' }, second] }, officer);
    expect(await told.refused(told.give(id, 'verify-check', check, province))).toEqual(['rectification/not-said-done']);
  });

  it('is nobody’s who has acted for the company', async () => {
    const told = inMemory({
      definitions: [definition],
      organisations: [organisation],
      today: '2026-03-20',
      lookups: { hasActedFor: async () => true },
    });
    const id = await told.open('rectification', order, province);
    await told.give(id, 'serve', {}, head);
    await told.give(id, 'answer', exampleAnswer('2026-03-20'), officer);
    for (const [command, input, actor] of [
      ['verify-by-hand', { measure: 1, done: true }, province],
      ['accept', {}, province],
      ['find-refused', {}, head],
    ] as const)
      expect(await told.refused(told.give(id, command, input, actor, reason))).toEqual(['matter/interested']);
  });

  it('sends back with a reason and a new day, and the time runs again', async () => {
    const { told, id } = await answered();
    expect(await told.refused(told.give(id, 'send-back', { by: '2026-04-11' }, province, reason))).toEqual([
      'date/day-off',
    ]);
    await told.give(id, 'send-back', { by: '2026-04-24' }, province, reason);
    expect(told.clocks(id)).toMatchObject([
      { run: 1, end: { how: 'stopped' }, receipt: { due: '2026-04-15' } },
      { run: 2, receipt: { due: '2026-04-24' } },
    ]);
  });

  it('ends in a refusal only where something was found not to be done, or nothing came', async () => {
    const { told, id } = await answered();
    expect(await told.refused(told.give(id, 'find-refused', {}, head, reason))).toEqual([
      'rectification/nothing-failed',
    ]);
    await told.give(id, 'verify-by-hand', { measure: 1, done: false }, province, '仍在推荐。');
    expect(await told.refused(told.give(id, 'find-refused', {}, province, reason))).toEqual(['matter/not-permitted']);
    await told.give(id, 'find-refused', {}, head, reason);
    expect(told.state(id).status).toBe('refused');

    const late = await served();
    late.told.on('2026-04-16');
    expect(await late.told.refused(late.told.give(late.id, 'find-refused', {}, head, reason))).toEqual([
      'matter/wrong-state',
    ]);
    await late.told.give(late.id, 'lapse', {}, { kind: 'clock' });
    await late.told.give(late.id, 'find-refused', {}, head, reason);
    expect(late.told.state(late.id).status).toBe('refused');
  });
});
