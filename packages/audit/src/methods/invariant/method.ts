import { z } from 'zod';
import { defineMethod } from '../../engine/method.ts';
import { duration } from '../common/time.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { graceNeedsElapsed, partTexts, question, statistics, title } from './texts.ts';

const parameters = z.strictObject({
  /** Rows no older than this since the rule took hold are left out. */
  grace: duration.default(0),
  /** Share of rows that may break the rule. */
  tolerance: z.number().min(0).lt(1).default(0),
});

export type InvariantParameters = z.infer<typeof parameters>;

export const invariant = defineMethod<InvariantParameters>({
  id: 'invariant',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'row', required: true, kind: 'any', meaning: partTexts.row },
    { name: 'must', required: true, kind: 'flag', meaning: partTexts.must },
    { name: 'elapsed', required: false, kind: 'number', meaning: partTexts.elapsed },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  faults: (request) =>
    request.parameters.grace > 0 && request.parts['elapsed'] === undefined ? [graceNeedsElapsed] : [],
  reduce,
  estimate,
  judging: () => ({ materiality: 0, direction: 'above' }),
  worst,
  references: [
    {
      id: 'clopper-pearson-1934',
      citation:
        'C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934), 404-413.',
    },
  ],
  examples,
});
