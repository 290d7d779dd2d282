import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { isVisible } from '../../engine/view.ts';
import {
  complaint,
  provider,
  office,
  otherProvince,
  nation,
  clock,
  person,
  sentBundle,
  house,
  answer,
  words,
  ruling,
} from '../../testing/complaint-house.ts';
import { exampleComplaint } from './examples.ts';

describe('a complaint', () => {
  it('goes to the company of that name, is asked about, answered and ended', async () => {
    const { begun, give, state, clocks } = house();
    const id = await begun();
    expect(state(id)).toMatchObject({
      status: 'with-provider',
      owner: 'yunling',
      place: '440000',
      reachedProvider: true,
    });
    await give(id, 'ask', words, provider);
    expect(state(id).status).toBe('asked');
    await give(id, 'reply', { words: '昨天上午。' }, person(id));
    await give(id, 'answer', answer, provider);
    expect(state(id)).toMatchObject({ status: 'answered', outcome: 'explained', answers: { entries: [answer] } });
    await give(id, 'content', {}, person(id));
    expect(state(id)).toMatchObject({ status: 'closed', ended: '2026-03-02' });
    expect(clocks(id).map(({ name, receipt, end }) => [name, receipt.clause, receipt.due, end?.how])).toEqual([
      ['toAnswer', 'final/22', '2026-03-09', 'stopped'],
    ]);
  });

  it('goes to the office when the person is not content, with the comparison of the audit beside it', async () => {
    const { told, begun, give, refused, state, seen } = house();
    const id = await begun({ ...exampleComplaint, number: '440100900000102260011' });
    expect(state(id)).toMatchObject({ place: '440100' });
    await give(id, 'answer', answer, provider);
    await give(id, 'not-content', {}, person(id), '没有说明理由');
    expect(state(id).status).toBe('escalated');
    const result = `${sentBundle}/differential-pricing`;
    await give(id, 'link-bundle', { result }, office);
    expect(state(id)).toMatchObject({
      bundles: [{ hash: 'a'.repeat(64), verdict: 'fail', from: '2026-02-01', to: '2026-02-28' }],
      beside: { entries: [{ result }] },
    });
    expect(await refused(give(id, 'link-bundle', { result }, office))).toEqual(['complaint/already-linked']);
    for (const other of [`${sentBundle}/rank-inversions`, `${id}/differential-pricing`])
      expect(await refused(give(id, 'link-bundle', { result: other }, office))).toEqual(['complaint/no-such-result']);
    expect(await refused(give(id, 'link-bundle', { result: 'differential-pricing' }, office))).toEqual(['form/pick']);
    await give(id, 'query', words, office);
    await give(id, 'reply-to-office', { words: '只有主管部门能看的话' }, person(id));
    await give(id, 'decide', ruling, office, '同一时刻同一商品价格不同');
    expect(state(id)).toMatchObject({ status: 'decided', ruling: { ruling: 'founded', basis: ['final/21'] } });
    expect(seen(id, 'provider')).not.toMatch(/只有主管部门|aaaa|differential-pricing/);
    expect(seen(id, 'applicant')).toMatch(/已责令改正/);
    expect(seen(id, 'applicant')).not.toMatch(/aaaa|differential-pricing/);
    expect(seen(id, 'office')).toMatch(/aaaa.*differential-pricing/);
    expect(told.notices.map(({ to }) => to)).toContainEqual({ officeLevel: 'province' });
  });

  it('goes to the office by itself once the promised time is over, and not a day earlier', async () => {
    const told = house();
    const id = await told.begun();
    const other = await told.begun();
    told.on('2026-03-09');
    expect(await told.refused(told.give(id, 'escalate', {}, clock))).toEqual(['complaint/not-overdue']);
    expect(await told.refused(told.give(id, 'escalate', {}, person(id)))).toEqual(['complaint/not-overdue']);
    told.on('2026-03-10');
    await told.give(other, 'ask', words, provider);
    expect(await told.refused(told.give(other, 'escalate', {}, clock))).toEqual(['complaint/waits-for-the-person']);
    await told.give(other, 'escalate', {}, person(other));
    await told.give(id, 'escalate', {}, clock);
    expect(told.state(id).status).toBe('escalated');
    expect(told.clocks(id).map((run) => standingOf(run, told.clocks(id)[0]?.receipt.due ?? run.receipt.due))).toEqual([
      'missed',
    ]);
  });

  it('runs no clock where the company has promised nothing, and says so', async () => {
    const { begun, clocks, refused, give, on } = house({ promised: false });
    const id = await begun();
    on('2027-03-02');
    expect(clocks(id)).toEqual([]);
    expect(await refused(give(id, 'escalate', {}, clock))).toEqual(['complaint/not-overdue']);
  });

  it('is handed over and sent back with a new time', async () => {
    const { begun, give, refused, state, clocks, on } = house();
    const id = await begun();
    expect(await refused(give(id, 'hand-over', {}, provider))).toEqual(['matter/reason-missing']);
    await give(id, 'hand-over', {}, provider, '不是我们的服务');
    on('2026-03-20');
    await give(id, 'send-to-provider', {}, office);
    expect(state(id)).toMatchObject({ status: 'with-provider', since: '2026-03-20' });
    expect(clocks(id).map(({ end, receipt }) => [end?.how, receipt.event])).toEqual([
      ['lifted', '2026-03-02'],
      [undefined, '2026-03-20'],
    ]);
  });

  it('lies with the office where nobody knows the company, and cannot be sent to one', async () => {
    const { begun, state, refused, give } = house();
    const id = await begun({ ...exampleComplaint, company: '没有这家公司', number: '330106900000102260011' });
    expect(state(id)).toMatchObject({ status: 'with-office', owner: null, place: '330000' });
    expect(await refused(give(id, 'send-to-provider', {}, otherProvince))).toEqual(['complaint/no-provider']);
    expect(await refused(give(id, 'decide', ruling, office, '理由'))).toEqual(['matter/not-permitted']);
    await give(id, 'decide', ruling, nation, '理由');
  });
});

