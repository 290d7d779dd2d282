import { defineConfig } from '@playwright/test';
import type { StackOptions } from './apps/web/browser/test.ts';
import { CHROMIUM_FLAGS, findChromium } from './tools/test/chromium.ts';

const chromium = findChromium();

/** The stories of supervision go through both databases; the address of the test server is set by the test runner. */
const supervision = /\/(?:case-file|penalty|campaign|office-day)\.browser\.test\.ts$/u;
/** Each in a world of its own. */
const stories = /\/(?:case-file|penalty|campaign|office-day|inspection)\.browser\.test\.ts$/u;
const onPostgres =
  (process.env['SUANJIAN_TEST_POSTGRES_URL'] ?? '') === ''
    ? []
    : [{ name: 'postgres', testMatch: supervision, use: { database: 'postgres' as const } }];

export default defineConfig<object, StackOptions>({
  testDir: '.',
  testMatch: ['apps/web/browser/**/*.browser.test.ts', 'packages/*/browser/**/*.browser.test.ts'],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  // One more than there are processors on a small machine: a worker often waits for a page, or for a clock in it.
  workers: 3,
  // The longest come first, so that no worker goes on alone for long at the end.
  projects: [...onPostgres, { name: 'stories', testMatch: stories }, { name: 'embedded', testIgnore: stories }],
  timeout: 60_000,
  // How fast a page is, is not what is tested: a busy machine may take its time.
  expect: { timeout: 15_000 },
  use: {
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [...CHROMIUM_FLAGS],
    },
  },
});
