import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { latestRun, openStore } from '@suanjian/records';
// The records' own image of an empty, migrated store: a first start takes seconds.
import { migratedSnapshot } from '../../../packages/records/src/testing/snapshot.ts';
import { assemble, type Assembly } from './assemble.ts';
import { readConfig } from './config.ts';

const round = 20;
let folder: string;
let assembly: Assembly;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-assemble-'));
  const store = await openStore({ kind: 'embedded', directory: undefined, snapshot: await migratedSnapshot() });
  assembly = await assemble(readConfig({ DATA_DIR: folder, PORT: '0' }, folder), { store, tickEvery: round });
});

afterAll(async () => {
  await assembly.close();
  await rm(folder, { recursive: true, force: true });
});

const monitored = () => assembly.services.store.asOwner(latestRun);

it('does nothing by itself before it is told to begin, so that past days can be played first', async () => {
  await wait(5 * round);
  expect(await monitored()).toBeUndefined();
  assembly.begin();
  await vi.waitFor(async () => expect(await monitored()).toBeDefined(), { timeout: 20_000, interval: round });
});
