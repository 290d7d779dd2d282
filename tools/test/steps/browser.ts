import { globSync } from 'node:fs';
import { findChromium } from '../chromium.ts';
import { runCommand } from '../command.ts';
import { compileCache } from '../compile-cache.ts';
import { NOTHING, type Outcome } from '../outcome.ts';
import { withReport } from '../report.ts';
import type { Step, StepContext } from '../step.ts';
import { CHINESE_FONTS, CHROMIUM, provide } from '../system-packages.ts';

/** The journeys through the pages, in the system's Chromium. */
export const browser: Step = {
  name: 'browser',
  title: '浏览器测试 browser tests',
  async run(context) {
    if (globSync('apps/web/browser/**/*.browser.test.ts', { cwd: context.root }).length === 0) return NOTHING;
    await provide([CHROMIUM, CHINESE_FONTS], context);
    if (findChromium() !== undefined) return playwright(context, []);
    // Counted one by one, so that the last line says how much was not tried.
    const listed = await playwright(context, ['--list']);
    const tests = listed.passed + listed.skipped;
    const reason = `浏览器测试 ${tests} 项：未找到 Chromium ${tests} browser tests: no Chromium found`;
    return { ...listed, passed: 0, skipped: tests, skips: [reason] };
  },
};

function playwright({ root, filters }: StepContext, options: readonly string[]): Promise<Outcome> {
  const args = [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--reporter=tools/test/browser-reporter.ts',
    ...options,
  ];
  return withReport((env) =>
    runCommand(process.execPath, [...args, ...filters], {
      cwd: root,
      env: { ...compileCache(root), ...env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
      timeoutMinutes: 8,
    }),
  );
}
