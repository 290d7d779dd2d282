import { civilDate } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import { audienceOf, type Actor, type Audience } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { complaint as definition } from './definition.ts';
import { exampleComplaint, exampleWorkerComplaint } from './examples.ts';

const complaint = anyMatter(definition);
const yunling = 'yunling' as OrganisationId;
const organisation = {
  id: yunling,
  kind: 'provider',
  name: '云岭科技有限公司',
  place: '440000',
  registered: true,
} as OrganisationFacts;
const provider = providerPerson('yunling', 'officer');
const rival = providerPerson('elsewhere', 'officer');
const office = officePerson('province', '440000', 'reviewer');
const otherProvince = officePerson('province', '330000', 'reviewer');
const nation = officePerson('nation', '000000', 'supervisor');
const clock: Actor = { kind: 'clock' };
const asMatter = (matterKind: string, matter: string): Actor => ({
  kind: 'matter',
  matter: matter as MatterId,
  matterKind,
  behalf: { kind: 'clock' },
});
const person = (id: MatterId): Actor => ({ kind: 'applicant', matter: id });

/** The bundle that the company sent. */
const sentBundle = '0190f7a2-7a55-7e3a-9a51-6a4c1f0d2b11';

const house = ({ recent = 0, promised = true, missing = [] as string[] } = {}) => {
  const told = inMemory({
    definitions: [complaint],
    today: '2026-03-02',
    organisations: [organisation],
    lookups: {
      recentOpenings: async () => recent,
      missingAttachments: async () => missing,
      bundleFindings: async (id, owner) =>
        id === sentBundle && owner === yunling
          ? {
              bundle: 'a'.repeat(64),
              filing: 'f' as MatterId,
              days: { from: civilDate('2026-02-01'), until: civilDate('2026-02-28') },
              checks: [{ check: 'differential-pricing', verdict: 'fail', estimate: '5%' }],
            }
          : undefined,
      ownerOfNumber: async (digits) =>
        digits === '440100900000102260011' ? { owner: yunling, place: '440100' } : undefined,
      standing: async (kind, owner) =>
        promised && kind === 'responsibility'
          ? {
              id: 'r' as MatterId,
              kind,
              owner,
              place: '440000',
              state: {
                status: 'standing',
                commitments: {
                  version: 1,
                  from: '2026-01-01',
                  limits: { complaint: { length: 5, unit: 'working-day' } },
                },
              },
            }
          : undefined,
    },
  });
  const begun = (form: Readonly<Record<string, unknown>> = exampleComplaint) =>
    told.open('complaint', { form }, publicActor);
  const seen = (id: MatterId, audience: Audience) =>
    JSON.stringify(viewFor(complaint, told.state(id), audience, new Set(['confidential', 'personal'])).state);
  return { ...told, told, begun, seen };
};

const answer = { outcome: 'explained', words: '朋友是新用户，适用新客价。' };
const words = { words: '请补充订单时间。' };
const ruling = { ruling: 'founded', basis: [{ clause: 'final/21' }], words: '已责令改正。' };

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

