import { describe, expect, it } from 'vitest';
import { isVisible, viewFor } from '../../engine/view.ts';
import {
  accountOf,
  caseDefinition,
  CaseHouse,
  chair,
  lead,
  officers,
  one,
  reason,
  secondHead,
  two,
} from '../../testing/case-house.ts';
import { head, officer } from '../../testing/filing-house.ts';
import {
  exampleDecision,
  exampleEvidence,
  exampleFindings,
  exampleHearing,
  exampleNotice,
  examplePricing,
  exampleRecord,
} from './examples.ts';
import type { Actor } from '../../engine/party.ts';

const at = new CaseHouse();
const { begin, established, concluded, notified, decided, served, give, refused, state, status, clockNamed } = at;
const clock: Actor = { kind: 'clock' };

describe('the notice', () => {
  it.each([
    ['a yuan over the bound', { fine: 100_001 }, {}, ['sanction/over-bound']],
    ['a yuan under it', { fine: 9_999 }, {}, ['sanction/under-bound']],
    ['without refusal or gravity', {}, { gravity: false }, ['sanction/not-triggered', 'sanction/not-triggered']],
    ['without its suspension', { measures: ['fine', 'order-to-correct'] }, {}, ['sanction/companion-missing']],
    ['without an order to correct', { measures: ['warning'] }, {}, ['sanction/correction-missing']],
    [
      'on another law’s clause without it',
      {},
      examplePricing,
      ['sanction/other-basis-missing', 'sanction/other-basis-missing', 'sanction/other-basis-missing'],
    ],
    ['of who is to be spared', {}, { circumstances: ['slight-and-corrected'] }, ['sanction/to-be-spared']],
    [
      'for an act before any rule',
      {},
      { from: '2022-01-05', until: '2022-02-28' },
      ['violation-case/limitation-passed'],
    ],
  ] as const)('is refused %s', async (_name, notice, findings, expected) => {
    await established({ ...lead, from: '2022-01-05', discovered: '2026-03-20' });
    await give('add-evidence', exampleEvidence, one);
    const codes = await refused('conclude', { ...exampleFindings, ...findings }, one);
    if (codes.length > 0) return expect(codes).toEqual(expected);
    await give('countersign', {}, two);
    return expect(await refused('notify', { ...exampleNotice, ...notice }, head)).toEqual(expected);
  });

  it('is no officer’s of the case, and no friend’s of the company', async () => {
    await begin();
    await give('establish', { ...officers, second: accountOf(head) }, secondHead, reason);
    await give('add-evidence', exampleEvidence, one);
    await give('conclude', exampleFindings, one);
    await give('countersign', {}, head);
    expect(await refused('notify', exampleNotice, head)).toEqual(['violation-case/own-case']);
    await give('notify', exampleNotice, secondHead);
  });

  it('takes another law with its bounds, and keeps to them', async () => {
    const other = {
      other: true,
      otherLaw: '价格违法行为行政处罚规定',
      otherArticle: '第四条',
      otherRank: 'administrative-regulation',
      otherLeast: 50_000,
      otherMost: 500_000,
    };
    await concluded(examplePricing);
    const fined = { ...exampleNotice, ...other, measures: ['fine', 'order-to-correct'] };
    expect(await refused('notify', { ...fined, fine: 600_000 }, head)).toEqual(['sanction/over-bound']);
    await give('notify', { ...fined, fine: 60_000 }, head);
    expect(status()).toBe('notified');
  });

  it('tells the company its rights and days, not its facts, by mail', async () => {
    await notified();
    expect(state()).toMatchObject({ answerBy: '2026-03-30', mayAskForHearing: true });
    expect(clockNamed('toRequestHearing')).toMatchObject([
      { bearer: 'provider', receipt: { due: '2026-03-30', unit: 'working-day' } },
    ]);
    const mail = at.told.notices.find(({ to }) => to === 'provider');
    expect(mail?.body.en).toContain('2026-03-30');
    expect(JSON.stringify(at.told.notices)).not.toMatch(/20[ ,]?000|个性化展示/u);
    expect(isVisible(caseDefinition, state(), 'provider')).toBe(true);
  });
});

