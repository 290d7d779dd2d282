import { describe, expect, test } from 'vitest';
import { type MatterId } from '../../engine/identity.ts';
import { head, nation, nationHead, officer, stranger, toSecond } from '../../testing/filing-house.ts';
import { exampleGenerator, exampleRecommender, exampleSupporter, filingForm } from './definition.ts';

describe('what is published', () => {
  test('holds no sealed value, however it is filled in', async () => {
    const marked = Object.fromEntries(
      Object.entries(exampleGenerator).map(([name, value]) => {
        const secret =
          filingForm.fields[name]?.secrecy !== 'public' &&
          typeof value === 'string' &&
          filingForm.fields[name]?.control.kind === 'text';
        return [name, secret && !/^cover|Telephone$/.test(name) ? `秘密${name}` : value];
      }),
    );
    const { told, id } = await toSecond(marked);
    await told.give(id, 'file', {}, nation);
    const printed = JSON.stringify(told.publications);
    expect(printed).not.toMatch(/秘密|远山|李示例|0755|"(?:models|monthlyUsers)"/);
    expect(printed).toContain('云岭写作');
  });

  test('a technical supporter is published by its service', async () => {
    const { told, id } = await toSecond(exampleSupporter);
    await told.give(id, 'file', {}, nation);
    expect(told.publications[0]?.content).toMatchObject({
      role: 'technical-supporter',
      products: [{ name: '云岭文本接口', forms: ['api'], address: 'https://open.example.cn/' }],
    });
  });

  test('only another matter amends, cancels or revokes', async () => {
    const { told, id } = await toSecond();
    await told.give(id, 'file', {}, nation);
    for (const command of ['amend', 'cancel', 'revoke'])
      for (const actor of [officer, nationHead, head, stranger])
        expect(await told.refused(told.give(id, command, {}, actor))).toEqual(['matter/not-permitted']);
    const behalf = { kind: 'operator' } as const;
    const by = (matterKind: string) => ({ kind: 'matter', matter: 'other' as MatterId, matterKind, behalf }) as const;
    await told.give(
      id,
      'amend',
      {
        change: 'c',
        form: { ...exampleRecommender, purpose: '新的目的' },
        reasons: ['purpose-changed'],
        occurred: '2026-03-18',
      },
      by('change'),
    );
    expect(told.publications.at(-1)).toMatchObject({
      status: 'filed',
      content: { purpose: '新的目的' },
      entry: { occasion: 'changed', text: { zh: '备案变更：主要用途变更' } },
    });
    await told.give(id, 'cancel', { cancellation: 'x', by: 'provider', basis: ['final/24.3'] }, by('cancellation'));
    expect(told.publications.at(-1)).toMatchObject({
      status: 'cancelled',
      content: { purpose: '新的目的' },
      entry: { basis: ['final/24.3'] },
    });
    expect(
      await told.refused(told.give(id, 'revoke', { revocation: 'y', basis: ['final/33.1'] }, by('revocation'))),
    ).toEqual(['matter/wrong-state']);
  });
});
