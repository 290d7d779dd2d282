import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

const day = (name: string, commitment: string) => ({ day: name, commitment });

test('rows come back under the same key and commitment, and under no other', async () => {
  const partials = partialsIn(folder);
  const [first, second] = [day('2026-01-01', 'c'), day('2026-01-02', 'c')];
  await partials.writeDay({ check: 'x' }, first, rows);
  expect(await partials.readDay({ check: 'x' }, first)).toEqual(rows);
  expect(await partials.readDay({ check: 'x' }, day('2026-01-01', 'other'))).toBeUndefined();
  expect(await partials.readDay({ check: 'y' }, first)).toBeUndefined();
  expect(await partials.readDay({ check: 'x' }, second)).toBeUndefined();
  await partials.writeDay({ check: 'x' }, first, []);
  expect(await partials.readDay({ check: 'x' }, first)).toEqual([]);
});

test('facts come back under the same key, and under no other', async () => {
  const partials = partialsIn(folder);
  expect(await partials.readFacts({ types: 'x' })).toBeUndefined();
  await partials.writeFacts({ types: 'x' }, rows);
  expect(await partials.readFacts({ types: 'x' })).toEqual(rows);
  expect(await partials.readFacts({ types: 'y' })).toBeUndefined();
});

test('what was torn or changed by hand is as if it were not there', async () => {
  const partials = partialsIn(folder);
  await partials.writeDay('k', day('2026-01-01', 'c'), rows);
  const file = await fileIn();
  const whole = await readFile(file, 'utf8');
  for (const damaged of [whole.slice(0, -5), whole.replace('"12"', '"13"'), '', 'x']) {
    await writeFile(file, damaged);
    expect(await partials.readDay('k', day('2026-01-01', 'c'))).toBeUndefined();
  }
  await writeFile(file, whole);
  await appendFile(file, '{"by_0":"b","n":"1"}\n');
  expect(await partials.readDay('k', day('2026-01-01', 'c'))).toBeUndefined();
});

describe('sums over the first days', () => {
  const days = ['2026-01-01', '2026-01-02', '2026-01-05', '2026-01-06'].map((name) => day(name, `c-${name}`));

  test('the longest that still holds is taken', async () => {
    const partials = partialsIn(folder);
    expect(await partials.readBeginning('k', days)).toBeUndefined();
    await partials.writeBeginning('k', days.slice(0, 2), rows.slice(0, 1));
    await partials.writeBeginning('k', days.slice(0, 3), rows);
    expect(await partials.readBeginning('k', days)).toEqual({ days: 3, rows });
    expect(await partials.readBeginning('k', days.slice(0, 2))).toEqual({ days: 2, rows: rows.slice(0, 1) });
    expect(await partials.readBeginning('k', days.slice(1))).toBeUndefined();
    expect(await partials.readBeginning('other', days)).toBeUndefined();
    const late = days.with(2, day('2026-01-05', 'changed'));
    expect(await partials.readBeginning('k', late)).toEqual({ days: 2, rows: rows.slice(0, 1) });
  });

  test('a day that was missing and holds records now undoes them', async () => {
    const partials = partialsIn(folder);
    await partials.writeBeginning('k', days, rows);
    expect(await partials.readBeginning('k', days.toSpliced(2, 0, day('2026-01-03', 'c')))).toBeUndefined();
  });

  test('shorter ones make room', async () => {
    const partials = partialsIn(folder);
    for (const count of [1, 2, 3, 4]) await partials.writeBeginning('k', days.slice(0, count), rows);
    const [key = ''] = await readdir(folder);
    expect((await readdir(join(folder, key))).toSorted()).toEqual([
      '2026-01-01..2026-01-05.ndjson',
      '2026-01-01..2026-01-06.ndjson',
    ]);
  });
});
