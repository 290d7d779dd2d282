import type { LeafJudgement } from '../../engine/lookups.ts';
import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { Actor, Audience } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import {
  editor,
  head,
  nation,
  nationHead,
  officer,
  organisation,
  otherProvince,
  province,
  stranger,
} from '../../testing/filing-house.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { logRequest, type LogRequestState } from './definition.ts';
import { exampleHandover, exampleHash, exampleRequest, exampleStatement } from './examples.ts';

const definition = anyMatter(logRequest);
const onlooker = officePerson('province', '440000', 'viewer');
const provider = organisation.name;
const request = { ...exampleRequest, provider, inner: '内部说明：怀疑有人通风报信' };
const everything = new Set(['confidential', 'personal'] as const);
const none = {};
const receipt = { receipt: { fileHash: exampleHash, destroyBy: '2026-06-30' } };
const undertaking = { undertaking: { given: true } };
const destruction = { destruction: { on: '2026-05-20', how: '消磁并粉碎。', copies: true } };

const house = (today = '2026-03-20', judged: LeafJudgement = 'unknown-key') =>
  inMemory({
    definitions: [definition],
    organisations: [organisation],
    today,
    lookups: {
      provedByLog: async ({ index, described }) =>
        index === 7 && JSON.stringify(described).includes('"h-1"') ? judged : 'not-proved',
    },
  });

const requested = async (given: object = request, judged: LeafJudgement = 'unknown-key') => {
  const told = house('2026-03-20', judged);
  const id = await told.open('log-request', { request: given }, province);
  return {
    told,
    id,
    give: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.give(id, command, input, actor, reason),
    refused: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.refused(told.give(id, command, input, actor, reason)),
    state: () => told.state(id) as unknown as LogRequestState,
    visible: (audience: Audience) => isVisible(definition, told.state(id), audience),
    seen: (audience: Audience, actor?: Actor) =>
      viewFor(definition, told.state(id), audience, everything, actor?.kind === 'person' ? actor.account : undefined)
        .state,
  };
};

const sent = async (given?: object, judged?: LeafJudgement) => {
  const story = await requested(given, judged);
  await story.give('approve', none, head);
  await story.give('approve', none, nationHead);
  return story;
};
const holding = (id: MatterId, hold?: object, more?: object) => ({
  holding: { statement: exampleStatement(id, { ...hold }, { ...more }) },
});
const held = async () => {
  const story = await sent();
  await story.give('confirm-hold', holding(story.id), editor);
  return story;
};
const handedOver = async () => {
  const story = await held();
  await story.give('hand-over', { handover: exampleHandover }, officer);
  return story;
};
const received = async () => {
  const story = await handedOver();
  await story.give('receive', receipt, province);
  return story;
};

it('is a sound definition', () => {
  expect(definitionFaults(definition, new Set(['log-request']))).toEqual([]);
});

