import { findClause } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import { anyMatter } from '../../engine/definition.ts';
import type { MatterId } from '../../engine/identity.ts';
import { audienceOf } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson, publicActor } from '../../testing/actors.ts';
import {
  all,
  head,
  house,
  listed,
  names,
  officerOf,
  otherProvince,
  reason,
  reviewer,
  running,
  unfiled,
} from '../../testing/campaign-house.ts';
import { inspection } from '../inspection/definition.ts';
import { examplePlan as inspectionPlan } from '../inspection/examples.ts';
import { exampleOrder } from '../rectification/examples.ts';
import { selfInspection } from '../self-inspection/definition.ts';
import { exampleAnswers, exampleUnmet } from '../self-inspection/examples.ts';
import { campaign, campaignPresets, commitmentOf, drawnByStratum, progressOf, publicCampaign } from './definition.ts';
import { examplePlan, exampleReport, exampleSeed, exampleUnfiled } from './examples.ts';

const answeredBy = async (told: ReturnType<typeof house>, id: MatterId, index: number, unmet = false) => {
  for (const answer of exampleAnswers('campaign-2022')) await told.give(id, 'answer', answer, officerOf(index));
  if (unmet) await told.give(id, 'answer', exampleUnmet, officerOf(index));
  await told.give(id, 'submit', { truthful: true }, officerOf(index));
};

describe('the presets', () => {
  it('cite clauses that there are, each once', () => {
    for (const { clauses, tasks } of campaignPresets) {
      const answers = tasks.flatMap((task) => task.answers);
      expect(new Set(answers).size).toBe(answers.length);
      for (const clause of [...clauses, ...tasks.map((task) => task.clause), ...answers])
        expect(findClause(clause), clause).toBeDefined();
    }
  });

  it('ask in 2024 about the twenty-seven items', () => {
    expect(
      campaignPresets.find(({ id }) => id === 'campaign-2024')?.tasks.flatMap(({ answers }) => answers),
    ).toHaveLength(27);
  });
});

describe('planning', () => {
  it('is for offices of the nation and the provinces', async () => {
    const told = house();
    for (const actor of [officerOf(0), publicActor, officePerson('city', '440300', 'supervisor')])
      expect(await told.refused(told.open('campaign', examplePlan, actor))).toEqual(['matter/not-permitted']);
    const open = (plan: object) => told.refused(told.open('campaign', { ...examplePlan, ...plan }, reviewer));
    expect(await open({ until: '2026-03-01' })).toEqual(['campaign/period']);
    expect(await open({ commitment: 'abc' })).toEqual(['form/check']);
    expect(await open({})).toEqual([]);
  });

  it('looks every target up and keeps the query with its day', async () => {
    const told = house();
    const id = await told.open('campaign', examplePlan, reviewer);
    const select = (...targets: readonly object[]) =>
      told.refused(told.give(id, 'select-targets', { ...listed, targets }, reviewer));
    expect(await select({ provider: '没有这家', grade: 'I' })).toEqual(['campaign/unknown-target']);
    expect(await select({ provider: '外省企业', grade: 'I' })).toEqual(['campaign/unknown-target']);
    expect(await select({ provider: names[0] })).toEqual(['campaign/does-not-fit']);
    expect(
      await told.refused(
        told.give(
          id,
          'select-targets',
          { ...listed, techniques: ['generative'], targets: [{ provider: all[0], grade: 'I' }] },
          reviewer,
        ),
      ),
    ).toEqual(['campaign/does-not-fit']);
    const one = { provider: all[0], grade: 'I' };
    expect(await select(one, one)).toEqual(['campaign/on-the-list']);
    expect(await select(one, exampleUnfiled)).toEqual([]);
    expect(await select(one)).toEqual(['campaign/on-the-list']);
    expect(told.state(id)).toMatchObject({
      queries: [{ on: '2026-03-20', added: 2, query: { place: '440000' } }],
      targets: [{ key: all[0], owner: 'company-0' }, { key: unfiled }],
    });
  });

  it('takes targets back with a reason, until it starts', async () => {
    const told = house();
    const id = await told.open('campaign', { ...examplePlan, sampleSize: 11 }, reviewer);
    expect(await told.refused(told.give(id, 'start', {}, head))).toEqual([
      'campaign/no-targets',
      'campaign/sample-too-large',
    ]);
    await told.give(id, 'select-targets', listed, reviewer);
    const drop = (target: string, why?: string) =>
      told.refused(told.give(id, 'drop-target', { target }, reviewer, why));
    expect(await drop(unfiled)).toEqual(['matter/reason-missing']);
    expect(await drop('别的', reason)).toEqual(['campaign/not-on-the-list']);
    expect(await drop(unfiled, reason)).toEqual([]);
    expect(await told.refused(told.give(id, 'start', {}, head))).toEqual(['campaign/sample-too-large']);
    await told.give(id, 'select-targets', { ...listed, targets: [exampleUnfiled] }, reviewer);
    expect(await told.refused(told.give(id, 'start', {}, reviewer))).toEqual(['matter/not-permitted']);
    await told.give(id, 'start', {}, head);
    expect(told.state(id)).toMatchObject({ status: 'running', frozenOn: '2026-03-20' });
    expect(await drop(unfiled, reason)).toEqual(['matter/wrong-state']);
    expect(await told.refused(told.give(id, 'select-targets', listed, reviewer))).toEqual(['matter/wrong-state']);
  });

  it('cannot start when its period is over, and can be withdrawn', async () => {
    const told = house();
    const id = await told.open('campaign', examplePlan, reviewer);
    await told.give(id, 'select-targets', listed, reviewer);
    told.on('2027-01-04');
    expect(await told.refused(told.give(id, 'start', {}, head))).toEqual(['campaign/over']);
    expect(await told.refused(told.give(id, 'withdraw', {}, head))).toEqual(['matter/reason-missing']);
    await told.give(id, 'withdraw', {}, head, reason);
    expect(told.state(id).status).toBe('withdrawn');
  });

  it('is nothing for a provider, the public or another province', async () => {
    const { told, id } = await running();
    for (const actor of [officerOf(0), publicActor, otherProvince])
      expect(
        isVisible(anyMatter(campaign), told.state(id), audienceOf(actor, { owner: undefined, place: '440000' })),
      ).toBe(false);
  });
});

