import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type ConcentrationParameters } from './parameters.ts';

export const concentration = defineMethod<ConcentrationParameters>({
  id: 'concentration',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'entity', required: true, kind: 'key', meaning: partTexts.entity },
    { name: 'weight', required: false, kind: 'number', meaning: partTexts.weight },
    { name: 'cluster', required: false, kind: 'key', meaning: partTexts.cluster },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  reduce,
  estimate,
  judging: ({ parameters: { materiality, measure, most } }) => ({
    materiality: materiality ?? (most !== undefined ? 0 : measure === 'hhi' ? 0.01 : 0.1),
    direction: 'above',
  }),
  worst,
  references: [
    {
      id: 'gastwirth-1972',
      citation:
        'J. L. Gastwirth, "The estimation of the Lorenz curve and Gini index", Review of Economics and Statistics 54 (1972), 306-316.',
    },
    {
      id: 'langel-tille-2013',
      citation:
        'M. Langel and Y. Tillé, "Variance estimation of the Gini index: revisiting a result several times published", Journal of the Royal Statistical Society A 176 (2013), 521-540.',
    },
    {
      id: 'hirschman-1964',
      citation: 'A. O. Hirschman, "The paternity of an index", American Economic Review 54 (1964), 761-762.',
    },
  ],
  examples,
});
