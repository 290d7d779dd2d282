import type { Text } from '@suanjian/rulebook';
import { defineMethod, type MethodRequest } from '../../engine/method.ts';
import { estimateValueGap, judgingOf } from './estimate.ts';
import { examples } from './examples.ts';
import { groupIsNumber } from './group-kind.ts';
import { isOfMedians, type ValueGapParameters, valueGapParameters } from './parameters.ts';
import { reduceValueGap } from './reduce.ts';
import { references } from './references.ts';
import { faults, meanings, question, statistics, title } from './texts.ts';
import { worstGroups } from './worst.ts';

const faultsOf = (request: MethodRequest<ValueGapParameters>): readonly Text[] => {
  const { parameters, parts, strata, day } = request;
  const found: Text[] = [];
  if (isOfMedians(parameters)) {
    if (groupIsNumber(request)) found.push(faults.slopeOfMedians);
    if (parts['match'] !== undefined || strata.length > 0) found.push(faults.mediansMatched);
    if (day !== undefined) found.push(faults.mediansPerDay);
    if (!parameters.medians) found.push(faults.mediansOff);
    if (parameters.reference === 'rest') found.push(faults.mediansOfRest);
  }
  if (parameters.measure === 'ratio' && groupIsNumber(request)) found.push(faults.slopeRatio);
  return found;
};

export const valueGap = defineMethod({
  id: 'value-gap',
  version: 3,
  title,
  question,
  statistics,
  parts: [
    { name: 'group', required: true, kind: 'any', meaning: meanings.group },
    { name: 'value', required: true, kind: 'number', meaning: meanings.value },
    { name: 'match', required: false, kind: 'key', meaning: meanings.match },
    { name: 'cluster', required: false, kind: 'key', meaning: meanings.cluster },
  ],
  parameters: valueGapParameters,
  accepts: { compare: true, strata: true, controls: false },
  additive: true,
  faults: faultsOf,
  reduce: reduceValueGap,
  estimate: estimateValueGap,
  judging: ({ parameters }) => judgingOf(parameters),
  worst: worstGroups,
  references,
  examples,
});
