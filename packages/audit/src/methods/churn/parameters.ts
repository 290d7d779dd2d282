import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  gap: duration
    .optional()
    .meta(
      meaning(
        '两次快照相隔超过这么久就不相比；不写则相邻的都比。',
        'Snapshots further apart are not compared; without it every neighbour is.',
      ),
    ),
  measure: z
    .enum(['vanishing', 'frozen', 'similarity'])
    .default('vanishing')
    .meta(
      meaning(
        '看什么：从前列消失（vanishing）、长期不动（frozen）或前后的相似度（similarity）。',
        'What is looked at: items that vanish from the top (vanishing), ranks that stay frozen (frozen), or how alike neighbours are (similarity).',
      ),
    ),
  top: z
    .number()
    .int()
    .positive()
    .default(3)
    .meta(meaning('第 1 名至第几名算前列。', 'Ranks from 1 to this are the top.')),
  hold: z
    .number()
    .int()
    .min(2)
    .default(6)
    .meta(meaning('连续多少次快照停在同一名次算不动。', 'Snapshots in a row on one rank that make a run frozen.')),
  most: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .meta(
      meaning(
        '所看的比例不得超过多少；不写则只作描述，不作判断。',
        'The limit that the measure is held against; without it the method only describes.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .default(0)
    .meta(meaning('超过限度多少才算数。', 'How far beyond the limit matters.')),
});

export type ChurnParameters = z.infer<typeof parameters>;
