import { describe, expect, test } from 'vitest';
import type { Actor } from '../../engine/party.ts';
import { officePerson } from '../../testing/actors.ts';
import { editor, house, officer, stranger } from '../../testing/filing-house.ts';
import {
  accountOf,
  begun,
  bundle,
  definition,
  deputy,
  findings,
  guest,
  inspector,
  named,
  onSite,
  outsider,
  planner,
  provider,
  ready,
  recorded,
} from '../../testing/inspection-house.ts';
import { examplePeople } from '../common/team/examples.ts';
import { inspection } from './definition.ts';
import {
  announcedPlan,
  exampleFinding,
  exampleIdentity,
  exampleItem,
  examplePlan,
  exampleRecord,
  exampleRefusal,
  exampleReport,
  exampleSignature,
} from './examples.ts';

describe('planning an inspection', () => {
  test('whoever plans it answers for themselves first', async () => {
    const told = house({ definitions: [definition] });
    const open = (plan: object, actor: Actor = planner) =>
      told.refused(told.open('inspection', { ...examplePlan, provider, ...plan }, actor));
    expect(await open({ given: false })).toEqual(['team/not-undertaken']);
    expect(await open({ free: false })).toEqual(['team/not-free']);
    expect(await open({}, inspector)).toEqual(['matter/not-permitted']);
    expect(await open({}, officer)).toEqual(['matter/not-permitted']);
    expect(await open({ provider: '没有这家公司' })).toEqual(['supervision/unknown-provider']);
    expect(await open({}, officePerson('province', '330000', 'supervisor'))).toEqual(['supervision/unknown-provider']);
    expect(await open({ basis: 'draft/24.1' })).toEqual(['basis/not-in-force']);
  });

  test('on a working day to come, and told before it', async () => {
    const told = house({ definitions: [definition] });
    const open = (plan: object) => told.refused(told.open('inspection', { provider, ...plan }, planner));
    // Tomb-sweeping day 2026 and a Saturday.
    expect(await open({ ...examplePlan, visitOn: '2026-04-06' })).toEqual(['date/day-off']);
    expect(await open({ ...examplePlan, visitOn: '2026-03-21' })).toEqual(['date/day-off']);
    expect(await open({ ...examplePlan, visitOn: '2026-03-19' })).toEqual(['date/not-ahead']);
    expect(await open({ ...announcedPlan, tellOn: '2026-03-27' })).toEqual(['inspection/told-too-late']);
    expect(await open({ ...announcedPlan, tellOn: undefined })).toEqual(['form/required']);
  });

  test('nobody looks into what they had a part in', async () => {
    const told = house({
      definitions: [definition],
      lookups: { hasActedFor: async (account) => account === accountOf(planner) },
    });
    expect(await told.refused(told.open('inspection', { ...examplePlan, provider }, planner))).toEqual([
      'team/own-case',
    ]);
    const matter = await begun(examplePlan, { hasActedFor: async (account) => account === accountOf(inspector) });
    expect(await matter.refused('name-members', examplePeople(accountOf(inspector)), planner)).toEqual([
      'team/own-case',
    ]);
  });

  test('a part that becomes known later keeps them out as well', async () => {
    let acted = false;
    const matter = await begun(examplePlan, { hasActedFor: async () => acted });
    await named(matter, inspector);
    await matter.give('undertake', { given: true }, inspector);
    acted = true;
    expect(await matter.refused('declare-interests', { conflict: false }, inspector)).toEqual(['team/own-case']);
    await matter.give('declare-interests', { conflict: true, what: '在那里工作过。' }, inspector);
    expect(matter.view(inspector)).toBe('{"status":"preparing","standing":"recused"}');
    expect(matter.offered(inspector)).toEqual(['undertake', 'declare-interests']);
    expect(await matter.refused('undertake', { given: true }, inspector)).toEqual(['team/recused']);
    expect(await matter.refused('name-members', examplePeople(accountOf(inspector)), planner)).toEqual([
      'team/own-case',
      'team/recused',
    ]);
  });

  test('the team is named of officials only, each once', async () => {
    const matter = await begun();
    expect(await matter.refused('name-members', examplePeople('yunling-officer'), planner)).toEqual([
      'team/not-an-official',
      'team/own-case',
    ]);
    expect(await matter.refused('name-members', examplePeople(accountOf(guest), accountOf(guest)), planner)).toEqual([
      'team/named-twice',
    ]);
    expect(await matter.refused('name-members', examplePeople(accountOf(planner)), planner)).toEqual([
      'team/named-twice',
    ]);
    expect(await matter.refused('name-members', examplePeople(accountOf(guest)), deputy)).toEqual([
      'matter/not-permitted',
    ]);
  });

  test('whoever is named sees and does nothing before they have undertaken and declared', async () => {
    const matter = await begun();
    expect(matter.sees(inspector)).toBeUndefined();
    await named(matter, inspector);
    expect(matter.view(inspector)).toBe('{"status":"preparing","standing":"named"}');
    expect(matter.offered(inspector)).toEqual(['undertake', 'declare-interests']);
    expect(await matter.refused('note', { text: '备注' }, inspector)).toEqual(['matter/not-permitted']);
    expect(await matter.refused('declare-interests', { conflict: false }, inspector)).toEqual(['team/not-undertaken']);
    expect(await matter.refused('undertake', { given: false }, inspector)).toEqual(['team/not-undertaken']);
    await matter.give('undertake', { given: true }, inspector);
    expect(await matter.refused('undertake', { given: true }, inspector)).toEqual(['team/undertaken-already']);
    expect(matter.view(inspector)).toContain(provider);
    expect(matter.view(inspector)).not.toContain('投诉');
    expect(await matter.refused('note', { text: '备注' }, inspector)).toEqual(['matter/not-permitted']);
    await matter.give('declare-interests', { conflict: false }, inspector);
    expect(matter.view(inspector)).toContain('投诉');
    await matter.give('note', { text: '备注' }, inspector);
  });

  test('of offices the team alone sees it, wherever its members come from', async () => {
    const matter = await ready();
    for (const actor of [planner, deputy, inspector, guest]) expect(matter.sees(actor)).toBe('office');
    for (const actor of [outsider, officer, stranger]) expect(matter.sees(actor)).toBeUndefined();
    expect(await matter.refused('drop', {}, outsider, '不查了')).toEqual(['matter/not-permitted']);
    expect(matter.view(outsider)).toBe('');
  });

  test('what was declared of interests is read by the heads alone', async () => {
    const matter = await begun();
    await named(matter, inspector, guest);
    await matter.joined(guest);
    await matter.give('undertake', { given: true }, inspector);
    await matter.give('declare-interests', { conflict: true, what: '亲属在那里。' }, inspector);
    expect(matter.view(planner)).toContain('亲属');
    expect(matter.view(guest)).not.toContain('亲属');
  });

  test('a member steps aside, a head recuses a member, and the last head stays', async () => {
    const matter = await begun();
    await named(matter, inspector, guest);
    for (const actor of [inspector, guest]) await matter.joined(actor);
    const recuse = (who: Actor, by: Actor, reason?: string) =>
      matter.refused('recuse', { account: accountOf(who) }, by, reason);
    expect(await recuse(guest, inspector, '不公正')).toEqual(['team/not-head']);
    expect(await recuse(planner, planner, '有事')).toEqual(['team/last-head']);
    expect(await recuse(outsider, planner, '有事')).toEqual(['team/not-in-team']);
    expect(await recuse(guest, planner)).toEqual(['matter/reason-missing']);
    expect(await recuse(guest, guest, '认识负责人')).toEqual([]);
    expect(await recuse(inspector, planner, '另有任务')).toEqual([]);
    expect(await recuse(inspector, planner, '另有任务')).toEqual(['team/recused']);
    expect(matter.view(guest)).toBe('{"status":"preparing","standing":"recused"}');
  });

  test('is approved by another head, of a team of two at least', async () => {
    const matter = await begun();
    expect(await matter.refused('approve', {}, planner)).toEqual(['inspection/same-officer', 'team/too-few']);
    await named(matter, deputy);
    expect(await matter.refused('approve', {}, deputy)).toEqual(['matter/not-permitted']);
    await matter.joined(deputy);
    await matter.give('approve', {}, deputy);
    expect(matter.state().status).toBe('ready');
    expect(await matter.refused('reschedule', { way: 'on-the-spot', visitOn: '2026-03-22' }, deputy, '改期')).toEqual([
      'date/day-off',
    ]);
    await matter.give('reschedule', { way: 'on-the-spot', visitOn: '2026-03-24' }, deputy, '改期');
    expect(matter.state()).toMatchObject({ status: 'preparing', dates: { visitOn: '2026-03-24' } });
  });
});

