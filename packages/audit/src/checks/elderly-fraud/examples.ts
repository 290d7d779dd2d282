import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const shown = (request: string, audience: string | undefined, ...labels: readonly string[]) => ({
  request,
  algorithm: 'home-feed',
  labels,
  ...(audience === undefined ? {} : { audience }),
});

export const examples: readonly CheckExample[] = [
  {
    title: text('老年人没有看到涉诈内容', 'older people are shown no fraud'),
    records: { exposure: [shown('r1', 'older', 'quality'), shown('r2', 'older'), shown('r3', 'adult', 'fraud')] },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 2 } }],
  },
  {
    title: text('老年人看到涉诈内容', 'an older person is shown fraud'),
    records: { exposure: [shown('r1', 'older', 'quality'), shown('r2', 'older', 'fraud')] },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1 }],
  },
  {
    title: text('同一内容识别之前的展示不算', 'what was shown before it was recognised does not count'),
    records: { exposure: [shown('r1', 'older'), shown('r2', 'adult', 'fraud')] },
    verdict: 'pass',
  },
  {
    title: text('没有老年用户的展示', 'nothing was shown to older people'),
    records: { exposure: [shown('r1', 'adult', 'fraud'), shown('r2', 'minor', 'quality')] },
    verdict: 'not-enough-data',
  },
  {
    title: text('日志从不记录标记', 'the log never holds labels'),
    records: { exposure: [shown('r1', 'older')] },
    verdict: 'not-applicable',
  },
];
