import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const shown = (user: string) => ({ user, action: 'tag-page-shown' });
const skipped = (user: string) => ({ user, action: 'tag-page-skipped' });
const people = (count: number) => Array.from({ length: count }, (_, person) => `u${person}`);

export const examples: readonly CheckExample[] = [
  {
    title: text('十人中有三人跳过', 'three in ten skip it'),
    records: { control: [...people(100).map(shown), ...people(30).map(skipped)] },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 100, broken: 70 } }],
  },
  {
    title: text('一千人没有一个跳过', 'of a thousand people nobody does'),
    records: { control: people(1000).map(shown) },
    verdict: 'fail',
    units: [{ verdict: 'fail', values: { rows: 1000, broken: 1000 } }],
  },
  {
    title: text('展示两遍、后来才跳过的人算跳过', 'who was shown it twice and skipped the second time did skip it'),
    records: { control: [...people(100).flatMap((user) => [shown(user), shown(user)]), ...people(30).map(skipped)] },
    verdict: 'pass',
    units: [{ verdict: 'pass', values: { rows: 100 } }],
  },
  {
    title: text('二十人里没有人跳过，说明不了什么', 'twenty people of whom nobody skipped say little'),
    records: { control: people(20).map(shown) },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有兴趣选择页', 'there is no such page'),
    records: { control: [{ user: 'ann', action: 'opt-out' }] },
    verdict: 'not-enough-data',
  },
];
