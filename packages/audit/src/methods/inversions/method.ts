import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type InversionsParameters } from './parameters.ts';

export const inversions = defineMethod<InversionsParameters>({
  id: 'inversions',
  version: 2,
  title,
  question,
  statistics,
  parts: [
    { name: 'request', required: true, kind: 'key', meaning: partTexts.request },
    { name: 'rank', required: true, kind: 'number', meaning: partTexts.rank },
    { name: 'score', required: true, kind: 'number', meaning: partTexts.score },
    { name: 'group', required: false, kind: 'level', meaning: partTexts.group },
    { name: 'cluster', required: false, kind: 'key', meaning: partTexts.cluster },
  ],
  parameters,
  accepts: { compare: true, strata: false, controls: false },
  additive: true,
  reduce,
  estimate,
  judging: ({ parts, parameters: { materiality } }) => ({
    materiality: materiality ?? (parts['group'] === undefined ? 0.01 : 0.1),
    direction: 'above',
  }),
  worst,
  references: [
    {
      id: 'kendall-1938',
      citation: 'M. G. Kendall, "A new measure of rank correlation", Biometrika 30 (1938), 81-93.',
    },
    {
      id: 'korn-graubard-1998',
      citation:
        'E. L. Korn and B. I. Graubard, "Confidence intervals for proportions with small expected number of positive counts estimated from survey data", Survey Methodology 24 (1998), 193-201.',
    },
  ],
  examples,
});
