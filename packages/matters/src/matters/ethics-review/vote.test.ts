import { describe, expect, it } from 'vitest';
import { providerPerson } from '../../testing/actors.ts';
import { province } from '../../testing/filing-house.ts';
import { exampleConditions } from './examples.ts';
import { counted, dissentFrom, outcomeOf } from './tally.ts';
import {
  officer,
  editor,
  viewer,
  auditor,
  administrator,
  named,
  none,
  committee,
  vote,
  opened,
  deliberating,
} from '../../testing/ethics-house.ts';

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
