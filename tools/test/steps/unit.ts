import { startPostgresServer } from '../../../packages/records/src/testing/postgres-server.ts';
import { runCommand } from '../command.ts';
import { compileCache } from '../compile-cache.ts';
import type { Outcome } from '../outcome.ts';
import { withReport } from '../report.ts';
import type { Step, StepContext } from '../step.ts';
import { POSTGRESQL, provide } from '../system-packages.ts';

/** Unit, property and API tests; those of the store run on PGlite and, where it can be started, on a real PostgreSQL. */
export const unit: Step = {
  name: 'unit',
  title: '单元、性质与接口测试 unit, property and API tests',
  async run(context) {
    await provide([POSTGRESQL], context);
    const postgres = await startPostgresServer();
    if (postgres.kind === 'absent') {
      const outcome = await vitest(context, {});
      // The tests that need it have counted themselves as skipped; here stands why.
      return { ...outcome, skips: [`PostgreSQL: ${postgres.reason.zh} ${postgres.reason.en}`, ...outcome.skips] };
    }
    try {
      return await vitest(context, { SUANJIAN_TEST_POSTGRES_URL: postgres.url });
    } finally {
      await postgres.stop();
    }
  },
};

function vitest({ root, filters }: StepContext, env: Record<string, string>): Promise<Outcome> {
  const reporters = ['--reporter=minimal', '--reporter=./tools/test/unit-reporter.ts'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters];
  return withReport((report) =>
    runCommand(process.execPath, args, {
      cwd: root,
      env: { ...compileCache(root), ...env, ...report },
      timeoutMinutes: 40,
    }),
  );
}
