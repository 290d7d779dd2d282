import { z } from 'zod';
import { defineMethod } from '../../engine/method.ts';
import { duration, instant } from '../common/time.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { fromAfterTo, partTexts, question, statistics, title } from './texts.ts';

const parameters = z.strictObject({
  /** The longest interval between neighbouring events that is no gap. */
  every: duration.refine((length) => length > 0, 'must be longer than nothing'),
  /** Share of the period that gaps may take up. */
  tolerance: z.number().min(0).lt(1).default(0),
  /** The period in which records are expected. */
  from: instant.optional(),
  to: instant.optional(),
});

export type CoverageParameters = z.infer<typeof parameters>;

export const coverage = defineMethod<CoverageParameters>({
  id: 'coverage',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
    { name: 'stream', required: false, kind: 'level', meaning: partTexts.stream },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  faults: ({ parameters: { from, to } }) => (from !== undefined && to !== undefined && from >= to ? [fromAfterTo] : []),
  reduce,
  estimate,
  judging: () => ({ materiality: 0, direction: 'above' }),
  worst,
  references: [
    {
      id: 'nist-800-92',
      citation: 'K. Kent and M. Souppaya, "Guide to Computer Security Log Management", NIST Special Publication 800-92 (2006).',
    },
  ],
  examples,
});
