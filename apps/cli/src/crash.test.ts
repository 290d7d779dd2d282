import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { FilingForm } from '@suanjian/matters';
import { seedFolder } from '@suanjian/records/testing/seeded-folder';
import { assemble, readConfig, realWorld } from '@suanjian/server';
import { addDays, civilDateOf } from '@suanjian/rulebook';
// The company, its papers and its form are the demonstration's.
import { algorithms } from '../../server/src/demonstration/algorithms.ts';
import { gatherEnsemble } from '../../server/src/demonstration/ensemble.ts';
import { formOf, uploadPapers } from '../../server/src/demonstration/filing-form.ts';
import { playRegistrations } from '../../server/src/demonstration/registrations.ts';
import { createStage } from '../../server/src/demonstration/stage.ts';
import { runSuanjian } from './run.ts';
import { loadServer } from './testing/killed-server.ts';
import { testTerminal } from './testing/test-terminal.ts';

const kills = 20;
const writers = 3;

let folder: string;
let cookie: string;
let form: FilingForm;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-crash-'));
  const { now } = realWorld;
  await seedFolder(join(folder, 'records'));
  const assembly = await assemble(readConfig({ DATA_DIR: folder }, folder));
  try {
    const ensemble = await gatherEnsemble(assembly);
    const today = civilDateOf(now());
    const stage = createStage(assembly, { ensemble, today, now });
    await playRegistrations(stage);
    form = formOf(
      'yunque',
      algorithms.clips,
      addDays(today, -3),
      await uploadPapers(stage, 'yunque', today, algorithms.clips),
    );
    const officer = ensemble.accounts.find(({ email }) => email === 'officer@yunque.example');
    const { cookies } = await assembly.auth.signIn(
      officer?.email ?? '',
      officer?.password ?? '',
      new Headers(),
      '127.0.0.1',
    );
    cookie = cookies
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  } finally {
    await assembly.close();
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Work {
  readonly name: string;
  /** Once the opening was acknowledged. */
  matter?: string;
  /** The last position that was acknowledged. */
  position: number;
}

const doneSchema = z.object({ matter: z.string(), position: z.number().int() });

/** One command, over HTTP, under a key that a repetition carries again. */
const give = async (address: string, path: string, body: unknown, key: string): Promise<z.infer<typeof doneSchema>> => {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
    body: JSON.stringify(body),
  });
  const content: unknown = await response.json();
  if (!response.ok) throw new RangeError(`${path} was refused: ${JSON.stringify(content)}`);
  return doneSchema.parse(content);
};

/** Opens and submits, or goes on where the last server died: whether it had done it, nobody knows. */
const carryOut = async (address: string, work: Work, acknowledge: () => void): Promise<void> => {
  const { name } = work;
  if (work.matter === undefined) {
    const named = { ...form, algorithmName: name, coverAlgorithmName: name, disclosureName: name };
    const opened = await give(
      address,
      '/api/matters/filing',
      { form: named },
      `open ${encodeURIComponent(name)}`.replaceAll(' ', '-'),
    );
    work.matter = opened.matter;
    work.position = opened.position;
    acknowledge();
  }
  const submitted = await give(
    address,
    `/api/matters/filing/${work.matter}/submit`,
    { declaration: true },
    `submit-${work.matter}`,
  );
  work.position = submitted.position;
  acknowledge();
};

/** A request that the dying server tore off; a refusal is something else and fails the test. */
const tornOff = (error: unknown): boolean => !(error instanceof RangeError) && error instanceof Error;

it(`keeps every acknowledged command when the server is killed ${kills} times amid submissions`, async () => {
  const all: Work[] = [];
  let pending: readonly Work[] = [];
  let next = loadServer(folder);
  for (let round = 0; round < kills; round += 1) {
    const server = next;
    const address = await server.go();
    if (round + 1 < kills) next = loadServer(folder);
    const left: Work[] = [];
    const queue = [...pending];
    const life = { over: false };
    let acknowledged = 0;
    let heard: () => void = () => undefined;
    const enough = new Promise<void>((resolve) => (heard = resolve));
    // From round to round after more or fewer answers, and later or sooner after the last of them.
    const acknowledge = (): void => {
      acknowledged += 1;
      if (acknowledged > round % 5) heard();
    };
    const writer = async (): Promise<void> => {
      while (!life.over) {
        const again = queue.shift();
        const work = again ?? { name: `示例第${all.length + 1}号短片排序算法`, position: 0 };
        if (again === undefined) all.push(work);
        try {
          await carryOut(address, work, acknowledge);
        } catch (error) {
          left.push(work);
          if (!tornOff(error)) throw error;
          return;
        }
      }
    };
    const writing = Promise.all(Array.from({ length: writers }, writer));
    await Promise.race([enough, writing]);
    await wait((round * 13) % 60);
    life.over = true;
    await server.kill();
    await writing;
    pending = [...left, ...queue];
  }

  const assembly = await assemble(readConfig({ DATA_DIR: folder }, folder));
  try {
    const kept = new Map<string, { readonly position: number; readonly status: string }[]>();
    for (let page = 1; ; page += 1) {
      const { items } = await assembly.services.matters.list(
        { kind: 'operator' },
        { kinds: ['filing'], page, size: 200 },
      );
      if (items.length === 0) break;
      for (const { title, position, status } of items)
        kept.set(title, [...(kept.get(title) ?? []), { position, status }]);
    }
    expect(all.length).toBeGreaterThan(kills);
    for (const { name, matter, position } of all) {
      const found = kept.get(name) ?? [];
      if (matter === undefined) expect(found.length, `${name}, never acknowledged`).toBeLessThanOrEqual(1);
      else {
        expect(found.length, name).toBe(1);
        expect(found[0]?.position, name).toBeGreaterThanOrEqual(position);
      }
    }
    expect([...kept.values()].flat().filter(({ status }) => status === 'first-review').length).toBeGreaterThan(
      kills / 2,
    );
  } finally {
    await assembly.close();
  }

  const terminal = testTerminal(folder);
  expect(await runSuanjian(['verify', 'matters', '--json', '--data-dir', folder], terminal.world)).toBe(0);
  expect(JSON.parse(terminal.said())).toMatchObject({ faults: [] });
}, 300_000);