describe('the draw', () => {
  it('takes the seed that was committed to, once, and can be done again', async () => {
    const { told, id, state } = await running();
    const draw = (seed: string) => told.refused(told.give(id, 'draw', { seed }, head));
    expect(await draw('另一个')).toEqual(['campaign/other-seed']);
    expect(await told.refused(told.give(id, 'draw', { seed: exampleSeed }, reviewer))).toEqual([
      'matter/not-permitted',
    ]);
    expect(await draw(exampleSeed)).toEqual([]);
    expect(await draw(exampleSeed)).toEqual(['campaign/drawn-already']);
    const again = [...all, unfiled].toReversed().map((key) => ({ key, stratum: 'I' }));
    expect(state().sample).toEqual({
      seed: exampleSeed,
      on: '2026-03-20',
      keys: drawnByStratum(exampleSeed, again, 3),
    });
    expect(commitmentOf(state().sample?.seed ?? '')).toBe(state().commitment);
  });

  it('leads to inspections, of which the inspected sees nothing', async () => {
    const { told, id, state } = await running();
    await told.give(id, 'draw', { seed: exampleSeed }, head);
    const drawnOne = state().sample?.keys.find((key) => key !== unfiled) ?? '';
    const visit = await told.open('inspection', { ...inspectionPlan, provider: drawnOne }, head, id);
    expect(told.events(visit)[0]?.event).toMatchObject({
      parent: { kind: 'campaign', id },
      owner: `company-${all.findIndex((number) => number === drawnOne)}`,
    });
    expect(isVisible(anyMatter(inspection), told.state(visit), 'provider')).toBe(false);
    expect(told.notices.filter(({ to }) => to === 'provider')).toEqual([]);
  });

  it('is none where the plan has none', async () => {
    const { told, id } = await running(undefined, { sampleSize: 0 });
    expect(await told.refused(told.give(id, 'draw', { seed: exampleSeed }, head))).toEqual(['campaign/no-sample']);
  });
});

describe('urging', () => {
  it('is recorded for who should have filed, and for nobody else', async () => {
    const { told, id, state } = await running();
    const urge = (target: string) => told.refused(told.give(id, 'record-urging', { target, how: 'letter' }, reviewer));
    expect(await urge('别的')).toEqual(['campaign/not-on-the-list']);
    expect(await urge(all[0] ?? '')).toEqual(['campaign/has-filed']);
    expect(await urge(unfiled)).toEqual([]);
    expect(progressOf(state())).toMatchObject({ unfiled: 1, urged: 1 });
  });
});

