import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const goodnessParameters = z.strictObject({
  shares: z
    .record(z.string(), z.number().nonnegative())
    .optional()
    .meta(
      meaning(
        '每个值应占的份额（或权重）；没有列出的值应当不出现。不写则用 expected 部分，或各值相同。',
        'The expected share (or weight) of each level; one that is not named is expected never. Without it the part “expected” says, or all are alike.',
      ),
    ),
  materiality: z
    .number()
    .positive()
    .default(0.1)
    .meta(
      meaning(
        '偏离（Cohen 的 w）从多大起算数；0.1 是 Cohen 所称的小。',
        'Cohen’s w from which a deviation matters; 0.1 is what Cohen called small.',
      ),
    ),
});

export type GoodnessParameters = z.output<typeof goodnessParameters>;