describe('a request', () => {
  const open = (more: object, actor: Actor = province) => {
    const told = house();
    return told.refused(told.open('log-request', { request: { ...request, ...more } }, actor));
  };

  it('needs a basis that is in force, a scope with an end, and a provider of the office’s place', async () => {
    expect(await open({ basis: '' })).toEqual(['form/required']);
    expect(await open({ basis: 'other-law' })).toEqual(['form/required', 'form/required']);
    expect(await open({ basis: 'other-law', law: '网络安全法', article: ' ' })).toEqual(['form/required']);
    expect(await open({ basis: 'other-law', law: '网络安全法', article: '第四十九条' })).toEqual([]);
    expect(await open({ basis: 'draft/23.2' })).toEqual(['basis/not-in-force']);
    expect(await open({ basis: 'penalty-law/56' })).toEqual([]);
    expect(await open({ to: '' })).toEqual(['form/required']);
    expect(await open({ from: '2026-03-11' })).toEqual(['log-request/period-backwards']);
    expect(await open({ to: '2026-03-21' })).toEqual(['log-request/period-ahead']);
    expect(await open({ keepUntil: '2026-03-20' })).toEqual(['log-request/kept-until-past']);
    expect(await open({ families: [] })).toEqual(['form/required']);
    expect(await open({ by: 'user' })).toEqual(['form/required']);
    expect(await open({ provider: '无此公司' })).toEqual(['log-request/unknown-provider']);
    expect(await open({}, otherProvince)).toEqual(['log-request/unknown-provider']);
    expect(await open({}, onlooker)).toEqual(['matter/not-permitted']);
    expect(await open({}, officer)).toEqual(['matter/not-permitted']);
    expect(await open({}, nation)).toEqual([]);
  });

  it('reaches the provider with the second of two approvals, neither of them by whoever asked', async () => {
    const { give, refused, state, visible } = await requested();
    expect(await refused('approve', none, province)).toEqual(['matter/not-permitted']);
    await give('approve', none, head);
    expect([state().status, visible('provider'), state().hold]).toEqual(['approved-once', false, undefined]);
    expect(await refused('approve', none, head)).toEqual(['log-request/approved-already']);
    expect(await refused('approve', none, otherProvince)).toEqual(['matter/not-permitted']);
    await give('approve', none, nationHead);
    expect([state().status, visible('provider')]).toEqual(['sent', true]);
    expect(state().hold).toEqual({ from: '2026-03-01', to: '2026-03-10' });
  });

  it('is not approved by a supervisor who asked', async () => {
    const told = house();
    const id = await told.open('log-request', { request }, head);
    expect(await told.refused(told.give(id, 'approve', none, head))).toEqual(['log-request/own-request']);
  });

  it('that is dropped never shows', async () => {
    const { told, give, refused, visible } = await requested();
    expect(await refused('drop', none, head)).toEqual(['matter/reason-missing']);
    await give('drop', none, head, '必要性不足');
    expect(visible('provider')).toBe(false);
    expect(told.notices.every(({ to }) => to !== 'provider')).toBe(true);
  });
});

describe('the hold', () => {
  it('is confirmed with what the log prints, if it covers all that is asked for', async () => {
    const { id, give, refused, state } = await sent();
    const confirm = (hold?: object, more?: object) => refused('confirm-hold', holding(id, hold, more), editor);
    expect(await refused('confirm-hold', holding(id), stranger)).toEqual(['matter/not-permitted']);
    expect(await refused('confirm-hold', holding(id), province)).toEqual(['matter/not-permitted']);
    expect(await refused('confirm-hold', { holding: { statement: '已经保全' } }, editor)).toEqual([
      'log-request/statement-unreadable',
    ]);
    expect(await refused('confirm-hold', { holding: { statement: '{"format":"other"}' } }, editor)).toEqual([
      'log-request/statement-unreadable',
    ]);
    expect(await confirm({ matter: 'another' })).toEqual(['log-request/no-hold']);
    expect(await confirm({}, { state: 'released' })).toEqual(['log-request/no-hold']);
    const narrow = ['log-request/hold-too-narrow'];
    expect(await confirm({ scope: { from: '2026-03-02', to: '2026-03-10' } })).toEqual(narrow);
    expect(await confirm({ scope: { from: '2026-03-01', to: '2026-03-09' } })).toEqual(narrow);
    expect(await confirm({ scope: { families: ['exposure'] } })).toEqual(narrow);
    expect(await confirm({ scope: { users: ['u-1'] } })).toEqual(narrow);
    expect(await confirm({ until: '2026-12-31' })).toEqual(narrow);
    expect(await confirm({ id: 'h-2' })).toEqual(narrow);
    expect(await confirm({}, { leafIndex: 9 })).toEqual(narrow);
    expect(await confirm({ scope: {} })).toEqual([]);
    expect(state()).toMatchObject({
      status: 'held',
      held: { hold: 'h-1', leaf: 7, origin: 'logs.example.cn/yunling', size: 9, checked: 'shape', on: '2026-03-20' },
    });
    await expect(give('confirm-hold', holding(id), editor)).rejects.toThrow('matter/wrong-state');
  });

  it('is verified by the key of the log where the company has registered it, and marked where it has not', async () => {
    const shape = await held();
    expect(shape.state()).toMatchObject({ holding: { checked: 'shape' }, held: { checked: 'shape' } });
    const proved = await sent(undefined, 'proved');
    await proved.give('confirm-hold', holding(proved.id), editor);
    expect(proved.state()).toMatchObject({ holding: { checked: 'signature' }, held: { checked: 'signature' } });
    const forged = await sent(undefined, 'not-proved');
    expect(await forged.refused('confirm-hold', holding(forged.id), editor)).toEqual([
      'log-request/statement-not-proved',
    ]);
    expect(forged.state().status).toBe('sent');
  });

  it('on people is enough where it is they who are asked for', async () => {
    const { id, refused } = await sent({ ...request, by: 'user', ids: 'u-1\nu-2' });
    const confirm = (users: readonly string[]) => refused('confirm-hold', holding(id, { scope: { users } }), editor);
    expect(await confirm(['u-1'])).toEqual(['log-request/hold-too-narrow']);
    expect(await confirm(['u-2', 'u-1', 'u-3'])).toEqual([]);
  });

  it('stands until the request is closed, or withdrawn before anything was handed over', async () => {
    const { told, give, refused, state } = await held();
    expect(await refused('withdraw', none, head)).toEqual(['matter/reason-missing']);
    expect(await refused('withdraw', none, province, '不再需要')).toEqual(['matter/not-permitted']);
    await give('withdraw', none, head, '不再需要');
    expect([state().status, state().hold]).toEqual(['closed', undefined]);
    expect(told.notices.at(-1)?.body.en).toContain('suanjian log release');
    const other = await handedOver();
    expect(await other.refused('withdraw', none, head, '不再需要')).toEqual(['matter/wrong-state']);
    expect(other.state().hold).toBeDefined();
  });
});

