import { defineConfig } from '@playwright/test';
import type { StackOptions } from './apps/web/browser/test.ts';
import { CHROMIUM_FLAGS, findChromium } from './tools/test/chromium.ts';

const chromium = findChromium();

/** The stories of supervision go through both databases; the address of the test server is set by the test runner. */
const stories = /\/(?:case-file|penalty|campaign|office-day)\.browser\.test\.ts$/u;
const onPostgres =
  (process.env['SUANJIAN_TEST_POSTGRES_URL'] ?? '') === ''
    ? []
    : [{ name: 'postgres', testMatch: stories, use: { database: 'postgres' as const } }];

export default defineConfig<object, StackOptions>({
  testDir: '.',
  testMatch: ['apps/web/browser/**/*.browser.test.ts', 'packages/*/browser/**/*.browser.test.ts'],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  projects: [{ name: 'embedded' }, ...onPostgres],
  timeout: 60_000,
  use: {
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    launchOptions: {
      ...(chromium === undefined ? {} : { executablePath: chromium }),
      args: [...CHROMIUM_FLAGS],
    },
  },
});
