import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './tools/test/chromium.ts';

const chromium = findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: ['apps/web/browser/**/*.browser.test.ts', 'packages/*/browser/**/*.browser.test.ts'],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
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
