import { text, type CivilDate } from '@suanjian/rulebook';
import type { CommandContext } from '../../engine/definition.ts';
import type { Refusal } from '../../engine/refusal.ts';
import type { ClockRules } from '../../engine/rules.ts';
import { workingDaysAfter } from '../common/days.ts';
import type { RevocationState } from './state.ts';

/** Working days that the provider has to answer. No clause sets them: a policy default of this software, and texts say so. */
export const daysToAnswer = 5;

/** The last day to answer, as it is told to the provider on the day of the notice. */
export const dayToAnswer = (notified: CivilDate, rules: Pick<ClockRules, 'calendar'>): CivilDate =>
  workingDaysAfter(notified, daysToAnswer, rules);

/** How long the office waits: at least as long as the provider was told, longer when a calendar that came later gives more. */
export const lastDayToAnswer = (
  { notified, answerBy = notified }: Pick<RevocationState, 'notified' | 'answerBy'>,
  rules: Pick<ClockRules, 'calendar'>,
): CivilDate => {
  const counted = dayToAnswer(notified, rules);
  return counted > answerBy ? counted : answerBy;
};

/**
 * Nothing is decided within the time that the provider was told, unless the provider itself ends it: by waiving, or by calling a
 * statement its full one. A statement that leaves that open may be the first of several.
 */
export const hearingRefusals = (
  state: Pick<RevocationState, 'completed' | 'waived' | 'notified' | 'answerBy'>,
  { today, calendar }: Pick<CommandContext<unknown>, 'today' | 'calendar'>,
): readonly Refusal[] => {
  const last = lastDayToAnswer(state, { calendar });
  if (state.completed !== undefined || state.waived !== undefined || today > last) return [];
  return [
    {
      code: 'revocation/not-heard',
      text: text(
        `提供者还没有表示陈述完毕，也没有放弃陈述，请等到 ${last} 之后再作决定（告知后 ${daysToAnswer} 个工作日，是本系统的默认设置，并非法定期限）。`,
        `The provider has neither made its full statement nor waived it. Decide after ${last} (${daysToAnswer} working days from the notice: a policy default of this system, not a time set by law).`,
      ),
    },
  ];
};
