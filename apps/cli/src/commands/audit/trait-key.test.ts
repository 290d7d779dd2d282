import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportSchema, type Report } from '@suanjian/audit';
import { newLogFolder, type LogFolder } from '../log/testing/log-folder.ts';

let folder: LogFolder;
beforeAll(async () => {
  folder = await newLogFolder();
  const settings = ['--rows', '20000', '--days', '7', '--seed', '5', '--plant', 'proxy-tag=0.5'] as const;
  const { code, complained } = await folder.suanjian('log', 'generate', ...settings);
  expect([code, complained]).toEqual([0, expect.any(String)]);
}, 240_000);
afterAll(() => folder.remove());

const asked = ['audit', '--log', '--edition', 'draft', '--check', 'proxy-tags'] as const;
const reportAt = async (path: string): Promise<Report> => reportSchema.parse(JSON.parse(await readFile(path, 'utf8')));

test('the holder of the key of traits finds a tag that stands for a trait, and finds it again', async () => {
  const path = join(folder.path, 'with.json');
  expect((await folder.suanjian(...asked, '--json', path)).code).toBe(1);
  const { results, receipt } = await reportAt(path);
  expect(results).toMatchObject([{ id: 'proxy-tags', verdict: 'fail' }]);
  expect(receipt.data).toMatchObject({ traitKey: expect.stringMatching(/^[0-9a-f]{32}$/u) as string });
  expect((await folder.suanjian('audit', '--rerun', path)).code).toBe(0);
}, 240_000);

test('a key that somebody else keeps is named, and is not mistaken for any file', async () => {
  const other = await folder.copy();
  try {
    const kept = join(other.data, 'keys', 'log', 'traits.key');
    const away = join(other.path, 'held-elsewhere');
    const again = await folder.suanjian(...asked, '--trait-key', kept, '--json', join(other.path, 'named.json'));
    expect(again.code).toBe(1);
    await writeFile(away, 'no key at all');
    const refused = await folder.suanjian(...asked, '--trait-key', away);
    expect([refused.code, refused.complained]).toEqual([2, expect.stringContaining('no key of traits')]);
    await writeFile(away, Buffer.alloc(32, 3).toString('base64'));
    const wrong = join(other.path, 'wrong.json');
    expect((await folder.suanjian(...asked, '--trait-key', away, '--json', wrong)).code).toBe(0);
    expect((await reportAt(wrong)).results).toMatchObject([{ verdict: 'not-applicable' }]);
    const rerun = await folder.suanjian('audit', '--rerun', join(other.path, 'named.json'), '--trait-key', away);
    expect([rerun.code, rerun.complained]).toEqual([2, expect.stringContaining('--trait-key')]);
    await rm(away);
  } finally {
    await other.remove();
  }
}, 240_000);