describe('before its time', () => {
  test('the company neither sees nor opens it, and hears nothing', async () => {
    const matter = await ready(announcedPlan);
    const { told } = matter;
    for (const actor of [officer, editor]) {
      expect(matter.sees(actor)).toBeUndefined();
      for (const [command, input] of [
        ['sign-record', exampleSignature],
        ['state-view', { statement: '我们没有问题。' }],
        ['write', { text: '有检查吗？' }],
      ] as const)
        expect(await matter.refused(command, input, actor)).toEqual([
          command === 'sign-record' && actor === editor ? 'matter/not-permitted' : 'matter/wrong-state',
        ]);
    }
    expect(told.notices.filter(({ to }) => to === 'provider')).toEqual([]);
    expect(told.clocks(matter.id)).toEqual([]);
    expect(JSON.stringify(told.notices)).not.toContain(provider);
    expect(await matter.refused('announce', {}, inspector)).toEqual(['inspection/too-early']);
    expect(await matter.refused('show-identity', exampleIdentity, inspector)).toEqual(['inspection/announce-first']);
    told.on('2026-03-25');
    await matter.give('announce', {}, inspector);
    expect(matter.sees(officer)).toBe('provider');
    expect(matter.view(officer)).not.toMatch(/投诉|certificate|检查员/u);
    expect(told.notices.filter(({ to }) => to === 'provider')).toHaveLength(1);
  });

  test('it is dropped and never was', async () => {
    const matter = await ready();
    expect(await matter.refused('drop', {}, deputy)).toEqual(['matter/reason-missing']);
    await matter.give('drop', {}, deputy, '改由省里检查');
    expect(matter.sees(officer)).toBeUndefined();
    expect(matter.told.notices.filter(({ to }) => to === 'provider')).toEqual([]);
  });

  test('an announcement comes before the visit, and never for one on the spot', async () => {
    const unannounced = await ready();
    expect(await unannounced.refused('announce', {}, inspector)).toEqual(['inspection/unannounced']);
    const late = await ready(announcedPlan);
    late.told.on('2026-03-28');
    expect(await late.refused('announce', {}, inspector)).toEqual(['inspection/visit-passed']);
  });

  test('telling of readings is put off with a reason and an end', async () => {
    const matter = await begun();
    const defer = (until: string, reason?: string) => matter.refused('defer-readings', { until }, planner, reason);
    expect(await defer('2026-05-08')).toEqual(['matter/reason-missing']);
    expect(await defer('2026-03-20', '防止通风报信')).toEqual(['inspection/deferral-past']);
    expect(await defer('2026-12-31', '防止通风报信')).toEqual(['inspection/deferral-too-long']);
    expect(await defer('2026-05-08', '防止通风报信')).toEqual([]);
    expect(inspection.readingsDeferredUntil?.(matter.state() as never)).toBe('2026-05-08');
  });
});

