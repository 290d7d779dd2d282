import { appendFile, mkdir, readFile, rename, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { parquetWriteFile } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { body, noon, row } from '../ingest/testing/rows.ts';
import { openTestLog, temporaryFolder } from '../ingest/testing/with-folder.ts';
import type { DecisionLog } from '../ingest/decision-log.ts';
import { keyFolder } from '../ingest/journal-view.ts';
import type { FamilyName } from '../families/families.ts';
import { ingestFiles, type IngestOptions } from './ingest-files.ts';

const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  const file = join(await temporaryFolder(), name);
  await writeFile(file, content);
  return file;
};

const rowsIn = async (log: DecisionLog): Promise<readonly unknown[]> => {
  const rows: unknown[] = [];
  for (const { index, leaf } of log.view.index.entries()) {
    if (leaf.kind !== 'batch') continue;
    const lines = (await log.view.rows(index)).toString().trimEnd().split('\n');
    rows.push(...lines.map((line) => JSON.parse(line) as unknown));
  }
  return rows;
};

const ingest = async (file: string, family: FamilyName, options: Partial<IngestOptions> = {}) => {
  const log = await openTestLog(await temporaryFolder());
  const [result] = await ingestFiles(log, [file], { family, ...options });
  return { log, result, rows: await rowsIn(log) };
};

test('traits of raw ids do not go in while their key is kept elsewhere, and all else does', async () => {
  const folder = await temporaryFolder();
  await (await openTestLog(folder)).close();
  const key = join(keyFolder(folder), 'traits.key');
  await rename(key, join(folder, 'elsewhere'));
  const traits = await written(
    'traits.ndjson',
    `${JSON.stringify({ time: noon, provider: 'demo', subject: '13800138000', trait: 'gender', band: 'f' })}\n`,
  );
  const log = await openTestLog(folder);
  await expect(ingestFiles(log, [traits], { family: 'trait', identifiers: 'raw' })).rejects.toMatchObject({
    kind: 'key',
    text: { en: expect.stringContaining('traits.key') as string },
  });
  const others = await written('rows.ndjson', body('a', 10));
  expect(await ingestFiles(log, [others], { family: 'intervention', identifiers: 'raw' })).toMatchObject([
    { refused: 0 },
  ]);
  await log.close();
  await rename(join(folder, 'elsewhere'), key);
  expect(await ingestFiles(await openTestLog(folder), [traits], { family: 'trait', identifiers: 'raw' })).toMatchObject(
    [{ accepted: 1, refused: 0 }],
  );
});

const user = `p1_${'a'.repeat(22)}`;

