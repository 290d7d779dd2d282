import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const at = (day: number, clock = '10:00:00', month = 3): string =>
  `2026-0${month}-${String(day).padStart(2, '0')}T${clock}+08:00`;
const off = (user: string, time: string, steps: number | undefined, origin = 'person') => ({
  user,
  time,
  action: 'opt-out',
  origin,
  ...(steps === undefined ? {} : { steps }),
});
const prompt = (user: string, time: string) => ({ user, time, action: 'prompt-shown' });

export const examples: readonly CheckExample[] = [
  {
    title: text('两次点击即到，只提示过一次', 'two clicks away, and one prompt since'),
    records: { control: [off('ann', at(2), 2), off('bob', at(2), 4), prompt('ann', at(5))] },
    verdict: 'pass',
    units: [
      { by: { kind: 'steps' }, verdict: 'pass', values: { rows: 2 } },
      { by: { kind: 'prompts' }, verdict: 'pass', values: { rows: 2 } },
    ],
  },
  {
    title: text('入口藏得太深', 'the switch is hidden'),
    records: { control: [off('ann', at(2), 9), off('bob', at(2), 2)] },
    verdict: 'fail',
    units: [
      { by: { kind: 'steps' }, verdict: 'fail', estimate: 1 },
      { by: { kind: 'prompts' }, verdict: 'pass' },
    ],
  },
  {
    title: text('每周弹窗', 'a prompt every week'),
    records: {
      control: [off('ann', at(2), 2), off('bob', at(2), 2), ...[5, 12, 19].map((day) => prompt('ann', at(day)))],
    },
    verdict: 'fail',
    units: [
      { by: { kind: 'steps' }, verdict: 'pass' },
      { by: { kind: 'prompts' }, verdict: 'fail', estimate: 1, values: { rows: 2 } },
    ],
  },
  {
    title: text(
      '相隔三十天以上的提示、关闭之前和重新开启之后的提示都不算反复',
      'prompts thirty days apart, before switching off and after switching on again are no nagging',
    ),
    records: {
      control: [
        off('ann', at(2), 2),
        prompt('ann', at(1)),
        prompt('ann', at(3)),
        prompt('ann', at(2, '10:00:01', 4)),
        off('bob', at(2), 2),
        prompt('bob', at(4)),
        { user: 'bob', time: at(6), action: 'opt-in', steps: 2 },
        prompt('bob', at(7)),
        prompt('bob', at(8)),
      ],
    },
    verdict: 'pass',
  },
  {
    title: text('换密钥时重述的关闭没有点击可言', 'an opt-out restated under a new key has no clicks to count'),
    records: { control: [off('ann', at(2), undefined, 'key-epoch'), off('bob', at(2), 3)] },
    verdict: 'pass',
    units: [{ by: { kind: 'steps' }, verdict: 'pass', values: { rows: 1 } }],
  },
  {
    title: text('有的关闭没有记录点击次数', 'for one opt-out the clicks are not recorded'),
    records: { control: [off('ann', at(2), undefined), off('bob', at(2), 3)] },
    verdict: 'not-enough-data',
  },
  {
    title: text('从不记录点击次数', 'clicks are never recorded'),
    records: { control: [off('ann', at(2), undefined)] },
    verdict: 'not-applicable',
  },
];
