import type { MethodRequest } from '../../engine/method.ts';
import { worstContributions } from '../common/contrast/worst.ts';
import type { RateGapParameters } from './parameters.ts';
import { measuredRate } from './reduce.ts';

export const worstGroups = (
  request: MethodRequest<RateGapParameters>,
  by: Readonly<Record<string, string>>,
  limit: number,
): string => worstContributions(request, measuredRate(request), by, limit);
