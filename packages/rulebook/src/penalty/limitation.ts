import type { HolidayCalendar } from '../calendar/holiday-calendar.ts';
import type { CivilDate } from '../civil-date.ts';
import { computeDeadline, type DeadlineReceipt } from '../deadline/compute-deadline.ts';
import { clause } from '../rulebook.ts';

export interface Act {
  /** The day of the act; of its end where it was continuous or went on (penalty-law/36). */
  readonly ended: CivilDate;
  /** It put people's lives, health or financial safety at risk and did harm: five years instead of two. */
  readonly graveHarm: boolean;
}

/** Name of the deadline of penalty-law/36 that an act falls under. */
export const limitationDeadline = ({ graveHarm }: Pick<Act, 'graveHarm'>): 'toProsecute' | 'toProsecuteGraveHarm' =>
  graveHarm ? 'toProsecuteGraveHarm' : 'toProsecute';

/**
 * Until when an act may be found for it to be penalised at all, and whether it was found too late. The last day itself is in time.
 * @param discovered the day on which an authority learnt of it, by its own eyes or by a report.
 */
export const limitationOf = (
  act: Act,
  discovered: CivilDate,
  calendar: HolidayCalendar,
): { readonly receipt: DeadlineReceipt; readonly passed: boolean } => {
  const receipt = computeDeadline({
    clause: clause('penalty-law/36'),
    deadline: limitationDeadline(act),
    event: act.ended,
    calendar,
  });
  return { receipt, passed: discovered > receipt.due };
};
