import type { MethodRequest } from '../../engine/method.ts';
import { worstContributions } from '../common/contrast/worst.ts';
import type { ValueGapParameters } from './parameters.ts';
import { measuredValue } from './reduce.ts';

export const worstGroups = (
  request: MethodRequest<ValueGapParameters>,
  by: Readonly<Record<string, string>>,
  limit: number,
): string => worstContributions(request, measuredValue(request), by, limit);
