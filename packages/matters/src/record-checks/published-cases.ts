import { addDays, text } from '@suanjian/rulebook';
import { recentDays } from './days-looked-at.ts';
import { judgedBy, type RecordCheck } from './record-check.ts';

/** Where there were successful appeals lately, one of them at least is told to everybody. */
export const publishedCases: RecordCheck = {
  id: 'published-cases',
  question: text(
    `最近 ${recentDays} 日有成功的申诉时，公布过案例吗？`,
    `Where appeals succeeded within the last ${recentDays} days, was a case published?`,
  ),
  advice: text(
    '从最近成功的申诉中选择有代表性的，去掉能认出申诉人的内容后公布。',
    'Choose one that others can learn from, leave out everything by which the person could be known, and publish it.',
  ),
  judge: ({ successfulAppeals, registers, today }) => {
    const since = addDays(today, -recentDays);
    const published = (registers?.cases ?? []).filter(({ publishedOn }) => publishedOn >= since).length;
    return judgedBy(
      successfulAppeals,
      successfulAppeals > 0 && published === 0
        ? [
            {
              text: text(
                `最近 ${recentDays} 日有 ${successfulAppeals} 件申诉成功，没有公布案例。`,
                `${successfulAppeals} appeals succeeded within the last ${recentDays} days, and no case was published.`,
              ),
            },
          ]
        : [],
    );
  },
};
