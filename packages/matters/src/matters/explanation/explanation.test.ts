import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import type { Actor, Audience } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { explanation as definition } from './definition.ts';
import { exampleRequest, exampleSentences } from './examples.ts';

const explanation = anyMatter(definition);
const editor = providerPerson('yunling', 'editor');
const officer = providerPerson('yunling', 'officer');
const second = providerPerson('yunling', 'officer', 'editor');
const office = officePerson('province', '440000', 'supervisor');
const person = (id: MatterId): Actor => ({ kind: 'applicant', matter: id });

const house = () => {
  const told = inMemory({
    definitions: [explanation],
    today: '2026-03-02',
    organisations: [
      {
        id: 'yunling',
        kind: 'provider',
        name: '云岭科技有限公司',
        place: '440000',
        registered: true,
      } as OrganisationFacts,
    ],
    lookups: {
      standing: async (kind, owner) => ({
        id: 'r' as MatterId,
        kind,
        owner,
        place: '440000',
        state: {
          status: 'standing',
          commitments: {
            version: 1,
            from: '2026-01-01',
            limits: { explanation: { length: 15, unit: 'calendar-day' } },
          },
        },
      }),
    },
  });
  const begun = (form: Readonly<Record<string, unknown>> = exampleRequest) =>
    told.open('explanation', { form }, publicActor);
  const seen = (id: MatterId, audience: Audience) =>
    JSON.stringify(viewFor(explanation, told.state(id), audience, new Set(['confidential', 'personal'])).state);
  return { told, begun, seen };
};

describe('a request for an explanation', () => {
  it('is drafted from the record, reviewed by somebody else, and sent', async () => {
    const { told, begun, seen } = house();
    const id = await begun();
    await told.give(id, 'draft', exampleSentences, editor);
    expect(seen(id, 'applicant')).not.toContain('football');
    await told.give(id, 'review', {}, officer);
    expect(told.state(id)).toMatchObject({ status: 'sent', explanation: exampleSentences, draft: {} });
    expect(seen(id, 'applicant')).toContain('football');
    await told.give(id, 'content', {}, person(id));
    expect(
      told.clocks(id).map((run) => [run.receipt.clause, run.receipt.due, standingOf(run, run.receipt.due)]),
    ).toEqual([['final/17.3', '2026-03-17', 'met']]);
  });

  it('is never reviewed by who wrote it', async () => {
    const { told, begun } = house();
    const id = await begun();
    await told.give(id, 'draft', exampleSentences, officer);
    expect(await told.refused(told.give(id, 'review', {}, officer))).toEqual(['explanation/own-draft']);
    expect(await told.refused(told.give(id, 'review', {}, editor))).toEqual(['matter/not-permitted']);
    expect(await told.refused(told.give(id, 'send-back', {}, second))).toEqual(['matter/reason-missing']);
    await told.give(id, 'send-back', {}, second, '第二句没有记录');
    await told.give(id, 'draft', exampleSentences, second);
    await told.give(id, 'review', {}, officer);
  });

  it('is refused with ground and reason, which the person reads and may contest', async () => {
    const { told, begun, seen } = house();
    const id = await begun();
    expect(await told.refused(told.give(id, 'refuse', { ground: 'record-gone' }, officer))).toEqual([
      'matter/reason-missing',
    ]);
    expect(await told.refused(told.give(id, 'refuse', { ground: 'no-time' }, officer, '忙'))).toEqual(['form/option']);
    await told.give(id, 'refuse', { ground: 'record-gone' }, officer, '记录留存六个月，已经删除');
    expect(seen(id, 'applicant')).toMatch(/record-gone.*六个月/);
    await told.give(id, 'not-content', {}, person(id));
    expect(told.state(id).status).toBe('contested');
    expect(definition.states.contested?.meaning.en).toMatch(/appeal/);
  });

  it('asks what is missing, and the promised time keeps running', async () => {
    const { told, begun } = house();
    const { request: _request, ...without } = exampleRequest;
    const id = await begun({ ...without, day: '2026-03-01', surface: '首页' });
    await told.give(id, 'ask', { words: '大约几点？' }, editor);
    told.on('2026-03-18');
    await told.give(id, 'reply', { words: '九点' }, person(id));
    await told.give(id, 'draft', exampleSentences, editor);
    await told.give(id, 'review', {}, officer);
    expect(told.clocks(id).map((run) => standingOf(run, run.receipt.due))).toEqual(['missed']);
  });

  it('keeps the person from the company unless they say otherwise, and lets them be erased', async () => {
    const { told, begun, seen } = house();
    const form = { ...exampleRequest, identity: 'ACCOUNT-MARK' };
    const [hidden, shared] = [await begun(form), await begun({ ...form, share: true })];
    expect(seen(hidden, 'provider')).not.toMatch(/ACCOUNT-MARK|asker@/);
    expect(seen(shared, 'provider')).toMatch(/asker@.*ACCOUNT-MARK/);
    await told.give(shared, 'erase-me', {}, person(shared));
    expect(JSON.stringify(told.state(shared))).not.toMatch(/asker@|ACCOUNT-MARK/);
    expect(JSON.stringify([told.notices, explanation.summary(told.state(hidden))])).not.toMatch(/MARK|asker@|求职/);
    await told.give(hidden, 'withdraw', {}, person(hidden));
  });

  it('is between the person and the company: no office, no rival', async () => {
    const { told, begun } = house();
    const id = await begun();
    expect(isVisible(explanation, told.state(id), 'office')).toBe(false);
    for (const actor of [office, providerPerson('elsewhere', 'officer'), publicActor])
      expect(await told.refused(told.give(id, 'refuse', { ground: 'not-ours' }, actor, '理由'))).toEqual([
        'matter/not-permitted',
      ]);
  });

  it('is not opened about nobody, an unknown company, or a result nobody could find', async () => {
    const { told, begun } = house();
    const { company: _company, ...nobody } = exampleRequest;
    const { request: _request, ...nothing } = exampleRequest;
    expect(await told.refused(begun(nobody))).toEqual(['redress/about-nothing']);
    expect(await told.refused(begun({ ...exampleRequest, company: '没有' }))).toEqual(['redress/unknown-provider']);
    expect(await told.refused(begun({ ...nothing, day: '2026-03-01' }))).toEqual(['explanation/which-decision']);
    expect(await told.refused(begun({ ...exampleRequest, day: '2026-03-03' }))).toEqual(['date/in-future']);
  });

  it('has no sentence without the record it rests on', async () => {
    const { told, begun } = house();
    const id = await begun();
    expect(await told.refused(told.give(id, 'draft', { sentences: [] }, editor))).toEqual(['form/required']);
    expect(await told.refused(told.give(id, 'draft', { sentences: [{ zh: '是的。', en: 'Yes.' }] }, editor))).toEqual([
      'form/required',
    ]);
  });
});

it('is a sound definition', () => expect(definitionFaults(explanation, new Set(['explanation']))).toEqual([]));

it('belongs to a provider that is known', async () => {
  const { told, begun } = house();
  expect(told.state(await begun())).toMatchObject({ owner: 'yunling' as OrganisationId });
});
