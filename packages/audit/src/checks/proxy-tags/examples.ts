import { text } from '@suanjian/rulebook';
import type { CheckExample } from '../../engine/check.ts';

const people = (count: number) => Array.from({ length: count }, (_, person) => `u${person}`);
const isWoman = (index: number): boolean => index % 2 === 0;
const gender = (user: string, index: number) => ({ subject: user, trait: 'gender', band: isWoman(index) ? 'f' : 'm' });
const used = (user: string, ...tags: readonly string[]) => ({ user, tags, request: `r-${user}` });

export const examples: readonly CheckExample[] = [
  {
    title: text('标签与性别无关', 'tags do not depend on gender'),
    records: {
      trait: people(2000).map(gender),
      exposure: people(2000).map((user, index) =>
        used(user, index % 4 < 2 ? 'tea' : 'cats', index % 20 < 10 ? 'yoga' : 'noodles'),
      ),
    },
    verdict: 'pass',
    units: [{ by: { trait: 'gender', tag: 'tea' }, verdict: 'pass' }],
  },
  {
    title: text('一半的女性、没有一名男性带有某个标签', 'half of the women carry a tag and no man does'),
    records: {
      trait: people(2000).map(gender),
      exposure: people(2000).map((user, index) =>
        used(user, index % 20 < 10 ? 'yoga' : 'noodles', ...(index % 4 === 0 ? ['quiet-evenings'] : [])),
      ),
    },
    verdict: 'fail',
    units: [
      { by: { trait: 'gender', tag: 'quiet-evenings' }, verdict: 'fail' },
      { by: { trait: 'gender', tag: 'yoga' }, verdict: 'pass' },
    ],
  },
  {
    title: text(
      '女性用得多三倍，标签仍按人算，不因次数而失衡',
      'women use it three times as much: people are counted, not uses',
    ),
    records: {
      trait: people(2000).map(gender),
      exposure: people(2000).flatMap((user, index) =>
        Array.from({ length: isWoman(index) ? 3 : 1 }, () => used(user, index % 4 < 2 ? 'tea' : 'cats')),
      ),
    },
    verdict: 'pass',
  },
  {
    title: text('人太少', 'too few people'),
    records: {
      trait: people(60).map(gender),
      exposure: people(60).map((user, index) => used(user, index % 4 < 2 ? 'tea' : 'cats')),
    },
    verdict: 'not-enough-data',
  },
  {
    title: text('没有受保护特征', 'no traits are on record'),
    records: { exposure: people(10).map((user) => used(user, 'tea')) },
    verdict: 'not-applicable',
  },
];
