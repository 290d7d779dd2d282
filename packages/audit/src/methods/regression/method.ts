import type { Text } from '@suanjian/rulebook';
import { defineMethod, type MethodRequest } from '../../engine/method.ts';
import { estimateRegression, judgingOf } from './estimate.ts';
import { examples } from './examples.ts';
import { type RegressionParameters, regressionParameters } from './parameters.ts';
import { reduceRegression } from './reduce.ts';
import { references } from './references.ts';
import { faults, meanings, question, statistics, title } from './texts.ts';

const faultsOf = ({ parts, parameters }: MethodRequest<RegressionParameters>): readonly Text[] => {
  const responses = ['value', 'outcome'].filter((name) => parts[name] !== undefined);
  return [
    ...(responses.length === 0 ? [faults.noResponse] : []),
    ...(responses.length === 2 ? [faults.twoResponses] : []),
    ...(parameters.groupIs === 'number' && parts['group']?.type === 'String' ? [faults.textGroup] : []),
  ];
};

export const regression = defineMethod({
  id: 'regression',
  version: 2,
  title,
  question,
  statistics,
  parts: [
    { name: 'value', required: false, kind: 'number', meaning: meanings.value },
    { name: 'outcome', required: false, kind: 'flag', meaning: meanings.outcome },
    { name: 'group', required: true, kind: 'any', meaning: meanings.group },
    { name: 'cluster', required: false, kind: 'key', meaning: meanings.cluster },
  ],
  parameters: regressionParameters,
  accepts: { compare: true, strata: true, controls: true },
  additive: true,
  faults: faultsOf,
  reduce: reduceRegression,
  estimate: estimateRegression,
  judging: ({ parameters }) => judgingOf(parameters),
  references,
  examples,
});
