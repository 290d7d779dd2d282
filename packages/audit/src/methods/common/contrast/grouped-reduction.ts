import type { MethodRequest, Reduction } from '../../../engine/method.ts';
import { type Measure, reductionOf } from '../reduction.ts';
import { bucketsFor, keyHash } from '../sql.ts';
import { exactSum, exactSumOfProducts } from '../sums.ts';
import { clusterColumn, groupPlan, type MeasuredValue } from './group-plan.ts';

/**
 * Rows by stratum, group and cluster bucket: one scan. Contrasts within strata are made from these sums outside, so that they may be kept
 * per day and added up although a stratum's mean is known only at the end.
 */
export const groupedReduction = <Parameters>(
  request: MethodRequest<Parameters>,
  measured: MeasuredValue,
): Reduction => {
  const plan = groupPlan(request, measured);
  const clustered = request.parts['cluster'] !== undefined;
  const keys = plan.keys.filter(({ name }) => name !== 'cluster_key');
  const bucket = {
    name: 'bucket',
    sql: clustered ? `toUInt32(${keyHash([clusterColumn])} % ${bucketsFor(request)})` : 'toUInt32(0)',
    whenLeftOut: 'toUInt32(0)',
  };
  const measures: Measure[] = [
    { name: 'weights', sql: exactSum('weight'), adds: 'sum' },
    { name: 'total', sql: exactSum('value'), adds: 'sum' },
    { name: 'squares', sql: exactSumOfProducts('value', 'value'), adds: 'sum' },
    { name: 'smallest', sql: 'toInt256(min(value))', adds: 'least' },
    { name: 'largest', sql: 'toInt256(max(value))', adds: 'most' },
  ];
  return reductionOf(request, { ...plan, keys: [...keys, bucket], measures });
};