describe('who learns what', () => {
  const marked = { ...exampleComplaint, contact: 'PERSON-MARK', identity: 'IDENTITY-MARK', request: 'REQUEST-MARK' };

  it('the company learns the person only when they say so', async () => {
    const { begun, seen } = house();
    const hidden = await begun({ ...marked, kind: 'personal-data' });
    const shared = await begun({ ...marked, kind: 'personal-data', share: true });
    expect(seen(hidden, 'provider')).not.toMatch(/PERSON-MARK|IDENTITY-MARK|"(?:contact|identity|reached|share)"/);
    expect(seen(hidden, 'provider')).toMatch(/REQUEST-MARK/);
    expect(seen(hidden, 'office')).toMatch(/PERSON-MARK.*IDENTITY-MARK/);
    expect(seen(shared, 'provider')).toMatch(/PERSON-MARK.*IDENTITY-MARK/);
  });

  it.each([
    [
      'a worker, whatever they tick',
      { ...exampleWorkerComplaint, service: '云岭科技有限公司', contact: 'PERSON-MARK', request: 'REQUEST-MARK' },
    ],
    ['somebody anonymous', { ...marked, reached: 'anonymous' }],
  ])('the company never learns who %s is', async (_, form) => {
    const { told, begun, seen, give, events, state } = house();
    const id = await begun(form);
    await give(
      id,
      'add-evidence',
      { evidence: [{ hash: 'e'.repeat(64), name: 'EVIDENCE-MARK.png', size: 1, type: 'image/png' }] },
      person(id),
    );
    expect(state(id).status).toBe('with-provider');
    expect(seen(id, 'provider')).not.toMatch(/PERSON-MARK|REQUEST-MARK|EVIDENCE-MARK/);
    expect(seen(id, 'office')).toMatch(/EVIDENCE-MARK/);
    expect(JSON.stringify([told.notices, complaint.summary(state(id))])).not.toMatch(/-MARK|120 元/);
    expect(events(id).map(({ event: { type } }) => complaint.events[type]?.only)).toEqual([
      undefined,
      ['office', 'applicant'],
    ]);
  });

  it('asks who somebody is only where the kind needs it, and keeps nothing that was not asked', async () => {
    const { begun, state } = house();
    const id = await begun({ ...marked, reached: 'anonymous' });
    expect(JSON.stringify(state(id))).not.toMatch(/IDENTITY-MARK|PERSON-MARK/);
  });

  it('the company never learns of a report to the office, not even when it has ended', async () => {
    const { told, begun, give, state } = house();
    for (const end of [
      (id: MatterId) => give(id, 'decide', { ...ruling, ruling: 'unfounded' }, office, '不属实'),
      (id: MatterId) => give(id, 'withdraw', {}, person(id)),
      (id: MatterId) => give(id, 'query', words, office),
    ]) {
      const id = await begun({ ...exampleComplaint, to: 'office' });
      expect(state(id)).toMatchObject({ status: 'with-office', owner: 'yunling' });
      await end(id);
      expect(
        isVisible(complaint, state(id), audienceOf(provider, { owner: yunling, place: '440000', matter: id })),
      ).toBe(false);
      expect(isVisible(complaint, state(id), 'office')).toBe(true);
    }
    expect(told.notices.length).toBeGreaterThan(0);
    expect(told.notices.some(({ to }) => to === 'provider')).toBe(false);
  });

  it('is nothing for a rival, another province or somebody with another code', async () => {
    const { begun, give, refused } = house();
    const id = await begun();
    const other = await begun();
    for (const [command, input, actor] of [
      ['answer', answer, rival],
      ['hand-over', {}, otherProvince],
      ['withdraw', {}, person(other)],
      ['withdraw', {}, publicActor],
      ['answer', answer, providerPerson('yunling', 'viewer')],
    ] as const)
      expect(await refused(give(id, command, input, actor, '理由'))).toEqual(['matter/not-permitted']);
    expect(audienceOf(rival, { owner: yunling, place: '440000', matter: id })).toBeUndefined();
  });

  it('seals what people write', async () => {
    const { begun, state, give } = house();
    const id = await begun({ ...marked });
    await give(id, 'answer', answer, provider);
    const view = JSON.stringify(viewFor(complaint, state(id), 'office', new Set()).state);
    expect(view).not.toMatch(/120 元|PERSON-MARK|REQUEST-MARK|新客价/);
  });
});

