import { describe, expect, test } from 'vitest';
import { gradingScheme } from '@suanjian/rulebook';
import { anyMatter } from '../../engine/definition.ts';
import { audienceOf, type Actor } from '../../engine/party.ts';
import { isFor, viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import { definition, head, nation, officer, province, toSecond } from '../../testing/filing-house.ts';
import { examplePeople } from '../common/team/examples.ts';
import { officialAssessment } from '../official-assessment/definition.ts';
import {
  exampleAnswers,
  exampleConclusion,
  exampleEnding,
  exampleOpening,
  exampleRisks,
} from '../official-assessment/examples.ts';
import { exampleRecommender } from './definition.ts';

const deputy = officePerson('nation', '000000', 'supervisor');
const expert = officePerson('province', '440000', 'reviewer');
const accountOf = (actor: Actor) => (actor.kind === 'person' ? actor.account : ('' as never));
const why = exampleConclusion('2026-03-27')['gradeWhy'];

/** A filing with the grade that the mildest answers give, and an assessment of it that is about to be closed. */
const assessed = async (conclusion: object = {}) => {
  const { told, id } = await toSecond(exampleRecommender, {
    definitions: [definition, anyMatter(officialAssessment)],
  });
  await told.give(id, 'file', {}, nation);
  const answers = Object.fromEntries(gradingScheme.factors.map(({ id: factor, levels }) => [factor, levels[0]?.id]));
  await told.give(id, 'grade', { answers }, province);
  const number = String(told.state(id)['number']);
  const assessment = await told.open('official-assessment', { ...exampleOpening, provider: number }, head);
  const give = (command: string, input: unknown, actor: Actor) => told.give(assessment, command, input, actor);
  await give('name-members', examplePeople(...[deputy, expert].map(accountOf)), head);
  for (const actor of [deputy, expert]) {
    await give('undertake', { given: true }, actor);
    await give('declare-interests', { conflict: false }, actor);
  }
  await give('start', {}, deputy);
  for (const answer of exampleAnswers) await give('answer', answer, expert);
  for (const row of exampleRisks) await give('score-risk', row, expert);
  await give('conclude', { ...exampleConclusion('2026-03-27'), ...conclusion }, expert);
  await give('countersign', {}, deputy);
  told.on('2026-03-28');
  await give('close', exampleEnding, head);
  return { told, id, assessment, gradeOf: () => definition.summary(told.state(id)).grade };
};

const view = ({ told, id }: Awaited<ReturnType<typeof assessed>>, actor: Actor): string => {
  const audience = audienceOf(actor, { owner: 'yunling' as never, place: '440305', matter: id });
  if (audience === undefined) throw new Error('sees nothing');
  return JSON.stringify(viewFor(definition, told.state(id), audience, new Set(['confidential', 'personal'])).state);
};

describe('a grade that an assessment by the office proposes', () => {
  test('reaches the filing when the assessment is closed, tells its office, and changes nothing by itself', async () => {
    const house = await assessed();
    const { told, id, assessment, gradeOf } = house;
    expect(told.state(id)).toMatchObject({
      gradeProposal: { from: assessment, grade: 'II', on: '2026-03-28' },
      proposal: { why },
    });
    expect(gradeOf()).not.toBe('II');
    const notice = told.notices.find(({ subject }) => subject.zh.startsWith('评估建议调整等级'));
    expect(notice?.to).toEqual({ officeLevel: 'province' });
    expect(JSON.stringify(notice)).not.toContain(why);
    expect(view(house, head)).toContain(why);
    expect(view(house, officer)).not.toMatch(/gradeProposal|影响面/u);
  });

  test('is adopted by a supervisor with a reason: the points stay, the proposal is kept with its answer', async () => {
    const { told, id, gradeOf } = await assessed();
    const answer = (actor: Actor, reason?: string) =>
      told.give(id, 'answer-grade-proposal', { adopt: true }, actor, reason);
    expect(await told.refused(answer(province, '采纳'))).toEqual(['matter/not-permitted']);
    expect(await told.refused(answer(head))).toEqual(['matter/reason-missing']);
    await answer(head, '评估查明影响面变大');
    expect(gradeOf()).toBe('II');
    expect(told.state(id)).toMatchObject({
      grading: { overrides: [{ grade: 'II', reason: '评估查明影响面变大' }] },
      gradeProposal: { grade: 'II', answered: { on: '2026-03-28', adopted: true, reason: '评估查明影响面变大' } },
    });
    expect(await told.refused(answer(head, '再来一次'))).toEqual(['grading/nothing-proposed']);
  });

  test('is not adopted with a reason, and the grade stays', async () => {
    const { told, id, gradeOf } = await assessed();
    const before = gradeOf();
    await told.give(id, 'answer-grade-proposal', { adopt: false }, head, '用户规模已经下降');
    expect(gradeOf()).toBe(before);
    // The company reads the decision and its reason in the record, as it does where the grade changes.
    const readBy = (type: string) => isFor(definition.events[type]?.only, 'provider');
    expect(['grade-proposal-answered', 'grade-overridden', 'grade-proposed'].map(readBy)).toEqual([true, true, false]);
    expect(told.state(id)).toMatchObject({
      gradeProposal: { answered: { adopted: false, reason: '用户规模已经下降' } },
    });
  });

  test('is not there when none was proposed', async () => {
    const { told, id } = await assessed({ grade: '', gradeWhy: '' });
    expect(told.state(id)['gradeProposal']).toBeUndefined();
    expect(await told.refused(told.give(id, 'answer-grade-proposal', { adopt: true }, head, '采纳'))).toEqual([
      'grading/nothing-proposed',
    ]);
  });
});
