import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type ChurnParameters } from './parameters.ts';

export const churn = defineMethod<ChurnParameters>({
  id: 'churn',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'list', required: true, kind: 'level', meaning: partTexts.list },
    { name: 'entry', required: true, kind: 'key', meaning: partTexts.entry },
    { name: 'rank', required: true, kind: 'number', meaning: partTexts.rank },
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
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
      id: 'jaccard-1912',
      citation: 'P. Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11 (1912), 37-50.',
    },
    {
      id: 'annamoradnejad-2019',
      citation:
        'I. Annamoradnejad and J. Habibi, "A comprehensive analysis of Twitter trending topics", 5th International Conference on Web Research (2019), 22-27.',
    },
  ],
  examples,
});