describe('a whole campaign over ten companies', () => {
  it('goes from targets to a closing report', async () => {
    const { told, id, state, ask } = await running();
    expect(await told.refused(ask('别的'))).toEqual(['self-inspection/not-on-the-list']);
    // Nobody here can be asked on behalf of a company that is not registered.
    expect(await told.refused(ask(unfiled))).toEqual(['supervision/unknown-provider']);
    const asked: MatterId[] = [];
    for (const number of all) asked.push(await ask(number));
    expect(await told.refused(ask(all[0] ?? ''))).toEqual(['self-inspection/asked-already']);
    expect(progressOf(state())).toMatchObject({ targets: 11, asked: 10, submitted: 0 });
    for (const [index, each] of asked.entries()) {
      await answeredBy(told, each, index, index === 4);
      if (index !== 9) await told.give(each, 'accept', {}, reviewer);
    }
    expect(progressOf(state())).toMatchObject({ submitted: 10, accepted: 9, unmet: 1 });
    await told.open('rectification', exampleOrder, reviewer, asked[4]);

    const { leftOpen: _leftOpen, ...report } = exampleReport;
    const close = (given: object) => told.refused(told.give(id, 'close', given, head));
    expect(await close(report)).toEqual(['campaign/not-drawn', 'campaign/unfinished']);
    await told.give(id, 'draw', { seed: exampleSeed }, head);
    expect(await close(report)).toEqual(['campaign/unfinished']);
    expect(await close(exampleReport)).toEqual([]);
    expect(state()).toMatchObject({ status: 'closed', endedOn: '2026-03-20' });

    // What was asked for goes on.
    await told.give(asked[9] as MatterId, 'accept', {}, reviewer);
    expect(progressOf(state()).accepted).toBe(10);

    for (const language of ['zh', 'en'] as const) {
      const paper = campaign.document?.(state(), language, {
        provider: '',
        reference: id,
        today: '2026-03-20' as never,
      });
      const text = JSON.stringify(paper);
      for (const part of [exampleSeed, state().commitment, exampleReport['results'] as string, names[4], unfiled])
        expect(text).toContain(part);
    }
  });

  it('shows the public counts and nothing else, where the office says so', async () => {
    const { told, id, state, ask } = await running();
    await ask(all[0] ?? '');
    await told.give(id, 'draw', { seed: exampleSeed }, head);
    expect(publicCampaign(state())).toBeUndefined();
    expect(await told.refused(told.give(id, 'hide-progress', {}, head, reason))).toEqual(['campaign/not-shown']);
    expect(await told.refused(told.give(id, 'show-progress', {}, reviewer))).toEqual(['matter/not-permitted']);
    await told.give(id, 'show-progress', {}, head);
    expect(await told.refused(told.give(id, 'show-progress', {}, head))).toEqual(['campaign/shown-already']);
    expect(publicCampaign(state())?.progress).toEqual({
      targets: 11,
      asked: 1,
      submitted: 0,
      accepted: 0,
      unfiled: 1,
      urged: 0,
    });
    const text = JSON.stringify(publicCampaign(state()));
    for (const secret of [...names, ...all, exampleSeed, unfiled]) expect(text).not.toContain(secret);
    expect(await told.refused(told.give(id, 'hide-progress', {}, head))).toEqual(['matter/reason-missing']);
    await told.give(id, 'hide-progress', {}, head, reason);
    expect(publicCampaign(state())).toBeUndefined();
  });

  it('hears of targets on its list from self-inspections only', async () => {
    const { told, id } = await running();
    const learn = { target: all[0], selfInspection: 'x', stage: 'accepted' };
    expect(await told.refused(told.give(id, 'learn', learn, head))).toEqual(['matter/not-permitted']);
    const matter = {
      kind: 'matter',
      matter: 'x' as MatterId,
      matterKind: 'self-inspection',
      behalf: { kind: 'clock' },
    } as const;
    expect(await told.refused(told.give(id, 'learn', { ...learn, target: '别的' }, matter))).toEqual([
      'campaign/not-on-the-list',
    ]);
  });

  it('lets no target see another', async () => {
    const { told, ask } = await running();
    const first = await ask(all[0] ?? '');
    const kind = anyMatter(selfInspection);
    const ground = { owner: 'company-0' as never, place: '440305' };
    expect(isVisible(kind, told.state(first), audienceOf(officerOf(0), ground))).toBe(true);
    expect(isVisible(kind, told.state(first), audienceOf(officerOf(1), ground))).toBe(false);
    const seen = JSON.stringify(viewFor(kind, told.state(first), 'provider', new Set()).state);
    for (const other of [...names.slice(1), ...all.slice(1)]) expect(seen).not.toContain(other);
  });
});
