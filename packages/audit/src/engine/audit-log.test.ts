import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type LogStore } from '@suanjian/decision-log';
import type { LeafEntry } from '@suanjian/evidence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadExample, loadRecords, prepareLogTables } from '../checks/testing/example-log.ts';
import { exampleRecord } from '../checks/testing/example-records.ts';
import { errorBudget } from '../receipt/receipt.ts';
import { comparedPart, compareReports } from '../receipt/rerun.ts';
import { reportSchema } from '../report/schema.ts';
import { auditLog, type LogAudit, type LogAuditOutcome } from './audit-log.ts';
import type { Check } from './check.ts';
import { partialsIn } from './partials.ts';
import { shareCheck } from './testing/fake-check.ts';
import { shareMethod } from './testing/fake-method.ts';

let folder = '';
let store: LogStore;
let leaves: readonly LeafEntry[];

const provider = 'demo';
const exposures = (
  day: string,
  surface: string,
  personalised: number,
  plain: number,
): readonly Record<string, unknown>[] =>
  Array.from({ length: personalised + plain }, (_, index) => ({
    time: `${day}T12:00:00+08:00`,
    surface,
    personalised: index < personalised,
    position: 1 + (index % 10),
    request: `${day}-${surface}-${index}`,
    user: `user-${index % 7}`,
  }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-audit-'));
  store = await openStore({
    kind: 'embedded',
    folder: join(folder, 'store'),
    caps: { seconds: 3, memoryBytes: 400_000_000 },
  });
  await prepareLogTables(store);
  const records = {
    exposure: [
      ...exposures('2026-01-01', 'feed', 400, 1600),
      ...exposures('2026-01-01', 'search', 0, 40_000),
      ...exposures('2026-01-02', 'feed', 300, 1700),
      ...exposures('2026-01-04', 'feed', 10, 10).map((record) => ({ ...record, algorithm: 'home' })),
    ],
    control: [{ time: '2026-01-01T09:00:00+08:00', user: 'user-1' }],
  };
  leaves = await loadExample(store, { records }, provider);
  await loadExample(store, { records: { exposure: exposures('2026-01-01', 'feed', 5, 5) } }, 'other');
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const audited = (more: Partial<LogAudit> = {}): Promise<LogAuditOutcome> =>
  auditLog({
    session: store.auditor,
    clickhouse: store.version,
    leaves,
    checks: [shareCheck],
    methodOf: (id) => (id === shareMethod.id ? shareMethod : undefined),
    edition: 'final',
    provider,
    seed: 1,
    error: errorBudget(1),
    host: 'here',
    clock: () => 0,
    ...more,
  });

const check = (id: string, more: Partial<Check>): Check => ({ ...shareCheck, id, ...more });

describe('a report', () => {
  test('says by unit what was found, with rows to look at', async () => {
    const { report } = await audited();
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    const [result] = report?.results ?? [];
    expect(result).toMatchObject({
      check: 'test-share',
      clause: 'final/17.1',
      verdict: 'fail',
      leading: { surface: 'feed' },
      n: 44_020,
    });
    expect(result?.units.map(({ by, verdict, n }) => ({ by, verdict, n }))).toEqual([
      { by: { surface: 'feed' }, verdict: 'fail', n: 4020 },
      { by: { surface: 'search' }, verdict: 'pass', n: 40_000 },
    ]);
    expect(result?.units[0]?.estimate).toBe(Number((710 / 4020).toPrecision(12)));
    expect(result?.units[0]?.values['examples']).toHaveLength(10);
    expect(report?.receipt.data).toMatchObject({
      kind: 'log',
      provider,
      from: '2026-01-01',
      to: '2026-01-04',
      treeSize: leaves.length,
    });
  });

  test('is of the period and with the parameters that were asked for', async () => {
    const { report } = await audited({
      from: '2026-01-02',
      to: '2026-01-02',
      parameters: { 'test-share': { places: 1 } },
    });
    expect(report?.results[0]).toMatchObject({ n: 200, estimate: 0.15 });
    expect(report?.receipt.questions[0]?.parameters).toMatchObject({ check: { places: 1, materiality: 0.01 } });
  });
});

describe('what a run keeps of earlier ones', () => {
  test('changes no byte, and a new day alone is read', async () => {
    const partials = partialsIn(join(folder, 'partials'));
    const plain = await audited();
    const first = await audited({ partials, to: '2026-01-02' });
    const second = await audited({ partials });
    const third = await audited({ partials });
    expect([first, second, third].map(({ answers: [answer] }) => [answer?.daysRead, answer?.daysKept])).toEqual([
      [2, 0],
      [1, 2],
      [0, 3],
    ]);
    expect(bytesOf(second)).toBe(bytesOf(plain));
    expect(bytesOf(third)).toBe(bytesOf(plain));
  });

  test('is not used for another definition, parameter or provider', async () => {
    const partials = partialsIn(join(folder, 'partials-2'));
    await audited({ partials });
    const others = [
      await audited({ partials, parameters: { 'test-share': { places: 3 } } }),
      await audited({ partials, checks: [check('test-share', { by: ['upper(surface)'] })] }),
      await audited({ partials, provider: 'other', from: '2026-01-01', to: '2026-01-01' }),
    ];
    expect(others.map(({ answers: [answer] }) => answer?.daysKept)).toEqual([0, 0, 0]);
  });

  test('is not asked for again: no types, and of what the log holds only what was not found', async () => {
    const partials = partialsIn(join(folder, 'partials-3'));
    const asked: string[] = [];
    const session: LogAudit['session'] = {
      ...store.auditor,
      query: (sql, ...more) => {
        asked.push(sql);
        return store.auditor.query(sql, ...more);
      },
    };
    const checks = [check('test-share', { needs: ['exposure.algorithm'] })];
    const first = await audited({ partials, checks, session, to: '2026-01-02' });
    expect(first.report?.results[0]?.verdict).toBe('not-applicable');
    expect(asked.filter((sql) => sql.includes('found_'))).toHaveLength(2);
    asked.length = 0;
    const second = await audited({ partials, checks, session });
    expect(second.report?.results[0]?.verdict).toBe('fail');
    expect(asked.filter((sql) => sql.includes('found_')).join('')).toMatch(
      /algorithm.*day BETWEEN toDate\('2026-01-04'\)|algorithm.*day = toDate\('2026-01-04'\)/su,
    );
    expect(asked.filter((sql) => sql.startsWith('DESCRIBE'))).toHaveLength(1);
    asked.length = 0;
    const third = await audited({ partials, checks, session });
    expect(asked.filter((sql) => sql.startsWith('DESCRIBE') || sql.includes('found_'))).toEqual([]);
    expect(bytesOf(third)).toBe(bytesOf(second));
    expect(bytesOf(second)).toBe(bytesOf(await audited({ checks })));
  });

  test('agrees with one statement over all days', async () => {
    const whole = { ...shareMethod, additive: false };
    const { report } = await audited({ methodOf: () => whole });
    const { report: byDay } = await audited();
    expect(report?.results.map(({ units }) => units.map(({ estimate, n }) => ({ estimate, n })))).toEqual(
      byDay?.results.map(({ units }) => units.map(({ estimate, n }) => ({ estimate, n }))),
    );
  });
});

const bytesOf = ({ report }: LogAuditOutcome): string => {
  if (report === undefined) throw new Error('no report');
  return comparedPart(report);
};

describe('running again', () => {
  test('says that records came late', async () => {
    const before = await audited({ from: '2026-01-01', to: '2026-01-02' });
    const again = await audited({ from: '2026-01-01', to: '2026-01-02' });
    const late = await loadRecords(
      store,
      'exposure',
      'late',
      exposures('2026-01-02', 'feed', 3, 0).map((record) => exampleRecord('exposure', record, provider)),
    );
    const after = await audited({ from: '2026-01-01', to: '2026-01-02', leaves: [...leaves, ...late] });
    leaves = [...leaves, ...late];
    if (before.report === undefined || again.report === undefined || after.report === undefined)
      throw new Error('no report');
    expect(compareReports(before.report, again.report)).toEqual({ identical: true, differences: [] });
    const { identical, differences } = compareReports(before.report, after.report);
    expect(identical).toBe(false);
    expect(differences.map(({ en }) => en).join(' ')).toMatch(/added late.*The numbers of test-share differ/u);
  });
});

describe('what cannot be asked', () => {
  test('is not applicable when the log does not hold it, and says what', async () => {
    const { report } = await audited({
      checks: [
        check('test-no-family', { families: ['exposure', 'control', 'quote'] }),
        check('test-no-field', { needs: ['exposure.notice'] }),
        shareCheck,
      ],
    });
    expect(report?.results.map(({ verdict }) => verdict)).toEqual(['not-applicable', 'not-applicable', 'fail']);
    expect(report?.results[0]?.reason?.en).toContain('(quote)');
    expect(report?.results[1]?.reason?.en).toContain('exposure.notice');
  });

  test('a check that fails to run ends no other one, and there is no report', async () => {
    const broken = check('test-broken', { relation: 'SELECT nonsense FROM {{exposure}}' });
    const late = check('test-late', { day: 'day + 1' });
    const { report, notRun, answers } = await audited({ checks: [broken, late, shareCheck] });
    expect(report).toBeUndefined();
    expect(notRun.map(({ id }) => id)).toEqual(['test-broken', 'test-late']);
    expect(notRun[0]?.text.en).toContain('nonsense');
    expect(answers.map(({ question, verdict }) => [question.id, verdict])).toEqual([['test-share', 'fail']]);
  });

  test.each([
    [
      'time',
      'SELECT day, row_no, surface, personalised FROM {{exposure}} AS one CROSS JOIN (SELECT position FROM {{exposure}}) AS two WHERE one.position + two.position < {{parameter.places}}',
      /longer|time/iu,
    ],
    [
      'memory',
      'SELECT day, row_no, surface, length(groupArray(repeat(surface, 4000)) OVER ()) > {{parameter.places}} AS personalised FROM {{exposure}}',
      /memory/iu,
    ],
  ])('a check that takes too much %s is stopped, and the others are answered', async (_, relation, words) => {
    const greedy = check('test-greedy', { relation });
    const { report, notRun, answers } = await audited({ checks: [greedy, shareCheck] });
    expect(report).toBeUndefined();
    expect(notRun.map(({ id }) => id)).toEqual(['test-greedy']);
    expect(notRun[0]?.text.en).toMatch(words);
    expect(answers.map(({ question }) => question.id)).toEqual(['test-share']);
  });

  test.each<[string, Partial<LogAudit>, RegExp]>([
    ['a check that is none', { only: ['nothing'] }, /no check “nothing”/],
    [
      'a check of another edition',
      { edition: 'opinions', only: ['test-share'] },
      /serves no clause of the edition opinions but: final\/17\.1/,
    ],
    ['a provider that is none', { provider: 'nobody' }, /no provider “nobody” but: demo, other/],
    ['days without records', { from: '2027-01-01', to: '2027-02-01' }, /holds nothing between 2027-01-01/],
    ['days the wrong way round', { from: '2026-01-02', to: '2026-01-01' }, /after its end/],
    ['an empty log', { leaves: [] }, /The log is empty/],
    ['a parameter it does not have', { parameters: { 'test-share': { size: 1 } } }, /no parameter size/],
  ])('%s', async (_, more, words) => {
    await expect(audited(more)).rejects.toThrow(words);
  });

  test('which of several providers is meant', async () => {
    await expect(audited({ provider: undefined })).rejects.toThrow(/choose one with --provider: demo, other/);
  });
});
