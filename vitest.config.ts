import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    // PGlite's first start and argon2 take seconds on a small machine; no test asserts wall-clock time.
    testTimeout: 60_000,
    // Small machines have two cores, and each worker may hold a database.
    maxWorkers: 2,
    hookTimeout: 120_000,
    // A worker keeps what it has loaded and the stores it has opened for the files after: tests leave nothing behind in modules.
    isolate: false,
    env: { TZ: 'America/New_York' },
  },
});
