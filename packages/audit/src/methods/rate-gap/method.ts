import { defineMethod } from '../../engine/method.ts';
import { estimateRateGap, judgingOf } from './estimate.ts';
import { examples } from './examples.ts';
import { rateGapParameters } from './parameters.ts';
import { reduceRateGap } from './reduce.ts';
import { references } from './references.ts';
import { meanings, question, statistics, title } from './texts.ts';
import { worstGroups } from './worst.ts';

export const rateGap = defineMethod({
  id: 'rate-gap',
  version: 2,
  title,
  question,
  statistics,
  parts: [
    { name: 'group', required: true, kind: 'level', meaning: meanings.group },
    { name: 'outcome', required: true, kind: 'flag', meaning: meanings.outcome },
    { name: 'match', required: false, kind: 'key', meaning: meanings.match },
    { name: 'cluster', required: false, kind: 'key', meaning: meanings.cluster },
    { name: 'trials', required: false, kind: 'number', meaning: meanings.trials },
  ],
  parameters: rateGapParameters,
  accepts: { compare: true, strata: true, controls: false },
  additive: true,
  reduce: reduceRateGap,
  estimate: estimateRateGap,
  judging: ({ parameters }) => judgingOf(parameters),
  worst: worstGroups,
  references,
  examples,
});