describe('defence and hearing', () => {
  const statement = { words: '只影响部分用户。' };

  it('hears the company before anything is decided, unless it waives', async () => {
    await notified();
    await give('agree', {}, secondHead);
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/not-heard']);
    await give('waive', {}, officer);
    expect(await refused('waive', {}, officer)).toEqual(['violation-case/answered-already']);
    expect(await refused('request-hearing', {}, officer)).toEqual(['violation-case/hearing-too-late']);
    await give('decide', exampleDecision, head);
    expect(status()).toBe('decided');
  });

  it('checks what was said, and never makes it heavier for that', async () => {
    await notified();
    await give('agree', {}, secondHead);
    expect(await refused('weigh', { adopted: 'none', words: '无。' }, one)).toEqual(['violation-case/nothing-said']);
    await give('defend', statement, officer);
    at.told.on('2026-03-31');
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/defence-not-weighed']);
    expect(await refused('weigh', { adopted: 'none', words: '无。' }, chair)).toEqual([
      'violation-case/not-its-officer',
    ]);
    await give('weigh', { adopted: 'part', words: '影响范围属实。' }, two);
    const heavier = { ...exampleDecision, fine: 20_001 };
    expect(await refused('decide', heavier, head)).toEqual(['violation-case/heavier-than-noticed']);
    expect(
      await refused(
        'decide',
        { ...exampleDecision, measures: [...(exampleNotice['measures'] as string[]), 'public-criticism'] },
        head,
      ),
    ).toEqual(['violation-case/heavier-than-noticed']);
    await give('decide', { ...exampleDecision, fine: 15_000 }, head);
    expect(state()).toMatchObject({ fine: 15_000, law: { edition: 'final', because: 'at-the-act' } });
  });

  it('goes beyond an earlier notice only on newly registered facts, at.told anew', async () => {
    await notified();
    await give('defend', statement, officer);
    expect(await refused('reopen', {}, head)).toEqual(['matter/reason-missing']);
    await give('reopen', {}, head, '发现新的事实。');
    await give('conclude', exampleFindings, one);
    await give('countersign', {}, two);
    const heavier = { ...exampleNotice, fine: 50_000 };
    expect(await refused('notify', heavier, head)).toEqual(['violation-case/heavier-without-facts']);
    await give('reopen', {}, head, reason);
    await give('add-evidence', { ...exampleEvidence, what: '另一时段的记录。' }, one);
    await give('conclude', exampleFindings, one);
    await give('countersign', {}, two);
    await give('notify', heavier, head);
    expect(state()).toMatchObject({ notices: 2, agreed: [], foundSince: false });
    expect(clockNamed('toRequestHearing').map((run) => run.end?.how)).toEqual(['lifted', undefined]);
  });

  it('holds a hearing that was asked for in time, announced seven working days ahead, chaired by an outsider', async () => {
    await notified();
    await give('agree', {}, secondHead);
    await give('request-hearing', {}, officer);
    expect(clockNamed('toRequestHearing')).toMatchObject([{ end: { how: 'stopped' } }]);
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/hearing-owed']);
    expect(await refused('announce-hearing', {}, one)).toEqual(['violation-case/not-arranged']);
    const on = (day: string, by = accountOf(chair)) => exampleHearing(day, by);
    expect(await refused('schedule-hearing', on('2026-03-31'), one)).toEqual(['violation-case/hearing-too-near']);
    expect(await refused('schedule-hearing', on('2026-04-11'), one)).toEqual(['date/day-off']);
    expect(await refused('schedule-hearing', on('2026-04-15', officers.first), one)).toEqual([
      'violation-case/chair-investigated',
    ]);
    expect(await refused('schedule-hearing', { ...on('2026-04-15'), time: '9点' }, one)).toEqual(['form/check']);
    await give('schedule-hearing', on('2026-04-15'), one);
    expect(clockNamed('toAnnounceHearing')).toMatchObject([{ receipt: { direction: 'before', length: 7 } }]);
    const hidden = viewFor(caseDefinition, state(), 'provider', new Set()).state;
    expect([hidden['arrangement'], hidden['hearing']]).toEqual([{}, { requestedOn: '2026-03-23' }]);
    await give('announce-hearing', {}, one);
    expect(await refused('hold-hearing', exampleRecord('2026-03-23'), chair)).toEqual(['violation-case/hearing-early']);
    at.told.on('2026-04-15');
    expect(await refused('hold-hearing', exampleRecord('2026-04-15'), one)).toEqual(['violation-case/not-the-chair']);
    await give('hold-hearing', exampleRecord('2026-04-15'), chair);
    expect(status()).toBe('heard');
    // After a hearing comes the legal review.
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/no-legal-review']);
    const opinion = { passed: false, words: '裁量说理不足。' };
    expect(await refused('review-legally', opinion, one)).toEqual(['violation-case/own-case']);
    await give('review-legally', opinion, chair);
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/no-legal-review']);
    await give('review-legally', { ...opinion, passed: true }, chair);
    await give('decide', exampleDecision, head);
  });

  it('cannot be announced too late; arranged anew, it is announced anew', async () => {
    await notified();
    await give('request-hearing', {}, officer);
    await give('schedule-hearing', exampleHearing('2026-04-03', accountOf(chair)), one);
    at.told.on('2026-03-26');
    expect(await refused('announce-hearing', {}, one)).toEqual(['violation-case/hearing-too-near']);
    await give('schedule-hearing', exampleHearing('2026-04-15', accountOf(chair)), one);
    await give('announce-hearing', {}, one);
    await give('schedule-hearing', exampleHearing('2026-04-16', accountOf(chair)), one);
    expect([status(), clockNamed('toAnnounceHearing')]).toMatchObject(['notified', [{ run: 1 }, { run: 2 }]]);
    await give('withdraw-hearing', {}, officer);
    expect(await refused('withdraw-hearing', {}, officer)).toEqual(['violation-case/no-hearing']);
    expect(await refused('schedule-hearing', exampleHearing('2026-04-16', accountOf(chair)), one)).toEqual([
      'violation-case/no-hearing',
    ]);
    expect(clockNamed('toAnnounceHearing').map(({ end }) => end?.how)).toEqual(['stopped', 'lifted']);
  });

  it('ends the time to ask by itself, and gives no hearing for what is none', async () => {
    await notified();
    expect(await refused('let-hearing-lapse', {}, clock)).toEqual(['violation-case/hearing-not-lapsed']);
    at.told.on('2026-03-31');
    await give('let-hearing-lapse', {}, clock);
    expect(await refused('request-hearing', {}, officer)).toEqual(['violation-case/no-hearing-right']);
    expect(clockNamed('toRequestHearing')).toMatchObject([{ end: { how: 'lifted' } }]);

    await notified({ ...exampleNotice, measures: ['warning', 'order-to-correct'], fine: undefined });
    expect(await refused('request-hearing', {}, officer)).toEqual(['violation-case/no-hearing-right']);
  });
});

