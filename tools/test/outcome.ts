/** What a step of `npm test` came to. A static step counts as one test. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What was skipped, each with its reason. */
  readonly skips: readonly string[];
  /** Shown when the step failed. */
  readonly output: string;
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0, skips: [], output: '' };

export function verdict(passed: boolean, output: string): Outcome {
  return { ...NOTHING, passed: passed ? 1 : 0, failed: passed ? 0 : 1, output: passed ? '' : output };
}

export function total(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce(
    (sum, outcome) => ({
      passed: sum.passed + outcome.passed,
      failed: sum.failed + outcome.failed,
      skipped: sum.skipped + outcome.skipped,
      skips: [...sum.skips, ...outcome.skips],
      output: '',
    }),
    NOTHING,
  );
}

/** The line on which `npm test` ends. */
export function counts({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** A run in which nothing ran proves nothing. */
export function isGood({ passed, failed }: Outcome): boolean {
  return failed === 0 && passed > 0;
}
