import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type RecomputeParameters } from './parameters.ts';

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
