import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const rateMeasures = ['difference', 'ratio', 'four-fifths'] as const;

const defaults = { difference: 0.02, ratio: 0.1, 'four-fifths': 0.25 } as const;

/** Below four fifths is 0.8, which as a factor is 1 / (1 + 0.25). */
export const rateGapParameters = z
  .strictObject({
    measure: z
      .enum(rateMeasures)
      .default('difference')
      .meta(
        meaning(
          '比较两个比例之差（difference）、之比（ratio），或按五分之四规则与最高的一组相比（four-fifths）。',
          'Whether rates are compared by their difference (difference), their ratio (ratio), or each with the highest by the four-fifths rule (four-fifths).',
        ),
      ),
    reference: z
      .string()
      .min(1)
      .optional()
      .meta(
        meaning(
          '与哪一组相比：某个值、rest（其余各组合计）或 best（最好的一组）；不写则为 compare 的最后一个，否则为按名称排在最前的一个。',
          'What groups are compared with: a level, rest (all others together) or best (the one that fares best); unless told the last of “compare”, else the first by name.',
        ),
      ),
    adverse: z
      .enum(['high', 'low', 'either'])
      .optional()
      .meta(
        meaning(
          '什么结果对人不利：比例高（high）、低（low）或都算（either）。',
          'Which outcome harms the group: more of it (high), less of it (low), or either.',
        ),
      ),
    materiality: z
      .number()
      .positive()
      .optional()
      .meta(
        meaning(
          '多大的差距才算数；默认差为 0.02，比为 0.1，五分之四规则为 0.25（即低于五分之四）。',
          'The gap that matters: 0.02 for a difference, 0.1 for a ratio, 0.25 for four-fifths (below four fifths) unless told.',
        ),
      ),
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
