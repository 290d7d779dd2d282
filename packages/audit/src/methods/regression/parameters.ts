import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const regressionParameters = z.strictObject({
  measure: z
    .enum(['difference', 'relative'])
    .default('difference')
    .meta(
      meaning(
        '报告系数本身（difference），还是它占平均值的比例（relative）。',
        'The group’s coefficient itself (difference), or as a share of the mean value (relative).',
      ),
    ),
  reference: z
    .string()
    .min(1)
    .optional()
    .meta(
      meaning(
        '其他各组与哪一个值相比；不写则为第一个。',
        'The level that the others are compared with; the first one unless told.',
      ),
    ),
  adverse: z
    .enum(['high', 'low', 'either'])
    .default('either')
    .meta(
      meaning(
        '哪种偏离不利：偏高（high）、偏低（low）或都算（either）。',
        'Which deviation harms: a higher value (high), a lower one (low), or either.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .default(0)
    .meta(
      meaning(
        '多大才算数。别人不知道什么大小要紧，因此默认任何差别都算。',
        'What size matters. Nobody but the asker knows, so every effect does unless told.',
      ),
    ),
  groupIs: z
    .enum(['levels', 'number'])
    .optional()
    .meta(
      meaning(
        'group 是若干个值（levels）还是一个数（number）；不写则看它的类型。',
        'Whether the group is a set of levels (levels) or a number (number); by its type unless told.',
      ),
    ),
});

export type RegressionParameters = z.output<typeof regressionParameters>;
