import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'pearson-1900',
    citation:
      'K. Pearson, On the criterion that a given system of deviations … can be reasonably supposed to have arisen from random sampling, Philosophical Magazine 50 (1900) 157–175',
  },
  {
    id: 'rao-scott-1981',
    citation:
      'J. N. K. Rao, A. J. Scott, The analysis of categorical data from complex sample surveys, Journal of the American Statistical Association 76 (1981) 221–230',
  },
  {
    id: 'cohen-1988',
    citation: 'J. Cohen, Statistical Power Analysis for the Behavioral Sciences, second edition (1988), chapter 7',
  },
  {
    id: 'steiger-2004',
    citation:
      'J. H. Steiger, Beyond the F test: effect size confidence intervals and tests of close fit, Psychological Methods 9 (2004) 164–182',
  },
];
