import type { Text } from '@suanjian/rulebook';
import type { MethodRequest } from '../../engine/method.ts';
import type { RankShareParameters } from './parameters.ts';
import { faultTexts } from './texts.ts';

export const faults = ({ parts, parameters, compare }: MethodRequest<RankShareParameters>): readonly Text[] => {
  const { rank, weight, baseline, candidates } = parts;
  const { top, measure, expected, thresholds } = parameters;
  const found: Text[] = [];
  if ((rank === undefined) === (weight === undefined)) found.push(faultTexts.rankOrWeight);
  if (measure === 'area' && rank === undefined) found.push(faultTexts.areaOfRank);
  if (measure !== 'area' && rank !== undefined && top === undefined) found.push(faultTexts.topMissing);
  if (candidates !== undefined && baseline === undefined) found.push(faultTexts.candidatesAlone);
  const whose = baseline !== undefined || expected !== undefined || thresholds !== undefined;
  if (whose && compare?.[0] === undefined) found.push(faultTexts.baselineOfWhom);
  if (thresholds !== undefined && thresholds.least === undefined && thresholds.most === undefined)
    found.push(faultTexts.noThreshold);
  return found;
};
