import { text } from '@suanjian/rulebook';
import { exampleRecommender } from '../examples.ts';
import { numberOf } from './compare.ts';
import type { ContradictionRule } from './rule.ts';

export const userNumbers: ContradictionRule = {
  name: 'user-numbers',
  title: text('日活跃用户多于月活跃用户', 'More users in a day than in a month'),
  grade: 'blocking',
  find: ({ dailyUsers, monthlyUsers }) => {
    const daily = numberOf(dailyUsers);
    const monthly = numberOf(monthlyUsers);
    return daily !== undefined && monthly !== undefined && daily > monthly
      ? [
          {
            pointers: ['/form/dailyUsers', '/form/monthlyUsers'],
            text: text(
              `日活跃用户 ${daily} 多于月活跃用户 ${monthly}，不可能。`,
              `${daily} users in a day cannot exceed ${monthly} in a month.`,
            ),
          },
        ]
      : [];
  },
  examples: [
    { title: 'fewer in a day', form: exampleRecommender, expect: [] },
    {
      title: 'swapped',
      form: { ...exampleRecommender, dailyUsers: '320000', monthlyUsers: 60_000 },
      expect: ['/form/dailyUsers'],
    },
    { title: 'not filled in', form: { ...exampleRecommender, dailyUsers: 5, monthlyUsers: '' }, expect: [] },
  ],
};
