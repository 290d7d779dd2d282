import type { Instant } from '@suanjian/matters';

/**
 * Makes something at most once in so many minutes. Sums over all complaints are dear, and anybody may ask for them; that they move in steps
 * also hides from whom watches them when a single complaint came in.
 */
export const keptFor = <Value>(
  minutes: number,
  now: () => Instant,
  make: () => Promise<Value>,
): (() => Promise<Value>) => {
  let kept: { readonly value: Promise<Value>; readonly day: string; readonly at: number } | undefined;
  return () => {
    const instant = now();
    const at = Date.parse(instant);
    // Another day may make something late that was not.
    const day = instant.slice(0, 13);
    if (kept !== undefined && kept.day === day && at - kept.at >= 0 && at - kept.at < minutes * 60_000)
      return kept.value;
    const value = make();
    kept = { value, day, at };
    value.catch(() => {
      if (kept?.value === value) kept = undefined;
    });
    return value;
  };
};
