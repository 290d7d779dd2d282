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
    title: text('受限内容只展示给成年人', 'restricted items are shown to adults only'),
    records: { exposure: [shown('r1', 'adult', 'restricted-minors'), shown('r2', 'minor', 'quality')] },
    verdict: 'pass',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('未成年人看到受限内容', 'a minor is shown a restricted item'),
    records: { exposure: [shown('r1', 'minor', 'news', 'restricted-minors'), shown('r2', 'minor', 'quality')] },
    verdict: 'fail',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'fail', estimate: 1, values: { rows: 2 } }],
  },
  {
    title: text('另定受限标记', 'another label is said to be restricted'),
    records: { exposure: [shown('r1', 'minor', 'dangerous-act'), shown('r2', 'minor', 'quality')] },
    parameters: { labels: ['restricted-minors', 'dangerous-act'] },
    verdict: 'fail',
  },
  {
    title: text('不知道人群的展示不在其中', 'exposures to people of unknown age are not looked at'),
    records: { exposure: [shown('r1', undefined, 'restricted-minors'), shown('r2', 'adult', 'quality')] },
    verdict: 'not-enough-data',
  },
  {
    title: text('日志从不记录人群', 'the log never says who people are'),
    records: { exposure: [shown('r1', undefined, 'restricted-minors')] },
    verdict: 'not-applicable',
  },
];
