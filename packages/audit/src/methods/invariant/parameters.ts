import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  grace: duration
    .default(0)
    .meta(meaning('规则生效后这么久以内的行不计。', 'Rows no older than this since the rule took hold are left out.')),
  tolerance: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .meta(meaning('允许违反规则的行所占的比例。', 'Share of rows that may break the rule.')),
});

export type InvariantParameters = z.infer<typeof parameters>;
