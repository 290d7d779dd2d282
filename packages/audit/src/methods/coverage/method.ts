import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { fromAfterTo, partTexts, question, statistics, title } from './texts.ts';
import { parameters, type CoverageParameters } from './parameters.ts';

export const coverage = defineMethod<CoverageParameters>({
  id: 'coverage',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
    { name: 'stream', required: false, kind: 'level', meaning: partTexts.stream },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: true,
  faults: ({ parameters: { from, to } }) => (from !== undefined && to !== undefined && from >= to ? [fromAfterTo] : []),
  reduce,
  estimate,
  judging: () => ({ materiality: 0, direction: 'above' }),
  worst,
  references: [
    {
      id: 'nist-800-92',
      citation:
        'K. Kent and M. Souppaya, "Guide to Computer Security Log Management", NIST Special Publication 800-92 (2006).',
    },
  ],
  examples,
});
