import { z } from 'zod';
import { defineMethod } from '../../engine/method.ts';
import { duration } from '../common/time.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';

const parameters = z.strictObject({
  window: duration.refine((length) => length > 0, 'must be longer than nothing').default(3_600_000),
  baseline: z.enum(['others', 'seasonal', 'own']).default('others'),
  /** A window with fewer is no burst, however few are usual. */
  atLeast: z.number().int().positive().default(20),
  /** What an object must have received in other windows to have a usual level. */
  history: z.number().int().nonnegative().default(10),
  /** Acts for each account below which a burst comes from many people. */
  perAccount: z.number().positive().default(2),
  /** The factor less one: 4 is five times as much as usual. */
  materiality: z.number().nonnegative().default(4),
});

export type BurstParameters = z.infer<typeof parameters>;

export const burst = defineMethod<BurstParameters>({
  id: 'burst',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'object', required: true, kind: 'key', meaning: partTexts.object },
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
    { name: 'account', required: false, kind: 'key', meaning: partTexts.account },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  reduce,
  estimate,
  judging: ({ parameters: { materiality } }) => ({ materiality, direction: 'above' }),
  worst,
  references: [
    {
      id: 'kulldorff-2005',
      citation:
        'M. Kulldorff, R. Heffernan, J. Hartman, R. Assunção and F. Mostashari, "A space-time permutation scan statistic for disease outbreak detection", PLoS Medicine 2 (2005), e59.',
    },
    {
      id: 'noufaily-2013',
      citation:
        'A. Noufaily, D. G. Enki, P. Farrington, P. Garthwaite, N. Andrews and A. Charlett, "An improved algorithm for outbreak detection in multiple surveillance systems", Statistics in Medicine 32 (2013), 1206-1222.',
    },
    {
      id: 'rosner-1983',
      citation:
        'B. Rosner, "Percentage points for a generalized ESD many-outlier procedure", Technometrics 25 (1983), 165-172.',
    },
  ],
  examples,
});
