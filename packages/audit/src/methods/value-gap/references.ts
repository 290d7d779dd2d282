import type { Reference } from '../../engine/method.ts';

export const references: readonly Reference[] = [
  {
    id: 'welch-1947',
    citation:
      'B. L. Welch, The generalization of “Student’s” problem when several different population variances are involved, Biometrika 34 (1947) 28–35',
  },
  {
    id: 'cameron-gelbach-miller-2011',
    citation:
      'A. C. Cameron, J. B. Gelbach, D. L. Miller, Robust inference with multiway clustering, Journal of Business & Economic Statistics 29 (2011) 238–249',
  },
  {
    id: 'bell-mccaffrey-2002',
    citation:
      'R. M. Bell, D. F. McCaffrey, Bias reduction in standard errors for linear regression with multi-stage samples, Survey Methodology 28 (2002) 169–181',
  },
  {
    id: 'woodruff-1952',
    citation:
      'R. S. Woodruff, Confidence intervals for medians and other position measures, Journal of the American Statistical Association 47 (1952) 635–646',
  },
  {
    id: 'donner-zou-2012',
    citation:
      'A. Donner, G. Zou, Closed-form confidence intervals for functions of the normal mean and standard deviation, Statistical Methods in Medical Research 21 (2012) 347–359',
  },
  {
    id: 'hannak-2014',
    citation:
      'A. Hannak, G. Soeller, D. Lazer, A. Mislove, C. Wilson, Measuring price discrimination and steering on e-commerce web sites, Internet Measurement Conference (2014) 305–318',
  },
];
