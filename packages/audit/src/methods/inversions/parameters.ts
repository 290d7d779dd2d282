import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const parameters = z.strictObject({
  direction: z
    .enum(['higher-first', 'lower-first'])
    .default('higher-first')
    .meta(
      meaning(
        '得分高的在前（higher-first），还是低的在前（lower-first）。',
        'Which scores belong in front: the higher (higher-first) or the lower (lower-first).',
      ),
    ),
  pairs: z
    .enum(['all', 'adjacent'])
    .default('all')
    .meta(
      meaning(
        '比较一次请求中的全部结果对（all），还是只比相邻的（adjacent）。',
        'Whether all pairs of a request’s results are compared (all) or only neighbours (adjacent).',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      meaning(
        '多大才算数：颠倒的对所占的比例（默认 0.01）；给出 group 时为提前的位数（默认 0.1）。',
        'What size matters: a share of pairs (0.01 unless told), or with a group, places gained (0.1 unless told).',
      ),
    ),
});

export type InversionsParameters = z.infer<typeof parameters>;
