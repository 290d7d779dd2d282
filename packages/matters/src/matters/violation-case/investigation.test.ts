import { beforeEach, describe, expect, it } from 'vitest';
import type { CivilDate } from '@suanjian/rulebook';
import { standingOf } from '../../engine/clocks.ts';
import type { Actor } from '../../engine/party.ts';
import { isVisible, viewFor } from '../../engine/view.ts';
import {
  accountOf,
  caseDefinition,
  CaseHouse,
  chair,
  house,
  lead,
  officers,
  one,
  reason,
  secondHead,
  two,
} from '../../testing/case-house.ts';
import { head, officer, otherProvince, stranger } from '../../testing/filing-house.ts';
import { exampleEvidence, exampleFindings, exampleNotice } from './examples.ts';

const at = new CaseHouse();
const { begin, established, give, refused, state, status, clockNamed } = at;

describe('a lead', () => {
  it('is the office’s alone, and a supervisor opens the case with two officers', async () => {
    await begin();
    expect(isVisible(caseDefinition, state(), 'provider')).toBe(false);
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
    expect([status(), isVisible(caseDefinition, state(), 'provider')]).toEqual(['investigating', false]);
    expect(clockNamed('toDecide')).toMatchObject([
      { bearer: 'office', receipt: { clause: 'penalty-law/60', length: 90, unit: 'calendar-day' } },
    ]);
    expect(at.told.notices).toEqual([]);
  });

  it('has no officer who has ever acted for the company', async () => {
    await begin(lead, { lookups: { hasActedFor: async (account) => account === officers.second } });
    expect(await refused('establish', officers, head, reason)).toEqual(['violation-case/interested']);
  });

  it('is about a provider of one’s own place, and about days that have come', async () => {
    at.told = house();
    const tried = (change: object, actor: Actor = one) =>
      at.told.refused(at.told.open('violation-case', { ...lead, ...change }, actor));
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
    expect([status(), isVisible(caseDefinition, state(), 'provider'), at.told.notices]).toEqual([
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
    const view = viewFor(caseDefinition, state(), 'provider', new Set(['confidential', 'personal']));
    for (const secret of ['lead', 'source', 'evidence', 'facts', 'findings', 'references', 'notes', 'agreed'])
      expect(view.state).not.toHaveProperty(secret);
    expect(JSON.stringify(at.told.notices)).not.toContain('用户标签');
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
    expect(state()['evidence']).toMatchObject({ entries: [{ kind: 'electronic' }] });
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
    expect(state()['officers']).toEqual([officers.first, accountOf(chair)]);
  });

  it('lets an officer stand aside, and a head who is an officer not decide on that', async () => {
    await begin();
    await give('establish', { ...officers, second: accountOf(head) }, secondHead, reason);
    await give('stand-aside', {}, head, reason);
    expect(await refused('decide-recusal', { granted: false }, head, reason)).toEqual(['violation-case/own-recusal']);
    await give('decide-recusal', { granted: false }, secondHead, reason);
    expect(state()['recusal']).toBeUndefined();
  });
});

describe('what the rules propose', () => {
  const offersOf = () =>
    (state()['proposal'] as { offers: readonly Record<string, unknown>[]; edition?: string }).offers;

  it('is there from the lead on, by the rules of the act, and says what is established', async () => {
    await established();
    const fine = { measure: 'fine', basis: 'final/31', atLeast: 10_000, atMost: 100_000, with: ['suspend-updates'] };
    expect(offersOf()).toContainEqual({ ...fine, trigger: 'refusal-or-gravity', met: false, particular: false });
    await give('add-evidence', exampleEvidence, one);
    await give('conclude', exampleFindings, one);
    expect(offersOf()).toContainEqual({ ...fine, trigger: 'refusal-or-gravity', met: true, particular: false });
  });

  it('points to other laws where the regulation does, and to nothing before it was in force', async () => {
    await begin({ ...lead, clauses: [{ clause: 'final/21' }] });
    expect(offersOf().map(({ measure }) => measure)).toEqual(['other-law', 'order-to-correct']);
    await begin({ ...lead, from: '2022-01-05', until: '2022-02-28' });
    expect(state()['proposal']).toEqual({ offers: [] });
  });

  it('follows the edition that the installation has chosen', async () => {
    await begin({ ...lead, clauses: [{ clause: 'draft/15.2' }] }, { chosenEdition: 'draft' });
    expect(offersOf()).toContainEqual(expect.objectContaining({ basis: 'draft/27', atLeast: 5_000, atMost: 30_000 }));
    expect(clockNamed('toProsecute')).toMatchObject([{ receipt: { clause: 'penalty-law/36' } }]);
  });
});
