/** Significant digits of every reported number: fewer than a double holds, so that the last bits of a sum do not show. */
export const reportedDigits = 12;

/** A number as it is reported: 12 significant digits, halves away from zero, never −0. What is not finite is `null`, as JSON has no word for it. */
export function reported(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  // Adding 0 turns −0 into 0.
  return Number(value.toPrecision(reportedDigits)) + 0;
}
