import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { definitionFaults } from '../../engine/audit-definition.ts';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { Actor, Audience } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson } from '../../testing/actors.ts';
import { head, nation, organisation, province } from '../../testing/filing-house.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { exampleRecommender, filing } from '../filing/definition.ts';
import { change } from '../change/definition.ts';
import { ethicsReview, ethicsReviewGaps, type EthicsReviewState } from './definition.ts';
import { exampleCommittee, exampleConditions, exampleSubject } from './examples.ts';
import { counted, dissentFrom, outcomeOf, type Vote } from './tally.ts';

const definition = anyMatter(ethicsReview);
const officer = providerPerson('yunling', 'officer');
const editor = providerPerson('yunling', 'editor');
const viewer = providerPerson('yunling', 'viewer');
const auditor = providerPerson('yunling', 'auditor');
const administrator = providerPerson('yunling', 'administrator');
const rival = providerPerson('elsewhere', 'officer');
const everything = new Set(['confidential', 'personal'] as const);

const accountOf = (actor: Actor): AccountId => (actor.kind === 'person' ? actor.account : ('' as AccountId));
const named = (actor: Actor) => ({ member: { account: accountOf(actor) } });
const none = { declaration: { conflict: false } };
const committee = (...members: readonly Actor[]) => ({ committee: exampleCommittee(...members.map(accountOf)) });
const vote = (choice: Vote) => ({
  vote: { choice, ...(choice === 'reject' || choice === 'conditions' ? { note: '我的少数意见' } : {}) },
});

const opened = async (subject: FormValues = exampleSubject) => {
  const told = inMemory({
    definitions: [definition, anyMatter(filing), anyMatter(change)],
    organisations: [organisation],
    today: '2026-03-20',
  });
  const id = await told.open('ethics-review', { subject }, officer);
  return {
    told,
    id,
    give: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.give(id, command, input, actor, reason),
    refused: (command: string, input: unknown, actor: Actor, reason?: string) =>
      told.refused(told.give(id, command, input, actor, reason)),
    state: () => told.state(id) as unknown as EthicsReviewState,
    seen: (audience: Audience, actor?: Actor) =>
      viewFor(definition, told.state(id), audience, everything, actor === undefined ? undefined : accountOf(actor))
        .state,
  };
};
type Story = Awaited<ReturnType<typeof opened>>;

/** The viewer presides; editor and auditor are members. */
const declaring = async () => {
  const story = await opened();
  await story.give('compose', committee(viewer, editor, auditor), officer);
  return story;
};

const deliberate = async (story: Story, members: readonly Actor[] = [viewer, editor, auditor]) => {
  for (const member of members) await story.give('declare', none, member);
  await story.give('open-deliberation', {}, viewer);
};

const deliberating = async () => {
  const story = await declaring();
  await deliberate(story);
  return story;
};

const conclude = async (story: Story, given: readonly Vote[], conclusion: FormValues = exampleConditions()) => {
  for (const [index, choice] of given.entries())
    await story.give('vote', vote(choice), [viewer, editor, auditor][index] ?? viewer);
  await story.give('close-vote', { conclusion }, viewer);
};

const conditional = async () => {
  const story = await deliberating();
  await conclude(story, ['conditions', 'conditions', 'approve'], exampleConditions('2026-04-10', '2026-04-20'));
  return story;
};

const report = (condition: number) => ({ condition: { condition, done: '已经关闭。' } });
const which = (condition: number) => ({ condition: { condition } });

it('is a sound definition', () => {
  expect(definitionFaults(definition, new Set(['ethics-review']))).toEqual([]);
});

