import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { writeReport } from './report.ts';

/** Counts for `npm test` what vitest ran, and keeps why a test was skipped. Vitest's own reporter prints the failures. */
export default class UnitReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const groups: (TestModule | TestSuite)[] = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failedGroups = groups.filter((group) => group.errors().length > 0).length;
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    writeReport({
      passed: tests.filter((test) => test.result().state === 'passed').length,
      failed: tests.filter((test) => test.result().state === 'failed').length + failedGroups + unhandledErrors.length,
      skipped: skipped.length,
      skips: skipped.map(describe),
      output: '',
    });
    // For whoever looks for what makes the tests slow: files and their seconds, the slowest first.
    const durations = process.env['SUANJIAN_TEST_DURATIONS'];
    if (durations !== undefined) writeFileSync(durations, durationsOf(modules));
  }
}

function durationsOf(modules: readonly TestModule[]): string {
  return modules
    .map((module) => [module.diagnostic().duration / 1000, relative(process.cwd(), module.moduleId)] as const)
    .toSorted(([left], [right]) => right - left)
    .map(([seconds, file]) => `${seconds.toFixed(1)} ${file}\n`)
    .join('');
}

function describe(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  const name = `${relative(process.cwd(), test.module.moduleId)} › ${test.fullName}`;
  return note === undefined ? name : `${name}: ${note}`;
}
