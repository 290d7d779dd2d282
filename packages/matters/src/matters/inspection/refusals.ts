import { asCivilDate, type CivilDate } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ClockRules } from '../../engine/rules.ts';
import { ownDateRefusals } from '../common/own-date.ts';
import { wordsIn } from '../common/part.ts';
import type { Dates } from './state.ts';
import { refusalFor } from '../common/refusal-for.ts';

export const refusal = refusalFor('inspection');

export const tooEarly = (from: CivilDate): Refusal =>
  refusal('too-early', `方案定在 ${from}，还没有到。`, `The plan says ${from}, and that has not come.`);

export const alone = refusal(
  'same-officer',
  '须由另一名成员办理，一个人不能单独完成。',
  'Another member has to do this: it takes two.',
);

export const outsidePlan = refusal('outside-plan', '方案里没有这个条款。', 'The plan has no such clause.', '/clause');

/** The dates of a plan; undefined where one is missing. */
export const datesIn = (values: FormValues): Dates | undefined => {
  const visitOn = asCivilDate(wordsIn(values, 'visitOn'));
  const tellOn = values['way'] === 'announced' ? asCivilDate(wordsIn(values, 'tellOn')) : undefined;
  if (visitOn === undefined || (values['way'] === 'announced' && tellOn === undefined)) return undefined;
  return tellOn === undefined ? { visitOn } : { visitOn, tellOn };
};

/** Working days to come, and the company is told before it is visited. */
export const datesRefusals = (
  { visitOn, tellOn }: Dates,
  { today, calendar }: Pick<ClockRules, 'calendar'> & { readonly today: CivilDate },
): readonly Refusal[] => [
  ...ownDateRefusals(visitOn, today, { calendar }, '/visitOn'),
  ...(tellOn === undefined || tellOn === today ? [] : ownDateRefusals(tellOn, today, { calendar }, '/tellOn')),
  ...(tellOn !== undefined && tellOn >= visitOn
    ? [
        refusal(
          'told-too-late',
          '通知日期应早于检查日期。',
          'The company is told before the day of the visit.',
          '/tellOn',
        ),
      ]
    : []),
];
