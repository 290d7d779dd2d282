import type { MethodRequest, Reduction } from '../../engine/method.ts';
import { part } from '../common/contrast/group-plan.ts';
import { type LeftOutRule, reductionOf } from '../common/reduction.ts';
import { keyHash, keyOf, levelOf } from '../common/sql.ts';
import { exactSum, fixedOf } from '../common/sums.ts';
import { missingKey, missingLevel, missingNumber, unusableNumber } from '../common/texts.ts';
import type { GoodnessParameters } from './parameters.ts';
import { negativeShare } from './texts.ts';

/** Few, for there is a row for each level in each: a design effect needs no more. */
const buckets = 100;

export const goodnessRules = ({ parts }: MethodRequest<GoodnessParameters>): readonly LeftOutRule[] => [
  missingLevel('raw_level', 'level'),
  ...(parts['expected'] === undefined
    ? []
    : [
        missingNumber('raw_expected', 'expected'),
        unusableNumber('raw_expected', 'expected'),
        { when: 'ifNull(raw_expected < 0, 0)', reason: negativeShare, fault: { part: 'expected' } },
      ]),
  ...(parts['cluster'] === undefined ? [] : [missingKey('raw_cluster', 'cluster', parts['cluster'])]),
];

/** Counts by level and cluster bucket. */
export const reduceGoodness = (request: MethodRequest<GoodnessParameters>): Reduction => {
  const { expected, cluster } = request.parts;
  return reductionOf(request, {
    raw: [
      { name: 'raw_level', sql: levelOf(part(request, 'level')) },
      ...(expected === undefined ? [] : [{ name: 'raw_expected', sql: `toFloat64(${expected.sql})` }]),
      ...(cluster === undefined ? [] : [{ name: 'raw_cluster', sql: keyOf(cluster) }]),
    ],
    rules: goodnessRules(request),
    keys: [
      { name: 'level', sql: 'raw_level', whenLeftOut: "''" },
      {
        name: 'bucket',
        sql: cluster === undefined ? 'toUInt32(0)' : `toUInt32(${keyHash(['raw_cluster'])} % ${buckets})`,
        whenLeftOut: 'toUInt32(0)',
      },
    ],
    values: [
      {
        name: 'expected',
        sql: expected === undefined ? 'toInt128(0)' : `ifNull(${fixedOf('raw_expected', false)}, 0)`,
        whenLeftOut: 'toInt128(0)',
      },
    ],
    measures: [
      { name: 'expected_sum', sql: exactSum('expected'), adds: 'sum' },
      { name: 'expected_least', sql: 'min(expected)', adds: 'least' },
      { name: 'expected_most', sql: 'max(expected)', adds: 'most' },
    ],
  });
};
