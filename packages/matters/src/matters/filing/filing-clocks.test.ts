import { describe, expect, test } from 'vitest';
import { type EditionId, builtInCalendar, civilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import { type MatterId } from '../../engine/identity.ts';
import { begun, declared, editor, nation, officer, province } from '../../testing/filing-house.ts';
import type { InMemory } from '../../testing/in-memory.ts';
import { exampleRecommender } from './definition.ts';

describe('clocks', () => {
  const runs = (told: InMemory, id: MatterId) =>
    told
      .clocks(id)
      .map(({ name, run, receipt, end }) => `${name} ${run} ${receipt.event} ${receipt.due} ${end?.how ?? 'running'}`);

  test("the launch date starts and moves the provider's clock; the first submission meets it; each submission starts an answer", async () => {
    const { told, id } = await begun({ launched: '2026-02-10' });
    expect(runs(told, id)).toEqual(['toFile 1 2026-02-10 2026-03-02 running']);
    await told.give(id, 'save', { form: { ...exampleRecommender, launched: '2026-03-16' } }, editor);
    expect(runs(told, id)).toEqual(['toFile 1 2026-03-16 2026-03-30 running']);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'forward', {}, province);
    told.on('2026-04-01');
    await told.give(id, 'return', { fields: [] }, nation, '补充截图');
    told.on('2026-04-10');
    await told.give(id, 'save', { form: { launched: '2026-03-17' } }, editor);
    await told.give(id, 'submit', declared, officer);
    expect(runs(told, id)).toEqual([
      'toFile 1 2026-03-16 2026-03-30 stopped',
      'toAnswer 1 2026-03-20 2026-05-07 stopped',
      'toAnswer 2 2026-04-10 2026-05-26 running',
    ]);
    expect(told.clocks(id).every(({ receipt }) => builtInCalendar.version === receipt.calendar)).toBe(true);
  });

  test('a provider that files late has missed its clock; an office that is silent is late from the day after', async () => {
    const { told, id } = await begun({ ...exampleRecommender, launched: '2026-03-02' });
    await told.give(id, 'submit', declared, officer);
    const [toFile, toAnswer] = told.clocks(id);
    if (toFile === undefined || toAnswer === undefined) throw new Error('two clocks were expected');
    expect([toFile.bearer, toFile.receipt.due, standingOf(toFile, civilDate('2026-03-20'))]).toEqual([
      'provider',
      '2026-03-16',
      'missed',
    ]);
    expect([toAnswer.bearer, toAnswer.receipt.due]).toEqual(['office', '2026-05-07']);
    expect(standingOf(toAnswer, civilDate('2026-05-07'))).toBe('due-today');
    expect(standingOf(toAnswer, civilDate('2026-05-08'))).toBe('late');
  });

  test('withdrawing lifts both', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'withdraw', {}, officer);
    expect(runs(told, id).map((run) => run.split(' ').at(-1))).toEqual(['stopped', 'lifted']);
    const other = await begun();
    await other.told.give(other.id, 'withdraw', {}, officer);
    expect(runs(other.told, other.id).map((run) => run.split(' ').at(-1))).toEqual(['lifted']);
    expect(other.told.state(other.id)['form']).toEqual({});
  });

  test.each<[EditionId | undefined, string]>([
    [undefined, 'final/25'],
    ['draft', 'draft/21'],
  ])('the edition %s sets the clause %s', async (chosenEdition, clause) => {
    const { told, id } = await begun(exampleRecommender, chosenEdition === undefined ? {} : { chosenEdition });
    await told.give(id, 'submit', declared, officer);
    expect(told.clocks(id).at(-1)?.receipt.clause).toBe(clause);
  });
});
