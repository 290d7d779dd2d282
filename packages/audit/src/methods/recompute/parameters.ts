import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

/** What sums and products of doubles may lose on their way. */
export const arithmetic = 1e-9;

export const parameters = z.strictObject({
  tolerance: z
    .union([
      z.number().nonnegative(),
      z.strictObject({
        absolute: z.number().nonnegative().default(0),
        relative: z.number().nonnegative().default(arithmetic),
      }),
    ])
    .default({ absolute: 0, relative: arithmetic })
    .transform((given) => (typeof given === 'number' ? { absolute: given, relative: arithmetic } : given))
    .meta(
      meaning(
        '算得的值与记录的值可以相差多少：一个数，或绝对值（absolute）与相对值（relative）。',
        'How far a computed value may lie from the recorded one: a number, or an absolute and a relative figure.',
      ),
    ),
  share: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .meta(meaning('算得出来的行中，允许不符的比例。', 'Share of the computed rows that may differ.')),
  uncomputed: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .meta(meaning('全部行中，允许缺少输入而算不出的比例。', 'Share of all rows that may lack an input.')),
});

export type RecomputeParameters = z.infer<typeof parameters>;
