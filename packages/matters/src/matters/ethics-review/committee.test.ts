import { describe, expect, it } from 'vitest';
import { definitionFaults } from '../../engine/audit-definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import { exampleCommittee } from './examples.ts';
import {
  definition,
  officer,
  editor,
  viewer,
  auditor,
  administrator,
  rival,
  accountOf,
  named,
  none,
  committee,
  opened,
  type Story,
  declaring,
  deliberate,
  deliberating,
} from '../../testing/ethics-house.ts';

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
