import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { faultTexts, partTexts, question, statistics, title } from './texts.ts';
import { parameters, type LockstepParameters } from './parameters.ts';

export const lockstep = defineMethod<LockstepParameters>({
  id: 'lockstep',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'account', required: true, kind: 'key', meaning: partTexts.account },
    { name: 'object', required: true, kind: 'key', meaning: partTexts.object },
    { name: 'time', required: true, kind: 'time', meaning: partTexts.time },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  faults: ({ parameters: { window, block } }) => (block < 2 * window || block === 0 ? [faultTexts.blockTooShort] : []),
  reduce,
  estimate,
  judging: ({ parameters: { materiality } }) => ({ materiality, direction: 'above' }),
  worst,
  references: [
    {
      id: 'righetti-balluff-2025',
      citation:
        'N. Righetti and P. Balluff, "CooRTweet: a generalized R software for coordinated network detection", Computational Communication Research 7 (2025).',
    },
    {
      id: 'giglietto-2020',
      citation:
        'F. Giglietto, N. Righetti, L. Rossi and G. Marino, "It takes a village to manipulate the media: coordinated link sharing behavior during 2018 and 2019 Italian elections", Information, Communication & Society 23 (2020), 867-891.',
    },
    {
      id: 'amarasingham-2012',
      citation:
        'A. Amarasingham, M. T. Harrison, N. G. Hatsopoulos and S. Geman, "Conditional modeling and the jitter method of spike resampling", Journal of Neurophysiology 107 (2012), 517-531.',
    },
    {
      id: 'hoeffding-1956',
      citation:
        'W. Hoeffding, "On the distribution of the number of successes in independent trials", Annals of Mathematical Statistics 27 (1956), 713-721.',
    },
  ],
  examples,
});
