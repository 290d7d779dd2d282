import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Finished } from './command.ts';
import type { Outcome } from './outcome.ts';

/** Where a test runner's reporter of ours writes what it counted. */
const REPORT_VARIABLE = 'SUANJIAN_TEST_REPORT';

/** Called by the reporters, inside the test runner. */
export function writeReport(outcome: Outcome): void {
  const path = process.env[REPORT_VARIABLE];
  if (path !== undefined) writeFileSync(path, JSON.stringify(outcome));
}

/**
 * Runs a test runner whose reporter writes a report. A runner that fails without a failed test, or leaves no report, counts as one failure.
 */
export async function withReport(run: (env: Record<string, string>) => Promise<Finished>): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-test-'));
  const path = join(folder, 'report.json');
  try {
    const { ok, output } = await run({ [REPORT_VARIABLE]: path });
    const report = await readReport(path);
    if (report === undefined) return { passed: 0, failed: 1, skipped: 0, skips: [], output };
    const unexplained = !ok && report.failed === 0;
    return {
      ...report,
      failed: report.failed + (unexplained ? 1 : 0),
      output: [report.output, output].filter((text) => text !== '').join('\n\n'),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readReport(path: string): Promise<Outcome | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Outcome;
  } catch {
    return undefined;
  }
}
