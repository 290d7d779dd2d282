import { expect, test } from 'vitest';
import { NOTHING, verdict, type Outcome } from './outcome.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

const step = (name: string, run: () => Promise<Outcome>): Step => ({ name, title: name, run });

async function runAll(steps: readonly Step[], stopping = new AbortController().signal) {
  const lines: string[] = [];
  const good = await runSteps(steps, {
    root: '/',
    filters: [],
    mayInstall: false,
    stopping,
    say: (text) => lines.push(text),
  });
  return { good, lines: lines.join('\n').split('\n') };
}

test('a step that fails or throws stops none of those after it', async () => {
  const { good, lines } = await runAll([
    step('one', async () => verdict(false, 'first fault')),
    step('two', async () => Promise.reject(new Error('second fault'))),
    step('three', async () => verdict(true, '')),
  ]);
  expect(good).toBe(false);
  expect(lines.at(-1)).toBe('1 passed, 2 failed, 0 skipped');
  expect(lines.join('\n')).toMatch(/first fault[^]*second fault[^]*✓ three/);
});

test('skips are named before the last line', async () => {
  const { good, lines } = await runAll([
    step('one', async () => ({ ...NOTHING, passed: 3, skipped: 1, skips: ['PostgreSQL: not here'] })),
  ]);
  expect(good).toBe(true);
  expect(lines).toContain('  - PostgreSQL: not here');
  expect(lines.at(-1)).toBe('3 passed, 0 failed, 1 skipped');
});

test('nothing run is not good', async () => {
  expect((await runAll([step('one', async () => NOTHING)])).good).toBe(false);
});

test('no step begins after the run was asked to stop', async () => {
  const stop = new AbortController();
  const first = step('one', async () => {
    stop.abort();
    return verdict(true, '');
  });
  const { lines } = await runAll([first, step('two', async () => verdict(false, 'ran'))], stop.signal);
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 0 skipped');
});
