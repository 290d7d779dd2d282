import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'liang-zeger-1986',
    citation:
      'K.-Y. Liang, S. L. Zeger, Longitudinal data analysis using generalized linear models, Biometrika 73 (1986) 13–22',
  },
  {
    id: 'bell-mccaffrey-2002',
    citation:
      'R. M. Bell, D. F. McCaffrey, Bias reduction in standard errors for linear regression with multi-stage samples, Survey Methodology 28 (2002) 169–181',
  },
  {
    id: 'pustejovsky-tipton-2018',
    citation:
      'J. E. Pustejovsky, E. Tipton, Small-sample methods for cluster-robust variance estimation and hypothesis testing in fixed effects models, Journal of Business & Economic Statistics 36 (2018) 672–683',
  },
  {
    id: 'munnell-1996',
    citation:
      'A. H. Munnell, G. M. B. Tootell, L. E. Browne, J. McEneaney, Mortgage lending in Boston: interpreting HMDA data, American Economic Review 86 (1996) 25–53',
  },
];
