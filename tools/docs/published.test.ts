import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cleaned, writtenLike } from '../../bench/published/figure.ts';
import { pageOf } from '../../bench/published/page.ts';
import { absent, compareAll, type Comparison } from '../../bench/published/run.ts';
import { readPage } from './pages.ts';

const root = join(import.meta.dirname, '..', '..');
const missing = absent();

if (missing !== undefined) test(missing, (context) => context.skip(missing));

describe.skipIf(missing !== undefined)('published figures', () => {
  let comparison: Comparison;

  beforeAll(async () => {
    comparison = await compareAll();
  });

  test('come out to the digits that were printed', () => {
    expect(comparison.lines.length).toBeGreaterThan(200);
    expect(comparison.lines.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test('what the sources found is reported, and what only seems to be there is not', () => {
    expect(comparison.verdicts.length).toBeGreaterThan(10);
    expect(comparison.verdicts.filter(({ agrees }) => !agrees)).toEqual([]);
  });

  test('the page holds what comes out; `npm run bench -- audit-published` writes it', () => {
    expect(readPage(root, 'docs/reference/published.md')).toBe(pageOf(comparison));
  });
});

describe('digits', () => {
  test.each([
    ['9.700000000000001', 9.7, '9.7'],
    ['19.53035509736541', 19.5303550974, '19.5303550974'],
    ['.731', 0.731153662162, '0.731'],
    ['-.0905', -0.0905135988953, '-0.0905'],
    ['39', 38.794, '39'],
    ['0.5', 0.45, '0.5'],
    ['0.4', 0.45, '0.4'],
    ['17.7', 17.76, '17.8'],
  ])('of %s, ours being %d: %s', (printed, ours, written) => {
    expect(Number(writtenLike(printed, ours))).toBe(Number(written));
  });

  test('noise behind the twelfth digit is left out', () => expect(cleaned('56.99999999999999')).toBe('57'));
});
