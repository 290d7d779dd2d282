import type { Text } from '@suanjian/rulebook';
import type { UndeterminedReason } from '../../../statistics/inference.ts';
import { reasons } from '../texts.ts';

/** Why there is no interval, in words. */
export const whyUndetermined = (reason: UndeterminedReason): Text => {
  switch (reason) {
    case 'no-data':
      return reasons.empty;
    case 'no-contrast':
      return reasons.noContrast;
    case 'no-variance':
      return reasons.noVariance;
    case 'zero-reference':
      return reasons.zeroReference;
    case 'one-cluster':
    case 'too-few-units':
      return reasons.tooFewClusters;
  }
};
