import { describe, expect, it } from 'vitest';
import { civilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import type { FormValues } from '../../engine/form.ts';
import type { Actor } from '../../engine/party.ts';
import { officePerson } from '../../testing/actors.ts';
import { nation, province } from '../../testing/filing-house.ts';
import { exampleRecommender } from '../filing/definition.ts';
import { ethicsReviewGaps, type EthicsReviewState } from './definition.ts';
import { exampleConditions, exampleSubject } from './examples.ts';
import {
  officer,
  editor,
  viewer,
  auditor,
  rival,
  named,
  none,
  committee,
  vote,
  opened,
  type Story,
  deliberate,
  conclude,
  conditional,
  report,
  which,
} from '../../testing/ethics-house.ts';

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
