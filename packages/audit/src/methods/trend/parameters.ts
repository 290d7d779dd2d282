import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  measure: z
    .enum(['slope', 'entropy'])
    .default('entropy')
    .meta(
      meaning(
        '看数值的斜率（slope），还是种类的多样程度（entropy）。',
        'Whether the slope of a value (slope) or the variety of kinds (entropy) is followed.',
      ),
    ),
  fit: z
    .enum(['least-squares', 'theil-sen'])
    .default('least-squares')
    .meta(
      meaning(
        '怎样求每个人的斜率：最小二乘（least-squares），或不受个别极端值影响的 theil-sen。',
        'How each person’s slope is found: least-squares, or theil-sen, which single extremes do not move.',
      ),
    ),
  period: duration
    .refine((length) => length > 0, 'must be longer than nothing')
    .default(7 * 86_400_000)
    .meta(meaning('多长的时间算一期，例如 7d。', 'The length of one period, such as 7d.')),
  periods: z
    .number()
    .int()
    .min(2)
    .default(3)
    .meta(meaning('一个人至少要在多少期中出现。', 'Periods a person must be seen in.')),
  sample: z
    .number()
    .int()
    .min(2)
    .max(1000)
    .default(10)
    .meta(meaning('计算多样程度时，每期抽取多少次浏览。', 'Views that each period is thinned to for its entropy.')),
  materiality: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      meaning(
        '每期变化多大才算数：多样程度默认 0.01，数值则以它自己的单位计。',
        'The change a period that matters: of normalised entropy 0.01 unless told, of a value in its own units.',
      ),
    ),
  direction: z
    .enum(['both', 'above', 'below'])
    .optional()
    .meta(
      meaning(
        '看哪个方向：上升（above）、下降（below）或都看（both）；多样程度默认看下降。',
        'Which way matters: up (above), down (below), or both; for entropy down unless told.',
      ),
    ),
});

export type TrendParameters = z.infer<typeof parameters>;
