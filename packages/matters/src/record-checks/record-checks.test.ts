import { builtInCalendar, checksOfRecords, civilDate } from '@suanjian/rulebook';
import { describe, expect, it } from 'vitest';
import type { MatterId } from '../engine/identity.ts';
import type { Release } from '../matters/responsibility/registers/releases.ts';
import { judgeRecords, recordChecks } from './record-checks.ts';
import type { ProviderRecords } from './record-check.ts';

const today = civilDate('2026-06-01');
const filing = 'filing-1' as MatterId;
const nothing: ProviderRecords = {
  today,
  calendar: builtInCalendar,
  regulation: 'final',
  filings: [],
  assessments: [],
  answered: [],
  successfulAppeals: 0,
};

const judged = (id: string, records: Partial<ProviderRecords>) => {
  const result = judgeRecords({ ...nothing, ...records }).find((each) => each.id === id);
  if (result === undefined) throw new Error(`no result of ${id}`);
  return [result.verdict, result.looked, result.findings.map(({ text }) => text.en)] as const;
};

const release = (more: Partial<Release> = {}): Release => ({
  algorithm: 'Feed',
  release: '2.0',
  recordedOn: civilDate('2026-05-01'),
  trained: true,
  sources: [{ kind: 'own', allowed: false, personal: true, basis: 'consent' }],
  review: { on: civilDate('2026-05-03'), result: 'approved' },
  from: civilDate('2026-05-03'),
  ...more,
});
const registers = (...releases: readonly Release[]) => ({ registers: { releases, cases: [] } });
const filed = { id: filing, name: 'Feed', version: '2.0' };