describe('the decision', () => {
  it('is joint where it is grave: another head agrees first', async () => {
    await notified();
    at.told.on('2026-03-31');
    await give('agree', {}, head);
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/joint-decision']);
    expect(await refused('agree', {}, head)).toEqual(['violation-case/agreed-already']);
    expect(await refused('agree', {}, one)).toEqual(['matter/not-permitted']);
    await give('agree', {}, secondHead);
    await give('decide', exampleDecision, head);
    expect(clockNamed('toDecide')).toMatchObject([{ end: { how: 'stopped' } }]);
    expect(clockNamed('toServe')).toMatchObject([{ receipt: { due: '2026-04-10', unit: 'working-day' } }]);
  });

  it('wants a legal review where public interest is great', async () => {
    await notified(exampleNotice, { ...exampleFindings, publicInterest: true });
    await give('agree', {}, secondHead);
    at.told.on('2026-03-31');
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/no-legal-review']);
  });

  it('rests on no basis that the company was not told of', async () => {
    await notified();
    await give('agree', {}, secondHead);
    await give('waive', {}, officer);
    const other = {
      other: true,
      otherLaw: '网络安全法',
      otherArticle: '第六十四条',
      otherRank: 'law',
      otherLeast: 10_000,
      otherMost: 100_000,
    };
    expect(await refused('decide', { ...exampleDecision, ...other }, head)).toEqual([
      'violation-case/basis-not-noticed',
    ]);
  });

  it('fines one act once', async () => {
    await served();
    const again = await at.told.open('violation-case', lead, one);
    at.id = again;
    await give('establish', officers, head, reason);
    await give('add-evidence', exampleEvidence, one);
    await give('conclude', exampleFindings, one);
    await give('countersign', {}, two);
    await give('notify', exampleNotice, head);
    await give('agree', {}, secondHead);
    await give('waive', {}, officer);
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/fined-already']);
    await give('decide', { ...exampleDecision, measures: ['warning', 'order-to-correct'] }, head);
  });

  it('is not known to the company before it is served', async () => {
    await decided();
    const view = viewFor(caseDefinition, state(), 'provider', new Set(['confidential'])).state;
    expect([view['decision'], view['fine'], view['law']]).toEqual([{}, 0, undefined]);
    expect(caseDefinition.events['decided']?.only).toBe('office');
  });

  it('may be to let it go, where the findings say so and both officers signed', async () => {
    await concluded();
    expect(await refused('spare', {}, head, reason)).toEqual([
      'violation-case/joint-decision',
      'violation-case/not-to-be-spared',
    ]);
    await concluded({ ...exampleFindings, gravity: false, circumstances: ['first-and-slight'] });
    expect(await refused('spare', {}, head)).toEqual(['matter/reason-missing']);
    await give('spare', {}, head, '初次、轻微、已改正。');
    expect([status(), clockNamed('toDecide')[0]?.end?.how]).toEqual(['spared', 'stopped']);
  });

  it('may be that nothing was proved, or go to justice or another department', async () => {
    await concluded({ ...exampleFindings, gravity: false });
    await give('find-unproved', {}, head, reason);
    expect(status()).toBe('unproved');
    await notified();
    await give('transfer-to-justice', { to: '某市公安局' }, head, reason);
    expect([status(), clockNamed('toDecide')[0]?.end?.how]).toEqual(['transferred', 'lifted']);
    await begin();
    await give('refer', { to: '某市市场监督管理局' }, head, reason);
    expect([status(), at.told.notices]).toEqual(['referred', []]);
  });
});
