import { commitmentOf } from '@suanjian/evidence';
import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';
import type { Randomness } from '../pseudonym/master-key.ts';
import type { DayRows } from '../record/batch-sorter.ts';

/** What a batch may be called: nothing in it needs an escape anywhere. */
export const batchIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** Throws `LogFault` (`invalid`). */
export function batchIdOf(value: string): string {
  if (batchIdPattern.test(value)) return value;
  throw new LogFault(
    'invalid',
    text(
      '批次编号须为 1 至 64 个字母、数字、点、连字符或下划线，以字母或数字开头。',
      'A batch id is 1 to 64 letters, digits, dots, hyphens or underscores, a letter or digit first.',
    ),
  );
}

/** An id nobody else has; ids sort by time. */
export function newBatchId(now: number, randomness: Randomness): string {
  const time = now.toString(36).padStart(9, '0');
  return `${time}-${Buffer.from(randomness(12)).toString('hex')}`;
}

/** What the rows of a batch are, in 64 hexadecimal digits: the same rows, the same digits. */
export const contentOf = (days: readonly DayRows[]): string =>
  commitmentOf(days.map(({ day, rows, root }) => ({ day, rows, root })));