describe('on site', () => {
  test('begins when two officers have shown who they are, on the day or later', async () => {
    const matter = await ready();
    expect(await matter.refused('show-identity', exampleIdentity, inspector)).toEqual(['inspection/too-early']);
    matter.told.on('2026-03-23');
    expect(await matter.refused('show-identity', { ...exampleIdentity, shown: false }, inspector)).toEqual([
      'inspection/identity-not-shown',
    ]);
    await matter.give('show-identity', exampleIdentity, inspector);
    expect([matter.state().status, matter.sees(officer)]).toEqual(['ready', undefined]);
    expect(await matter.refused('show-identity', exampleIdentity, inspector)).toEqual([
      'inspection/identity-shown-already',
    ]);
    matter.told.on('2026-03-24');
    // Yesterday's showing counts no more: both have to be there on the same day.
    expect(await matter.refused('begin', exampleIdentity, guest)).toEqual(['inspection/same-officer']);
    await matter.give('show-identity', exampleIdentity, guest);
    expect(await matter.refused('begin', exampleIdentity, guest)).toEqual(['inspection/identity-shown-already']);
    await matter.give('begin', exampleIdentity, inspector);
    expect([matter.state().status, matter.sees(officer)]).toEqual(['on-site', 'provider']);
  });

  test('the checklist is filled in by the checks, and an officer’s entry stays', async () => {
    const matter = await onSite({ bundleFindings: async (id) => (id === bundle ? findings : undefined) });
    expect(await matter.refused('prefill', { bundle: bundle.replace('b001', 'b002') }, inspector)).toEqual([
      'inspection/unknown-bundle',
    ]);
    await matter.give('check', exampleItem('final/21'), inspector);
    await matter.give('prefill', { bundle }, inspector);
    expect(matter.state()).toMatchObject({
      checklist: {
        items: [
          { clause: 'final/17.1', result: 'unmet', prefilled: true, checks: 'opt-out-honoured: fail (2%)' },
          { clause: 'final/21', result: 'met', seen: '当场操作并核对后台配置。' },
        ],
      },
      references: [{ check: 'opt-out-honoured', verdict: 'fail', until: '2026-03-15' }, { verdict: 'pass' }],
    });
    await matter.give('check', { ...exampleItem('final/17.1'), result: 'partly' }, guest);
    await matter.give('prefill', { bundle }, inspector);
    expect(matter.state()).toMatchObject({ checklist: { items: [{ result: 'partly' }, { result: 'met' }] } });
    expect(await matter.refused('check', exampleItem('final/22'), inspector)).toEqual(['inspection/outside-plan']);
  });

  test('a finding rests on evidence that is there', async () => {
    const logs = '00000000-0000-4000-8000-00000000c001';
    const matter = await onSite({
      bundleFindings: async (id) => (id === bundle ? findings : undefined),
      matter: async (kind, id) =>
        kind === 'log-request' && id === logs
          ? { id, kind, owner: 'yunling' as never, place: '440300', state: { status: 'received' } }
          : undefined,
    });
    const find = (more: object) => matter.refused('find', { ...exampleFinding, ...more }, inspector);
    expect(await find({ evidence: 'check', result: `${bundle}/no-such-check` })).toEqual(['inspection/unknown-bundle']);
    expect(await find({ evidence: 'log-request', logs: bundle })).toEqual(['inspection/no-such-logs']);
    expect(await find({ evidence: 'check' })).toEqual(['form/required']);
    expect(await find({ from: '2026-04-01' })).toEqual(['date/in-future']);
    expect(await find({ until: '2026-02-01' })).toEqual(['inspection/period-backwards']);
    expect(await find({ evidence: 'check', result: `${bundle}/opt-out-honoured` })).toEqual([]);
    expect(await find({ evidence: 'log-request', logs })).toEqual([]);
    expect(await find({ evidence: 'statement', said: '值班经理说没有改。' })).toEqual([]);
    expect(matter.state()).toMatchObject({
      found: [{ number: 1 }, { number: 2 }, { number: 3 }],
      references: [{ check: 'opt-out-honoured', verdict: 'fail' }],
    });
    expect(await matter.refused('withdraw-finding', { number: 3 }, inspector)).toEqual(['matter/reason-missing']);
    await matter.give('withdraw-finding', { number: 3 }, inspector, '没有旁证');
    expect(await matter.refused('withdraw-finding', { number: 3 }, inspector, '没有旁证')).toEqual([
      'inspection/no-such-finding',
    ]);
    expect(matter.view(officer)).not.toContain('兴趣标签');
  });

  test('the record takes two, covers the plan, and is signed by a working day', async () => {
    const matter = await onSite();
    await matter.give('check', exampleItem('final/17.1'), inspector);
    const draw = (signBy: string) => matter.refused('draw-record', exampleRecord(signBy), inspector);
    expect(await draw('2026-03-27')).toEqual(['inspection/checklist-open']);
    await matter.give('check', exampleItem('final/21'), inspector);
    expect(await draw('2026-04-06')).toEqual(['date/day-off']);
    expect(await matter.refused('countersign-record', {}, guest)).toEqual(['inspection/not-drawn']);
    expect(await draw('2026-03-27')).toEqual([]);
    expect(await matter.refused('countersign-record', {}, inspector)).toEqual(['inspection/same-officer']);
    // Something new makes the record stale.
    await matter.give('find', exampleFinding, inspector);
    expect(await matter.refused('countersign-record', {}, guest)).toEqual(['inspection/not-drawn']);
    expect(await draw('2026-03-25')).toEqual([]);
    matter.told.on('2026-03-25');
    expect(await matter.refused('countersign-record', {}, guest)).toEqual(['inspection/sign-by-passed']);
  });
});

