import { text } from '@suanjian/rulebook';

export const gapTexts = {
  title: text('还缺什么', 'What is missing'),
  none: text(
    '现行台账里没有缺项，也没有超期的复核。',
    'Nothing is missing in the register in force, and no review is overdue.',
  ),
};
