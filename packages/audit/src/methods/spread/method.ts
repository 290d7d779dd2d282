import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type SpreadParameters } from './parameters.ts';

export const spread = defineMethod<SpreadParameters>({
  id: 'spread',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'user', required: false, kind: 'key', meaning: partTexts.user },
    { name: 'request', required: true, kind: 'key', meaning: partTexts.request },
    { name: 'rank', required: true, kind: 'number', meaning: partTexts.rank },
    { name: 'key', required: true, kind: 'key', meaning: partTexts.key },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  reduce,
  estimate,
  judging: ({ parameters: { materiality } }) => ({ materiality, direction: 'above' }),
  worst,
  references: [
    {
      id: 'ziegler-2005',
      citation:
        'C.-N. Ziegler, S. M. McNee, J. A. Konstan and G. Lausen, "Improving recommendation lists through topic diversification", WWW 2005, 22-32.',
    },
    {
      id: 'korn-graubard-1998',
      citation:
        'E. L. Korn and B. I. Graubard, "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24 (1998), 193-201.',
    },
  ],
  examples,
});
