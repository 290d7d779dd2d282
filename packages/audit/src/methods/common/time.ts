import { text, type Text } from '@suanjian/rulebook';
import { z } from 'zod';
import type { Expression } from '../../engine/method.ts';

/** Moments and lengths of time in methods: whole milliseconds, as in the log. */

const unitLengths = { ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

export const dayLength = unitLengths.d;

const isUnit = (unit: string): unit is keyof typeof unitLengths => Object.hasOwn(unitLengths, unit);

const parsed = (written: string): number | undefined => {
  const [, amount = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*(ms|s|min|h|d)$/u.exec(written.trim()) ?? [];
  return isUnit(unit) ? Math.round(Number(amount) * unitLengths[unit]) : undefined;
};

/** A length of time: whole milliseconds, or a number with its unit such as `60s`, `10 min`, `1h`, `7d`. */
export const duration = z
  .union([
    z.number().int().nonnegative(),
    z
      .string()
      .refine((written) => parsed(written) !== undefined, 'expected milliseconds, or a number with ms, s, min, h or d'),
  ])
  .transform((given) => (typeof given === 'number' ? given : (parsed(given) ?? 0)));

/** A moment: milliseconds since 1970 in UTC, or an ISO instant. */
export const instant = z
  .union([z.number().int(), z.iso.datetime({ offset: true })])
  .transform((given) => (typeof given === 'number' ? given : Date.parse(given)));

const numeric = /^(U?Int\d+|Float\d+|Decimal)/u;

/** Milliseconds since 1970, Nullable(Int64). A number is taken for milliseconds already; times and dates are converted. */
export const millisecondsOf = (expression: Expression): string => {
  const { sql, type } = expression;
  if (numeric.test(type)) return `toInt64(${sql})`;
  if (type.startsWith('DateTime64')) return `toUnixTimestamp64Milli(${sql})`;
  // A plain DateTime, a Date, or a type not yet known; seconds are all they hold.
  return `toUnixTimestamp64Milli(toDateTime64(${sql}, 3, 'UTC'))`;
};

/** The largest whole unit that measures it without remainder. */
export const inWords = (milliseconds: number): Text => {
  const names = [
    ['d', '天', 'd'],
    ['h', '小时', 'h'],
    ['min', '分钟', 'min'],
    ['s', '秒', 's'],
  ] as const;
  for (const [unit, zh, en] of names) {
    const amount = milliseconds / unitLengths[unit];
    if (amount >= 1 && Number.isInteger(amount * 10)) return text(`${amount} ${zh}`, `${amount} ${en}`);
  }
  return text(`${milliseconds} 毫秒`, `${milliseconds} ms`);
};

/** An instant as ISO text, for reports. */
export const isoInstant = (milliseconds: number): string => new Date(milliseconds).toISOString();
