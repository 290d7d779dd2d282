import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { faults } from './faults.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type RankShareParameters } from './parameters.ts';

export const rankShare = defineMethod<RankShareParameters>({
  id: 'rank-share',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'request', required: true, kind: 'key', meaning: partTexts.request },
    { name: 'group', required: true, kind: 'level', meaning: partTexts.group },
    { name: 'rank', required: false, kind: 'number', meaning: partTexts.rank },
    { name: 'weight', required: false, kind: 'number', meaning: partTexts.weight },
    { name: 'baseline', required: false, kind: 'number', meaning: partTexts.baseline },
    { name: 'candidates', required: false, kind: 'number', meaning: partTexts.candidates },
    { name: 'cluster', required: false, kind: 'key', meaning: partTexts.cluster },
  ],
  parameters,
  accepts: { compare: true, strata: false, controls: false },
  additive: true,
  faults,
  reduce,
  estimate,
  judging: ({ parameters: { materiality, measure, thresholds, direction } }) =>
    thresholds === undefined
      ? { materiality: materiality ?? (measure === 'ratio' ? 0.25 : 0.05), direction }
      : { materiality: materiality ?? 0, direction: 'above' },
  worst,
  references: [
    {
      id: 'jarvelin-kekalainen-2002',
      citation:
        'K. Järvelin and J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM Transactions on Information Systems 20 (2002), 422-446.',
    },
    {
      id: 'singh-joachims-2018',
      citation: 'A. Singh and T. Joachims, "Fairness of exposure in rankings", KDD 2018, 2219-2228.',
    },
    {
      id: 'bell-mccaffrey-2002',
      citation:
        'R. M. Bell and D. F. McCaffrey, "Bias reduction in standard errors for linear regression with multi-stage samples", Survey Methodology 28 (2002), 169-181.',
    },
  ],
  examples,
});
