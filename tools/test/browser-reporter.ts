import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { FullConfig, FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { writeReport } from './report.ts';

/** Counts for `npm test` what Playwright ran, with the reasons of skips and the text of failures. */
export default class BrowserReporter implements Reporter {
  #tests: readonly TestCase[] = [];
  readonly #errors: string[] = [];

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#tests = suite.allTests();
  }

  onError(error: TestError): void {
    this.#errors.push(text(error));
  }

  onEnd(_result: FullResult): void {
    const by = (outcome: ReturnType<TestCase['outcome']>) => this.#tests.filter((test) => test.outcome() === outcome);
    const failed = [...by('unexpected'), ...by('flaky')];
    const failures = failed.map((test) => [name(test), ...errorsOf(test).map(text)].join('\n'));
    writeReport({
      passed: by('expected').length,
      failed: failed.length + this.#errors.length,
      skipped: by('skipped').length,
      skips: by('skipped').map((test) => [name(test), reason(test)].filter((part) => part !== '').join(': ')),
      output: [...failures, ...this.#errors].join('\n\n'),
    });
  }

  /** Nothing is printed meanwhile, and Playwright adds no reporter of its own. */
  printsToStdio(): boolean {
    return true;
  }
}

function errorsOf(test: TestCase): readonly TestError[] {
  return test.results.at(-1)?.errors ?? [];
}

function name(test: TestCase): string {
  return `${relative(process.cwd(), test.location.file)} › ${test.titlePath().slice(3).join(' › ')}`;
}

function reason(test: TestCase): string {
  return test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? '';
}

function text(error: TestError): string {
  return stripVTControlCharacters(
    [error.stack ?? error.message ?? error.value ?? '', error.snippet ?? ''].join('\n'),
  ).trim();
}
