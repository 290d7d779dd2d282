import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

const measures = ['difference', 'relative', 'ratio', 'ratio of medians', 'difference of medians'] as const;

/** `undefined`: nobody but the asker knows what size matters on the value's own scale, so every difference does. */
const defaults = { difference: 0, relative: 0.01, ratio: 0.01, 'ratio of medians': 0.01, 'difference of medians': 0 };

export const valueGapParameters = z
  .strictObject({
    measure: z
      .enum(measures)
      .default('relative')
      .meta(
        meaning(
          '比较差（difference）、相对差（relative）、比（ratio），或中位数的比与差。',
          'Whether means are compared by difference, relative difference or ratio, or medians by ratio or difference.',
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
      .default('either')
      .meta(
        meaning(
          '哪种偏离对人不利：偏高（high，如价格、等待）、偏低（low，如报酬）或都算（either）。',
          'Which deviation harms the group: a higher value (a price, a wait), a lower one (a pay), or either.',
        ),
      ),
    materiality: z
      .number()
      .nonnegative()
      .optional()
      .meta(
        meaning(
          '多大的差距才算数；相对差和比默认 0.01，差默认 0，因为只有提问的人知道什么大小要紧。',
          'The gap that matters: 0.01 for relative differences and ratios, 0 for differences, for only the asker knows what size matters there.',
        ),
      ),
    groupIs: z
      .enum(['levels', 'number'])
      .optional()
      .meta(
        meaning(
          'group 是若干个值（levels）还是一个数、问它的斜率（number）；不写则看它的类型。',
          'Whether the group is a set of levels (levels) or a number whose slope is asked for (number); by its type unless told.',
        ),
      ),
    medians: z
      .boolean()
      .default(true)
      .meta(
        meaning(
          '是否也报告中位数；为此要把一组的全部数值同时放在内存里。',
          'Whether medians are reported too; for them all values of a group are held in memory at once.',
        ),
      ),
  })
  .transform(({ materiality, ...rest }) => ({ ...rest, materiality: materiality ?? defaults[rest.measure] }));

export type ValueGapParameters = z.output<typeof valueGapParameters>;

export const isOfMedians = ({ measure }: ValueGapParameters): boolean =>
  measure === 'ratio of medians' || measure === 'difference of medians';

export const scaleOf = ({ measure }: ValueGapParameters): 'difference' | 'relative' | 'ratio' => {
  switch (measure) {
    case 'difference':
    case 'difference of medians':
      return 'difference';
    case 'relative':
      return 'relative';
    case 'ratio':
    case 'ratio of medians':
      return 'ratio';
  }
};
