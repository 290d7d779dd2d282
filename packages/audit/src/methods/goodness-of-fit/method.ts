import { defineMethod } from '../../engine/method.ts';
import { estimateGoodness } from './estimate.ts';
import { examples } from './examples.ts';
import { goodnessParameters } from './parameters.ts';
import { reduceGoodness } from './reduce.ts';
import { references } from './references.ts';
import { meanings, question, statistics, title, twoSources } from './texts.ts';

export const goodnessOfFit = defineMethod({
  id: 'goodness-of-fit',
  version: 2,
  title,
  question,
  statistics,
  parts: [
    { name: 'level', required: true, kind: 'level', meaning: meanings.level },
    { name: 'expected', required: false, kind: 'number', meaning: meanings.expected },
    { name: 'cluster', required: false, kind: 'key', meaning: meanings.cluster },
  ],
  parameters: goodnessParameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  faults: ({ parts, parameters }) =>
    parts['expected'] !== undefined && parameters.shares !== undefined ? [twoSources] : [],
  reduce: reduceGoodness,
  estimate: estimateGoodness,
  judging: ({ parameters }) => ({ materiality: parameters.materiality, direction: 'above' }),
  references,
  examples,
});
