import type { MethodRequest } from '../../engine/method.ts';
import { part } from '../common/contrast/group-plan.ts';
import type { ValueGapParameters } from './parameters.ts';

const numberType = /^(?:Float|Decimal|U?Int(?:16|32|64|128|256)$)/u;

/**
 * Whether the group is a number with a slope. By its type: flags, text and single bytes (what a comparison gives) are levels; wider numbers
 * are numbers, unless levels of them are named.
 */
export const groupIsNumber = (request: MethodRequest<ValueGapParameters>): boolean => {
  const { groupIs, reference } = request.parameters;
  if (groupIs !== undefined) return groupIs === 'number';
  if (request.compare !== undefined || reference !== undefined) return false;
  return numberType.test(part(request, 'group').type);
};