describe('the company’s turn and the end', () => {
  test('the company reads the findings, says what it thinks and signs in time', async () => {
    const matter = await recorded();
    const { told, id } = matter;
    expect(told.clocks(id)).toMatchObject([{ bearer: 'provider', receipt: { due: '2026-03-27' } }]);
    expect(matter.view(officer)).toContain('兴趣标签');
    expect(matter.view(officer)).not.toMatch(/投诉|检查员|checklist|"notes"/u);
    await matter.give('state-view', { statement: '只影响旧版。' }, editor);
    expect(matter.view(inspector)).toContain('只影响旧版');
    expect(await matter.refused('sign-record', exampleSignature, editor)).toEqual(['matter/not-permitted']);
    expect(await matter.refused('sign-record', { ...exampleSignature, objection: '' }, officer)).toEqual([
      'form/required',
    ]);
    told.on('2026-03-26');
    await matter.give('sign-record', exampleSignature, officer);
    expect(told.clocks(id)).toMatchObject([{ end: { how: 'stopped' } }]);
    expect(matter.state().status).toBe('signed');
  });

  test('a refusal to sign is witnessed by two who are not of the team', async () => {
    const matter = await recorded();
    const record = (more: object) => matter.refused('record-refusal', { ...exampleRefusal, ...more }, inspector);
    const [one] = exampleRefusal['witnesses'] as readonly object[];
    expect(await record({ witnesses: [one] })).toEqual(['form/count']);
    expect(await record({ witnesses: [one, one] })).toEqual(['inspection/witness-twice']);
    expect(await record({ witnesses: [one, { name: '检查员甲', of: '某处' }] })).toEqual([
      'inspection/witness-of-team',
    ]);
    expect(await record({ kind: 'no-answer' })).toEqual(['inspection/too-early']);
    matter.told.on('2026-03-28');
    expect(await record({ kind: 'no-answer' })).toEqual([]);
    expect(matter.state().status).toBe('unsigned');
    await matter.give('state-view', { statement: '我们另行说明。' }, officer);
  });

  test('what follows fits the findings, and another head closes it', async () => {
    const matter = await recorded();
    await matter.give('record-refusal', exampleRefusal, inspector);
    const report = (outcome: string) => matter.refused('report', { ...exampleReport, outcome }, deputy);
    expect(await report('none')).toEqual(['inspection/findings-stand']);
    expect(await report('both')).toEqual([]);
    expect(matter.view(officer)).not.toContain('期限内改正');
    expect(await matter.refused('close', {}, deputy)).toEqual(['inspection/same-officer']);
    expect(await matter.refused('close', {}, inspector)).toEqual(['matter/not-permitted']);
    await matter.give('close', {}, planner);
    expect(matter.state()).toMatchObject({ status: 'closed', follows: ['rectification', 'violation-case'] });
    expect(matter.view(officer)).toContain('期限内改正');
  });

  test('an order to rectify is opened on it once it is closed, and carries what the checks say', async () => {
    const matter = await onSite({ bundleFindings: async () => findings });
    const { told, id } = matter;
    const ordered = (actor: Actor) =>
      told.open(
        'rectification',
        {
          clauses: [{ clause: 'final/17.1' }],
          findings: '仍按兴趣标签排序。',
          measures: [{ what: '不再使用标签。', shownBy: '展示为零。', check: 'opt-out-honoured' }],
          by: '2026-04-15',
        },
        actor,
        id,
      );
    await matter.give(
      'find',
      { ...exampleFinding, evidence: 'check', result: `${bundle}/opt-out-honoured` },
      inspector,
    );
    for (const clause of ['final/17.1', 'final/21']) await matter.give('check', exampleItem(clause), inspector);
    await matter.give('draw-record', exampleRecord('2026-03-27'), inspector);
    await matter.give('countersign-record', {}, guest);
    await matter.give('sign-record', exampleSignature, officer);
    expect(await told.refused(ordered(planner))).toEqual(['matter/parent-state']);
    await matter.give('report', exampleReport, inspector);
    await matter.give('close', {}, planner);
    expect(told.state(await ordered(planner))).toMatchObject({
      references: [
        { kind: 'inspection', matter: id },
        { kind: 'inspection', matter: id, check: 'opt-out-honoured', verdict: 'fail' },
      ],
    });
  });

  test('nothing follows from findings that were withdrawn', async () => {
    const matter = await recorded();
    await matter.give('record-refusal', exampleRefusal, inspector);
    await matter.give('withdraw-finding', { number: 1 }, inspector, '企业的说明成立');
    expect(await matter.refused('report', exampleReport, inspector)).toEqual(['inspection/no-finding']);
    await matter.give('report', { ...exampleReport, outcome: 'none' }, inspector);
    await matter.give('close', {}, deputy);
    expect(matter.state()).toMatchObject({ follows: [] });
  });

  test('it is broken off with a reason, and the clock falls away', async () => {
    const matter = await recorded();
    expect(await matter.refused('break-off', {}, planner)).toEqual(['matter/reason-missing']);
    await matter.give('break-off', {}, planner, '企业停业');
    expect(matter.told.clocks(matter.id)).toMatchObject([{ end: { how: 'lifted' } }]);
  });

  test('notices carry neither findings nor names', async () => {
    const matter = await recorded();
    await matter.give('sign-record', exampleSignature, officer);
    await matter.give('write', { text: '请补交。' }, inspector);
    const told = JSON.stringify(matter.told.notices);
    expect(told).not.toMatch(/兴趣标签|检查员|王例|投诉|旧版|请补交/u);
    expect(told).not.toContain(provider);
  });
});
