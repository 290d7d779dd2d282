import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@suanjian/decision-log';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checks } from '../checks/checks.ts';
import { methodOf } from '../methods/methods.ts';
import { loadPack } from './load-pack.ts';
import { PackFault } from './pack-fault.ts';
import { checkedRelation } from './packed-relation.ts';
import { tryExamples } from './try-examples.ts';

const sample = new URL('../../../../examples/check-pack', import.meta.url).pathname;
const known = { methodOf, checks };

let folder = '';
let written = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-pack-'));
  written = await readFile(join(sample, 'night-popups.yaml'), 'utf8');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const problemsOf = async (changed: string): Promise<string> => {
  await writeFile(join(folder, 'a.yaml'), changed);
  try {
    await loadPack(folder, known);
  } catch (error) {
    if (error instanceof PackFault)
      return error.problems.map(({ line, reason }) => `${line ?? ''} ${reason.en}`).join('\n');
    throw error;
  }
  return '';
};

test('the sample pack says of its examples what it should, on a real store', async () => {
  const packed = await loadPack(sample, known);
  expect(packed.map(({ id }) => id)).toEqual(['night-popups']);
  const store = await openStore({ kind: 'embedded', folder });
  try {
    const tried = await tryExamples(store, packed, methodOf);
    expect(tried.map(({ differences }) => differences)).toEqual([[], [], [], []]);
    const [check] = packed;
    const wrong =
      check === undefined
        ? []
        : [{ ...check, examples: check.examples.map((example) => ({ ...example, verdict: 'fail' as const })) }];
    expect(
      (await tryExamples(store, wrong, methodOf)).filter(({ differences }) => differences.length > 0),
    ).toHaveLength(3);
  } finally {
    await store.close();
  }
});

describe('a pack is refused with file, line and what to do', () => {
  test.each<[string, (sound: string) => string, RegExp]>([
    ['no YAML', (sound) => `${sound}\n  - : [`, /this is no YAML/],
    [
      'aliases that grow beyond measure',
      (sound) =>
        `${sound}\na: &a [x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: [*b, *b, *b, *b, *b, *b, *b, *b]\n`,
      /cannot be resolved/,
    ],
    ['a key that is none', (sound) => sound.replace('method: invariant', 'methods: invariant'), /method/],
    ['a method that is none', (sound) => sound.replace('method: invariant', 'method: magic'), /no method magic/],
    [
      'a part that is none',
      (sound) => sound.replace('must: fitting', 'mist: fitting'),
      /part must of invariant is missing[\s\S]*has no part mist/,
    ],
    ['a clause that is none', (sound) => sound.replace('final/18.2', 'final/99'), /no clause final\/99/],
    ['another severity', (sound) => sound.replace('severity: duty', 'severity: advisory'), /final\/18\.2 is duty/],
    [
      'a family that is not named',
      (sound) => sound.replace('families: [exposure]', 'families: [exposure, quote]'),
      /name quote, which it does not read/,
    ],
    [
      'a field that is none',
      (sound) => sound.replace('exposure.audience', 'exposure.nothing'),
      /exposure\.nothing is no optional field/,
    ],
    [
      'a parameter that is not defined',
      (sound) => sound.replace('{{parameter.endsAt}}', '{{parameter.other}}'),
      /other is used and not defined/,
    ],
    [
      'an expression for a part',
      (sound) => sound.replace('must: fitting', 'must: "fitting OR true"'),
      /^\d+ parts\.must: a column/,
    ],
    [
      'one language only',
      (sound) => sound.replace('zh: 夜间向未成年人弹窗', 'zh: pop-ups'),
      /title has no Chinese text/,
    ],
    [
      'the present time',
      (sound) => sound.replace("toHour(toTimeZone(time, 'Asia/Shanghai'))", 'toHour(now())'),
      /present time/,
    ],
  ])('%s', async (_, change, words) => {
    expect(await problemsOf(change(written))).toMatch(words);
  });

  test('a name that is taken', async () => {
    await writeFile(join(folder, 'b.yaml'), written);
    expect(await problemsOf(written)).toMatch(/a check night-popups already/);
  });

  test('no file at all', async () => {
    await expect(loadPack(folder, known)).rejects.toThrow(/holds no \.yaml file/);
    await expect(loadPack(join(folder, 'none'), known)).rejects.toThrow(/cannot be read/);
  });
});

describe('the SQL of a pack reads its families and nothing else', () => {
  const parameters = { word: "a' FROM system.tables --", list: ['x'] };
  test.each([
    'SELECT day, user FROM {{exposure}} AS e WHERE has({{parameter.list}}, e.surface)',
    'WITH off AS (SELECT user FROM {{control.history}}) SELECT e.day FROM {{exposure}} AS e INNER JOIN off ON off.user = e.user WHERE e.surface = {{parameter.word}}',
  ])('lets through: %s', (relation) => {
    const checked = checkedRelation(relation, parameters);
    expect(checked.replaceAll(/\s+/gu, '')).toBe(relation.replaceAll(/\s+/gu, ''));
    expect(checkedRelation(checked, parameters)).toBe(checked);
  });

  test.each([
    "SELECT '{{exposure}}' FROM {{exposure}}",
    "SELECT '{{parameter.word}}' FROM {{exposure}}",
    'SELECT `{{exposure}}` FROM {{exposure}}',
    'SELECT x{{exposure}} FROM {{exposure}}',
    'SELECT * FROM log.account, {{exposure}}',
    'SELECT * FROM account',
    'SELECT * FROM {{parameter.word}}',
    "SELECT * FROM file('/etc/passwd')",
    "SELECT file('/etc/passwd') FROM {{exposure}}",
    "SELECT * FROM {{exposure}} UNION ALL SELECT * FROM url('http://x')",
    'SELECT * FROM {{exposure}}; DROP TABLE log.exposure',
    'SELECT * FROM {{exposure}} /* {{control}} */',
    'SELECT * FROM {{exposure}} SETTINGS readonly = 0',
    "SELECT dictGet('d', 'x', 1) FROM {{exposure}}",
    'SELECT * FROM system.tables',
    'SELECT user IN system.users FROM {{exposure}}',
    'INSERT INTO log.exposure SELECT * FROM {{exposure}}',
    'SELECT sleep(3) FROM {{exposure}}',
  ])('refuses: %s', (relation) => {
    expect(() => checkedRelation(relation, parameters)).toThrow(Error);
  });
});
