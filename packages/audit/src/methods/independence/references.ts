import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'mantel-1967',
    citation:
      'N. Mantel, The detection of disease clustering and a generalized regression approach, Cancer Research 27 (1967) 209–220',
  },
  {
    id: 'mantel-haenszel-1959',
    citation:
      'N. Mantel, W. Haenszel, Statistical aspects of the analysis of data from retrospective studies of disease, Journal of the National Cancer Institute 22 (1959) 719–748',
  },
  {
    id: 'hannak-2013',
    citation:
      'A. Hannak, P. Sapiezynski, A. Molavi Kakhki, B. Krishnamurthy, D. Lazer, A. Mislove, C. Wilson, Measuring personalization of web search, World Wide Web Conference (2013) 527–538',
  },
  {
    id: 'phipson-smyth-2010',
    citation:
      'B. Phipson, G. K. Smyth, Permutation p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9 (2010) article 39',
  },
];