describe('the hand-over', () => {
  const handing = (more: object) => ({ handover: { ...exampleHandover, ...more } });

  it('is recorded by the officer, within what was asked for', async () => {
    const { refused, give, state } = await held();
    expect(await refused('hand-over', handing({}), editor)).toEqual(['matter/not-permitted']);
    expect(await refused('hand-over', handing({ from: '2026-02-28' }), officer)).toEqual([
      'log-request/outside-period',
    ]);
    expect(await refused('hand-over', handing({ to: '2026-03-11' }), officer)).toEqual(['log-request/outside-period']);
    expect(await refused('hand-over', handing({ from: '2026-03-09', to: '2026-03-08' }), officer)).toEqual([
      'log-request/period-backwards',
    ]);
    expect(await refused('hand-over', handing({ fileHash: 'abc' }), officer)).toEqual(['form/check']);
    expect(await refused('hand-over', handing({ rows: -1 }), officer)).toEqual(['form/range']);
    await give('hand-over', handing({}), officer);
    expect(state().handedOver).toEqual({
      hash: exampleHash,
      rows: 1200,
      leaf: 8,
      from: '2026-03-01',
      to: '2026-03-10',
      on: '2026-03-20',
    });
  });

  it('waits for the hold', async () => {
    const { refused } = await sent();
    expect(await refused('hand-over', handing({}), officer)).toEqual(['matter/wrong-state']);
  });

  it('is received as the file it says, with a day to destroy it that the basis allows, or returned', async () => {
    const { told, id, refused, give, state } = await handedOver();
    const receive = (more: object) => refused('receive', { receipt: { ...receipt.receipt, ...more } }, province);
    expect(await receive({ fileHash: 'd'.repeat(64) })).toEqual(['log-request/other-file']);
    expect(await receive({ destroyBy: '' })).toEqual(['form/required']);
    expect(await receive({ destroyBy: '2027-01-04' })).toEqual(['log-request/kept-too-long']);
    expect(await receive({ destroyBy: '2026-06-28' })).toEqual(['date/day-off']);
    expect(await receive({ destroyBy: '2026-03-20' })).toEqual(['date/not-ahead']);
    expect(await refused('return-extract', none, province)).toEqual(['matter/reason-missing']);
    await give('return-extract', none, province, '打不开');
    expect(state()).toMatchObject({ status: 'held', handover: {} });
    expect(state().handedOver).toBeUndefined();
    await give('hand-over', handing({}), officer);
    expect(told.clocks(id)).toEqual([]);
    await give('receive', receipt, province);
    expect(told.clocks(id)).toMatchObject([
      { name: 'toDestroy', bearer: 'office', receipt: { due: '2026-06-30', clause: 'final/28.2' } },
    ]);
  });
});

