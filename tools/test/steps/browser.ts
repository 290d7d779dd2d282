import { globSync } from 'node:fs';
import { startPostgresServer } from '../../../packages/records/src/testing/postgres-server.ts';
import { findChromium } from '../chromium.ts';
import { runCommand } from '../command.ts';
import { compileCache } from '../compile-cache.ts';
import { NOTHING, type Outcome } from '../outcome.ts';
import { withReport } from '../report.ts';
import type { Step, StepContext } from '../step.ts';
import { CHINESE_FONTS, CHROMIUM, POSTGRESQL, provide } from '../system-packages.ts';

/** The journeys through the pages, in the system's Chromium. */
export const browser: Step = {
  name: 'browser',
  title: '浏览器测试 browser tests',
  async run(context) {
    if (globSync('apps/web/browser/**/*.browser.test.ts', { cwd: context.root }).length === 0) return NOTHING;
    await provide([CHROMIUM, CHINESE_FONTS, POSTGRESQL], context);
    if (findChromium() !== undefined) return onBothDatabases(context);
    // Counted one by one, so that the last line says how much was not tried.
    const listed = await playwright(context, ['--list'], {});
    const tests = listed.passed + listed.skipped;
    const reason = `浏览器测试 ${tests} 项：未找到 Chromium ${tests} browser tests: no Chromium found`;
    return { ...listed, passed: 0, skipped: tests, skips: [reason] };
  },
};

/** Everything on the embedded store, and the stories of supervision on a real PostgreSQL too. */
const onBothDatabases = async (context: StepContext): Promise<Outcome> => {
  const postgres = await startPostgresServer();
  if (postgres.kind === 'absent') {
    const outcome = await playwright(context, [], {});
    const why = `浏览器故事未在 PostgreSQL 上运行：${postgres.reason.zh} Stories not run on PostgreSQL: ${postgres.reason.en}`;
    return { ...outcome, skipped: outcome.skipped + 1, skips: [why, ...outcome.skips] };
  }
  try {
    return await playwright(context, [], { SUANJIAN_TEST_POSTGRES_URL: postgres.url });
  } finally {
    await postgres.stop();
  }
};

function playwright(
  { root, filters }: StepContext,
  options: readonly string[],
  stores: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--reporter=tools/test/browser-reporter.ts',
    ...options,
  ];
  return withReport((env) =>
    runCommand(process.execPath, [...args, ...filters], {
      cwd: root,
      env: { ...compileCache(root), ...env, ...stores, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
      timeoutMinutes: 15,
    }),
  );
}
