import { defineMethod } from '../../engine/method.ts';
import { asked } from './asked.ts';
import { estimateDescription } from './estimate.ts';
import { examples } from './examples.ts';
import { describeParameters } from './parameters.ts';
import { reduceDescription } from './reduce.ts';
import { references } from './references.ts';
import { question, statistics, title } from './texts.ts';

export const describe = defineMethod({
  id: 'describe',
  version: 1,
  title,
  question,
  statistics,
  // Any named expressions.
  parts: [],
  parameters: describeParameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  faults: (request) => asked(request).faults,
  reduce: reduceDescription,
  estimate: estimateDescription,
  judging: () => ({ materiality: 0, direction: 'both' }),
  references,
  examples,
});
