import { expect } from 'vitest';
import type { Inference, Inferred } from '../inference.ts';

/** Expects a number within a relative distance of another (absolute where the other is 0). */
export function expectClose(actual: number | undefined, expected: number, tolerance: number, what = ''): void {
  const distance = Math.abs((actual ?? Number.NaN) - expected) / (expected === 0 ? 1 : Math.abs(expected));
  expect(
    actual === expected || distance <= tolerance,
    `${what} ${actual} is not ${expected}, off by ${distance.toExponential(2)}`,
  ).toBe(true);
}

/** The inference, where something is known; throws the reason otherwise. */
export function known<Kind extends Inference>(result: Inferred<Kind>): Kind {
  if (!result.known) throw new Error(`undetermined: ${result.reason}`);
  return result;
}
