import { describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { BundleFindings, Lookups, OrganisationFacts } from '../../engine/lookups.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, providerPerson, publicActor } from '../../testing/actors.ts';
import { inMemory } from '../../testing/in-memory.ts';
import { exampleSubject } from '../filing/definition.ts';
import { rectification } from '../rectification/definition.ts';
import { exampleOrder } from '../rectification/examples.ts';
import { campaign } from '../campaign/definition.ts';
import { clausesToAnswer } from '../common/campaign-presets.ts';
import { selfInspection as definition } from './definition.ts';
import { exampleAnswer, exampleAnswers, exampleRequest, exampleUnmet } from './examples.ts';

const kind = anyMatter(definition);
const reason = '理由';
const reviewer = officePerson('province', '440000', 'reviewer');
const viewer = officePerson('province', '440000', 'viewer');
const officer = providerPerson('yunling', 'officer');
const editor = providerPerson('yunling', 'editor');
const stranger = providerPerson('elsewhere', 'officer');
const organisation = {
  id: 'yunling',
  kind: 'provider',
  ...exampleSubject,
  registered: true,
} as unknown as OrganisationFacts;

const bundle: BundleFindings = {
  bundle: 'a'.repeat(64),
  filing: 'f' as MatterId,
  days: { from: '2026-03-01' as CivilDate, until: '2026-03-10' as CivilDate },
  checks: [
    { check: 'opt-out-honoured', verdict: 'fail', estimate: '12' },
    { check: 'no-such-check', verdict: 'pass' },
  ],
};
const picked = { bundle: '00000000-0000-4000-8000-00000000b001' };

const house = (lookups: Partial<Lookups> = {}) =>
  inMemory({
    definitions: [kind, anyMatter(campaign), anyMatter(rectification)],
    organisations: [organisation],
    today: '2026-03-20',
    lookups,
  });

const request = { ...exampleRequest, provider: exampleSubject.name, by: '2026-04-15' };

const asked = async (lookups: Partial<Lookups> = {}) => {
  const told = house(lookups);
  const id = await told.open('self-inspection', request, reviewer);
  const refused = (command: string, input: object, actor = officer, why?: string) =>
    told.refused(told.give(id, command, input, actor, why));
  const shown = (side: 'provider' | 'office') =>
    viewFor(kind, told.state(id), side, new Set(['confidential', 'personal'])).state;
  return { told, id, refused, shown };
};

const submitted = async (lookups: Partial<Lookups> = {}) => {
  const made = await asked(lookups);
  for (const answer of exampleAnswers('campaign-2022')) await made.told.give(made.id, 'answer', answer, editor);
  await made.told.give(made.id, 'answer', exampleUnmet, editor);
  await made.told.give(made.id, 'submit', { truthful: true }, officer);
  return made;
};

describe('asking', () => {
  it('is an office’s, of a provider of its own place, with tasks and a working day ahead', async () => {
    const told = house();
    const open = (given: object, actor = reviewer) =>
      told.refused(told.open('self-inspection', { ...request, ...given }, actor));
    for (const actor of [officer, publicActor, viewer]) expect(await open({}, actor)).toEqual(['matter/not-permitted']);
    expect(await open({ provider: '没有这家' })).toEqual(['supervision/unknown-provider']);
    expect(await open({}, officePerson('province', '330000', 'reviewer'))).toEqual(['supervision/unknown-provider']);
    const without = { provider: request.provider, by: request.by };
    expect(await told.refused(told.open('self-inspection', without, reviewer))).toEqual(['self-inspection/no-tasks']);
    expect(await open({ by: '2026-05-01' })).toEqual(['date/day-off']);
    expect(await open({ by: '2026-03-20' })).toEqual(['date/not-ahead']);
    expect(await open({})).toEqual([]);
    expect(told.notices).toMatchObject([{ to: 'provider' }]);
  });
});

describe('answering', () => {
  it('is the company’s own until it is submitted', async () => {
    const { told, id, refused, shown } = await asked();
    expect(await refused('answer', exampleAnswer('final/7'), stranger)).toEqual(['matter/not-permitted']);
    expect(await refused('answer', exampleAnswer('checklist/1'))).toEqual(['self-inspection/other-clause']);
    const { measure: _measure, ...unsaid } = exampleUnmet;
    expect(await refused('answer', unsaid)).toEqual(['form/required']);
    await told.give(id, 'answer', exampleUnmet, editor);
    expect(shown('provider')).toMatchObject({ checklist: { items: [exampleUnmet] } });
    expect(JSON.stringify(shown('office'))).not.toContain(exampleUnmet['account']);
    expect(kind.events['answered']?.only).toBe('provider');
  });

  it('is filled in by what checks found, where a person has said nothing', async () => {
    const empty = await asked();
    expect(await empty.refused('prefill', picked)).toEqual(['self-inspection/no-bundle']);
    const other = await asked({ bundleFindings: async () => ({ ...bundle, checks: bundle.checks.slice(1) }) });
    expect(await other.refused('prefill', picked)).toEqual(['self-inspection/nothing-to-fill']);

    const { told, id, shown, refused } = await asked({ bundleFindings: async () => bundle });
    await told.give(id, 'prefill', picked, editor);
    expect(shown('provider')).toMatchObject({
      checklist: {
        items: [{ clause: 'final/17.1', result: 'unmet', prefilled: true, checks: 'opt-out-honoured: fail (12)' }],
      },
    });
    // A verdict alone is no account of the company's.
    for (const answer of exampleAnswers('campaign-2022').filter(({ clause }) => clause !== 'final/17.1'))
      await told.give(id, 'answer', answer, editor);
    expect(await refused('submit', { truthful: true })).toEqual(['self-inspection/unanswered']);
    await told.give(id, 'answer', exampleUnmet, editor);
    await told.give(id, 'prefill', picked, editor);
    const written = shown('provider')['checklist'] as { items: readonly Record<string, unknown>[] };
    expect(written.items.find(({ clause }) => clause === 'final/17.1')).toMatchObject({
      account: exampleUnmet['account'],
      checks: 'opt-out-honoured: fail (12)',
    });
    await told.give(id, 'submit', { truthful: true }, officer);
    expect(told.state(id)['references']).toContainEqual({
      kind: 'self-inspection',
      matter: id,
      bundle: bundle.bundle,
      check: 'opt-out-honoured',
      verdict: 'fail',
      from: '2026-03-01',
      until: '2026-03-10',
    });
  });

  it('is submitted whole, as true, by the officer', async () => {
    const { told, id, refused } = await asked();
    expect(await refused('submit', { truthful: false })).toEqual([
      'self-inspection/unanswered',
      'self-inspection/not-declared',
    ]);
    for (const answer of exampleAnswers('campaign-2022')) await told.give(id, 'answer', answer, editor);
    expect(await refused('submit', { truthful: true }, editor)).toEqual(['matter/not-permitted']);
    expect(await refused('submit', { truthful: false })).toEqual(['self-inspection/not-declared']);
    expect(await refused('submit', { truthful: true })).toEqual([]);
    expect(await refused('answer', exampleUnmet)).toEqual(['matter/wrong-state']);
    expect(told.clocks(id)).toMatchObject([{ run: 1, end: { how: 'stopped' }, receipt: { due: '2026-04-15' } }]);
  });
});

describe('looking at it', () => {
  it('shows the office what was submitted, sealed until it is read', async () => {
    const { told, id, shown } = await submitted();
    expect(told.state(id)).toMatchObject({ status: 'submitted', submitted: { unmet: 1, late: false } });
    expect(JSON.stringify(shown('office'))).toContain(exampleUnmet['account']);
    const masked = JSON.stringify(viewFor(kind, told.state(id), 'office', new Set()).state);
    expect(masked).not.toContain(exampleUnmet['account']);
    expect(JSON.stringify(told.notices)).not.toContain(exampleUnmet['account']);
    expect(kind.summary(told.state(id) as never)).toEqual({ title: exampleSubject.name });
  });

  it('sends back with a reason and a new day, and the time runs again', async () => {
    const { told, id, refused } = await submitted();
    expect(await refused('return', { by: '2026-04-24' }, reviewer)).toEqual(['matter/reason-missing']);
    expect(await refused('return', { by: '2026-04-25' }, reviewer, reason)).toEqual(['date/day-off']);
    expect(await refused('return', { by: '2026-04-24' }, reviewer, reason)).toEqual([]);
    expect(told.clocks(id)).toMatchObject([{ run: 1 }, { run: 2, receipt: { due: '2026-04-24' } }]);
    // What was answered is still there.
    expect(await refused('submit', { truthful: true })).toEqual([]);
  });

  it('accepts, and orders what it found to be rectified', async () => {
    const { told, id, refused } = await submitted();
    expect(await refused('accept', {}, officer)).toEqual(['matter/not-permitted']);
    await told.give(id, 'accept', {}, reviewer);
    const order = await told.open('rectification', exampleOrder, reviewer, id);
    expect(told.state(order)).toMatchObject({ parent: { kind: 'self-inspection', id }, status: 'prepared' });
    expect(isVisible(anyMatter(rectification), told.state(order), 'provider')).toBe(false);
  });

  it('is nobody’s who has acted for the company', async () => {
    const { refused } = await submitted({ hasActedFor: async () => true });
    expect(await refused('accept', {}, reviewer)).toEqual(['matter/interested']);
    expect(await refused('return', { by: '2026-04-24' }, reviewer, reason)).toEqual(['matter/interested']);
  });

  it('prints what was submitted', async () => {
    const { told, id } = await submitted();
    for (const language of ['zh', 'en'] as const) {
      const facts = { provider: exampleSubject.name, reference: id, today: '2026-03-20' as CivilDate };
      const paper = JSON.stringify(definition.document?.(told.state(id) as never, language, facts));
      expect(paper).toContain(exampleUnmet['measure']);
      for (const clause of clausesToAnswer('campaign-2022')) expect(paper).toContain(clause);
    }
  });
});

describe('reminding and urging', () => {
  it('tells the company once a day', async () => {
    const { told, refused } = await asked();
    for (const command of ['remind', 'urge']) {
      expect(await refused(command, {}, viewer)).toEqual(['matter/not-permitted']);
      expect(await refused(command, {}, reviewer)).toEqual([]);
      expect(told.notices.at(-1)?.to).toBe('provider');
      expect(await refused(command, {}, reviewer)).toEqual(['self-inspection/today-already']);
    }
    told.on('2026-03-23');
    expect(await refused('remind', {}, reviewer)).toEqual([]);
  });

  it('runs over, and what comes then is late', async () => {
    const { told, id, refused } = await asked();
    told.on('2026-04-16');
    expect(await refused('lapse', {}, reviewer)).toEqual(['matter/not-permitted']);
    await told.give(id, 'lapse', {}, { kind: 'clock' });
    expect(told.state(id).status).toBe('overdue');
    for (const answer of exampleAnswers('campaign-2022')) await told.give(id, 'answer', answer, editor);
    await told.give(id, 'submit', { truthful: true }, officer);
    expect(told.state(id)).toMatchObject({ submitted: { late: true } });
    expect(standingOf(told.clocks(id)[0] as never, '2026-04-16' as CivilDate)).toBe('missed');
  });

  it('is asked for no longer, with a reason', async () => {
    const { told, id, refused } = await asked();
    expect(await refused('withdraw', {}, reviewer)).toEqual(['matter/reason-missing']);
    await told.give(id, 'withdraw', {}, reviewer, reason);
    expect(told.state(id)).toMatchObject({ status: 'withdrawn', ended: { reason } });
    expect(told.clocks(id)).toMatchObject([{ end: { how: 'lifted' } }]);
  });
});
