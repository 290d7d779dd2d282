import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'hyndman-fan-1996',
    citation:
      'R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996) 361–365',
  },
  { id: 'gini-1912', citation: 'C. Gini, Variabilità e mutabilità, Bologna (1912)' },
  {
    id: 'spearman-1904',
    citation:
      'C. Spearman, The proof and measurement of association between two things, American Journal of Psychology 15 (1904) 72–101',
  },
];
