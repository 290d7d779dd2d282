import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { logFolder, openDecisionLog } from '@suanjian/decision-log';
import { expect, test } from 'vitest';
import { startChores, type Repeat } from './chores.ts';

/** A timer that a test moves on by hand. */
const byHand = () => {
  const asked: { work: () => void; milliseconds: number; ended: boolean }[] = [];
  const again: Repeat = (work, milliseconds) => {
    const entry = { work, milliseconds, ended: false };
    asked.push(entry);
    return () => {
      entry.ended = true;
    };
  };
  const tick = (): void => {
    for (const { work, ended } of asked) if (!ended) work();
  };
  return { again, tick, asked };
};

test('every hour the days that are over are compressed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-chores-'));
  let now = Date.UTC(2026, 0, 5, 4);
  const log = await openDecisionLog({ folder, clock: () => now, randomness: randomBytes, threads: 0 });
  try {
    await log.append(
      'control',
      `${JSON.stringify({ time: now - 60_000, provider: 'demo', user: 'p1_AAAAAAAAAAAAAAAAAAAAAA', action: 'opt-out' })}\n`,
      { batch: 'b-1' },
    );
    const segments = (): Promise<readonly string[]> => readdir(join(logFolder(folder), 'segments', '2026-01-05'));
    const { again, tick, asked } = byHand();
    const faults: unknown[] = [];
    const chores = startChores(log, { again, onError: (error) => faults.push(error) });
    expect(asked.map(({ milliseconds }) => milliseconds)).toEqual([3_600_000]);
    tick();
    await chores.end();
    expect((await segments()).filter((name) => name.endsWith('.ndjson'))).toHaveLength(1);
    now = Date.UTC(2026, 0, 7, 4);
    const later = byHand();
    const next = startChores(log, { again: later.again, onError: (error) => faults.push(error) });
    later.tick();
    await next.end();
    expect((await segments()).filter((name) => name.endsWith('.ndjson'))).toEqual([]);
    expect(faults).toEqual([]);
  } finally {
    await log.close();
    await rm(folder, { recursive: true, force: true });
  }
});

test('a checkpoint that fails keeps nothing from being compressed, and hours do not overlap', async () => {
  const { again, tick } = byHand();
  const faults: unknown[] = [];
  let compressed = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const chores = startChores(
    {
      now: () => Date.UTC(2026, 0, 5),
      checkpoint: () => Promise.reject(new Error('no disk')),
      compress: async () => {
        compressed += 1;
        await held;
        return 0;
      },
    },
    { again, onError: (error) => faults.push(error) },
  );
  tick();
  await new Promise(setImmediate);
  tick();
  release();
  await chores.end();
  expect([compressed, faults.length]).toEqual([1, 1]);
  tick();
  expect(compressed).toBe(1);
});
