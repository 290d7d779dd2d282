import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const many = (
  count: number,
  make: (index: number) => Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] =>
  Array.from({ length: count }, (_, index) => ({ request: `r-${index}`, ...make(index) }));

export const examples: readonly CheckExample[] = [
  {
    title: text('都有理由', 'all have reasons'),
    records: { exposure: many(8000, () => ({ reasons: ['fresh'] })) },
    verdict: 'pass',
  },
  {
    title: text('百分之一没有理由', 'one in a hundred has none'),
    records: { exposure: many(2000, (index) => (index % 100 === 0 ? {} : { reasons: ['fresh'] })) },
    verdict: 'fail',
  },
  {
    title: text('一个也没有', 'none has any'),
    records: { exposure: many(200, () => ({})) },
    verdict: 'fail',
  },
  {
    title: text('太少，不能断定', 'too few to tell'),
    records: { exposure: many(20, () => ({ reasons: ['fresh'] })) },
    verdict: 'not-enough-data',
  },
];
