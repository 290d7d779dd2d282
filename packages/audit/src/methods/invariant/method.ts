import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { graceNeedsElapsed, partTexts, question, statistics, title } from './texts.ts';
import { parameters, type InvariantParameters } from './parameters.ts';

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
