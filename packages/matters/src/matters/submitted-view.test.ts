import { describe, expect, it } from 'vitest';
import type { FormValues } from '../engine/form.ts';
import type { MatterId } from '../engine/identity.ts';
import type { Audience } from '../engine/party.ts';
import { isVisible, seenBy, viewFor } from '../engine/view.ts';
import { officePerson, providerPerson } from '../testing/actors.ts';
import { organisation } from '../testing/filing-house.ts';
import { inMemory, type InMemory } from '../testing/in-memory.ts';
import { exampleRecommender } from './filing/definition.ts';
import { matterDefinitions } from './index.ts';
import { exampleRegistration } from './provider-registration/definition.ts';

const officer = providerPerson('yunling', 'officer', 'editor', 'administrator');
const province = officePerson('province', '440000', 'reviewer', 'supervisor');
const nation = officePerson('nation', '000000', 'reviewer', 'supervisor');
const declared = { declaration: true };

const house = (): InMemory =>
  inMemory({ definitions: matterDefinitions, organisations: [organisation], today: '2026-03-20' });

const filing = async (told: InMemory): Promise<MatterId> => {
  const id = await told.open('filing', { form: exampleRecommender }, officer);
  await told.give(id, 'submit', declared, officer);
  await told.give(id, 'forward', {}, province);
  await told.give(id, 'file', {}, nation);
  return id;
};

interface Case {
  readonly kind: string;
  /** Opens the matter as a draft that may be submitted. */
  readonly draft: (told: InMemory) => Promise<MatterId>;
  /** What is saved after the return, and the field of the form that tells. */
  readonly edit: { readonly form: FormValues } & Readonly<Record<string, unknown>>;
  readonly field: string;
}

const cases: readonly Case[] = [
  {
    kind: 'filing',
    draft: (told) => told.open('filing', { form: exampleRecommender }, officer),
    edit: { form: { algorithmName: '尚未提交的名称' } },
    field: 'algorithmName',
  },
  {
    kind: 'change',
    draft: async (told) => {
      const parent = await filing(told);
      const id = await told.open('change', { occurred: '2026-03-20', reasons: ['other'] }, officer, parent);
      await told.give(id, 'save', { form: { updateFrequency: '每天。', coverOccasion: 'change' } }, officer);
      return id;
    },
    edit: { form: { updateFrequency: '尚未提交。' }, occurred: '2026-03-19', reasons: ['model-changed'] },
    field: 'updateFrequency',
  },
  {
    kind: 'cancellation',
    draft: async (told) =>
      told.open(
        'cancellation',
        { form: { serviceEnds: '2026-03-19', why: '下线', userArrangements: '公告', dataArrangements: '删除' } },
        officer,
        await filing(told),
      ),
    edit: { form: { why: '尚未提交的原因' } },
    field: 'why',
  },
  {
    kind: 'provider-registration',
    draft: (told) => told.open('provider-registration', { form: exampleRegistration }, officer),
    edit: { form: { legalName: '尚未提交的名称' } },
    field: 'legalName',
  },
];

const definitionOf = (kind: string) => {
  const found = matterDefinitions.find((definition) => definition.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};

const everything = new Set(['confidential', 'personal'] as const);

describe.each(cases)('$kind', ({ kind, draft, edit, field }) => {
  const definition = definitionOf(kind);
  const view = (told: InMemory, id: MatterId, audience: Audience) =>
    viewFor(definition, told.state(id), audience, everything);
  const written = (told: InMemory, id: MatterId, audience: Audience): unknown =>
    (view(told, id, audience).state['form'] as FormValues)[field];
  const title = (told: InMemory, id: MatterId): string =>
    definition.summary(seenBy(definition, told.state(id), 'office')).title;

  const returned = async () => {
    const told = house();
    const id = await draft(told);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'return', {}, province, '请补正');
    return {
      told,
      id,
      submitted: written(told, id, 'office'),
      shown: view(told, id, 'office'),
      titled: title(told, id),
    };
  };

  it('shows the office what was submitted while the provider works on what was returned', async () => {
    const { told, id, submitted, shown, titled } = await returned();
    await told.give(id, 'save', edit, officer);
    expect(view(told, id, 'office')).toEqual(shown);
    expect(title(told, id)).toBe(titled);
    expect(written(told, id, 'provider')).toBe(edit.form[field]);
    expect(submitted).not.toBe(edit.form[field]);
    // Each sealed value that is shown is a reading of the form, and of nothing else.
    expect(shown.disclosed.filter(({ pointer }) => pointer.startsWith('/previous/'))).toEqual([]);
  });

  it('keeps it so when the provider gives up', async () => {
    const { told, id, submitted, titled } = await returned();
    await told.give(id, 'save', edit, officer);
    await told.give(id, 'withdraw', {}, officer);
    expect(isVisible(definition, told.state(id), 'office')).toBe(true);
    expect(written(told, id, 'office')).toBe(submitted);
    expect(title(told, id)).toBe(titled);
  });

  it('lets the office compare both once it is submitted again', async () => {
    const { told, id, submitted } = await returned();
    await told.give(id, 'save', edit, officer);
    await told.give(id, 'submit', declared, officer).catch(async () => {
      // Some edits cannot be submitted as they are; any other one will do.
      await told.give(id, 'save', { form: { [field]: submitted } }, officer);
      await told.give(id, 'submit', declared, officer);
    });
    const { previous, form } = view(told, id, 'office').state as { previous: FormValues; form: FormValues };
    expect(previous[field]).toBe(submitted);
    expect(form).toEqual(view(told, id, 'provider').state['form']);
  });
});

describe('what goes with the form', () => {
  it('the occasion of a change is shown as it was submitted, too', async () => {
    const told = house();
    const [, change] = cases;
    if (change === undefined) throw new Error('no change');
    const id = await change.draft(told);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'return', {}, province, '请补正');
    await told.give(id, 'save', change.edit, officer);
    const seen = (audience: Audience) => viewFor(definitionOf('change'), told.state(id), audience, everything).state;
    expect(seen('office')).toMatchObject({ occurred: '2026-03-20', reasons: ['other'] });
    expect(seen('provider')).toMatchObject({ occurred: '2026-03-19', reasons: ['model-changed'] });
  });

  it('a correction of a registration that was given up shows what was approved', async () => {
    const told = house();
    const id = await told.open('provider-registration', { form: exampleRegistration }, officer);
    await told.give(id, 'submit', declared, officer);
    await told.give(id, 'approve', {}, province);
    await told.give(id, 'reopen', {}, officer);
    await told.give(id, 'save', { form: { legalName: '尚未提交的名称' } }, officer);
    await told.give(id, 'withdraw', {}, officer);
    const { form } = viewFor(definitionOf('provider-registration'), told.state(id), 'office', everything).state;
    expect(form).toMatchObject({ legalName: exampleRegistration.legalName });
  });
});