describe('the committee', () => {
  it('has three members at least, from two fields, each once, of this provider, and a chair among them', async () => {
    const { refused } = await opened();
    const compose = (input: unknown) => refused('compose', input, officer);
    expect(await compose(committee(viewer, editor))).toEqual(['ethics/too-few-members']);
    const alike = exampleCommittee(accountOf(viewer), accountOf(editor), accountOf(auditor));
    const members = (alike['members'] as FormValues[]).map((member) => ({ ...member, fields: ['law'] }));
    expect(await compose({ committee: { ...alike, members } })).toEqual(['ethics/too-few-fields']);
    expect(await compose(committee(viewer, editor, viewer))).toEqual(['ethics/named-twice']);
    expect(
      await compose(committee(viewer, editor, { kind: 'person', account: 'nobody' as AccountId, name: '' })),
    ).toEqual(['ethics/not-of-this-organisation']);
    expect(await compose({ committee: { ...alike, chair: accountOf(officer) } })).toEqual([
      'ethics/chair-not-a-member',
    ]);
    expect(await compose({ committee: {} })).toContain('form/required');
    expect(await refused('compose', committee(viewer, editor, auditor), editor)).toEqual(['matter/not-permitted']);
    expect(await refused('compose', committee(viewer, editor, auditor), rival)).toEqual(['matter/not-permitted']);
  });

  it('deliberates once everybody who takes part has declared, and the chair says so', async () => {
    const { give, refused, state } = await declaring();
    await give('declare', none, viewer);
    await give('declare', none, editor);
    expect(await refused('declare', none, editor)).toEqual(['ethics/declared-already']);
    expect(await refused('open-deliberation', {}, viewer)).toEqual(['ethics/not-all-declared']);
    await give('declare', none, auditor);
    expect(await refused('open-deliberation', {}, editor)).toEqual(['ethics/not-the-chair']);
    expect(await refused('declare', none, officer)).toEqual(['ethics/not-a-member']);
    await give('open-deliberation', {}, viewer);
    expect(state().status).toBe('deliberating');
  });

  it('does without whoever has a conflict, and has somebody else instead', async () => {
    const { give, refused, state } = await declaring();
    expect(await refused('declare', { declaration: { conflict: true } }, auditor)).toEqual(['form/required']);
    await give('declare', { declaration: { conflict: true, what: '模型是我设计的' } }, auditor);
    await give('declare', none, viewer);
    await give('declare', none, editor);
    expect(await refused('open-deliberation', {}, viewer)).toEqual(['ethics/too-few-members']);
    expect(await refused('compose', committee(viewer, editor, auditor, officer), officer)).toEqual(['ethics/recused']);
    await give('compose', committee(viewer, editor, officer), officer);
    await deliberate({ give } as Story, [viewer, editor, officer]);
    expect(state()).toMatchObject({
      status: 'deliberating',
      recusals: [{ account: accountOf(auditor), how: 'declared' }],
    });
  });

  it('replaces a chair who is recused; nobody but the officer names another', async () => {
    const { give, refused, state } = await declaring();
    await give('compose', committee(viewer, editor, auditor, administrator), officer);
    await give('declare', { declaration: { conflict: true, what: '我的奖金与它有关' } }, viewer);
    expect(state().chair).toBeUndefined();
    for (const member of [editor, auditor, administrator]) await give('declare', none, member);
    expect(await refused('open-deliberation', {}, viewer)).toEqual(['ethics/not-the-chair']);
    expect(await refused('open-deliberation', {}, editor)).toEqual(['ethics/not-the-chair']);
    expect(await refused('appoint-chair', named(editor), editor, '接任')).toEqual(['matter/not-permitted']);
    expect(await refused('appoint-chair', named(editor), officer)).toEqual(['matter/reason-missing']);
    expect(await refused('appoint-chair', named(viewer), officer, '接任')).toEqual(['ethics/not-a-member']);
    await give('appoint-chair', named(editor), officer, '原主任委员回避');
    expect(await refused('appoint-chair', named(editor), officer, '再任')).toEqual(['ethics/chair-already']);
    await give('open-deliberation', {}, editor);
    expect(state().status).toBe('deliberating');
  });

  it('recuses by the chair, by oneself, and a chair by the officer', async () => {
    const { give, refused, state } = await deliberating();
    expect(await refused('recuse', named(auditor), editor, '与申报部门有关')).toEqual(['ethics/not-the-chair']);
    expect(await refused('recuse', named(auditor), officer, '与申报部门有关')).toEqual(['ethics/not-the-chair']);
    expect(await refused('recuse', named(auditor), viewer)).toEqual(['matter/reason-missing']);
    expect(await refused('recuse', named(administrator), viewer, '不明')).toEqual(['ethics/not-a-member']);
    await give('recuse', named(auditor), viewer, '与申报部门有关');
    expect(await refused('recuse', named(auditor), auditor, '再次')).toEqual(['ethics/recused']);
    await give('recuse', named(editor), editor, '刚知道有关');
    await give('recuse', named(viewer), officer, '与供应商有关');
    expect(state().recusals.map(({ how }) => how)).toEqual(['by-chair', 'stepped-aside', 'by-officer']);
    expect(state().chair).toBeUndefined();
  });
});