describe('the extract', () => {
  it('is opened by those alone who have undertaken confidentiality, and the provider sees each time', async () => {
    const { refused, give, seen, told, id } = await received();
    expect(await refused('open-extract', none, province)).toEqual(['log-request/not-undertaken']);
    expect(await refused('undertake', { undertaking: { given: false } }, province)).toEqual([
      'log-request/not-undertaken',
    ]);
    const access = (actor: Actor) => (seen('office', actor)['handover'] as Record<string, unknown>)['access'];
    expect([access(province), access(onlooker)]).toEqual([undefined, undefined]);
    await give('undertake', undertaking, province);
    expect(await refused('undertake', undertaking, province)).toEqual(['log-request/undertaken-already']);
    expect([access(province), access(onlooker)]).toEqual(['保密柜三号，口令当面告知。', undefined]);
    expect(await refused('open-extract', none, onlooker)).toEqual(['log-request/not-undertaken']);
    await give('undertake', undertaking, onlooker);
    await give('open-extract', none, province);
    await give('open-extract', none, onlooker);
    expect(seen('provider', officer)['openings']).toMatchObject([
      { account: 'province-440000-reviewer' as AccountId },
      { account: 'province-440000-viewer' as AccountId },
    ]);
    expect(await refused('open-extract', none, officer)).toEqual(['matter/not-permitted']);
    expect(told.events(id).filter(({ event }) => event.type === 'extract-opened')).toHaveLength(2);
  });

  it('is destroyed by two officers, in time or late', async () => {
    const { told, id, refused, give, state } = await received();
    told.on('2026-05-20');
    expect(await refused('confirm-destruction', none, head)).toEqual(['log-request/not-stated']);
    const destroy = (more: object) =>
      refused('state-destruction', { destruction: { ...destruction.destruction, ...more } }, province);
    expect(await destroy({ on: '2026-05-21' })).toEqual(['date/in-future']);
    expect(await destroy({ on: '2026-03-19' })).toEqual(['log-request/destroyed-before']);
    expect(await destroy({ copies: false })).toEqual(['log-request/copies-left']);
    await give('state-destruction', destruction, province);
    expect(await refused('confirm-destruction', none, province)).toEqual(['log-request/same-officer']);
    expect(told.clocks(id).map((run) => standingOf(run, civilDate('2026-07-01')))).toEqual(['late']);
    await give('confirm-destruction', none, head);
    expect(told.clocks(id).map((run) => standingOf(run, civilDate('2026-07-01')))).toEqual(['met']);
    expect(state()).toMatchObject({ status: 'destroyed', destroyedOn: '2026-05-20', hold: { from: '2026-03-01' } });
    await give('close', none, province);
    expect([state().status, state().hold]).toEqual(['closed', undefined]);
  });
});

describe('who sees what', () => {
  it('the provider never sees the inner note, who asked, nor who approved', async () => {
    const { seen, told, id } = await received();
    const own = seen('provider', officer);
    expect(own).toMatchObject({ request: { purpose: exampleRequest['purpose'], basis: 'final/28.2' } });
    expect(JSON.stringify(own)).not.toMatch(/通风报信|inner|requester|approvals/u);
    expect(JSON.stringify(seen('office', province))).toMatch(/通风报信/u);
    const masked = viewFor(definition, told.state(id), 'office', new Set()).state;
    expect(masked).toMatchObject({
      request: { purpose: { masked: 'confidential' }, inner: { masked: 'confidential' } },
      handover: { recipient: { masked: 'personal' } },
    });
  });

  it('notices and titles say nothing of people or purpose', async () => {
    const { told, id, give } = await sent({ ...request, by: 'user', ids: 'u-0123456789' });
    await give('write', { text: '请尽快' }, province);
    await give('note', { text: '内部' }, province);
    expect(JSON.stringify([told.notices, definition.summary(told.state(id))])).not.toMatch(
      /u-0123456789|通风报信|核实|请尽快/u,
    );
    expect(viewFor(definition, told.state(id), 'provider', everything).state).not.toHaveProperty(['notes']);
    expect(viewFor(definition, told.state(id), 'provider', new Set()).state).toMatchObject({
      request: { ids: { masked: 'personal' } },
    });
  });
});
