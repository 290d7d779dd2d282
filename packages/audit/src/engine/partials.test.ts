import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { partialsIn } from './partials.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-partials-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const rows = [
  { by_0: 'a', n: '12' },
  { by_0: null, n: '3' },
];
const fileIn = async (): Promise<string> => {
  const [key = ''] = await readdir(folder);
  const [file = ''] = await readdir(join(folder, key));
  return join(folder, key, file);
};

test('rows come back under the same key and commitment, and under no other', async () => {
  const partials = partialsIn(folder);
  await partials.write({ check: 'x' }, { day: '2026-01-01', commitment: 'c', rows });
  expect(await partials.read({ check: 'x' }, '2026-01-01', 'c')).toEqual(rows);
  expect(await partials.read({ check: 'x' }, '2026-01-01', 'other')).toBeUndefined();
  expect(await partials.read({ check: 'y' }, '2026-01-01', 'c')).toBeUndefined();
  expect(await partials.read({ check: 'x' }, '2026-01-02', 'c')).toBeUndefined();
  await partials.write({ check: 'x' }, { day: '2026-01-01', commitment: 'c', rows: [] });
  expect(await partials.read({ check: 'x' }, '2026-01-01', 'c')).toEqual([]);
});

test('what was torn or changed by hand is as if it were not there', async () => {
  const partials = partialsIn(folder);
  await partials.write('k', { day: '2026-01-01', commitment: 'c', rows });
  const file = await fileIn();
  const whole = await readFile(file, 'utf8');
  for (const damaged of [whole.slice(0, -5), whole.replace('"12"', '"13"'), '', 'x']) {
    await writeFile(file, damaged);
    expect(await partials.read('k', '2026-01-01', 'c')).toBeUndefined();
  }
  await writeFile(file, whole);
  await appendFile(file, '{"by_0":"b","n":"1"}\n');
  expect(await partials.read('k', '2026-01-01', 'c')).toBeUndefined();
});
