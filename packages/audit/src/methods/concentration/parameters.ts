import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const parameters = z.strictObject({
  measure: z
    .enum(['gini', 'hhi', 'top-share'])
    .default('gini')
    .meta(
      meaning(
        '用什么衡量集中：基尼系数（gini）、赫芬达尔指数（hhi）或最大的一部分所占的份额（top-share）。',
        'The measure of concentration: the Gini coefficient (gini), the Herfindahl index (hhi), or the share of the largest (top-share).',
      ),
    ),
  top: z
    .number()
    .gt(0)
    .lt(1)
    .default(0.1)
    .meta(
      meaning(
        'top-share 取最大的几分之几的主体。',
        'For top-share, the fraction of entities, from the largest, whose share is taken.',
      ),
    ),
  entities: z
    .number()
    .int()
    .positive()
    .optional()
    .meta(
      meaning(
        '共有多少主体，没有行的也算在内；不写则只算出现过的。',
        'How many entities there are, with those that have no row; without it only those seen count.',
      ),
    ),
  most: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta(
      meaning(
        '上限；不写则与同样多的行随机均匀分配相比。',
        'The limit; without it the measure is held against an even throw of as many rows.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      meaning(
        '超出多少才算数：默认 0.1，hhi 为 0.01，给出 most 时为 0。',
        'How far beyond matters: 0.1 unless told, 0.01 for hhi, and 0 where “most” is given.',
      ),
    ),
});

export type ConcentrationParameters = z.infer<typeof parameters>;
