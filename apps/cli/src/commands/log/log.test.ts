import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAgo, daysIn, newLogFolder, type LogFolder } from './testing/log-folder.ts';

let folder: LogFolder;
beforeAll(async () => {
  folder = await newLogFolder();
  const { code, complained } = await folder.suanjian('log', 'generate', '--rows', '600', '--days', '3', '--seed', '7');
  expect(complained).toContain('It took');
  expect(code).toBe(0);
}, 120_000);
afterAll(() => folder.remove());

describe('a generated log', () => {
  test('holds the days up to yesterday, and says so in JSON', async () => {
    const { code, said } = await folder.suanjian('log', 'status', '--json');
    expect(code).toBe(0);
    const { families, kinds, leaves } = JSON.parse(said) as {
      readonly families: readonly { family: string; rows: number; from: string; to: string }[];
      readonly kinds: Record<string, number>;
      readonly leaves: number;
    };
    expect(families.find(({ family }) => family === 'exposure')).toMatchObject({
      rows: 600,
      days: 3,
      from: daysAgo(3),
      to: daysAgo(1),
    });
    expect(kinds['batch']).toBe(leaves);
  });

  test('is not changed by the same command', async () => {
    const before = await folder.suanjian('log', 'status', '--json');
    const again = await folder.suanjian('log', 'generate', '--rows', '600', '--days', '3', '--seed', '7');
    expect(again.said).toContain('All of it was in the log already');
    expect(await folder.suanjian('log', 'status', '--json')).toEqual(before);
  });

  test('is not mixed with another, but may be replaced', async () => {
    const other = await folder.copy();
    const refused = await other.suanjian('log', 'generate', '--rows', '500', '--days', '2');
    expect(refused.code).toBe(1);
    expect(refused.complained).toContain('--replace');
    const replaced = await other.suanjian('log', 'generate', '--rows', '500', '--days', '2', '--replace', '--json');
    expect(replaced.code).toBe(0);
    expect(JSON.parse(replaced.said)).toMatchObject({ from: daysAgo(2), rows: { exposure: 500 } });
    const { said } = await other.suanjian('verify', 'log', '--deep');
    expect(said).toContain('All of it agrees.');
    await other.remove();
  }, 120_000);

  test.each([
    ['a violation nobody knows', ['--plant', 'magic=1'], 'no violation named'],
    ['a size out of range', ['--plant', 'opt-out-leak=7'], 'from 0.000001 to 1'],
    ['a violation given twice', ['--plant', 'opt-out-leak=0.1', '--plant', 'opt-out-leak=0.2'], 'given twice'],
    ['days of the future', ['--from', daysAgo(1), '--days', '30'], 'no records of the future'],
    ['no day', ['--from', '2026-02-30'], 'no day of the calendar'],
  ])('refuses %s', async (_, flags, words) => {
    const { code, complained } = await folder.suanjian('log', 'generate', ...flags);
    expect(complained).toContain(words);
    expect(code).toBe(2);
  });

  test('lists what can be planted, with what its size means', async () => {
    const { said } = await folder.suanjian('log', 'generate', '--plants');
    expect(said).toMatch(/^price-by-tenure=0\.\d+\n {2}.+\n {2}.+ \(.+\) → differential-pricing$/mu);
  });
});

describe('coverage', () => {
  test('counts days and finds the gaps of families that should never pause', async () => {
    const { said } = await folder.suanjian('log', 'coverage', '--every', '1m', '--json');
    const { families } = JSON.parse(said) as { families: readonly Record<string, unknown>[] };
    const of = (name: string) => families.find(({ family }) => family === name);
    expect(of('exposure')).toMatchObject({
      rows: 600,
      steady: true,
      missing: [],
      streams: [{ stream: 'demo-platform', rows: 600 }],
    });
    expect(of('exposure')?.['gapCount']).toBeGreaterThan(20);
    expect(of('item')).toMatchObject({ steady: false, gaps: [], gapCount: 0 });
  });

  test('says that it is not completeness, and what the six months ask', async () => {
    const { said } = await folder.suanjian('log', 'coverage', '--family', 'exposure');
    expect(said).toContain('Coverage is not completeness');
    expect(said).toContain('final/28.2, six months');
    expect(said).toContain(`begin on ${daysAgo(3)}`);
  });

  test('needs a length of time and a family', async () => {
    expect(await folder.suanjian('log', 'coverage', '--every', 'often')).toMatchObject({ code: 2 });
    const { code, complained } = await folder.suanjian('log', 'coverage', '--family', 'nothing');
    expect(code).toBe(2);
    expect(complained).toContain('exposure, quote');
  });
});

