import { describe, expect, test } from 'vitest';
import { viewFor } from '../../engine/view.ts';
import { editor, officer } from '../../testing/filing-house.ts';
import {
  accountOf,
  definition,
  deputy,
  everything,
  guest,
  inspector,
  onSite,
  planner,
  ready,
  recorded,
} from '../../testing/inspection-house.ts';
import { exampleIdentity, exampleRecord, exampleReport, exampleSignature } from './examples.ts';

const why = '曾在竞争对手任职。';
const asked = { officer: 2 };

describe('who shows identity', () => {
  test('is kept, each of them, for whoever was there', async () => {
    const matter = await onSite();
    expect(matter.state()).toMatchObject({
      identities: { officers: [{ certificate: '粤A-1001', toWhom: '王例' }, { certificate: '浙A-1003' }] },
    });
    const masked = JSON.stringify(viewFor(definition, matter.state(), 'provider', new Set(), accountOf(officer)).state);
    expect(masked).not.toMatch(/粤A-1001|王例/u);
    expect(matter.view(officer)).toContain('浙A-1003');
    const opened = viewFor(definition, matter.state(), 'provider', everything, accountOf(officer));
    expect(opened.disclosed.map(({ pointer }) => pointer)).toContain('/identities/officers');
  });

  test('of whoever came on another day nothing is kept', async () => {
    const matter = await ready();
    matter.told.on('2026-03-23');
    await matter.give('show-identity', { ...exampleIdentity, certificate: '浙A-1003' }, guest);
    matter.told.on('2026-03-24');
    await matter.give('show-identity', exampleIdentity, inspector);
    await matter.give('begin', { ...exampleIdentity, certificate: '粤B-2002' }, deputy);
    const { identities } = matter.state() as { readonly identities?: { readonly officers: readonly object[] } };
    expect(identities?.officers).toMatchObject([{ certificate: '粤A-1001' }, { certificate: '粤B-2002' }]);
  });
});

describe('an officer whom the company asks to stand aside', () => {
  test('is named by the company’s officer with a reason, once it has met them', async () => {
    const before = await ready();
    expect(await before.refused('ask-recusal', asked, officer, why)).toEqual(['matter/wrong-state']);
    const matter = await onSite();
    expect(await matter.refused('ask-recusal', asked, editor, why)).toEqual(['matter/not-permitted']);
    expect(await matter.refused('ask-recusal', asked, officer)).toEqual(['matter/reason-missing']);
    expect(await matter.refused('ask-recusal', { officer: 3 }, officer, why)).toEqual(['inspection/no-such-officer']);
    expect(await matter.refused('decide-recusal', { granted: true }, planner, why)).toEqual(['inspection/no-recusal']);
    await matter.give('ask-recusal', asked, officer, why);
    expect(await matter.refused('ask-recusal', { officer: 1 }, officer, why)).toEqual(['inspection/recusal-open']);
    expect(JSON.stringify(matter.told.notices)).not.toContain(why);
    expect([matter.offered(officer), matter.offered(planner)]).toMatchObject([
      expect.not.arrayContaining(['ask-recusal']),
      expect.arrayContaining(['decide-recusal']),
    ]);
  });

  test('leaves the team once a head agrees, and what they drew is drawn anew', async () => {
    const matter = await onSite();
    for (const clause of ['final/17.1', 'final/21'])
      await matter.give('check', { clause, result: 'met', seen: '当场操作。' }, guest);
    await matter.give('draw-record', exampleRecord('2026-03-27'), guest);
    await matter.give('ask-recusal', asked, officer, why);
    expect(await matter.refused('decide-recusal', { granted: true }, inspector, why)).toEqual(['matter/not-permitted']);
    expect(await matter.refused('decide-recusal', { granted: true }, planner)).toEqual(['matter/reason-missing']);
    await matter.give('decide-recusal', { granted: true }, planner, '关系属实。');
    const left = expect.objectContaining({ account: accountOf(guest), standing: 'recused' });
    expect(matter.state()).toMatchObject({
      recusal: undefined,
      drawn: undefined,
      team: expect.arrayContaining([left]),
    });
    expect([guest, deputy].map((actor) => matter.offered(actor).includes('find'))).toEqual([false, true]);
    expect(await matter.refused('countersign-record', {}, inspector)).toEqual(['inspection/not-drawn']);
    expect(await matter.refused('ask-recusal', asked, officer, why)).toEqual(['inspection/no-such-officer']);
    await matter.give('draw-record', exampleRecord('2026-03-27'), inspector);
    await matter.give('countersign-record', {}, deputy);
  });

  test('never decides on it, and nothing is closed while it is open', async () => {
    const matter = await ready();
    matter.told.on('2026-03-23');
    await matter.give('show-identity', exampleIdentity, inspector);
    await matter.give('begin', exampleIdentity, deputy);
    await matter.give('ask-recusal', asked, officer, why);
    expect(await matter.refused('decide-recusal', { granted: false }, deputy, why)).toEqual(['inspection/own-recusal']);

    const other = await recorded();
    await other.give('sign-record', exampleSignature, officer);
    await other.give('report', exampleReport, inspector);
    await other.give('ask-recusal', asked, officer, why);
    expect(await other.refused('close', {}, planner)).toEqual(['inspection/recusal-open']);
    await other.give('decide-recusal', { granted: false }, deputy, '没有利害关系。');
    expect(other.offered(guest)).toContain('report');
    await other.give('close', {}, planner);
    expect(other.told.notices.some(({ subject }) => subject.en === 'Decided on standing aside')).toBe(true);
  });
});
