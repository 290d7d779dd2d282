import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'mantel-haenszel-1959',
    citation:
      'N. Mantel, W. Haenszel, Statistical aspects of the analysis of data from retrospective studies of disease, Journal of the National Cancer Institute 22 (1959) 719–748',
  },
  {
    id: 'newcombe-1998',
    citation:
      'R. G. Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873–890',
  },
  {
    id: 'sato-1989',
    citation:
      'T. Sato, On the variance estimator for the Mantel–Haenszel risk difference, Biometrics 45 (1989) 1323–1324',
  },
  {
    id: 'greenland-robins-1985',
    citation:
      'S. Greenland, J. M. Robins, Estimation of a common effect parameter from sparse follow-up data, Biometrics 41 (1985) 55–68',
  },
  {
    id: 'bell-mccaffrey-2002',
    citation:
      'R. M. Bell, D. F. McCaffrey, Bias reduction in standard errors for linear regression with multi-stage samples, Survey Methodology 28 (2002) 169–181',
  },
  {
    id: 'bickel-1975',
    citation:
      'P. J. Bickel, E. A. Hammel, J. W. O’Connell, Sex bias in graduate admissions: data from Berkeley, Science 187 (1975) 398–404',
  },
  {
    id: 'uniform-guidelines-1978',
    citation: 'Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D (1978), the four-fifths rule',
  },
];
