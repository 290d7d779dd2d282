import { text } from '@suanjian/rulebook';
import type { CheckParameter } from '../../engine/check.ts';
import { enoughName } from '../../engine/part.ts';

/** For a check that estimates: from twice so many records on, `{{part.…}}` in its relation keeps a part of them. */
export const enough = (records: number): CheckParameter => ({
  name: enoughName,
  value: records,
  meaning: text(
    '多少条记录已足以看出有意义的差别；超过两倍时只抽看一部分，0 表示总是全部查看。',
    'How many records are enough to see any difference that matters; from twice as many on a part is drawn and looked at, and 0 always looks at all.',
  ),
  source: { kind: 'policy default' },
});
