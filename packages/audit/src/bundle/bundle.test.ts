import { canonicalJson, signerFrom, signNote } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report, ReportResult, ReportUnit } from '../report/schema.ts';
import type { Bundle, BundledUnit } from './bundle-schema.ts';
import { makeBundle } from './make-bundle.ts';
import { bundleSalt, opensBundle, signBundle, verifyBundle } from './signed-bundle.ts';

const salt = 'ab'.repeat(32);
const signer = signerFrom('demo/audit', new Uint8Array(32).fill(7));
const stranger = signerFrom('demo/audit', new Uint8Array(32).fill(8));

const unit = (more: Partial<ReportUnit> = {}): ReportUnit => ({
  by: {},
  verdict: 'pass',
  reason: null,
  estimate: 0.123456789,
  interval: [0.1, 0.2],
  n: 1234,
  p: 0.0123456,
  q: 0.0123456,
  smallestDetectable: 0.0123456,
  values: {},
  notes: [text('有 3 行未计入。', '3 rows were left out.')],
  ...more,
});

const result = (units: readonly ReportUnit[], more: Partial<ReportResult> = {}): ReportResult => ({
  id: 'a-check',
  check: 'a-check',
  method: 'rate-gap',
  clause: 'final/17.1',
  clauses: ['final/17.1'],
  severity: 'duty',
  status: 'live',
  title: text('检查', 'A check'),
  question: text('问', 'q'),
  advice: null,
  verdict: 'pass',
  reason: text('有 7 行', '7 rows'),
  scale: 'difference',
  estimate: units[0]?.estimate ?? null,
  interval: units[0]?.interval ?? null,
  n: units.reduce((sum, { n }) => sum + n, 0),
  p: 0.5,
  q: 0.5,
  materiality: 0.02,
  smallestDetectable: 0.01,
  level: 0.05,
  leading: {},
  units: [...units],
  values: {},
  notes: [],
  ...more,
});

const report = (results: readonly ReportResult[]): Report => ({
  format: 'suanjian-audit/1',
  results: [...results],
  receipt: {
    format: 'suanjian-audit-receipt/1',
    edition: 'final',
    software: { suanjian: '0.1.0', clickhouse: '26.7' },
    data: {
      kind: 'log',
      provider: 'demo',
      from: '2026-01-01',
      to: '2026-01-31',
      treeSize: 5000,
      root: 'aa',
      commitment: 'bb',
    },
    questions: results.map(({ id }) => ({
      id,
      check: { id, version: 100 },
      method: { id: 'rate-gap', version: 100 },
      definition: 'cc',
      parameters: { secret: 3 },
    })),
    seed: 1,
    error: { year: 0.05, runsPerYear: 10, run: 0.005 },
  },
  run: { started: '2026-02-01T00:00:00.000Z', milliseconds: 5, host: 'a-host', notes: [] },
});

const filing = '330106900000102260017';

describe('what a bundle holds back', () => {
  test.each<[string, ReportUnit, ReportResult['scale']]>([
    ['a small unit', unit({ n: 9 }), 'difference'],
    ['a few rows that break a rule', unit({ estimate: 3 }), 'count'],
    ['a share of a few rows', unit({ estimate: 5 / 1234 }), 'share'],
    ['a share of all but a few rows', unit({ estimate: 1229 / 1234 }), 'share'],
    [
      'a small group inside',
      unit({ values: { groups: { a: { n: 1000, rate: 0.5 }, b: { n: 4, rate: 0.25 } } } }),
      'difference',
    ],
  ])('%s', (_, given, scale) => {
    const { results } = makeBundle(report([result([given], { scale })]), { filing, salt });
    expect(results[0]?.units[0]).toEqual({
      by: {},
      verdict: 'pass',
      estimate: null,
      interval: null,
      n: null,
      p: null,
      q: null,
      smallestDetectable: null,
      suppressed: true,
    });
    expect(results[0]).toMatchObject({
      verdict: 'pass',
      estimate: null,
      interval: null,
      n: null,
      p: null,
      q: null,
      suppressed: true,
    });
  });

  test('and what it shows', () => {
    const { results } = makeBundle(report([result([unit({ values: { groups: { a: { n: 1000 } } } })])]), {
      filing,
      salt,
    });
    expect(results[0]?.units[0]).toMatchObject({
      estimate: 0.123,
      interval: [0.1, 0.2],
      n: 1230,
      p: 0.012,
      suppressed: false,
    });
    expect(results[0]).toMatchObject({ n: 1230, check: 'a-check', clause: 'final/17.1', suppressed: false });
  });

  test('a unit that is a person refuses the whole bundle', () => {
    const people = report([result([unit({ by: { user: 'p1_AAAAAAAAAAAAAAAAAAAAAA' } })])]);
    expect(() => makeBundle(people, { filing, salt })).toThrow(/which are people/);
  });
});

