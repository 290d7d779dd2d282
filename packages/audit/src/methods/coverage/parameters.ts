import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration, instant } from '../common/time.ts';

export const parameters = z.strictObject({
  every: duration
    .refine((length) => length > 0, 'must be longer than nothing')
    .meta(
      meaning(
        '相邻两次之间最长隔多久不算中断，例如 10 min。',
        'The longest interval between neighbouring events that is no gap, such as 10 min.',
      ),
    ),
  tolerance: z
    .number()
    .min(0)
    .lt(1)
    .default(0)
    .meta(meaning('中断最多可占整段时间的几分之几。', 'Share of the period that gaps may take up.')),
  from: instant
    .optional()
    .meta(
      meaning('从何时起应当有记录；不写则从第一条算起。', 'When records are expected from; the first one unless told.'),
    ),
  to: instant
    .optional()
    .meta(
      meaning('到何时为止应当有记录；不写则到最后一条。', 'Until when records are expected; the last one unless told.'),
    ),
});

export type CoverageParameters = z.infer<typeof parameters>;