describe('NDJSON', () => {
  test.each([
    ['plain', 'rows.ndjson', (content: string) => Buffer.from(content)],
    ['gzip', 'rows.jsonl.gz', gzipSync],
    ['zstd', 'rows.ndjson.zst', zstdCompressSync],
  ])('%s goes in, and again changes nothing', async (_what, name, compress) => {
    const content = body('a', 60_000);
    const file = await written(name, compress(content));
    const progress: number[] = [];
    const log = await openTestLog(await temporaryFolder());
    const options: IngestOptions = { family: 'intervention', onProgress: ({ accepted }) => progress.push(accepted) };
    const [first] = await ingestFiles(log, [file], options);
    expect(first).toMatchObject({ accepted: 60_000, repeated: 0, refused: 0, size: (await stat(file)).size });
    expect(progress.at(-1)).toBe(60_000);
    expect(progress.length).toBeGreaterThan(1);
    const { size } = log.view.index;
    const [again] = await ingestFiles(log, [file], options);
    expect(again).toMatchObject({ accepted: 60_000, repeated: 60_000 });
    expect(log.view.index.size).toBe(size);
    expect((await rowsIn(log)).length).toBe(60_000);
  });

  test('refused records are kept to be mended, with their reasons beside them', async () => {
    const file = await written(
      'rows.ndjson',
      `${row('a')}\n{"intervention":"b","kind":"dance"}\n${row('c')}\nnonsense\n`,
    );
    const rejectFile = join(await temporaryFolder(), 'rejects.ndjson');
    const told: unknown[] = [];
    const { result, rows } = await ingest(file, 'intervention', {
      rejectFile,
      onRefused: (_file, refusals) => told.push(...refusals),
    });
    expect(result).toMatchObject({ accepted: 2, refused: 2 });
    expect(rows).toMatchObject([{ intervention: 'a' }, { intervention: 'c' }]);
    expect(await readFile(rejectFile, 'utf8')).toBe('{"intervention":"b","kind":"dance"}\nnonsense\n');
    const reasons = (await readFile(`${rejectFile}.reasons`, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(reasons).toMatchObject([
      { file, line: 2, field: '/kind' },
      { line: 2, field: '/provider' },
      { line: 2, field: '/time' },
      { line: 4, field: '', reason: { zh: expect.stringContaining('不是 JSON') as string } },
    ]);
    expect(told).toHaveLength(4);
    expect((await stat(rejectFile)).mode & 0o777).toBe(0o600);
  });

  test('a line of many megabytes is refused by its number and never held', async () => {
    const file = await written('rows.ndjson', `${row('a')}\n"`);
    for (let piece = 0; piece < 40; piece += 1) await appendFile(file, 'x'.repeat(1_000_000));
    await appendFile(file, `"\n${row('b')}\n`);
    const rejectFile = join(await temporaryFolder(), 'rejects');
    const { result, rows } = await ingest(file, 'intervention', { rejectFile });
    expect(result).toMatchObject({ accepted: 2, refused: 1 });
    expect(rows).toMatchObject([{ intervention: 'a' }, { intervention: 'b' }]);
    expect(await readFile(`${rejectFile}.reasons`, 'utf8')).toContain('"line":2');
    expect(await readFile(rejectFile, 'utf8')).toBe('');
  });

  test('with raw ids is hashed on the way', async () => {
    const file = await written(
      'rows.ndjson',
      `{"action":"like","provider":"demo","time":${noon},"user":"13800138000"}\n`,
    );
    const { rows } = await ingest(file, 'engagement', { identifiers: 'raw' });
    expect(rows).toMatchObject([{ user: expect.stringMatching(/^p1_/) as string }]);
    expect(JSON.stringify(rows)).not.toContain('138001');
    expect((await ingest(file, 'engagement')).result).toMatchObject({ accepted: 0, refused: 1 });
  });

  test.each([
    ['is not there', async () => join(await temporaryFolder(), 'rows.ndjson')],
    [
      'is a folder',
      async () => {
        const folder = join(await temporaryFolder(), 'rows.ndjson');
        await mkdir(folder);
        return folder;
      },
    ],
    ['says no format', () => written('rows.txt', 'x')],
    ['is cut short', async () => written('rows.ndjson.gz', gzipSync(body('a', 1000)).subarray(0, 50))],
  ])('a file that %s is named', async (_what, make) => {
    const file = await make();
    const log = await openTestLog(await temporaryFolder());
    await expect(ingestFiles(log, [file], { family: 'intervention' })).rejects.toMatchObject({
      kind: 'unreadable',
      file,
    });
  });
});

describe('CSV', () => {
  const header = 'time,provider,request,user,item,list_price,price,line_kinds,line_amounts,new_user,tags,promotion';

  test('is read as the family says', async () => {
    const lines = [
      `${noon},demo,q-1,${user},"sku ""1""",100,95,coupon,-5,true,,`,
      `2026-11-20T12:00:00+08:00,demo,q-2,${user},"s,2",100,90,"[""a"",""b""]",-5|-5,0,x|y,spring`,
    ];
    const file = await written('rows.csv', `\u{feff}${header}\r\n${lines.join('\r\n')}\r\n`);
    const { result, log } = await ingest(file, 'quote');
    expect(result).toMatchObject({ accepted: 1, refused: 1 });
    expect(await rowsIn(log)).toEqual([
      {
        item: 's,2',
        line_amounts: [-5, -5],
        line_kinds: ['a', 'b'],
        list_price: 100,
        new_user: false,
        price: 90,
        promotion: 'spring',
        provider: 'demo',
        request: 'q-2',
        tags: ['x', 'y'],
        time: noon,
        user,
      },
    ]);
  });

  test('what is refused is named by the line it begins on', async () => {
    const file = await written(
      'rows.csv',
      `time,provider,intervention,kind,reason\n${noon},demo,a,pin,"two\nlines"\n${noon},demo,b,pin,x\nlater,demo,c,pin,x\n`,
    );
    const refusals: unknown[] = [];
    const { rows } = await ingest(file, 'intervention', { onRefused: (_file, found) => refusals.push(...found) });
    expect(rows).toMatchObject([{ intervention: 'b' }]);
    expect(refusals).toMatchObject([
      { line: 2, field: '/reason' },
      { line: 5, field: '/time' },
    ]);
  });

  test.each([
    [
      'a quote that is not closed',
      'time,provider,intervention,kind\n1,demo,a,pin\n1,"demo,b,pin\n1,demo,c,pin\n',
      3,
      'quote',
    ],
    ['text after a quote', 'time,provider,intervention,kind\n1,"demo"x,a,pin\n', 2, 'quote'],
    ['too few fields', 'time,provider,intervention,kind\n1,demo,a\n', 2, '3 fields'],
    ['an unknown column', 'time,provider,intervention,kind,colour\n', 1, 'colour'],
    ['a missing column', 'time,provider,kind\n', 1, 'intervention'],
    ['a column twice', 'time,provider,intervention,kind,kind\n', 1, 'twice'],
  ])('with %s ends with its line', async (_what, content, line, words) => {
    const file = await written('rows.csv', content);
    const log = await openTestLog(await temporaryFolder());
    await expect(ingestFiles(log, [file], { family: 'intervention' })).rejects.toMatchObject({
      kind: 'unreadable',
      file,
      line,
      text: { en: expect.stringContaining(words) as string },
    });
  });

  test('that is empty or not UTF-8 is named', async () => {
    const log = await openTestLog(await temporaryFolder());
    const empty = await written('rows.csv', '');
    await expect(ingestFiles(log, [empty], { family: 'intervention' })).rejects.toMatchObject({
      kind: 'unreadable',
      file: empty,
    });
    const garbled = await written(
      'rows.csv',
      Buffer.from([...Buffer.from('time,provider,intervention,kind\n'), 0xff, 0xfe]),
    );
    await expect(ingestFiles(log, [garbled], { family: 'intervention' })).rejects.toMatchObject({
      text: { en: expect.stringContaining('UTF-8') as string },
    });
  });
});

describe('Parquet', () => {
  const parquet = async (codec: 'SNAPPY' | 'UNCOMPRESSED' = 'SNAPPY'): Promise<string> => {
    const filename = join(await temporaryFolder(), 'rows.parquet');
    parquetWriteFile({
      filename,
      codec,
      rowGroupSize: 3,
      columnData: [
        { name: 'time', data: [0, 1, 2, 3, 4].map((at) => new Date(noon + at)), type: 'TIMESTAMP' },
        { name: 'provider', data: ['demo', 'demo', 'demo', 'demo', 'demo'], type: 'STRING' },
        { name: 'intervention', data: ['a', 'b', 'c', 'd', 'e'], type: 'STRING' },
        { name: 'kind', data: ['pin', 'pin', 'dance', 'pin', 'push'], type: 'STRING' },
        { name: 'starts', data: [1n, null, 3n, 4n, 5n], type: 'INT64', nullable: true },
        { name: 'owner', data: ['x', undefined, null, 'y', 'z'], type: 'STRING', nullable: true },
      ],
    });
    return filename;
  };

  test('is read row group by row group, refusals by row', async () => {
    const refusals: unknown[] = [];
    const { result, rows } = await ingest(await parquet(), 'intervention', {
      onRefused: (_file, found) => refusals.push(...found),
    });
    expect(result).toMatchObject({ accepted: 4, refused: 1 });
    expect(rows).toEqual([
      { intervention: 'a', kind: 'pin', owner: 'x', provider: 'demo', starts: 1, time: noon },
      { intervention: 'b', kind: 'pin', provider: 'demo', time: noon + 1 },
      { intervention: 'd', kind: 'pin', owner: 'y', provider: 'demo', starts: 4, time: noon + 3 },
      { intervention: 'e', kind: 'push', owner: 'z', provider: 'demo', starts: 5, time: noon + 4 },
    ]);
    expect(refusals).toMatchObject([{ line: 3, field: '/kind' }]);
  });

  test('that is cut short, or nothing of the kind, is named', async () => {
    const cut = await parquet('UNCOMPRESSED');
    await truncate(cut, 200);
    for (const file of [cut, await written('no.parquet', 'nonsense'), await written('empty.parquet', '')]) {
      const log = await openTestLog(await temporaryFolder());
      await expect(ingestFiles(log, [file], { family: 'intervention' })).rejects.toMatchObject({
        kind: 'unreadable',
        file,
        text: {
          en: expect.stringContaining('not a whole Parquet') as string,
          zh: expect.stringContaining('Parquet') as string,
        },
      });
      expect(log.view.index.size).toBe(0);
    }
  });

  test('with other columns is named', async () => {
    const log = await openTestLog(await temporaryFolder());
    await expect(ingestFiles(log, [await parquet()], { family: 'disposal' })).rejects.toMatchObject({
      text: { en: expect.stringContaining('intervention') as string },
    });
  });
});
