import { defineMethod } from '../../engine/method.ts';
import { estimateIndependence } from './estimate.ts';
import { examples } from './examples.ts';
import { independenceParameters } from './parameters.ts';
import { reduceIndependence } from './reduce.ts';
import { references } from './references.ts';
import { worstMatches } from './worst.ts';
import { meanings, question, statistics, title } from './texts.ts';

export const independence = defineMethod({
  id: 'independence',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'asker', required: true, kind: 'key', meaning: meanings.asker },
    { name: 'result', required: true, kind: 'any', meaning: meanings.result },
    { name: 'match', required: false, kind: 'key', meaning: meanings.match },
  ],
  parameters: independenceParameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  reduce: reduceIndependence,
  estimate: estimateIndependence,
  // Results that agree less within one asker than between two are no sign of who asks being used.
  judging: ({ parameters }) => ({ materiality: parameters.materiality, direction: 'above' }),
  worst: worstMatches,
  references,
  examples,
});
