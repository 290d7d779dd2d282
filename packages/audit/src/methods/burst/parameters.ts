import { z } from 'zod';
import { meaning } from '../common/meaning.ts';
import { duration } from '../common/time.ts';

export const parameters = z.strictObject({
  window: duration
    .refine((length) => length > 0, 'must be longer than nothing')
    .default(3_600_000)
    .meta(meaning('多长的时间算一段，例如 1h。', 'The length of one window, such as 1h.')),
  baseline: z
    .enum(['others', 'seasonal', 'own'])
    .default('others')
    .meta(
      meaning(
        '与什么相比：按其他对象的忙闲分摊它平时的次数（others）、其他周同一星期同一时刻的水平（seasonal）、它自己其他时段的平均（own）。',
        'What a window is held against: what the object receives otherwise, spread as other objects are busy (others), the same weekday and hour of other weeks (seasonal), or the mean of its own other windows (own).',
      ),
    ),
  atLeast: z
    .number()
    .int()
    .positive()
    .default(20)
    .meta(
      meaning(
        '一段时间内不到这么多次，平时再少也不算突增。',
        'A window with fewer acts is no burst, however few are usual.',
      ),
    ),
  history: z
    .number()
    .int()
    .nonnegative()
    .default(10)
    .meta(
      meaning(
        '一个对象在其他时段合计至少有这么多次，才谈得上平时水平。',
        'What an object must have received in other windows to have a usual level at all.',
      ),
    ),
  perAccount: z
    .number()
    .positive()
    .default(2)
    .meta(
      meaning(
        '平均每个账号不到这么多次，说明突增来自许多人。',
        'Acts for each account below which a burst comes from many people.',
      ),
    ),
  materiality: z
    .number()
    .nonnegative()
    .default(4)
    .meta(
      meaning(
        '比平时多出几倍才算数：4 即平时的五倍。',
        'How many times more than usual matters: 4 is five times as much as usual.',
      ),
    ),
});

export type BurstParameters = z.infer<typeof parameters>;
