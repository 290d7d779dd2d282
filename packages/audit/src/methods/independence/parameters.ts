import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const independenceParameters = z.strictObject({
  materiality: z
    .number()
    .positive()
    .default(0.02)
    .meta(
      meaning(
        '同一人（或同类人）的结果比不同人之间更一致，一致的机会多出多少才算数。',
        'How much more often results may agree within one asker (or kind of asker) than between two before it matters.',
      ),
    ),
  permutations: z
    .number()
    .int()
    .min(99)
    .max(100_000)
    .default(1999)
    .meta(meaning('数据少时做排列检验，抽取多少次。', 'Draws of the permutation test where the data are few.')),
});

export type IndependenceParameters = z.output<typeof independenceParameters>;
