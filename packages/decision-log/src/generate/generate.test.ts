import { createHash } from 'node:crypto';
import { civilDateOf } from '@suanjian/rulebook';
import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../families/families.ts';
import { RecordChecker } from '../record/record-checker.ts';
import { GenerateFault } from './fault.ts';
import { generateLog, type GenerateOptions } from './generate.ts';
import { GenerationTally, summaryLines } from './summary.ts';
import { optionsOf, rowsOf } from './testing/generated.ts';

const traitSubject = (user: string): string =>
  `p1_${createHash('sha256').update(user).digest('base64url').slice(0, 21)}A`;
const small = (sizing: Parameters<typeof optionsOf>[0] = {}): GenerateOptions => optionsOf({ rows: 6007, ...sizing });

const digest = (options: GenerateOptions): string => {
  const hash = createHash('sha256');
  for (const { family, day, ndjson } of generateLog(options)) hash.update(`${family} ${day}\n`).update(ndjson);
  return hash.digest('hex');
};

describe('the generator', () => {
  test('writes exactly the exposures that were asked for, and the other families in proportion', () => {
    const rows = rowsOf(optionsOf({ rows: 20_003 }));
    expect(rows.exposure).toHaveLength(20_003);
    expect(rows.quote.length / 20_003).toBeCloseTo(0.12, 1);
    expect(rows.engagement.length / 20_003).toBeGreaterThan(0.15);
    expect(rows.engagement.length / 20_003).toBeLessThan(0.25);
    expect(rows.dispatch.length / 20_003).toBeCloseTo(0.04, 2);
    expect(rows.chart.length / 20_003).toBeLessThan(0.16);
    for (const name of familyNames) expect([name, rows[name].length > 0]).toEqual([name, name !== 'trait']);
  });

  test.each([1, 2, 45])('fills %i days with rows of each day, in day order', (days) => {
    const seen: string[] = [];
    for (const { day, rows, lines, family } of generateLog(small({ days }))) {
      if (seen.at(-1) !== day) seen.push(day);
      expect(rows).toBeLessThanOrEqual(10_000);
      expect(lines).toHaveLength(rows);
      for (const line of lines) {
        const { time }: { time: number } = JSON.parse(line);
        if (civilDateOf(new Date(time).toISOString()) !== day) expect.fail(`${family} of ${day}: ${line}`);
      }
    }
    expect(seen).toHaveLength(days);
    expect(seen).toEqual(seen.toSorted());
    expect(seen[0]).toBe('2026-03-02');
  });

  test.each([3, 11])('writes canonical rows that the ingest accepts as they are (seed %i)', (seed) => {
    const checkers = new Map(familyNames.map((name) => [name, new RecordChecker(families[name])]));
    const latest = Date.UTC(2027, 0);
    for (const { family, lines } of generateLog(small({ seed, traitSubject })))
      for (const line of lines) {
        const checked = checkers.get(family)?.checkLine(line, { latest });
        if (checked?.outcome !== 'accepted') expect.fail(`${line}: ${JSON.stringify(checked)}`);
        if (checked.line !== line) expect.fail(`not canonical: ${line}`);
      }
  });

  test('gives the same bytes for the same arguments, and others for another seed, day or provider', () => {
    const first = digest(small());
    expect(digest(small())).toBe(first);
    expect(digest(small({ seed: 8 }))).not.toBe(first);
    expect(digest(small({ seed: 7 + 2 ** 32 }))).not.toBe(first);
    expect(digest({ ...small(), provider: 'another' })).not.toBe(first);
  });

  test('draws the same people whatever the civil days are called', () => {
    const later = { ...small(), from: small().from.replace('2026', '2027') as GenerateOptions['from'] };
    expect(new Set(rowsOf(later).account.map(({ user }) => user))).toEqual(
      new Set(rowsOf(small()).account.map(({ user }) => user)),
    );
  });

  test('writes traits only when the key of traits is there', () => {
    const rows = rowsOf(small({ traitSubject }));
    expect(new Set(rows.trait.map(({ trait }) => trait))).toEqual(new Set(['gender', 'age']));
    const users = new Set(rows.account.map(({ user }) => user));
    for (const { subject } of rows.trait) expect(users.has(subject)).toBe(false);
  });

  test.each([
    ['rows', { rows: 99 }, /rows/],
    ['rows', { rows: 1000.5 }, /rows/],
    ['days', { days: 0 }, /days/],
    ['seed', { seed: -1 }, /seed/],
  ])('refuses impossible %s', (_, sizing, message) => {
    const start = (): unknown => generateLog(small(sizing)).next();
    expect(start).toThrow(GenerateFault);
    expect(start).toThrow(message);
  });

  test('refuses a provider that is no token', () => {
    expect(() => generateLog({ ...small(), provider: 'a platform' }).next()).toThrow(/provider/);
  });

  test('refuses a violation that shows only with traits when there are none', () => {
    const options = optionsOf({}, 'proxy-tag=0.5');
    expect(() => generateLog(options).next()).toThrow(/proxy-tag/);
    expect(() => generateLog({ ...options, traitSubject }).next()).not.toThrow();
  });

  test('says what was generated', () => {
    const options = optionsOf({ rows: 6007 }, 'opt-out-leak=0.25');
    const tally = new GenerationTally();
    for (const batch of generateLog(options)) tally.add(batch);
    const summary = tally.summary(options);
    expect(summary).toMatchObject({ from: '2026-03-02', to: '2026-03-15', seed: 7, provider: 'demo-platform' });
    expect(summary.rows.exposure).toBe(6007);
    expect(summary.total).toBe(Object.values(summary.rows).reduce((sum, count) => sum + count, 0));
    const lines = summaryLines(summary);
    expect(lines[0]?.en).toContain('2026-03-02 to 2026-03-15');
    expect(lines.at(-1)?.en).toContain('opt-out-leak=0.25');
    expect(lines.at(-1)?.zh).toContain('opt-out-honoured');
    expect(summaryLines({ ...summary, plants: [] }).at(-1)?.en).toContain('no check should fail');
  });
});