describe('merging', () => {
  it('tells everybody what comes of it, and leaves everybody their own page', async () => {
    const { told, begun, give, state, refused, clocks, seen } = house();
    const [lead, first, second] = [await begun(), await begun(), await begun()];
    await give(first, 'merge', { lead }, provider);
    await give(second, 'merge', { lead }, office);
    expect(state(lead)).toMatchObject({ merged: [first, second] });
    expect(clocks(first).map(({ end }) => end?.how)).toEqual(['lifted']);
    expect(await refused(give(lead, 'merge', { lead: first }, provider))).toEqual(['complaint/leads-others']);
    expect(await refused(give(lead, 'answer', answer, provider))).toEqual(['complaint/say-it-to-all']);
    await give(lead, 'answer', { ...answer, shared: '新客价已经停用。' }, provider);
    for (const id of [first, second]) {
      expect(state(id)).toMatchObject({ status: 'merged', news: { entries: [{ words: '新客价已经停用。' }] } });
      expect(seen(id, 'applicant')).not.toContain(lead);
    }
    await give(first, 'not-content', {}, person(first));
    expect(state(first).status).toBe('escalated');
    expect(state(lead)).toMatchObject({ merged: [second] });
    await give(lead, 'not-content', {}, person(lead), 'REASON-OF-ANOTHER');
    expect(JSON.stringify(told.events(second))).not.toContain('REASON-OF-ANOTHER');
    await give(lead, 'decide', { ...ruling, shared: '责令退还差价。' }, office, '理由');
    expect(state(second)).toMatchObject({ news: { entries: [{}, {}, { words: '责令退还差价。' }] } });
  });

  it('sets the others free when the lead is withdrawn, and gains the company no time', async () => {
    const { begun, give, state, clocks, on } = house();
    const [lead, other] = [await begun(), await begun()];
    await give(other, 'merge', { lead }, provider);
    on('2026-03-06');
    await give(lead, 'withdraw', {}, person(lead));
    expect(state(other)).toMatchObject({ status: 'with-provider', lead: undefined });
    expect(clocks(other).map(({ receipt }) => receipt.due)).toEqual(['2026-03-09', '2026-03-09']);
    await give(lead, 'reopen', {}, person(lead), '还没有解决');
    expect(state(lead)).toMatchObject({ status: 'with-provider', merged: [] });
  });

  it('can be taken back', async () => {
    const { begun, give, state } = house();
    const [lead, other] = [await begun(), await begun()];
    await give(other, 'merge', { lead }, provider);
    await give(other, 'unmerge', {}, office);
    expect(state(other).status).toBe('with-provider');
    expect(state(lead)).toMatchObject({ merged: [] });
  });

  it('is refused with itself, with nothing, with what is over, and across what the company does not know', async () => {
    const { begun, give, refused } = house();
    const [id, over, secret] = [await begun(), await begun(), await begun({ ...exampleComplaint, to: 'office' })];
    await give(over, 'answer', answer, provider);
    const merge = (lead: string, actor: Actor = office) => refused(give(id, 'merge', { lead }, actor));
    expect(await merge(id)).toEqual(['complaint/into-itself']);
    expect(await merge('00000000-0000-4000-8000-999999999999')).toEqual(['complaint/no-such-lead']);
    expect(await merge(over)).toEqual(['complaint/lead-is-over']);
    expect(await merge(secret)).toEqual(['complaint/one-in-confidence']);
    expect(await merge('nonsense')).toEqual(['form/pick']);
  });

  it('does not hide that the company was late', async () => {
    const { begun, give, clocks, on } = house();
    const [lead, late] = [await begun(), await begun()];
    on('2026-03-10');
    await give(late, 'merge', { lead }, provider);
    expect(clocks(late).map((run) => standingOf(run, '2026-03-10' as never))).toEqual(['missed']);
  });
});

describe('what a case rests on', () => {
  it('is neither withdrawn nor erased while the case is open; the wish is noted', async () => {
    const { begun, give, refused, state, seen } = house();
    const id = await begun();
    expect(await refused(give(id, 'step-back', {}, person(id)))).toEqual(['redress/no-case-rests']);
    await give(id, 'rest-on', {}, asMatter('violation-case', 'case-1'));
    expect(await refused(give(id, 'withdraw', {}, person(id)))).toEqual(['redress/case-rests']);
    expect(await refused(give(id, 'erase-me', {}, person(id)))).toEqual(['redress/case-rests']);
    await give(id, 'step-back', {}, person(id));
    expect(state(id)).toMatchObject({ status: 'with-provider', steppedBack: '2026-03-02', restsOn: ['case-1'] });
    expect(seen(id, 'provider')).not.toMatch(/case-1|steppedBack/);
    await give(id, 'let-go', {}, asMatter('violation-case', 'case-1'));
    await give(id, 'erase-me', {}, person(id));
    expect(JSON.stringify(state(id))).not.toContain('reader@example.org');
    expect(await refused(give(id, 'erase-me', {}, person(id)))).toEqual(['redress/already-erased']);
    expect(await refused(give(id, 'add-evidence', { evidence: [file(0)] }, person(id)))).toEqual([
      'redress/already-erased',
    ]);
  });

  it('gives up the key of the person when they are erased', async () => {
    const { begun, state, events, give } = house();
    const id = await begun();
    await give(id, 'erase-me', {}, person(id));
    const last = events(id).at(-1);
    if (last === undefined) throw new Error('nothing happened');
    const consequences = complaint.consequences?.(last.event, state(id), last.meta, {
      matter: id,
      settings: {} as never,
    });
    expect(consequences?.erase).toEqual(['person']);
  });
});

