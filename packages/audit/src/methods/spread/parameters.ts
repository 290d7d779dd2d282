import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const parameters = z.strictObject({
  window: z
    .number()
    .int()
    .min(2)
    .optional()
    .meta(
      meaning(
        '一起看的连续位置数；不写则看整个列表。',
        'Places in a row that are looked at together; the whole slate unless told.',
      ),
    ),
  atMost: z
    .number()
    .int()
    .positive()
    .default(1)
    .meta(meaning('同一个 key 在其中最多出现几次。', 'How often one key may stand in a window.')),
  unit: z
    .enum(['windows', 'slates'])
    .default('windows')
    .meta(
      meaning(
        '比例的分母：窗口（windows）还是整个列表（slates）。',
        'What the estimate is a share of: windows or whole slates.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .default(0.01)
    .meta(meaning('超限的比例多大才算数。', 'The share beyond the limit that matters.')),
});

export type SpreadParameters = z.infer<typeof parameters>;