describe('what looks like a nuisance', () => {
  it.each([
    ['a flood', { recent: 5 }, {}, ['flood']],
    ['the same words over and over', {}, { what: '还钱！'.repeat(100) }, ['repeated']],
    ['nothing but an address', {}, { what: 'https://spam.example/buy' }, ['links-only']],
  ])('%s is held for a look, never dropped, and let on', async (_, given, form, suspicions) => {
    const { begun, state, give, seen, refused } = house(given);
    const id = await begun({ ...exampleComplaint, ...form });
    expect(state(id)).toMatchObject({ status: 'held', suspicions });
    expect(isVisible(complaint, state(id), 'provider')).toBe(false);
    expect(isVisible(complaint, state(id), 'applicant')).toBe(true);
    expect(seen(id, 'applicant')).not.toContain('suspicions');
    expect(await refused(give(id, 'release', {}, provider))).toEqual(['matter/not-permitted']);
    await give(id, 'release', {}, office);
    expect(state(id)).toMatchObject({ status: 'with-provider', reachedProvider: true });
  });

  it('is set aside only with a reason, and looked at again when the person asks', async () => {
    const { begun, state, give, refused, on } = house({ recent: 9 });
    const id = await begun();
    expect(await refused(give(id, 'set-aside', {}, office))).toEqual(['matter/reason-missing']);
    await give(id, 'set-aside', {}, office, '只有广告');
    expect(isVisible(complaint, state(id), 'provider')).toBe(false);
    await give(id, 'reopen', {}, person(id), '不是广告');
    expect(state(id).status).toBe('held');
    await give(id, 'set-aside', {}, office, '只有广告');
    on('2026-04-02');
    expect(await refused(give(id, 'reopen', {}, person(id), '再看一次'))).toEqual(['complaint/reopen-too-late']);
    await give(id, 'reopen', {}, office, '再看一次');
  });
});

it('is a sound definition', () =>
  expect(definitionFaults(complaint, new Set(['complaint', 'rectification', 'violation-case']))).toEqual([]));