const file = (index: number) => ({
  hash: String(index).repeat(64).slice(0, 64),
  name: `${index}.png`,
  size: 1,
  type: 'image/png',
});

describe('what is refused', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...file(1), name: `${index}.png` }));
  const { company: _company, service: _service, ...nobody } = exampleComplaint;
  it.each([
    ['about nothing', nobody, ['redress/about-nothing']],
    ['without a word of what happened', { ...exampleComplaint, what: ' ' }, ['form/required']],
    ['a text without end', { ...exampleComplaint, what: '字'.repeat(5001) }, ['form/too-long']],
    ['a book', { ...exampleComplaint, what: '字'.repeat(30_000) }, ['input/shape']],
    ['a kind that is none', { ...exampleComplaint, kind: 'revenge' }, ['form/option']],
    ['a number of another shape', { ...exampleComplaint, number: '12' }, ['form/check']],
    ['a day to come', { ...exampleComplaint, when: '2026-03-03' }, ['date/in-future']],
    ['eleven files', { ...exampleComplaint, evidence: many(11) }, ['form/too-many']],
    ['a hundred files', { ...exampleComplaint, evidence: many(100) }, ['input/shape']],
    ['a field of one’s own making', { ...exampleComplaint, owner: 'elsewhere' }, ['input/shape']],
  ])('%s', async (_, form, codes) => {
    const { begun, refused } = house();
    expect(await refused(begun(form))).toEqual(codes);
  });

  it('a file that never arrived', async () => {
    const { begun, refused } = house({ missing: [file(1).hash] });
    expect(await refused(begun({ ...exampleComplaint, evidence: [file(1)] }))).toEqual(['form/attachment-missing']);
  });

  it('more files than fit, counted together', async () => {
    const { begun, refused, give } = house();
    const id = await begun({ ...exampleComplaint, evidence: many(10) });
    expect(await refused(give(id, 'add-evidence', { evidence: [file(2)] }, person(id)))).toEqual(['form/too-many']);
  });

  it('an answer without its words, or a refusal without its reason', async () => {
    const { begun, refused, give } = house();
    const id = await begun();
    expect(await refused(give(id, 'answer', { outcome: 'explained' }, provider))).toEqual(['form/required']);
    expect(await refused(give(id, 'answer', { ...answer, outcome: 'refused' }, provider))).toEqual([
      'matter/reason-missing',
    ]);
    expect(await refused(give(id, 'answer', { ...answer, outcome: 'remedied' }, provider))).toEqual(['form/required']);
    await give(id, 'answer', { ...answer, outcome: 'refused' }, provider, '价格一致');
    expect(await refused(give(id, 'answer', answer, provider))).toEqual(['matter/wrong-state']);
  });

  it('a decision on what is no law', async () => {
    const { begun, refused, give } = house();
    const id = await begun({ ...exampleComplaint, to: 'office' });
    const decide = (clause: string) => refused(give(id, 'decide', { ...ruling, basis: [{ clause }] }, office, '理由'));
    expect(await decide('final/999')).toEqual(['basis/unknown']);
    expect(await decide('draft/18')).toEqual(['basis/not-in-force']);
    expect(await refused(give(id, 'decide', ruling, office))).toEqual(['matter/reason-missing']);
  });

  it('script is kept as the text that it is', async () => {
    const { begun, state } = house();
    const what = '<script>alert(1)</script> 价格不一样';
    expect(state(await begun({ ...exampleComplaint, what }))).toMatchObject({ form: { what } });
  });
});

it('is a sound definition', () => expect(definitionFaults(complaint, new Set(['complaint']))).toEqual([]));
