import { z } from 'zod';
import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';

/** What sums and products of doubles may lose on their way. */
const arithmetic = 1e-9;

const parameters = z.strictObject({
  tolerance: z
    .union([
      z.number().nonnegative(),
      z.strictObject({
        absolute: z.number().nonnegative().default(0),
        relative: z.number().nonnegative().default(arithmetic),
      }),
    ])
    .default({ absolute: 0, relative: arithmetic })
    .transform((given) => (typeof given === 'number' ? { absolute: given, relative: arithmetic } : given)),
  /** Share of the computed rows that may differ. */
  share: z.number().min(0).lt(1).default(0),
  /** Share of all rows that may lack an input. */
  uncomputed: z.number().min(0).lt(1).default(0),
});

export type RecomputeParameters = z.infer<typeof parameters>;

export const recompute = defineMethod<RecomputeParameters>({
  id: 'recompute',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'shown', required: true, kind: 'number', meaning: partTexts.shown },
    { name: 'computed', required: true, kind: 'number', meaning: partTexts.computed },
    { name: 'row', required: false, kind: 'any', meaning: partTexts.row },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  reduce,
  estimate,
  judging: () => ({ materiality: 0, direction: 'above' }),
  worst,
  references: [
    {
      id: 'goldberg-1991',
      citation:
        'D. Goldberg, "What every computer scientist should know about floating-point arithmetic", ACM Computing Surveys 23 (1991), 5-48.',
    },
  ],
  examples,
});
