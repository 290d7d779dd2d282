import { describe, expect, test } from 'vitest';
import { gradingScheme } from '@suanjian/rulebook';
import { type MatterId } from '../../engine/identity.ts';
import { availableCommands } from '../../engine/run.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { publicActor } from '../../testing/actors.ts';
import type { InMemory } from '../../testing/in-memory.ts';
import {
  begun,
  declared,
  definition,
  editor,
  head,
  nation,
  nationHead,
  officer,
  otherProvince,
  province,
  refusalsOf,
  stranger,
  toSecond,
} from '../../testing/filing-house.ts';
import { exampleRecommender, filing } from './definition.ts';

describe('who may do what', () => {
  const grounds = { owner: 'yunling', place: '440305' } as never;
  const offered = (told: InMemory, id: MatterId, actor: typeof officer) =>
    [...availableCommands(definition, told.state(id), actor, grounds)].sort();

  test('each side is offered its own at each desk', async () => {
    const { told, id } = await begun();
    expect(offered(told, id, editor)).toEqual(['save']);
    expect(offered(told, id, officer)).toEqual(['save', 'submit', 'withdraw']);
    for (const nobody of [stranger, province, nation, otherProvince, publicActor])
      expect(offered(told, id, nobody)).toEqual([]);
    await told.give(id, 'submit', declared, officer);
    expect(offered(told, id, province)).toEqual(['assign', 'forward', 'grade', 'note', 'return', 'write']);
    expect(offered(told, id, head)).toEqual([
      'assign',
      'forward',
      'grade',
      'note',
      'override-grade',
      'refuse',
      'return',
      'write',
    ]);
    expect(offered(told, id, nationHead)).toEqual(['grade', 'note', 'override-grade', 'write']);
    expect(offered(told, id, officer)).toEqual(['withdraw', 'write']);
    await told.give(id, 'forward', {}, province);
    expect(offered(told, id, head)).toEqual(['grade', 'note', 'override-grade', 'write']);
    expect(offered(told, id, nation)).toEqual(['assign', 'file', 'grade', 'note', 'return', 'write']);
    for (const nobody of [stranger, otherProvince, publicActor]) expect(offered(told, id, nobody)).toEqual([]);
  });

  test('the province cannot decide what lies with the nation, and the other way round', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/25'] }, nationHead, '不齐全'))).toEqual([
      'matter/other-desk',
    ]);
    await told.give(id, 'forward', {}, province);
    expect(await told.refused(told.give(id, 'return', { fields: [] }, head, '不齐全'))).toEqual(['matter/other-desk']);
  });

  test('a stranger learns nothing, not even the state', async () => {
    const { told, id } = await begun();
    expect(await told.refused(told.give(id, 'file', {}, stranger))).toEqual(['matter/not-permitted']);
    expect(isVisible(definition, told.state(id), 'office')).toBe(false);
  });

  test('an office sees no secret unless it asks, and each is named then', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'note', { text: '核对模型' }, province);
    const state = told.state(id);
    const plain = viewFor(definition, state, 'office', new Set());
    expect(JSON.stringify(plain.state['form'])).not.toContain('阅读排序模型');
    expect(plain.disclosed).toEqual([]);
    const opened = viewFor(definition, state, 'office', new Set(['confidential']));
    expect(JSON.stringify(opened.state['form'])).toContain('阅读排序模型');
    expect(opened.disclosed.map(({ pointer }) => pointer)).toContain('/form/models');
    expect(JSON.stringify(opened.state['form'])).not.toContain('李示例');
    expect(viewFor(definition, state, 'provider', new Set()).state).not.toHaveProperty('notes');
  });
});

describe('decisions want their grounds', () => {
  test('a refusal cites a clause that is in force, and gives its reason', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    expect(await told.refused(told.give(id, 'refuse', { basis: [] }, head, '材料不全'))).toEqual(['input/shape']);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/25'] }, head, ' '))).toEqual([
      'matter/reason-missing',
    ]);
    expect(await told.refused(told.give(id, 'refuse', { basis: ['final/999', 'draft/21'] }, head, '材料不全'))).toEqual(
      ['basis/unknown', 'basis/not-in-force'],
    );
    await told.give(id, 'refuse', { basis: ['final/25'] }, head, '材料不全');
    expect(told.state(id)).toMatchObject({
      status: 'refused',
      refused: { basis: ['final/25'], reason: '材料不全', level: 'province' },
    });
    expect(told.publications).toEqual([]);
  });

  test('under the draft, when the installation has chosen it, its own clauses carry a refusal', async () => {
    const { told, id } = await begun(exampleRecommender, { chosenEdition: 'draft' });
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'refuse', { basis: ['draft/21'] }, head, '材料不全');
    expect(told.state(id).status).toBe('refused');
  });

  test('a return names fields the form really shows', async () => {
    const { told, id } = await begun();
    await told.give(id, 'submit', declared, officer);
    const pointers = ['/form/searchKind', '/form/models/7', '/form/nothing', '/elsewhere', '/form/products/0/name'];
    const refusals = await refusalsOf(
      told.give(id, 'return', { fields: pointers.map((pointer) => ({ pointer, reason: '核对' })) }, province, '核对'),
    );
    expect(refusals.map(({ pointer }) => pointer)).toEqual([
      '/fields/0/pointer',
      '/fields/1/pointer',
      '/fields/2/pointer',
      '/fields/3/pointer',
    ]);
  });

  test('a grade is explained, and overridden only with a reason', async () => {
    const { told, id } = await toSecond();
    expect(await told.refused(told.give(id, 'override-grade', { grade: 'I' }, nationHead, '影响大'))).toEqual([
      'grading/none',
    ]);
    expect((await told.refused(told.give(id, 'grade', { answers: {} }, nation))).length).toBeGreaterThan(1);
    const answers = Object.fromEntries(gradingScheme.factors.map(({ id, levels }) => [id, levels[0]?.id]));
    await told.give(id, 'grade', { answers }, nation);
    expect(await told.refused(told.give(id, 'override-grade', { grade: 'I' }, nationHead))).toEqual([
      'matter/reason-missing',
    ]);
    await told.give(id, 'override-grade', { grade: 'I' }, nationHead, '影响大');
    expect(told.state(id)['grading']).toMatchObject({ grade: 'I', overrides: [{ grade: 'I', reason: '影响大' }] });
    expect(filing.summary(told.state(id) as never)).toMatchObject({ grade: 'I' });
  });
});
