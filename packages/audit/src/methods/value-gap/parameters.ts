import { z } from 'zod';

const measures = ['difference', 'relative', 'ratio', 'ratio of medians', 'difference of medians'] as const;

/** `undefined`: nobody but the asker knows what size matters on the value's own scale, so every difference does. */
const defaults = { difference: 0, relative: 0.01, ratio: 0.01, 'ratio of medians': 0.01, 'difference of medians': 0 };

export const valueGapParameters = z
  .strictObject({
    measure: z.enum(measures).default('relative'),
    reference: z.string().min(1).optional(),
    /** Which deviation harms the group: a higher value (a price, a wait), a lower one (a pay), or either. */
    adverse: z.enum(['high', 'low', 'either']).default('either'),
    materiality: z.number().nonnegative().optional(),
    /** Whether the group is a set of levels or a number whose slope is asked for; by its type when not said. */
    groupIs: z.enum(['levels', 'number']).optional(),
    /** Medians and exact order statistics keep all values of a group in memory at once. */
    medians: z.boolean().default(true),
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
