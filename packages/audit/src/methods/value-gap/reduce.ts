import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { type MeasuredValue, part } from '../common/contrast/group-plan.ts';
import { groupedReduction } from '../common/contrast/grouped-reduction.ts';
import { matchedReduction } from '../common/contrast/matched-reduction.ts';
import { referenceOf } from '../common/contrast/reference.ts';
import { isInteger, numberOf } from '../common/sql.ts';
import { bitsOf, fixedOf } from '../common/sums.ts';
import { missingNumber, unusableNumber } from '../common/texts.ts';
import { withDetails } from './details.ts';
import { groupIsNumber } from './group-kind.ts';
import { isOfMedians, scaleOf, type ValueGapParameters } from './parameters.ts';
import { reduceSlope } from './slope-reduction.ts';
import { negative } from './texts.ts';

export const measuredValue = (request: MethodRequest<ValueGapParameters>): MeasuredValue => {
  const value = part(request, 'value');
  const integer = isInteger(value);
  return {
    raw: [{ name: 'raw_value', sql: numberOf(value) }],
    rules: [
      missingNumber('raw_value', 'value'),
      unusableNumber('raw_value', 'value'),
      ...(scaleOf(request.parameters) === 'difference'
        ? []
        : [{ when: 'ifNull(raw_value < 0, 0)', reason: negative, fault: { part: 'value' } }]),
    ],
    value: fixedOf('raw_value', integer),
    bits: bitsOf(integer),
    weight: '1',
  };
};

/** In which column a reduction's rows name their level. */
export const levelKeyOf = (request: MethodRequest<ValueGapParameters>): string =>
  request.parts['match'] === undefined ? 'level' : 'first_level';

/** Whether quantiles and small groups' values stand beside the sums: not where rows are kept per day, and not when switched off. */
export const hasDetails = (request: MethodRequest<ValueGapParameters>): boolean =>
  request.day === undefined && request.parameters.medians;

export const reduceValueGap = (request: MethodRequest<ValueGapParameters>): Reduction => {
  const measured = measuredValue(request);
  if (groupIsNumber(request)) return reduceSlope(request, measured);
  const sums =
    request.parts['match'] === undefined
      ? groupedReduction(request, measured)
      : matchedReduction(request, measured, referenceOf(request.parameters.reference, request.compare));
  if (!hasDetails(request)) return sums;
  return withDetails(sums, request, measured, {
    levelKey: levelKeyOf(request),
    medians: isOfMedians(request.parameters),
  });
};
