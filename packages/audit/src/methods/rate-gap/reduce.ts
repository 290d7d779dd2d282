import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { type MeasuredValue, part } from '../common/contrast/group-plan.ts';
import { groupedReduction } from '../common/contrast/grouped-reduction.ts';
import { matchedReduction } from '../common/contrast/matched-reduction.ts';
import { referenceOf } from '../common/contrast/reference.ts';
import { missingNumber } from '../common/texts.ts';
import type { RateGapParameters } from './parameters.ts';
import { notCounts, notFlag, noTrials } from './texts.ts';

/** The outcome as whole successes among whole trials. */
export const measuredRate = (request: MethodRequest<RateGapParameters>): MeasuredValue => {
  const outcome = { name: 'raw_outcome', sql: `toFloat64(${part(request, 'outcome').sql})` };
  const trials = request.parts['trials'];
  if (trials === undefined) {
    return {
      raw: [outcome],
      rules: [
        missingNumber('raw_outcome', 'outcome'),
        { when: 'ifNull(raw_outcome NOT IN (0, 1), 0)', reason: notFlag, fault: { part: 'outcome' } },
      ],
      value: 'toInt64(raw_outcome)',
      weight: '1',
      bits: 0n,
    };
  }
  const whole = (column: string): string =>
    `(isFinite(${column}) AND ${column} = floor(${column}) AND abs(${column}) < 1e15)`;
  return {
    raw: [outcome, { name: 'raw_trials', sql: `toFloat64(${trials.sql})` }],
    rules: [
      missingNumber('raw_outcome', 'outcome'),
      missingNumber('raw_trials', 'trials'),
      {
        when: `ifNull(NOT ${whole('raw_outcome')} OR NOT ${whole('raw_trials')} OR raw_outcome < 0 OR raw_outcome > raw_trials, 0)`,
        reason: notCounts,
        fault: { part: 'trials' },
      },
      { when: 'ifNull(raw_trials = 0, 0)', reason: noTrials },
    ],
    value: 'toInt64(raw_outcome)',
    weight: 'toInt64(raw_trials)',
    bits: 0n,
  };
};

export const reduceRateGap = (request: MethodRequest<RateGapParameters>): Reduction => {
  const measured = measuredRate(request);
  return request.parts['match'] === undefined
    ? groupedReduction(request, measured)
    : matchedReduction(request, measured, referenceOf(request.parameters.reference, request.compare));
};