describe('the vote', () => {
  it('is not counted without a quorum', async () => {
    const { give, refused } = await deliberating();
    const close = () => refused('close-vote', { conclusion: exampleConditions() }, viewer);
    await give('vote', vote('approve'), viewer);
    await give('vote', vote('approve'), editor);
    expect(await close()).toEqual(['ethics/no-quorum']);
    await give('vote', vote('abstain'), auditor);
    await give('recuse', named(auditor), viewer, '与申报部门有关');
    // A vote that was given before does not count any more.
    expect(await close()).toEqual(['ethics/no-quorum']);
  });

  it('wants more than half of a large committee', async () => {
    const { give, refused } = await opened();
    const six = [viewer, editor, auditor, administrator, officer, providerPerson('yunling', 'officer', 'editor')];
    await give('compose', committee(...six), officer);
    for (const member of six) await give('declare', none, member);
    await give('open-deliberation', {}, viewer);
    for (const member of six.slice(0, 3)) await give('vote', vote('approve'), member);
    const close = { conclusion: exampleConditions() };
    expect(await refused('close-vote', close, viewer)).toEqual(['ethics/no-quorum']);
    await give('vote', vote('approve'), administrator);
    expect(await refused('close-vote', close, viewer)).toEqual([]);
  });

  it('is one for each member, the last one given; outsiders and the recused have none', async () => {
    const { give, refused, state } = await deliberating();
    expect(await refused('vote', vote('approve'), officer)).toEqual(['ethics/not-a-member']);
    expect(await refused('speak', { statement: { statement: '我也说' } }, officer)).toEqual(['ethics/not-a-member']);
    expect(await refused('vote', vote('approve'), province)).toEqual(['matter/not-permitted']);
    expect(await refused('vote', { vote: { choice: 'reject' } }, editor)).toEqual(['form/required']);
    await give('vote', vote('approve'), editor);
    await give('vote', vote('reject'), editor);
    await give('vote', vote('reject'), auditor);
    await give('vote', vote('approve'), viewer);
    expect(state().ballots['ballots']).toHaveLength(3);
    expect(await refused('close-vote', { conclusion: exampleConditions() }, editor)).toEqual(['ethics/not-the-chair']);
    await give('close-vote', { conclusion: exampleConditions() }, viewer);
    expect(state()).toMatchObject({
      status: 'rejected',
      result: { outcome: 'rejected', sitting: 3, present: 3, approve: 1, reject: 2, dissent: 1, version: '2.0' },
    });
    expect(await refused('vote', vote('approve'), editor)).toEqual(['matter/wrong-state']);
  });

  it('of somebody recused is refused', async () => {
    const { give, refused } = await deliberating();
    await give('recuse', named(auditor), viewer, '与申报部门有关');
    expect(await refused('vote', vote('approve'), auditor)).toEqual(['ethics/recused']);
    expect(await refused('speak', { statement: { statement: '我还想说' } }, auditor)).toEqual(['ethics/recused']);
  });

  it('comes to nothing when all abstain', async () => {
    const { give, refused } = await deliberating();
    for (const member of [viewer, editor, auditor]) await give('vote', vote('abstain'), member);
    expect(await refused('close-vote', { conclusion: exampleConditions() }, viewer)).toEqual(['ethics/no-votes']);
  });

  it.each([
    [['approve', 'approve', 'reject'], 'approved', 1],
    [['approve', 'conditions', 'reject'], 'conditional', 2],
    [['approve', 'reject'], 'rejected', 1],
    [['approve', 'approve', 'conditions', 'conditions'], 'conditional', 2],
    [['approve', 'abstain', 'abstain'], 'approved', 0],
    [['conditions', 'reject', 'abstain'], 'rejected', 1],
  ] as const)('%j comes to %s', (given, outcome, dissent) => {
    const count = counted(given);
    expect(outcomeOf(count)).toBe(outcome);
    expect(dissentFrom(outcome, count)).toBe(dissent);
  });

  it('sets conditions only where it is for conditions, on working days to come', async () => {
    const { give, refused } = await deliberating();
    for (const member of [viewer, editor]) await give('vote', vote('conditions'), member);
    await give('vote', vote('approve'), auditor);
    const close = (...due: readonly string[]) =>
      refused('close-vote', { conclusion: exampleConditions(...due) }, viewer);
    expect(await close()).toEqual(['ethics/conditions-missing']);
    expect(await close('2026-03-20', '2026-04-11')).toEqual(['date/not-ahead', 'date/day-off']);
    for (const member of [viewer, editor]) await give('vote', vote('approve'), member);
    expect(await close('2026-04-10')).toEqual(['ethics/conditions-not-voted']);
  });
});

