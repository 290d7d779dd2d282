import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { matterDefinitions } from '@suanjian/matters';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { daysAgo, newLogFolder, type LogFolder } from './testing/log-folder.ts';

const day = daysAgo(3);
const who = ['--actor', '李', '--matter', 'm-1'] as const;

let folder: LogFolder;
beforeAll(async () => {
  folder = await newLogFolder();
  await folder.suanjian('log', 'generate', '--rows', '400', '--days', '3', '--seed', '3');
}, 120_000);
afterAll(() => folder.remove());

const rowOf = async (family: string): Promise<Readonly<Record<string, unknown>>> => {
  const lines = await readFile(join(folder.data, 'log', 'segments', day, `${family}.ndjson`), 'utf8');
  return JSON.parse(lines.split('\n')[0] ?? '') as Readonly<Record<string, unknown>>;
};
const leaves = async (): Promise<readonly string[]> =>
  (await readFile(join(folder.data, 'log', 'leaves.ndjson'), 'utf8')).trim().split('\n');

describe('log explain', () => {
  test('says in plain words what the record of a request holds, after it has left its leaf', async () => {
    const { request, surface } = await rowOf('exposure');
    const before = await leaves();
    const { code, said } = await folder.suanjian('log', 'explain', '--request', String(request), ...who);
    expect(code).toBe(0);
    expect(said).toContain(surface === 'feed' ? 'in the feed' : 'This result');
    expect(said).toMatch(/In place \d+/u);
    const added = (await leaves()).slice(before.length);
    expect(added).toHaveLength(1);
    expect(added[0]).toContain('"actor":"李"');
    expect(added[0]).not.toContain(String(request));
    expect(said).toContain(`(leaf ${before.length})`);
  });

  test('writes what the matter takes as it is, each sentence with its rows', async () => {
    const { request, price } = await rowOf('quote');
    const line = ['log', 'explain', '--request', String(request), ...who, '--json', 'told.json'] as const;
    expect(await folder.suanjian(...line, '--lang', 'zh')).toMatchObject({ code: 0 });
    const written = JSON.parse(await readFile(join(folder.path, 'told.json'), 'utf8')) as {
      readonly sentences: readonly { readonly zh: string; readonly en: string; readonly source: string }[];
    };
    const explanation = matterDefinitions.find(({ kind }) => kind === 'explanation');
    expect(explanation?.commands['draft']?.input.safeParse(written).success).toBe(true);
    expect(written.sentences.every(({ source }) => /^(?:quote|control) \S+ leaf \d+ row \d/u.test(source))).toBe(true);
    const yuan = (Number(price) / 100).toFixed(2);
    expect(written.sentences.some(({ zh }) => zh.includes(`应付价 ${yuan} 元`))).toBe(true);
    expect(JSON.stringify(written)).not.toMatch(/p1_/u);
    // What was written is not written over.
    expect((await folder.suanjian(...line)).code).not.toBe(0);
  });

  test('takes an order by its number', async () => {
    const { order } = await rowOf('dispatch');
    const { code, said } = await folder.suanjian('log', 'explain', '--request', String(order), ...who);
    expect([code, said]).toEqual([0, expect.stringContaining(`The order is “${String(order)}”`)]);
  });

  test.each([
    ['nobody', ['--request', 'r', '--basis', 'x'], '--actor'],
    ['no basis', ['--request', 'r', '--actor', 'x'], '--basis'],
    ['no such request', ['--request', 'nothing-of-the-kind', ...who], 'keeps no record'],
  ])('with %s is refused, and leaves no leaf', async (_, flags, words) => {
    const before = await leaves();
    const { code, complained } = await folder.suanjian('log', 'explain', ...flags);
    expect(complained).toContain(words);
    expect(code).toBe(1);
    expect(await leaves()).toEqual(before);
  });
});
