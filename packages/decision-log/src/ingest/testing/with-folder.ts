import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDecisionLog, type DecisionLog, type DecisionLogOptions } from '../decision-log.ts';

/** A folder that is gone after the test. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-log-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** The clock of the tests' logs: 22 November 2026. */
export const testNow = Date.UTC(2026, 10, 22, 4);

/** Opens a log that is closed after the test, unless the test does. */
export const openTestLog = async (folder: string, options: Partial<DecisionLogOptions> = {}): Promise<DecisionLog> => {
  const log = await openDecisionLog({
    folder,
    clock: () => testNow,
    randomness: randomBytes,
    threads: 0,
    keepFree: 0,
    gather: 0,
    ...options,
  });
  onTestFinished(() => log.close());
  return log;
};
