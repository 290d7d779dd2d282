import { beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import { caseDefinition, CaseHouse, house, lead, officers, one, reason, two } from '../../testing/case-house.ts';
import { head, nation, officer, organisation, province } from '../../testing/filing-house.ts';
import { exampleRecommender, filing } from '../filing/definition.ts';
import { exampleOrder } from '../rectification/examples.ts';
import { publishedDecision } from './published.ts';
import type { CaseState } from './state.ts';
import { exampleDecision, exampleFindings, exampleLead } from './examples.ts';

const at = new CaseHouse();
/** Of the case itself, which the public page is made from. */
const caseState = (): CaseState => at.told.state(at.id) as unknown as CaseState;
const { concluded, decided, served, give, refused, state, status, clockNamed } = at;

describe('execution', () => {
  beforeEach(served);

  it('pays within fifteen days, or three per cent a day more, never above the fine', async () => {
    expect(clockNamed('toPay')).toMatchObject([{ receipt: { due: '2026-04-16', unit: 'calendar-day' } }]);
    expect(await refused('record-payment', { on: '2026-04-01', amount: 20_001 }, one)).toEqual([
      'violation-case/amount',
    ]);
    expect(await refused('record-payment', { on: '2026-03-31', amount: 1 }, one)).toEqual([
      'violation-case/paid-before',
    ]);
    at.told.on('2026-04-20');
    await give('record-payment', { on: '2026-04-20', amount: 5_000 }, one);
    expect(clockNamed('toPay')[0]?.end).toBeUndefined();
    await give('record-payment', { on: '2026-04-20', amount: 15_000 }, one);
    expect(clockNamed('toPay').map((run) => standingOf(run, '2026-04-20' as CivilDate))).toEqual(['missed']);
    expect(state()['added']).toBe(2_400);
    expect(await refused('record-payment', { on: '2026-04-20', amount: 1 }, one)).toEqual(['violation-case/no-fine']);
  });

  it('may be paid later or in parts, when it is asked for and agreed', async () => {
    const plan = (...parts: readonly [string, number][]) => ({ parts: parts.map(([on, amount]) => ({ on, amount })) });
    expect(await refused('grant-deferral', plan(['2026-06-01', 20_000]), head, reason)).toEqual([
      'violation-case/no-deferral',
    ]);
    await give('ask-deferral', { why: '资金困难。' }, officer);
    expect(await refused('ask-deferral', { why: '再次。' }, officer)).toEqual(['violation-case/no-fine']);
    expect(await refused('grant-deferral', plan(['2026-06-01', 19_999]), head, reason)).toEqual([
      'violation-case/plan-sum',
    ]);
    expect(await refused('grant-deferral', plan(['2026-06-06', 20_000]), head, reason)).toEqual(['date/day-off']);
    expect(await refused('grant-deferral', plan(['2026-06-08', 10_000], ['2026-06-01', 10_000]), head, reason)).toEqual(
      ['violation-case/plan-order'],
    );
    await give('decline-deferral', {}, head, reason);
    await give('ask-deferral', { why: '再次申请。' }, officer);
    await give('grant-deferral', plan(['2026-05-08', 8_000], ['2026-06-08', 12_000]), head, reason);
    expect(clockNamed('toPay')).toMatchObject([
      { end: { how: 'lifted' } },
      { key: '0', receipt: { due: '2026-05-08' } },
      { key: '1', receipt: { due: '2026-06-08' } },
    ]);
    at.told.on('2026-05-08');
    await give('record-payment', { on: '2026-05-08', amount: 8_000 }, one);
    expect(clockNamed('toPay').map(({ end }) => end?.how)).toEqual(['lifted', 'stopped', undefined]);
    at.told.on('2026-06-08');
    await give('record-payment', { on: '2026-06-08', amount: 12_000 }, one);
    expect(clockNamed('toPay').map(({ end }) => end?.how)).toEqual(['lifted', 'stopped', 'stopped']);
  });

  it('is recorded measure by measure and closed when nothing is open', async () => {
    expect(await refused('close', {}, head)).toEqual(['violation-case/unpaid', 'violation-case/not-executed']);
    expect(await refused('record-execution', { measure: 'public-criticism', on: '2026-04-01' }, one)).toEqual([
      'violation-case/not-imposed',
    ]);
    await give('record-payment', { on: '2026-04-01', amount: 20_000 }, one);
    for (const measure of ['warning', 'order-to-correct', 'suspend-updates'])
      await give('record-execution', { measure, on: '2026-04-01' }, one);
    expect(await refused('record-execution', { measure: 'warning', on: '2026-04-01' }, one)).toEqual([
      'violation-case/not-imposed',
    ]);
    await give('close', {}, head);
    expect(status()).toBe('closed');
  });

  it('goes on while a review or suit is pending, and ends what was published when the decision falls', async () => {
    expect(await refused('publish', { words: '公示。', checked: false }, head, reason)).toEqual([
      'violation-case/not-checked',
    ]);
    expect(await refused('withdraw-publication', { words: '更正。' }, head)).toEqual(['violation-case/not-published']);
    await give('publish', { words: '公示。', checked: true }, head, '社会影响较大。');
    expect(await refused('publish', { words: '公示。', checked: true }, head, reason)).toEqual([
      'violation-case/published-already',
    ]);
    expect(await refused('end-review', { outcome: 'upheld', on: '2026-04-01' }, one)).toEqual([
      'violation-case/no-review',
    ]);
    at.told.on('2026-04-10');
    await give('note-review', { kind: 'reconsideration', on: '2026-04-10' }, one);
    expect(await refused('note-review', { kind: 'litigation', on: '2026-04-10' }, one)).toEqual([
      'violation-case/review-open',
    ]);
    expect(clockNamed('toPay')[0]?.end).toBeUndefined();
    at.told.on('2026-05-12');
    expect(await refused('end-review', { outcome: 'changed', on: '2026-05-12', fine: 30_000 }, one)).toEqual([
      'violation-case/review-heavier',
    ]);
    await give('end-review', { outcome: 'annulled', on: '2026-05-12' }, one);
    expect(state()['fine']).toBe(0);
    expect(clockNamed('toPay')).toMatchObject([{ end: { how: 'lifted' } }]);
    expect(clockNamed('toWithdraw')).toMatchObject([{ receipt: { due: '2026-05-15', unit: 'working-day' } }]);
    expect(await refused('close', {}, head)).toEqual(['violation-case/still-published']);
    at.told.on('2026-05-15');
    await give('withdraw-publication', { words: '决定已被撤销。' }, head);
    expect(clockNamed('toWithdraw').map((run) => standingOf(run, '2026-05-15' as CivilDate))).toEqual(['met']);
    await give('close', {}, head);
  });

  it('corrects what was published with an explanation, and takes it back in time when the decision is changed', async () => {
    const corrected = { words: '罚款两万元。', checked: true, explanation: '金额误写为两千元。' };
    expect(await refused('correct-publication', corrected, head)).toEqual(['violation-case/not-published']);
    expect(publishedDecision(caseState())).toBeUndefined();
    await give('publish', { words: '罚款两千元。', checked: true }, head, '社会影响较大。');
    const { words, ...unchecked } = { ...corrected, checked: false };
    expect(await refused('correct-publication', corrected, one)).toEqual(['matter/not-permitted']);
    expect(await refused('correct-publication', { words: '罚款两千元。', ...unchecked }, head)).toEqual([
      'violation-case/not-checked',
      'violation-case/nothing-corrected',
    ]);
    at.told.on('2026-04-02');
    await give('correct-publication', corrected, head);
    expect(publishedDecision(caseState())).toMatchObject({
      words,
      publishedOn: '2026-04-01',
      corrections: [{ on: '2026-04-02', explanation: corrected.explanation }],
    });
    expect(JSON.stringify(publishedDecision(caseState()))).not.toContain('罚款两千元。');
    await give('note-review', { kind: 'reconsideration', on: '2026-04-02' }, one);
    await give('end-review', { outcome: 'changed', on: '2026-04-02', fine: 10_000 }, one);
    expect(publishedDecision(caseState())).toMatchObject({ overturned: { on: '2026-04-02', outcome: 'changed' } });
    expect(await refused('correct-publication', { ...corrected, words: '罚款一万元。' }, head)).toEqual([
      'violation-case/overturned',
    ]);
    await give('withdraw-publication', { words: '决定已经变更。' }, head);
    expect(publishedDecision(caseState())).toMatchObject({
      withdrawn: { on: '2026-04-02', explanation: '决定已经变更。' },
      corrections: [{ on: '2026-04-02' }],
    });
    expect(publishedDecision(caseState())).not.toHaveProperty('words');
    expect(await refused('correct-publication', corrected, head)).toEqual(['violation-case/not-published']);
  });

  it('publishes nothing that has fallen', async () => {
    await give('note-review', { kind: 'litigation', on: '2026-04-01' }, one);
    await give('end-review', { outcome: 'unlawful', on: '2026-04-01' }, one);
    expect(await refused('publish', { words: '公示。', checked: true }, head, reason)).toEqual([
      'violation-case/overturned',
    ]);
    expect(clockNamed('toWithdraw')).toEqual([]);
  });
});

describe('service', () => {
  it('needs the company’s consent to be electronic, and comes after the decision', async () => {
    await decided();
    expect(await refused('serve', { way: 'electronic', on: '2026-03-31' }, one)).toEqual(['form/required']);
    expect(await refused('serve', { way: 'mail', on: '2026-03-30' }, one)).toEqual(['violation-case/served-before']);
    expect(await refused('serve', { way: 'mail', on: '2026-04-01' }, one)).toEqual(['date/in-future']);
    await give('serve', { way: 'mail', on: '2026-03-31' }, one);
    expect(clockNamed('toServe').map((run) => standingOf(run, '2026-03-31' as CivilDate))).toEqual(['met']);
  });
});

describe('a filing obtained by falsehood', () => {
  const falsehood = {
    ...exampleFindings,
    clauses: [{ clause: 'final/24.1' }],
    particular: ['final/33.1'],
    gravity: false,
  };
  const revoking: FormValues = {
    ...exampleDecision,
    measures: ['revoke-filing', 'warning', 'order-to-correct'],
    fine: undefined,
  };

  it('is revoked with the service of the decision, on the clause that allows it', async () => {
    at.told = house({ definitions: [caseDefinition, anyMatter(filing)] });
    const filed = await at.told.open('filing', { form: exampleRecommender }, officer);
    await at.told.give(filed, 'submit', { declaration: true }, officer);
    await at.told.give(filed, 'forward', {}, province);
    await at.told.give(filed, 'file', {}, nation);
    at.id = await at.told.open('violation-case', { ...lead, source: 'filing', clauses: falsehood.clauses }, one, filed);
    expect(state()).toMatchObject({ filing: filed, references: [{ kind: 'filing', matter: filed }] });
    await give('establish', officers, head, reason);
    await give('conclude', falsehood, one);
    await give('countersign', {}, two);
    const { comply: _comply, remedies: _remedies, ...notice } = revoking;
    await give('notify', notice, head);
    await give('waive', {}, officer);
    await give('decide', revoking, head);
    expect(at.told.state(filed).status).toBe('filed');
    await give('serve', { way: 'in-person', on: '2026-03-20' }, one);
    expect(at.told.state(filed)).toMatchObject({ status: 'revoked', ended: { by: 'office', basis: ['final/33.1'] } });
  });

  it('is none without the facts that the clause names', async () => {
    await concluded({ ...falsehood, particular: [] });
    const { comply: _comply, remedies: _remedies, ...notice } = revoking;
    expect(await refused('notify', notice, head)).toEqual(['sanction/not-provided']);
  });
});

describe('a rectification and its case', () => {
  it('tell each other: refusal opens a case with its evidence, correction is learnt by the case', async () => {
    at.told = house();
    const order = await at.told.open(
      'rectification',
      { ...exampleOrder, provider: organisation.name, by: '2026-04-15' },
      one,
    );
    await at.told.give(order, 'serve', {}, head);
    await at.told.give(order, 'refuse-order', {}, officer, '不认可。');
    at.id = await at.told.open('violation-case', { ...exampleLead, source: 'rectification' }, one, order);
    expect(state()).toMatchObject({
      title: organisation.name,
      references: [{ kind: 'rectification', matter: order }],
      parent: { kind: 'rectification', id: order },
    });
    await give('establish', officers, head, reason);
    const within = await at.told.open('rectification', { ...exampleOrder, by: '2026-04-15' }, one, at.id);
    await at.told.give(within, 'serve', {}, head);
    await at.told.give(within, 'refuse-order', {}, officer, '仍不认可。');
    expect(state()['corrections']).toEqual([{ rectification: within, corrected: false }]);
  });
});
