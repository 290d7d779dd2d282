import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration } from '../common/time.ts';

const minute = 60_000;

export const parameters = z
  .strictObject({
    window: duration
      .default(minute)
      .meta(meaning('相隔不超过这么久的两次行为算一起发生。', 'Acts no further apart are together.')),
    minParticipation: z
      .number()
      .int()
      .positive()
      .default(2)
      .meta(
        meaning(
          '一个账号至少有这么多次一起发生的行为，才列入描述。',
          'Acts an account needs in such pairs to be described.',
        ),
      ),
    deduplicate: z
      .boolean()
      .default(true)
      .meta(
        meaning(
          '描述时同一对象上每个账号是否只算一次；检验总是如此。',
          'Whether the description takes an account once for each object; the test always does.',
        ),
      ),
    together: z
      .number()
      .int()
      .min(2)
      .default(3)
      .meta(
        meaning(
          '两个账号至少在多少个对象上相遇，才作检验。',
          'Objects on which two accounts must have met to be tested.',
        ),
      ),
    block: duration
      .optional()
      .meta(
        meaning(
          '行为留在各自的时间块内，块内的时刻由机会决定；默认为 window 的十倍。',
          'Acts keep their block, and only the moment in it is left to chance; ten windows unless told.',
        ),
      ),
    cap: z
      .number()
      .int()
      .min(2)
      .max(1000)
      .default(100)
      .meta(
        meaning(
          '同一对象在一个时间块内最多取多少账号配对，一段时间内最多取多少次行为。',
          'The most accounts of one object that are paired in one block, and the most acts in one window.',
        ),
      ),
    materiality: z
      .number()
      .nonnegative()
      .default(10)
      .meta(meaning('同步的账号不超过这么多时还不算数。', 'Accounts in lockstep that do not matter yet.')),
  })
  .transform((given) => ({ ...given, block: given.block ?? given.window * 10 }));

export type LockstepParameters = z.infer<typeof parameters>;
