import { text, type CivilDate } from '@suanjian/rulebook';
import type { Refusal } from '../../engine/refusal.ts';
import { workingDaysAfter } from '../common/days.ts';
import type { RevocationState } from './state.ts';

/** Working days that the provider has to answer. No clause sets them: a policy default of this software, and texts say so. */
export const daysToAnswer = 5;

/** The last day on which the office has to wait for the provider. */
export const lastDayToAnswer = (notified: CivilDate): CivilDate => workingDaysAfter(notified, daysToAnswer);

/** Nothing is decided before the provider has spoken, has said that it will not, or has let the time pass. */
export const hearingRefusals = (
  { stated, waived, notified }: Pick<RevocationState, 'stated' | 'waived' | 'notified'>,
  today: CivilDate,
): readonly Refusal[] => {
  const last = lastDayToAnswer(notified);
  if (stated.length > 0 || waived !== undefined || today > last) return [];
  return [
    {
      code: 'revocation/not-heard',
      text: text(
        `提供者还没有陈述，也没有放弃陈述，请等到 ${last} 之后再作决定（告知后 ${daysToAnswer} 个工作日，是本系统的默认设置，并非法定期限）。`,
        `The provider has neither spoken nor waived. Decide after ${last} (${daysToAnswer} working days from the notice: a policy default of this system, not a time set by law).`,
      ),
    },
  ];
};
