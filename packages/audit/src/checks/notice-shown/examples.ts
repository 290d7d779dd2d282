import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const shown = (session: string, notice: boolean | undefined, algorithm = 'home-feed') => ({
  session,
  request: `r-${session}`,
  algorithm,
  ...(notice === undefined ? {} : { notice }),
});

export const examples: readonly CheckExample[] = [
  {
    title: text('每次使用都有告知', 'every session had the notice'),
    records: { exposure: [shown('s1', true), shown('s2', true), shown('s3', true, 'search')] },
    verdict: 'pass',
    units: [
      { by: { algorithm: 'home-feed' }, verdict: 'pass' },
      { by: { algorithm: 'search' }, verdict: 'pass' },
    ],
  },
  {
    title: text('搜索没有告知', 'search had no notice'),
    records: { exposure: [shown('s1', true), shown('s2', true), shown('s3', false, 'search')] },
    verdict: 'fail',
    units: [
      { by: { algorithm: 'home-feed' }, verdict: 'pass' },
      { by: { algorithm: 'search' }, verdict: 'fail', estimate: 1 },
    ],
  },
  {
    title: text('有的展示没有填写，无法全部判断', 'some exposures do not say, so nobody can tell of all'),
    records: { exposure: [shown('s1', true), shown('s2', undefined)] },
    verdict: 'not-enough-data',
    units: [{ by: { algorithm: 'home-feed' }, verdict: 'not-enough-data', values: { unknown: 1 } }],
  },
  {
    title: text('日志从不记录告知', 'the log never records the notice'),
    records: { exposure: [shown('s1', undefined)] },
    verdict: 'not-applicable',
  },
];
