import { beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import { anyMatter } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { Actor } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import { officePerson } from '../../testing/actors.ts';
import { head, officer, organisation, otherProvince, province, stranger } from '../../testing/filing-house.ts';
import { inMemory, type InMemory, type InMemoryOptions } from '../../testing/in-memory.ts';
import { rectification } from '../rectification/definition.ts';
import { exampleOrder } from '../rectification/examples.ts';
import { violationCase } from './definition.ts';
import {
  exampleDecision,
  exampleEvidence,
  exampleFindings,
  exampleHearing,
  exampleLead,
  exampleNotice,
  examplePricing,
  exampleRecord,
} from './examples.ts';

const definition = anyMatter(violationCase);
const one = province;
const two = officePerson('province', '440000', 'reviewer', 'auditor');
const chair = officePerson('province', '440000', 'reviewer', 'viewer');
const secondHead = officePerson('province', '440000', 'supervisor', 'auditor');
const accountOf = (actor: Actor): string => (actor.kind === 'person' ? actor.account : '');
const officers = { first: accountOf(one), second: accountOf(two) };
const lead = { ...exampleLead, provider: organisation.name };
const reason = '理由';
const clock: Actor = { kind: 'clock' };

let told: InMemory;
let id: MatterId;
const give = (command: string, input: unknown, actor: Actor, why?: string) => told.give(id, command, input, actor, why);
const refused = (command: string, input: unknown, actor: Actor, why?: string) =>
  told.refused(give(command, input, actor, why));
const status = () => told.state(id).status;
const clockNamed = (name: string) => told.clocks(id).filter((run) => run.name === name);

const house = (more: Partial<InMemoryOptions> = {}): InMemory =>
  inMemory({
    definitions: [definition, anyMatter(rectification)],
    organisations: [organisation],
    today: '2026-03-20',
    ...more,
  });

const begin = async (values: FormValues = lead, more: Partial<InMemoryOptions> = {}) => {
  told = house(more);
  id = await told.open('violation-case', values, one);
};
const established = async (values?: FormValues, more?: Partial<InMemoryOptions>) => {
  await begin(values, more);
  await give('establish', officers, head, reason);
};
const concluded = async (findings: FormValues = exampleFindings, values?: FormValues) => {
  await established(values);
  await give('add-evidence', exampleEvidence, one);
  await give('conclude', findings, one);
  await give('countersign', {}, two);
};
/** Told on 23 March 2026, a Monday: the last day to ask for a hearing is the 30th. */
const notified = async (notice: FormValues = exampleNotice, findings?: FormValues) => {
  await concluded(findings);
  told.on('2026-03-23');
  await give('notify', notice, head);
};
/** Gravity makes it a joint decision. */
const decided = async (decision: FormValues = exampleDecision, notice?: FormValues, findings?: FormValues) => {
  await notified(notice, findings);
  await give('agree', {}, secondHead);
  told.on('2026-03-31');
  await give('decide', decision, head);
};
const served = async () => {
  await decided();
  told.on('2026-04-01');
  await give('serve', { way: 'in-person', on: '2026-04-01' }, one);
};

describe('a lead', () => {
  it('is the office’s alone, and a supervisor opens the case with two officers', async () => {
    await begin();
    expect(isVisible(definition, told.state(id), 'provider')).toBe(false);
    expect(await refused('establish', officers, one, reason)).toEqual(['matter/not-permitted']);
    expect(await refused('establish', officers, head)).toEqual(['matter/reason-missing']);
    expect(await refused('establish', { ...officers, second: officers.first }, head, reason)).toEqual([
      'violation-case/one-officer',
    ]);
    expect(await refused('establish', { first: officers.first }, head, reason)).toEqual(['form/required']);
    expect(await refused('establish', { ...officers, second: 'province-440000-viewer' }, head, reason)).toEqual([
      'violation-case/no-official',
    ]);
    await give('establish', officers, head, reason);
    expect([status(), isVisible(definition, told.state(id), 'provider')]).toEqual(['investigating', false]);
    expect(clockNamed('toDecide')).toMatchObject([
      { bearer: 'office', receipt: { clause: 'penalty-law/60', length: 90, unit: 'calendar-day' } },
    ]);
    expect(told.notices).toEqual([]);
  });

  it('has no officer who has ever acted for the company', async () => {
    await begin(lead, { lookups: { hasActedFor: async (account) => account === officers.second } });
    expect(await refused('establish', officers, head, reason)).toEqual(['violation-case/interested']);
  });

  it('is about a provider of one’s own place, and about days that have come', async () => {
    told = house();
    const tried = (change: object, actor: Actor = one) =>
      told.refused(told.open('violation-case', { ...lead, ...change }, actor));
    expect(await tried({}, otherProvince)).toEqual(['supervision/unknown-provider']);
    expect(await tried({ provider: '' })).toEqual(['supervision/unknown-provider']);
    expect(await tried({ until: '2026-03-21' })).toEqual(['date/in-future']);
    expect(await tried({ until: '2026-02-01' })).toEqual(['violation-case/act-backwards']);
    expect(await tried({ discovered: '2026-01-05' })).toEqual(['violation-case/discovered-before']);
    expect(await tried({}, officer)).toEqual(['matter/not-permitted']);
  });

  it('is dismissed with a reason and never known to the company', async () => {
    await begin();
    await give('dismiss', {}, head, reason);
    expect([status(), isVisible(definition, told.state(id), 'provider'), told.notices]).toEqual([
      'dismissed',
      false,
      [],
    ]);
    expect(clockNamed('toProsecute').map((run) => standingOf(run, '2026-03-20' as CivilDate))).toEqual(['lifted']);
  });

  it.each([
    ['two years to the day', { from: '2024-01-05', until: '2024-03-20' }, []],
    ['a day more', { from: '2024-01-05', until: '2024-03-19' }, ['violation-case/limitation-passed']],
    ['a day more, reported in time', { from: '2024-01-05', until: '2024-03-19', discovered: '2026-03-19' }, []],
    ['a day more, with grave harm', { from: '2024-01-05', until: '2024-03-19', graveHarm: true }, []],
    ['going on', { from: '2022-06-01', goesOn: true, until: undefined }, []],
  ] as const)('is barred by limitation: %s', async (_name, days, expected) => {
    await begin({ ...lead, ...days });
    expect(await refused('establish', officers, head, reason)).toEqual(expected);
  });

  it('runs the limitation until the case is opened', async () => {
    await begin({ ...lead, until: '2026-03-10' });
    expect(clockNamed('toProsecute')).toMatchObject([{ receipt: { due: '2028-03-10', unit: 'calendar-year' } }]);
    await give('establish', officers, head, reason);
    expect(clockNamed('toProsecute')).toMatchObject([{ end: { how: 'stopped' } }]);
  });
});

describe('the investigation', () => {
  beforeEach(() => established());

  it('shows itself to the company when its officers do', async () => {
    expect(await refused('inform', {}, chair)).toEqual(['violation-case/not-its-officer']);
    await give('inform', {}, one);
    expect(await refused('inform', {}, two)).toEqual(['violation-case/informed-already']);
    const { state } = viewFor(definition, told.state(id), 'provider', new Set(['confidential', 'personal']));
    for (const secret of ['lead', 'source', 'evidence', 'facts', 'findings', 'references', 'notes', 'agreed'])
      expect(state).not.toHaveProperty(secret);
    expect(JSON.stringify(told.notices)).not.toContain('用户标签');
  });

  it('registers evidence by its officers, lawfully obtained, and from bundles that are there', async () => {
    expect(await refused('add-evidence', exampleEvidence, chair)).toEqual(['violation-case/not-its-officer']);
    expect(await refused('add-evidence', { ...exampleEvidence, lawful: false }, one)).toEqual([
      'violation-case/unlawful-evidence',
    ]);
    const result = '00000000-0000-4000-8000-00000000b001/opt-out-honoured';
    expect(await refused('add-evidence', { ...exampleEvidence, result }, one)).toEqual([
      'violation-case/no-such-result',
    ]);
    await give('add-evidence', exampleEvidence, one);
    expect(told.state(id)['evidence']).toMatchObject({ entries: [{ kind: 'electronic' }] });
  });

  it('is concluded by one officer on evidence and signed by the other', async () => {
    expect(await refused('conclude', exampleFindings, one)).toEqual(['violation-case/no-evidence']);
    await give('add-evidence', exampleEvidence, one);
    expect(await refused('conclude', exampleFindings, head)).toEqual(['violation-case/not-its-officer']);
    await give('conclude', exampleFindings, one);
    expect(await refused('countersign', {}, one)).toEqual(['violation-case/one-officer']);
    expect(await refused('notify', exampleNotice, head)).toEqual(['violation-case/one-officer']);
    expect(await refused('countersign', {}, chair)).toEqual(['violation-case/not-its-officer']);
    await give('countersign', {}, two);
    expect(await refused('countersign', {}, two)).toEqual(['violation-case/signed-already']);
  });

  it('has the head decide who stands aside, never the one concerned, and goes on meanwhile', async () => {
    await give('inform', {}, one);
    const ask = { officer: '2' };
    expect(await refused('ask-recusal', ask, stranger, reason)).toEqual(['matter/not-permitted']);
    expect(await refused('ask-recusal', ask, officer)).toEqual(['matter/reason-missing']);
    expect(await refused('decide-recusal', { granted: false }, head, reason)).toEqual(['violation-case/no-recusal']);
    await give('ask-recusal', ask, officer, '亲属在本公司任职。');
    expect(await refused('stand-aside', {}, one, reason)).toEqual(['violation-case/recusal-open']);
    await give('add-evidence', exampleEvidence, two);
    await give('conclude', exampleFindings, one);
    await give('countersign', {}, two);
    expect(await refused('notify', exampleNotice, head)).toEqual(['violation-case/recusal-open']);
    const grant = { granted: true, replacement: accountOf(chair) };
    expect(await refused('decide-recusal', { ...grant, replacement: officers.first }, head, reason)).toEqual([
      'violation-case/one-officer',
    ]);
    expect(await refused('decide-recusal', { granted: true }, head, reason)).toEqual(['form/required']);
    await give('decide-recusal', grant, head, reason);
    expect(told.state(id)['officers']).toEqual([officers.first, accountOf(chair)]);
  });

  it('lets an officer stand aside, and a head who is an officer not decide on that', async () => {
    await begin();
    await give('establish', { ...officers, second: accountOf(head) }, secondHead, reason);
    await give('stand-aside', {}, head, reason);
    expect(await refused('decide-recusal', { granted: false }, head, reason)).toEqual(['violation-case/own-recusal']);
    await give('decide-recusal', { granted: false }, secondHead, reason);
    expect(told.state(id)['recusal']).toBeUndefined();
  });
});

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
    expect(told.state(id)).toMatchObject({ answerBy: '2026-03-30', mayAskForHearing: true });
    expect(clockNamed('toRequestHearing')).toMatchObject([
      { bearer: 'provider', receipt: { due: '2026-03-30', unit: 'working-day' } },
    ]);
    const mail = told.notices.find(({ to }) => to === 'provider');
    expect(mail?.body.en).toContain('2026-03-30');
    expect(JSON.stringify(told.notices)).not.toMatch(/20[ ,]?000|个性化展示/u);
    expect(isVisible(definition, told.state(id), 'provider')).toBe(true);
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
    told.on('2026-03-31');
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
    expect(told.state(id)).toMatchObject({ fine: 15_000, law: { edition: 'final', because: 'at-the-act' } });
  });

  it('goes beyond an earlier notice only on newly registered facts, told anew', async () => {
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
    expect(told.state(id)).toMatchObject({ notices: 2, agreed: [], foundSince: false });
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
    const hidden = viewFor(definition, told.state(id), 'provider', new Set()).state;
    expect([hidden['arrangement'], hidden['hearing']]).toEqual([{}, { requestedOn: '2026-03-23' }]);
    await give('announce-hearing', {}, one);
    expect(await refused('hold-hearing', exampleRecord('2026-03-23'), chair)).toEqual(['violation-case/hearing-early']);
    told.on('2026-04-15');
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
    told.on('2026-03-26');
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
    told.on('2026-03-31');
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
    told.on('2026-03-31');
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
    told.on('2026-03-31');
    expect(await refused('decide', exampleDecision, head)).toEqual(['violation-case/no-legal-review']);
  });

  it('fines one act once', async () => {
    await served();
    const again = await told.open('violation-case', lead, one);
    id = again;
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
    const { state } = viewFor(definition, told.state(id), 'provider', new Set(['confidential']));
    expect([state['decision'], state['fine'], state['law']]).toEqual([{}, 0, undefined]);
    expect(definition.events['decided']?.only).toBe('office');
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
    expect([status(), told.notices]).toEqual(['referred', []]);
  });
});

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
    told.on('2026-04-20');
    await give('record-payment', { on: '2026-04-20', amount: 5_000 }, one);
    expect(clockNamed('toPay')[0]?.end).toBeUndefined();
    await give('record-payment', { on: '2026-04-20', amount: 15_000 }, one);
    expect(clockNamed('toPay').map((run) => standingOf(run, '2026-04-20' as CivilDate))).toEqual(['missed']);
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
    told.on('2026-05-08');
    await give('record-payment', { on: '2026-05-08', amount: 8_000 }, one);
    expect(clockNamed('toPay').map(({ end }) => end?.how)).toEqual(['lifted', 'stopped', undefined]);
    told.on('2026-06-08');
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
    told.on('2026-04-10');
    await give('note-review', { kind: 'reconsideration', on: '2026-04-10' }, one);
    expect(await refused('note-review', { kind: 'litigation', on: '2026-04-10' }, one)).toEqual([
      'violation-case/review-open',
    ]);
    expect(clockNamed('toPay')[0]?.end).toBeUndefined();
    told.on('2026-05-12');
    expect(await refused('end-review', { outcome: 'changed', on: '2026-05-12', fine: 30_000 }, one)).toEqual([
      'violation-case/review-heavier',
    ]);
    await give('end-review', { outcome: 'annulled', on: '2026-05-12' }, one);
    expect(told.state(id)['fine']).toBe(0);
    expect(clockNamed('toPay')).toMatchObject([{ end: { how: 'lifted' } }]);
    expect(clockNamed('toWithdraw')).toMatchObject([{ receipt: { due: '2026-05-15', unit: 'working-day' } }]);
    expect(await refused('close', {}, head)).toEqual(['violation-case/still-published']);
    told.on('2026-05-15');
    await give('withdraw-publication', { words: '决定已被撤销。' }, head);
    expect(clockNamed('toWithdraw').map((run) => standingOf(run, '2026-05-15' as CivilDate))).toEqual(['met']);
    await give('close', {}, head);
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

describe('a rectification and its case', () => {
  it('tell each other: refusal opens a case with its evidence, correction is learnt by the case', async () => {
    told = house();
    const order = await told.open(
      'rectification',
      { ...exampleOrder, provider: organisation.name, by: '2026-04-15' },
      one,
    );
    await told.give(order, 'serve', {}, head);
    await told.give(order, 'refuse-order', {}, officer, '不认可。');
    id = await told.open('violation-case', { ...exampleLead, source: 'rectification' }, one, order);
    expect(told.state(id)).toMatchObject({
      title: organisation.name,
      references: [{ kind: 'rectification', matter: order }],
      parent: { kind: 'rectification', id: order },
    });
    await give('establish', officers, head, reason);
    const within = await told.open('rectification', { ...exampleOrder, by: '2026-04-15' }, one, id);
    await told.give(within, 'serve', {}, head);
    await told.give(within, 'refuse-order', {}, officer, '仍不认可。');
    expect(told.state(id)['corrections']).toEqual([{ rectification: within, corrected: false }]);
  });
});
