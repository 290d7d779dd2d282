import { z } from 'zod';
import { meaning } from '../common/meaning.ts';

export const share = z.number().min(0).max(1);

export const parameters = z.strictObject({
  top: z
    .number()
    .int()
    .positive()
    .optional()
    .meta(meaning('只看第 1 名至第几名；不写则看全部。', 'Ranks up to this one count; all of them unless told.')),
  measure: z
    .enum(['difference', 'ratio', 'area'])
    .default('difference')
    .meta(
      meaning(
        '比较份额之差（difference）、份额之比（ratio），还是按名次折扣后的份额（area）。',
        'Whether shares are compared by their difference (difference) or ratio (ratio), or discounted by rank first (area).',
      ),
    ),
  expected: share
    .optional()
    .meta(
      meaning(
        'compare 的第一组在候选中应占的份额，各次请求相同时使用。',
        'The share of the candidates that the first group of “compare” has, where it is one figure for all requests.',
      ),
    ),
  thresholds: z
    .strictObject({ least: share.optional(), most: share.optional() })
    .optional()
    .meta(
      meaning(
        '份额本身的下限（least）和上限（most），代替与候选相比。',
        'Limits of the share itself (least, most), instead of a comparison with candidates.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .optional()
    .meta(
      meaning(
        '份额之差多大才算数（默认 0.05）；看比值时为倍数减一（默认 0.25）。',
        'The difference of shares that matters (0.05 unless told), or for ratios the factor less one (0.25 unless told).',
      ),
    ),
  direction: z
    .enum(['both', 'above', 'below'])
    .default('both')
    .meta(
      meaning(
        '看哪一边的偏离：两边（both）、偏多（above）或偏少（below）。',
        'Which deviation matters: either way (both), too much (above) or too little (below).',
      ),
    ),
});

export type RankShareParameters = z.infer<typeof parameters>;
