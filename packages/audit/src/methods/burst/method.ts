import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';
import { parameters, type BurstParameters } from './parameters.ts';

export const burst = defineMethod<BurstParameters>({
  id: 'burst',
  version: 2,
  title,
  question,
  statistics,
  parts: [
    { name: 'object', required: true, kind: 'key', meaning: partTexts.object },
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
    { name: 'account', required: false, kind: 'key', meaning: partTexts.account },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  reduce,
  estimate,
  judging: ({ parameters: { materiality } }) => ({ materiality, direction: 'above' }),
  worst,
  references: [
    {
      id: 'kulldorff-2005',
      citation:
        'M. Kulldorff, R. Heffernan, J. Hartman, R. Assunção and F. Mostashari, "A space-time permutation scan statistic for disease outbreak detection", PLoS Medicine 2 (2005), e59.',
    },
    {
      id: 'noufaily-2013',
      citation:
        'A. Noufaily, D. G. Enki, P. Farrington, P. Garthwaite, N. Andrews and A. Charlett, "An improved algorithm for outbreak detection in multiple surveillance systems", Statistics in Medicine 32 (2013), 1206-1222.',
    },
    {
      id: 'tukey-1962',
      citation:
        'J. W. Tukey, "The future of data analysis", Annals of Mathematical Statistics 33 (1962), 1-67: winsorising, section 17.',
    },
  ],
  examples,
});