describe('files', () => {
  test('go in but for the bad records, which are named and kept', async () => {
    const other = await newLogFolder();
    const [day = ''] = await daysIn(join(folder.data, 'log', 'segments'));
    const quotes = await readFile(join(folder.data, 'log', 'segments', day, 'quote.ndjson'), 'utf8');
    await writeFile(join(other.path, 'quotes.ndjson'), `${quotes}{"time":1}\nnot json\n`);
    const ingest = ['log', 'ingest', 'quotes.ndjson', '--family', 'quote', '--reject-file', 'bad.ndjson'] as const;
    const first = await other.suanjian(...ingest);
    expect(first.code).toBe(1);
    const rows = quotes.split('\n').length - 1;
    expect(first.said).toContain(`${rows} records taken, 2 refused.`);
    expect(first.complained).toContain('/provider this field is required and absent');
    expect(await readFile(join(other.path, 'bad.ndjson'), 'utf8')).toBe('{"time":1}\nnot json\n');
    const again = await other.suanjian(...ingest, '--json');
    expect(JSON.parse(again.said)).toMatchObject([{ accepted: rows, repeated: rows, refused: 2 }]);
    expect((await other.suanjian('log', 'generate', '--rows', '500')).complained).toContain('written by somebody');
    await other.remove();
  }, 60_000);

  test('must be there, and of a family', async () => {
    expect(await folder.suanjian('log', 'ingest', '--family', 'quote')).toMatchObject({ code: 2 });
    expect(await folder.suanjian('log', 'ingest', 'x.ndjson', '--family', 'quotes')).toMatchObject({ code: 2 });
    const absent = await folder.suanjian('log', 'ingest', 'absent.ndjson', '--family', 'quote');
    expect(absent.code).toBe(1);
    expect(absent.complained).toContain('absent.ndjson');
  });
});

test('a new key restates what people chose, and their records are found under both', async () => {
  const other = await newLogFolder();
  const record = { action: 'opt-out', provider: 'demo', time: Date.parse(`${daysAgo(9)}T04:00:00Z`), user: 'zhang' };
  await writeFile(join(other.path, 'control.ndjson'), `${JSON.stringify(record)}\n`);
  await writeFile(join(other.path, 'ids.txt'), 'zhang\nnobody\n');
  const ingest = ['log', 'ingest', 'control.ndjson', '--family', 'control'] as const;
  expect((await other.suanjian(...ingest)).complained).toContain('/user');
  await other.suanjian(...ingest, '--identifiers', 'raw');
  expect((await other.suanjian('log', 'new-key', 'absent.txt')).complained).toContain('absent.txt');
  const { said } = await other.suanjian('log', 'new-key', 'ids.txt');
  expect(said).toContain('epoch 2 is in use: 2 people were looked up, 1 choice was restated');
  await other.suanjian(
    'log',
    'extract',
    'out',
    '--user',
    'zhang',
    '--identifiers',
    'raw',
    '--actor',
    'a',
    '--basis',
    'b',
  );
  const rows = (await readFile(join(other.path, 'out', 'control.ndjson'), 'utf8')).trim().split('\n');
  expect(rows.map((row) => /"user":"(p\d)_/u.exec(row)?.[1])).toEqual(['p1', 'p2']);
  expect(rows.join('')).not.toContain('zhang');
  await other.remove();
}, 60_000);

test('a folder without a log says how to begin one', async () => {
  const { code, complained } = await folder.suanjian('log', 'status', '--data-dir', 'nowhere');
  expect(code).toBe(1);
  expect(complained).toContain('suanjian log generate');
});
