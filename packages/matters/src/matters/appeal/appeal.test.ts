import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { OrganisationFacts } from '../../engine/lookups.ts';
import type { Actor, Audience } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { appeal as definition } from './definition.ts';
import { exampleAppeal } from './examples.ts';

const appeal = anyMatter(definition);
const officer = providerPerson('yunling', 'officer');
const second = providerPerson('yunling', 'officer', 'editor');
const office = officePerson('province', '440000', 'reviewer');
const clock: Actor = { kind: 'clock' };
const person = (id: MatterId): Actor => ({ kind: 'applicant', matter: id });

const house = () => {
  const told = inMemory({
    definitions: [appeal],
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
      rolesIn: async (account) => (account.startsWith('yunling') ? ['officer'] : []),
      standing: async (kind, owner) => ({
        id: 'r' as MatterId,
        kind,
        owner,
        place: '440000',
        state: {
          status: 'standing',
          commitments: { version: 1, from: '2026-01-01', limits: { appeal: { length: 3, unit: 'working-day' } } },
        },
      }),
    },
  });
  const begun = (form: Readonly<Record<string, unknown>> = exampleAppeal) => told.open('appeal', { form }, publicActor);
  const seen = (id: MatterId, audience: Audience) =>
    JSON.stringify(viewFor(appeal, told.state(id), audience, new Set(['confidential', 'personal'])).state);
  return { told, begun, seen };
};

const answer = { outcome: 'upheld', words: '重新看过路线，时间足够。' };
const ruling = { ruling: 'founded', clause: 'final/20', words: '责令退还扣罚。' };

