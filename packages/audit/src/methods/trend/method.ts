import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { faultTexts, partTexts, question, statistics, title } from './texts.ts';
import { parameters, type TrendParameters } from './parameters.ts';

export const trend = defineMethod<TrendParameters>({
  id: 'trend',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'user', required: true, kind: 'key', meaning: partTexts.user },
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
    { name: 'value', required: false, kind: 'number', meaning: partTexts.value },
    { name: 'key', required: false, kind: 'key', meaning: partTexts.key },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  faults: ({ parts, parameters: { measure, materiality } }) =>
    measure === 'slope'
      ? [
          ...(parts['value'] === undefined ? [faultTexts.slopeNeedsValue] : []),
          ...(materiality === undefined ? [faultTexts.slopeNeedsMateriality] : []),
        ]
      : parts['key'] === undefined
        ? [faultTexts.entropyNeedsKey]
        : [],
  reduce,
  estimate,
  judging: ({ parameters: { measure, materiality, direction } }) => ({
    materiality: materiality ?? 0.01,
    direction: direction ?? (measure === 'entropy' ? 'below' : 'both'),
  }),
  worst,
  references: [
    {
      id: 'hurlbert-1971',
      citation:
        'S. H. Hurlbert, "The nonconcept of species diversity: a critique and alternative parameters", Ecology 52 (1971), 577-586.',
    },
    {
      id: 'sen-1968',
      citation:
        'P. K. Sen, "Estimates of the regression coefficient based on Kendall\'s tau", Journal of the American Statistical Association 63 (1968), 1379-1389.',
    },
    {
      id: 'matthews-1990',
      citation:
        'J. N. S. Matthews, D. G. Altman, M. J. Campbell and P. Royston, "Analysis of serial measurements in medical research", BMJ 300 (1990), 230-235.',
    },
  ],
  examples,
});
