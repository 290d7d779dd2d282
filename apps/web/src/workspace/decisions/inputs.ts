import type { Text } from '@suanjian/rulebook';
import { listOf, recordOf, textOf } from '../forms/control.ts';
import type { Highlight } from '../forms/highlight.ts';
import { assessmentTexts } from '../texts/assessment.ts';
import { reviewTexts } from '../texts/review.ts';

type Input = Readonly<Record<string, unknown>>;

/** What a decision's input begins with. */
export const startOf = (name: string, ticked: readonly Highlight[]): Input => {
  switch (name) {
    case 'return':
      return { fields: ticked.map(({ pointer, reason }) => ({ pointer, reason })) };
    case 'refuse':
      return { basis: [] };
    case 'order':
      return { ground: 'not-cancelled-in-time', basis: ['final/33.2'] };
    case 'assign':
      return { to: null };
    case 'override-grade':
      return { grade: 'II' };
    default:
      return {};
  }
};

/** What a decision still lacks before it is worth sending. */
export const missingInput = (name: string, input: Input): Text | undefined => {
  switch (name) {
    case 'return':
      return listOf(input['fields'])
        .map(recordOf)
        .some(({ reason }) => textOf(reason).trim() === '')
        ? reviewTexts.returnWhyMissing
        : undefined;
    case 'refuse':
    case 'order':
      return listOf(input['basis']).length === 0 ? reviewTexts.basisMissing : undefined;
    case 'prefill':
      return textOf(input['bundle']) === '' ? assessmentTexts.bundleMissing : undefined;
    case 'state':
      return textOf(input['statement']).trim() === '' ? reviewTexts.reasonMissing : undefined;
    default:
      return undefined;
  }
};