describe('an appeal', () => {
  it('is decided by somebody else than who decided first', async () => {
    const { told, begun } = house();
    const id = await begun();
    const decide = (actor: Actor) => told.refused(told.give(id, 'answer', answer, actor, '理由'));
    expect(await decide(officer)).toEqual(['appeal/not-taken-up']);
    const takeUp = (account: string) =>
      told.refused(told.give(id, 'take-up', { decidedBy: 'person', account }, officer));
    expect(await takeUp('elsewhere-officer')).toEqual(['appeal/unknown-decider']);
    expect(await takeUp('yunling-officer')).toEqual([]);
    expect(await decide(officer)).toEqual(['appeal/first-decider']);
    expect(await told.refused(told.give(id, 'answer', answer, second))).toEqual(['matter/reason-missing']);
    await told.give(id, 'answer', { ...answer, outcome: 'remedied', remedy: '退还两元。' }, second, '路线确实不通');
    expect(told.state(id)).toMatchObject({ status: 'answered', outcome: 'remedied' });
    await told.give(id, 'content', {}, person(id));
    expect(told.clocks(id).map((run) => [run.receipt.clause, standingOf(run, run.receipt.due)])).toEqual([
      ['final/22', 'met'],
    ]);
  });

  it('goes to the office when the person is not content, and the office sees it only then', async () => {
    const { told, begun, seen } = house();
    const id = await begun();
    await told.give(id, 'take-up', { decidedBy: 'algorithm' }, officer);
    await told.give(id, 'answer', answer, officer, '时间足够');
    expect(isVisible(appeal, told.state(id), 'office')).toBe(false);
    await told.give(id, 'not-content', {}, person(id));
    expect(isVisible(appeal, told.state(id), 'office')).toBe(true);
    expect(await told.refused(told.give(id, 'decide', { ...ruling, clause: 'final/999' }, office, '理由'))).toEqual([
      'basis/unknown',
    ]);
    expect(await told.refused(told.give(id, 'decide', ruling, office))).toEqual(['matter/reason-missing']);
    await told.give(id, 'decide', ruling, office, '封路属实');
    expect(told.state(id)).toMatchObject({ status: 'decided', ruling: { ruling: 'founded', basis: ['final/20'] } });
    expect(seen(id, 'applicant')).toContain('责令退还扣罚');
    expect(seen(id, 'applicant')).not.toContain('decider');
  });

  it('is worked on by the office, which writes to the company and notes for itself', async () => {
    const { told, begun, seen } = house();
    const id = await begun();
    const note = { text: '只给同事看的话' };
    const give = (command: string, input: object, actor: Actor) => told.refused(told.give(id, command, input, actor));
    // Before it is taken there it is none of its business.
    for (const [command, input] of [
      ['note', note],
      ['write', { text: '请说明' }],
      ['assign', { to: 'province-440000-reviewer' }],
    ] as const)
      expect(await give(command, input, office)).toEqual(['matter/wrong-state']);
    await told.give(id, 'take-up', { decidedBy: 'algorithm' }, officer);
    await told.give(id, 'answer', answer, officer, '时间足够');
    await told.give(id, 'not-content', {}, person(id));
    expect(await give('assign', { to: 'yunling-officer' }, office)).toEqual(['desk/not-a-reviewer']);
    await told.give(id, 'note', note, office);
    await told.give(id, 'write', { text: '请补充路线记录' }, office);
    await told.give(id, 'write', { text: '已经补充' }, officer);
    expect(told.notices.slice(-2).map(({ to }) => to)).toEqual(['provider', { officeLevel: 'province' }]);
    expect(seen(id, 'provider')).toMatch(/请补充路线记录.*已经补充/);
    expect(seen(id, 'provider')).not.toContain('只给同事看的话');
    expect(seen(id, 'office')).toContain('只给同事看的话');
    expect(seen(id, 'applicant')).not.toMatch(/请补充路线记录|只给同事看的话/);
    expect(await give('note', note, officer)).toEqual(['matter/not-permitted']);
    expect(await give('write', note, person(id))).toEqual(['matter/not-permitted']);
  });

  it('goes to the office by itself once the promised time is over', async () => {
    const { told, begun } = house();
    const id = await begun();
    told.on('2026-03-05');
    expect(await told.refused(told.give(id, 'escalate', {}, clock))).toEqual(['appeal/not-overdue']);
    told.on('2026-03-06');
    await told.give(id, 'escalate', {}, clock);
    expect(told.state(id).status).toBe('escalated');
    expect(told.clocks(id).map((run) => standingOf(run, run.receipt.due))).toEqual(['missed']);
  });

  it('tells the company whom it is about only where the worker wants it', async () => {
    const { told, begun, seen } = house();
    const [shared, hidden] = [await begun(), await begun({ ...exampleAppeal, share: false })];
    expect(seen(shared, 'provider')).toMatch(/order-9.*骑手甲/);
    expect(seen(hidden, 'provider')).not.toMatch(/order-9|骑手甲|rider@/);
    expect(seen(hidden, 'applicant')).toMatch(/order-9/);
    expect(JSON.stringify([told.notices, appeal.summary(told.state(shared))])).not.toMatch(
      /order-9|骑手甲|rider@|封路/,
    );
    await told.give(shared, 'erase-me', {}, person(shared));
    expect(seen(shared, 'provider')).not.toMatch(/骑手甲|rider@/);
  });

  it('is asked about and answered, added to, and withdrawn', async () => {
    const { told, begun } = house();
    const id = await begun();
    await told.give(id, 'ask', { words: '哪条路？' }, officer);
    await told.give(id, 'reply', { words: '滨江路' }, person(id));
    const evidence = [{ hash: 'e'.repeat(64), name: '路.png', size: 1, type: 'image/png' }];
    await told.give(id, 'add-evidence', { evidence }, person(id));
    expect(told.state(id)).toMatchObject({ status: 'with-provider', form: { evidence } });
    for (const actor of [providerPerson('elsewhere', 'officer'), publicActor, officer])
      expect(await told.refused(told.give(id, 'withdraw', {}, actor))).toEqual(['matter/not-permitted']);
    await told.give(id, 'withdraw', {}, person(id));
    expect(told.state(id).status).toBe('withdrawn');
  });

  it('wants a company that is known', async () => {
    const { told, begun } = house();
    expect(await told.refused(begun({ ...exampleAppeal, company: '没有' }))).toEqual(['redress/unknown-provider']);
  });
});

it('is a sound definition', () => expect(definitionFaults(appeal, new Set(['appeal']))).toEqual([]));