describe('conditions', () => {
  it('each run on a clock of their own until they are reported, and the review is passed when all are accepted', async () => {
    const { told, id, give, refused, state } = await conditional();
    const due = () =>
      told.clocks(id).map((run) => [run.key, run.receipt.due, standingOf(run, civilDate('2026-04-13'))]);
    expect(due()).toEqual([
      ['1-1', '2026-04-10', 'late'],
      ['1-2', '2026-04-20', 'running'],
    ]);
    expect(told.clocks(id)[0]).toMatchObject({ bearer: 'provider', receipt: { clause: 'final/7' } });
    told.on('2026-04-09');
    expect(await refused('fulfil', report(3), editor)).toEqual(['ethics/no-such-condition']);
    expect(await refused('fulfil', report(1), viewer)).toEqual(['matter/not-permitted']);
    await give('fulfil', report(1), editor);
    expect(await refused('fulfil', report(1), editor)).toEqual(['ethics/no-such-condition']);
    expect(due()[0]).toEqual(['1-1', '2026-04-10', 'met']);
    expect(await refused('accept-fulfilment', which(1), auditor)).toEqual(['ethics/not-the-chair']);
    expect(await refused('accept-fulfilment', which(2), viewer)).toEqual(['ethics/no-such-condition']);
    expect(await refused('return-fulfilment', which(1), viewer)).toEqual(['matter/reason-missing']);
    await give('return-fulfilment', which(1), viewer, '没有证明');
    expect(due().at(-1)).toEqual(['1-1', '2026-04-10', 'late']);
    await give('fulfil', report(1), editor);
    await give('accept-fulfilment', which(1), viewer);
    expect(state().status).toBe('conditional');
    await give('fulfil', report(2), officer);
    await give('accept-fulfilment', which(2), viewer);
    expect(state().status).toBe('approved');
    expect(state().evidence['reports']).toHaveLength(3);
  });

  it('are not accepted by whoever reported them', async () => {
    const { give, refused } = await conditional();
    await give('appoint-chair', named(editor), officer, '主任委员离任');
    await give('fulfil', report(1), editor);
    expect(await refused('accept-fulfilment', which(1), editor)).toEqual(['ethics/own-report']);
  });

  it('are shown when late, and stay binding while the algorithm is reviewed again', async () => {
    const { told, id, give, state } = await conditional();
    expect(ethicsReviewGaps(state(), civilDate('2026-04-10'))).toEqual([]);
    await give('reopen-review', { reopening: { what: '又换了模型', version: '3.0' } }, officer);
    expect(ethicsReviewGaps(state(), civilDate('2026-04-13')).map(({ code, condition }) => [code, condition])).toEqual([
      ['review-owed', undefined],
      ['condition-overdue', 1],
    ]);
    told.on('2026-04-13');
    await deliberate({ give } as Story);
    await give('fulfil', report(1), editor);
    await give('accept-fulfilment', which(1), viewer);
    expect(state().status).toBe('deliberating');
    await conclude({ give } as Story, ['approve', 'approve', 'approve']);
    expect(told.clocks(id).map((run) => standingOf(run, civilDate('2026-04-13')))).toEqual(['missed', 'lifted']);
    expect(state()).toMatchObject({
      status: 'approved',
      round: 2,
      result: { version: '3.0' },
      earlier: [{ round: 1 }],
    });
    expect(ethicsReviewGaps(state(), civilDate('2026-06-01'))).toEqual([]);
  });

  it('end with the review', async () => {
    const { told, id, give, refused, state } = await conditional();
    expect(await refused('close', {}, officer)).toEqual(['matter/reason-missing']);
    await give('close', {}, officer, '产品下线');
    expect(state().status).toBe('closed');
    expect(told.clocks(id).map(({ end }) => end?.how)).toEqual(['lifted', 'lifted']);
  });
});

