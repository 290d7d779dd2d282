import { counts, isGood, total, verdict, type Outcome } from './outcome.ts';
import type { Step, StepContext } from './step.ts';

/** Runs the steps in order, all of them even when one fails, and says the counts on the last line. Whether all is good. */
export async function runSteps(steps: readonly Step[], context: StepContext): Promise<boolean> {
  const outcomes: Outcome[] = [];
  for (const step of steps) {
    if (!context.stopping.aborted) outcomes.push(await runStep(step, context));
  }
  const sum = total(outcomes);
  if (sum.skips.length > 0) context.say(['', '跳过 skipped:', ...sum.skips.map((skip) => `  - ${skip}`)].join('\n'));
  if (sum.passed + sum.failed === 0) context.say('\n没有运行任何测试 nothing was run');
  context.say(`\n${counts(sum)}`);
  return isGood(sum);
}

async function runStep(step: Step, context: StepContext): Promise<Outcome> {
  const start = performance.now();
  const outcome = await step.run(context).catch((error: unknown) => verdict(false, describe(error)));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  context.say(`${outcome.failed > 0 ? '✗' : '✓'} ${step.title}: ${counts(outcome)} (${seconds} s)`);
  if (outcome.failed > 0) context.say(outcome.output.replaceAll(/^/gm, '    '));
  return outcome;
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