describe('for any report', () => {
  const scales = ['difference', 'relative', 'ratio', 'count', 'share', 'none'] as const;
  const example = fc.record({ row: fc.string({ minLength: 12, maxLength: 20 }).map((row) => `example-row-${row}`) });
  const units = fc.array(
    fc.record({
      n: fc.oneof(fc.nat(30), fc.nat(100_000)),
      counted: fc.oneof(fc.nat(30), fc.nat(1_000_000)),
      group: fc.oneof(fc.nat(30), fc.nat(1000)),
      examples: fc.array(example, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  test('no count from 1 to 9, no row and no total to subtract from gets out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...scales), units, (scale, given) => {
        const written = given.map(({ n, counted, group, examples }, index) =>
          unit({
            by: { unit: `u${index}` },
            n,
            estimate: scale === 'share' ? Math.min(counted, n) / Math.max(n, 1) : scale === 'count' ? counted : 0.5,
            interval: scale === 'count' ? [counted, counted + 3] : [0, 1],
            values: { groups: [{ n: group }], examples },
          }),
        );
        const bundle = makeBundle(report([result(written, { scale })]), { filing, salt });
        const text = JSON.stringify(bundle);
        expect(text).not.toContain('example-row-');
        expect(text).not.toContain('left out');
        expect(text).not.toContain('a-host');
        const [bundled] = bundle.results;
        for (const [index, entry] of (bundled?.units ?? []).entries()) {
          const source = given[index];
          if (source === undefined) throw new Error('no unit');
          const small = [
            source.n,
            source.group,
            ...(scale === 'count' || scale === 'share' ? [source.counted] : []),
          ].some((count) => count > 0 && count < 10);
          if (small && !(scale === 'share' && source.n === 0)) expect(entry.suppressed).toBe(true);
          if (entry.n !== null) {
            expect(entry.n).toBeGreaterThanOrEqual(10);
            expect(entry.n % 10).toBe(0);
          }
          if (scale === 'count' && entry.estimate !== null && entry.estimate !== 0)
            expect(entry.estimate).toBeGreaterThanOrEqual(10);
          if (scale === 'count') for (const end of entry.interval ?? []) expect((end ?? 0) % 10).toBe(0);
        }
        const open = bundled?.units.every(({ suppressed }) => !suppressed) === true;
        const note = signNote(`suanjian-bundle/1\n${canonicalJson(bundle)}\n`, [signer]);
        expect(verifyBundle(note, [signer.verifier]).outcome).toBe('verified');
        // A total is shown only when it is the sum of what is shown anyway.
        expect(bundled?.n).toBe(open ? bundled.units.reduce((sum, { n }) => sum + (n ?? 0), 0) : null);
      }),
    );
  });
});

const nothing = { estimate: null, interval: null, n: null, p: null, q: null, smallestDetectable: null } as const;

describe('a signed bundle', () => {
  const given = report([result([unit()])]);
  const note = signBundle(given, { filing, signer });

  test('is verified by its key, and opened by its report and salt alone', () => {
    const checked = verifyBundle(note, [signer.verifier]);
    if (checked.outcome !== 'verified') throw new Error(checked.reason.en);
    expect(checked).toMatchObject({ signer: { name: 'demo/audit', id: signer.verifier.id }, bundle: { filing } });
    const opening = bundleSalt(given, signer);
    expect(opensBundle(checked.bundle, given, opening)).toBe(true);
    expect(opensBundle(checked.bundle, given, bundleSalt(given, stranger))).toBe(false);
    expect(opensBundle(checked.bundle, report([result([unit({ n: 1235 })])]), opening)).toBe(false);
  });

  test.each<[string, string, RegExp]>([
    ['a verdict that was changed', note.replace('"verdict":"pass"', '"verdict":"fail"'), /altered or forged/],
    ['another filing', note.replace(filing, `${filing.slice(0, -1)}8`), /altered or forged/],
    ['no note at all', '{}', /not a signed note/],
    [
      'another signature',
      note.replace(/— .*\n$/u, signBundle(given, { filing, signer: stranger }).split('\n').at(-2) ?? ''),
      /not a signed note|No trusted key/,
    ],
  ])('is refused with %s', (_, changed, words) => {
    const checked = verifyBundle(changed, [signer.verifier]);
    expect(checked.outcome).toBe('refused');
    if (checked.outcome === 'refused') expect(checked.reason.en).toMatch(words);
  });

  test('is refused by whoever does not know the key', () => {
    expect(verifyBundle(note, [stranger.verifier])).toMatchObject({ outcome: 'refused' });
  });

  test.each<[string, Partial<BundledUnit>, ReportResult['scale']]>([
    ['numbers behind what is held back', { suppressed: true, n: null, interval: null }, 'difference'],
    ['a number of rows behind what is held back', { ...nothing, suppressed: true, n: 1230 }, 'difference'],
    ['a few rows that break a rule', { estimate: 3, interval: null }, 'count'],
    ['a few rows at the end of an interval', { estimate: 10, interval: [3, 20] }, 'count'],
    ['a share of a few rows', { estimate: 0.00163 }, 'share'],
    ['a share of all but a few rows', { estimate: 0.997 }, 'share'],
    ['an exact estimate, from which a count can be had', { estimate: 0.123456789 }, 'share'],
    ['an exact chance', { p: 0.0123456 }, 'difference'],
    ['a person as a unit', { by: { who: 'p1_AAAAAAAAAAAAAAAAAAAAAA' } }, 'difference'],
  ])('is refused, whoever made it, with %s', (_, more, scale) => {
    const [made] = makeBundle(given, { filing, salt }).results;
    if (made === undefined) throw new Error('no result');
    const sent = (units: readonly BundledUnit[]): Bundle => ({
      ...makeBundle(given, { filing, salt }),
      results: [{ ...made, ...nothing, suppressed: true, scale, units: [...units] }],
    });
    const verdictOf = (bundle: Bundle) =>
      verifyBundle(signNote(`suanjian-bundle/1\n${canonicalJson(bundle)}\n`, [signer]), [signer.verifier]);
    const [sound] = made.units;
    if (sound === undefined) throw new Error('no unit');
    const inTens = scale === 'count' ? { estimate: 20, interval: [10, 30] as [number, number] } : {};
    expect(verdictOf(sent([{ ...sound, ...inTens }]))).toMatchObject({ outcome: 'verified' });
    expect(verdictOf(sent([{ ...sound, ...inTens, ...more }]))).toMatchObject({ outcome: 'refused' });
  });
});