describe('who sees what', () => {
  it('an office sees nothing before a conclusion, then the conclusion and the conditions and nothing of the deliberation', async () => {
    const story = await deliberating();
    await story.give('speak', { statement: { statement: '会内发言' } }, editor);
    expect(isVisible(definition, story.told.state(story.id), 'office')).toBe(false);
    await conclude(story, ['conditions', 'conditions', 'reject'], exampleConditions('2026-04-10'));
    expect(isVisible(definition, story.told.state(story.id), 'office')).toBe(true);
    const office = story.seen('office', head);
    expect(office).toMatchObject({
      status: 'conditional',
      result: { conditions: 2, reject: 1, dissent: 1 },
      conclusion: { conditions: [{ due: '2026-04-10' }] },
      followUp: [{ number: 1, standing: 'open' }],
    });
    for (const inside of [
      'committee',
      'members',
      'chair',
      'declared',
      'recusals',
      'interests',
      'deliberation',
      'ballots',
    ])
      expect(office).not.toHaveProperty([inside]);
    expect(JSON.stringify(office)).not.toMatch(/会内发言|我的少数意见|委员1/u);
    const masked = viewFor(definition, story.told.state(story.id), 'office', new Set()).state;
    expect(masked).toMatchObject({
      conclusion: { grounds: { masked: 'confidential' }, conditions: { masked: 'confidential' } },
    });
    await story.give('note', { text: '留意' }, province);
    expect(story.seen('provider', officer)).not.toHaveProperty(['notes']);
  });

  it('of the provider only those who sit read what was said and voted', async () => {
    const story = await deliberating();
    await story.give('speak', { statement: { statement: '会内发言' } }, editor);
    await story.give('vote', vote('reject'), editor);
    const inner = (actor?: Actor) => JSON.stringify(story.seen('provider', actor));
    expect(inner(auditor)).toMatch(/会内发言.*我的少数意见/u);
    for (const outside of [officer, administrator, undefined])
      expect(inner(outside)).not.toMatch(/会内发言|我的少数意见/u);
    await story.give('recuse', named(auditor), viewer, '与申报部门有关');
    expect(inner(auditor)).not.toMatch(/会内发言|我的少数意见/u);
    await story.give('reopen-review', { reopening: { what: '改了目标' } }, officer);
    // Back on the committee in the next round, and still not a reader of the one it was recused from.
    expect(inner(auditor)).not.toMatch(/会内发言|我的少数意见/u);
    expect(inner(viewer)).toMatch(/会内发言/u);
  });

  it('no notice carries what is sealed', async () => {
    const story = await conditional();
    const { notices } = story.told;
    expect(notices.length).toBeGreaterThan(2);
    expect(JSON.stringify(notices)).not.toMatch(/委员1|停留时间|我的少数意见|推荐算法部/u);
  });
});

describe('on a filing', () => {
  it('stands on the provider’s own, and is owed again when a change of the model is filed', async () => {
    const { told } = await opened();
    const filed = await told.open('filing', { form: exampleRecommender }, officer);
    await told.give(filed, 'submit', { declaration: true }, officer);
    await told.give(filed, 'forward', {}, province);
    await told.give(filed, 'file', {}, nation);
    const { number } = told.state(filed) as unknown as { number: string };
    const open = (subject: FormValues) => told.open('ethics-review', { subject }, officer);
    expect(await told.refused(open({ ...exampleSubject, number: '1'.repeat(21) }))).toEqual(['ethics/unknown-number']);
    const review = await open({ ...exampleSubject, number });
    expect(told.events(review)[0]?.event).toMatchObject({ parent: { kind: 'filing', id: filed } });
    await told.give(review, 'compose', committee(viewer, editor, auditor), officer);
    for (const member of [viewer, editor, auditor]) await told.give(review, 'declare', none, member);
    await told.give(review, 'open-deliberation', {}, viewer);
    for (const member of [viewer, editor, auditor]) await told.give(review, 'vote', vote('approve'), member);
    await told.give(review, 'close-vote', { conclusion: exampleConditions() }, viewer);
    const amended = async (reasons: readonly string[], patch: FormValues) => {
      const occasion = { occurred: '2026-03-19', reasons };
      const id = await told.open('change', occasion, officer, filed);
      await told.give(id, 'save', { ...occasion, form: { coverOccasion: 'change', ...patch } }, officer);
      await told.give(id, 'submit', { declaration: true }, officer);
      await told.give(id, 'forward', {}, province);
      await told.give(id, 'file', {}, nation);
    };
    await amended(['disclosure-updated'], { updateFrequency: '每天。' });
    expect(told.state(review).status).toBe('approved');
    await amended(['model-changed'], { updateFrequency: '每周。' });
    const state = told.state(review) as unknown as EthicsReviewState;
    expect(state).toMatchObject({ status: 'declaring', round: 2, declared: [] });
    expect(ethicsReviewGaps(state, civilDate('2026-03-21')).map(({ code }) => code)).toEqual(['review-owed']);
    expect(told.events(review).at(-1)?.meta.actor).toMatchObject({ kind: 'matter', matterKind: 'filing' });
  });

  it('is opened by an officer of the provider', async () => {
    const { told } = await opened();
    const open = (actor: Actor) => told.refused(told.open('ethics-review', { subject: exampleSubject }, actor));
    expect(await open(editor)).toEqual(['matter/not-permitted']);
    expect(await open(officePerson('province', '440000', 'supervisor'))).toEqual(['matter/not-permitted']);
    expect(await open(rival)).toEqual(['ethics/no-organisation']);
  });
});
