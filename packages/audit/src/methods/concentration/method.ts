import { z } from 'zod';
import { defineMethod } from '../../engine/method.ts';
import { estimate } from './estimate.ts';
import { examples } from './examples.ts';
import { reduce, worst } from './reduce.ts';
import { partTexts, question, statistics, title } from './texts.ts';

const parameters = z.strictObject({
  measure: z.enum(['gini', 'hhi', 'top-share']).default('gini'),
  /** The fraction of entities, from the largest, whose share is taken. */
  top: z.number().gt(0).lt(1).default(0.1),
  /** How many entities there are, with those that have no row. */
  entities: z.number().int().positive().optional(),
  /** The limit; without it the measure is held against an even throw of as many rows. */
  most: z.number().min(0).max(1).optional(),
  materiality: z.number().nonnegative().optional(),
});

export type ConcentrationParameters = z.infer<typeof parameters>;

export const concentration = defineMethod<ConcentrationParameters>({
  id: 'concentration',
  version: 1,
  title,
  question,
  statistics,
  parts: [
    { name: 'entity', required: true, kind: 'key', meaning: partTexts.entity },
    { name: 'weight', required: false, kind: 'number', meaning: partTexts.weight },
    { name: 'cluster', required: false, kind: 'key', meaning: partTexts.cluster },
  ],
  parameters,
  accepts: { compare: false, strata: false, controls: false },
  additive: false,
  reduce,
  estimate,
  judging: ({ parameters: { materiality, measure, most } }) => ({
    materiality: materiality ?? (most !== undefined ? 0 : measure === 'hhi' ? 0.01 : 0.1),
    direction: 'above',
  }),
  worst,
  references: [
    {
      id: 'gastwirth-1972',
      citation:
        'J. L. Gastwirth, "The estimation of the Lorenz curve and Gini index", Review of Economics and Statistics 54 (1972), 306-316.',
    },
    {
      id: 'langel-tille-2013',
      citation:
        'M. Langel and Y. Tillé, "Variance estimation of the Gini index: revisiting a result several times published", Journal of the Royal Statistical Society A 176 (2013), 521-540.',
    },
    {
      id: 'hirschman-1964',
      citation: 'A. O. Hirschman, "The paternity of an index", American Economic Review 54 (1964), 761-762.',
    },
  ],
  examples,
});