describe('checks that records decide', () => {
  it('are those that the rulebook names, with clauses, in both languages', () => {
    expect(recordChecks.map(({ id }) => id).toSorted()).toEqual(checksOfRecords.toSorted());
    for (const { id, clauses, title, question, advice } of judgeRecords(nothing)) {
      expect(clauses, id).not.toEqual([]);
      for (const { zh, en } of [title, question, advice]) {
        expect(zh, id).toMatch(/\p{Script=Han}/u);
        expect(en, id).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('name the clauses of the regulation that the installation goes by, and of no other', () => {
    const clausesUnder = (regulation: 'final' | 'draft') =>
      judgeRecords({ ...nothing, regulation }).find(({ id }) => id === 'timely-answers')?.clauses;
    expect(clausesUnder('final')).toEqual(['final/22', 'checklist/14', 'checklist/15']);
    expect(clausesUnder('draft')).toEqual(['draft/26.1', 'draft/26.2', 'checklist/14', 'checklist/15']);
  });

  it('say of nothing that they do not apply, and never that all is well', () => {
    expect(new Set(judgeRecords(nothing).map(({ verdict }) => verdict))).toEqual(new Set(['not-applicable']));
  });
});

describe('release-approved', () => {
  const { from: _, ...waiting } = release();
  it.each([
    ['reviewed on its day', release(), 'pass', 0],
    ['reviewed later', release({ review: { on: civilDate('2026-05-04'), result: 'approved' } }), 'fail', 1],
    ['refused', release({ review: { on: civilDate('2026-05-02'), result: 'refused' } }), 'fail', 1],
    ['not in service yet', waiting, 'not-applicable', 0],
  ] as const)('%s', (_name, given, verdict, wrong) => {
    const [found, , findings] = judged('release-approved', registers(given));
    expect([found, findings.length]).toEqual([verdict, wrong]);
  });

  it('asks for the release that the filing names, where anything is recorded of that algorithm', () => {
    expect(judged('release-approved', { filings: [filed] })).toEqual(['not-enough-data', 1, []]);
    expect(judged('release-approved', { filings: [filed], ...registers(release()) })[0]).toBe('pass');
    expect(judged('release-approved', { filings: [{ ...filed, version: '3.0' }], ...registers(release()) })).toEqual([
      'fail',
      2,
      ['The filing says that “Feed” runs as 3.0; no such release is recorded.'],
    ]);
  });
});

describe('lawful-data', () => {
  const source = { kind: 'licensed', allowed: true, personal: false } as const;
  it('asks of what serves today, for terms, their end and the ground for personal data', () => {
    const verdict = (...sources: Release['sources']) => judged('lawful-data', registers(release({ sources })));
    expect(verdict(source)).toEqual(['pass', 1, []]);
    expect(verdict({ ...source, until: today })[0]).toBe('pass');
    expect(verdict({ ...source, until: civilDate('2026-05-31') }, source)).toEqual([
      'fail',
      2,
      ['Source 1 (bought or licensed) of 2.0 of “Feed” could be used only until 2026-05-31.'],
    ]);
    expect(verdict({ ...source, allowed: false, personal: true })[2]).toHaveLength(2);
    expect(verdict({ kind: 'synthetic', allowed: false, personal: false })[0]).toBe('pass');
  });

  it('leaves out what serves no more, or not yet', () => {
    const bad = { sources: [{ ...source, allowed: false }] };
    expect(judged('lawful-data', registers(release({ ...bad, until: today })))[0]).toBe('not-applicable');
    expect(judged('lawful-data', registers(release({ ...bad, from: civilDate('2026-06-02') })))[0]).toBe(
      'not-applicable',
    );
  });
});

describe('assessment-current', () => {
  const assessed = (signedOn: string, months = 12) => ({
    filings: [filed],
    assessments: [{ filing, signedOn: civilDate(signedOn), months }],
  });
  it('wants one for every filing, no older than the release and within its months', () => {
    expect(judged('assessment-current', { filings: [filed] })).toEqual([
      'fail',
      1,
      ['“Feed” has no signed safety assessment.'],
    ]);
    expect(judged('assessment-current', assessed('2026-05-03'))[0]).toBe('pass');
    expect(judged('assessment-current', { ...assessed('2026-05-03'), ...registers(release()) })[0]).toBe('pass');
    expect(judged('assessment-current', { ...assessed('2026-05-02'), ...registers(release()) })[2]).toEqual([
      '“Feed” was assessed on 2026-05-02; what serves now began on 2026-05-03.',
    ]);
    expect(judged('assessment-current', assessed('2025-05-28', 12))[2]).toEqual([
      '“Feed” was assessed on 2025-05-28 and was to be assessed again by 2026-05-28.',
    ]);
  });

  it('takes the newest of several, and none of another filing', () => {
    const older = { filing, signedOn: civilDate('2024-01-01'), months: 12 };
    const { filings, assessments } = assessed('2026-05-03');
    expect(judged('assessment-current', { filings, assessments: [older, ...assessments] })[0]).toBe('pass');
    expect(
      judged('assessment-current', { filings, assessments: [{ ...older, filing: 'filing-2' as MatterId }] })[0],
    ).toBe('fail');
  });
});

describe('timely-answers', () => {
  it('counts what is late and what is past its day', () => {
    const kept = { kind: 'complaint', inTime: 5, late: 0, overdue: 0 } as const;
    expect(judged('timely-answers', { answered: [kept] })).toEqual(['pass', 5, []]);
    expect(judged('timely-answers', { answered: [kept, { kind: 'appeal', inTime: 1, late: 2, overdue: 3 }] })).toEqual([
      'fail',
      11,
      ['Of 6 appeals, 2 were answered after the published time and 3 are past it and not answered.'],
    ]);
  });
});

describe('published-cases', () => {
  const told = (publishedOn: string) => ({
    registers: {
      releases: [],
      cases: [{ appeal: filing, title: 't', about: 'a', outcome: 'o', publishedOn: civilDate(publishedOn) }],
    },
  });
  it('wants a recent case where appeals succeeded recently', () => {
    expect(judged('published-cases', { successfulAppeals: 2 })[0]).toBe('fail');
    expect(judged('published-cases', { successfulAppeals: 2, ...told('2026-03-03') })).toEqual(['pass', 2, []]);
    expect(judged('published-cases', { successfulAppeals: 2, ...told('2026-03-02') })[0]).toBe('fail');
    expect(judged('published-cases', told('2026-05-01'))[0]).toBe('not-applicable');
  });
});
