import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSuanjian } from './run.ts';
import { killAmidSubmissions, lostIn } from './testing/killed-amid-submissions.ts';
import { testTerminal } from './testing/test-terminal.ts';

/** Twenty of them are a bench (`server-kills`): a start of the server costs seconds. */
const kills = 6;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-crash-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it(`keeps every acknowledged command when the server is killed ${kills} times amid submissions`, async () => {
  const aftermath = await killAmidSubmissions(folder, kills);
  expect(lostIn(aftermath)).toEqual([]);
  expect(aftermath.asked.filter(({ matter }) => matter !== undefined).length).toBeGreaterThan(kills);
  const submitted = [...aftermath.kept.values()].flat().filter(({ status }) => status === 'first-review');
  expect(submitted.length).toBeGreaterThan(kills / 2);

  const terminal = testTerminal(folder);
  expect(await runSuanjian(['verify', 'matters', '--json', '--data-dir', folder], terminal.world)).toBe(0);
  expect(JSON.parse(terminal.said())).toMatchObject({ faults: [] });
}, 300_000);

it('tells what was lost, doubled or set back', () => {
  const work = { name: 'a', matter: 'm', position: 3 };
  const lost = (positions: readonly number[], asked: { name: string; matter?: string; position: number } = work) =>
    lostIn({ asked: [asked], kept: new Map([['a', positions.map((position) => ({ position, status: 'draft' }))]]) });
  expect(lost([3])).toEqual([]);
  expect(lost([4])).toEqual([]);
  expect(lost([])).toEqual(['a']);
  expect(lost([2])).toEqual(['a']);
  expect(lost([3, 3])).toEqual(['a']);
  expect(lost([], { name: 'a', position: 0 })).toEqual([]);
  expect(lost([1, 1], { name: 'a', position: 0 })).toEqual(['a']);
});
