import { z } from 'zod';

export const rateMeasures = ['difference', 'ratio', 'four-fifths'] as const;

const defaults = { difference: 0.02, ratio: 0.1, 'four-fifths': 0.25 } as const;

/** Below four fifths is 0.8, which as a factor is 1 / (1 + 0.25). */
export const rateGapParameters = z
  .strictObject({
    measure: z.enum(rateMeasures).default('difference'),
    reference: z.string().min(1).optional(),
    /** Which outcome harms the group: more of it, less of it, or either. */
    adverse: z.enum(['high', 'low', 'either']).optional(),
    materiality: z.number().positive().optional(),
  })
  .transform(({ measure, reference, adverse, materiality }) => ({
    measure,
    // The four-fifths rule compares every group's rate of being chosen with the highest one.
    reference: reference ?? (measure === 'four-fifths' ? 'best' : undefined),
    adverse: adverse ?? (measure === 'four-fifths' ? ('low' as const) : ('either' as const)),
    materiality: materiality ?? defaults[measure],
  }));

export type RateGapParameters = z.output<typeof rateGapParameters>;

/** The scale that the comparison is made on; four-fifths is a ratio with its own threshold. */
export const scaleOf = ({ measure }: RateGapParameters): 'difference' | 'ratio' =>
  measure === 'difference' ? 'difference' : 'ratio';
