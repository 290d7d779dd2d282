import { editionAt, type CivilDate, type EditionId, type HolidayCalendar } from '@suanjian/rulebook';

/** What dates depend on besides the stream: the clocks and the guards of commands count with the same. */
export interface ClockRules {
  /** With what the installation has imported. */
  readonly calendar: HolidayCalendar;
  /** Set only when the installation has explicitly chosen an edition, for example the consultation draft. */
  readonly chosenEdition?: EditionId;
}

export const editionOn = (rules: Pick<ClockRules, 'chosenEdition'>, date: CivilDate): EditionId =>
  rules.chosenEdition ?? editionAt(date)?.id ?? 'final';

/** A duty cannot be counted from before the rule that creates it: what began earlier counts from the day it came into force. */
export const countedFrom = (
  event: CivilDate,
  rules: Pick<ClockRules, 'chosenEdition'>,
): { readonly event: CivilDate; readonly edition: EditionId } => {
  const edition = editionOn(rules, event);
  if (rules.chosenEdition !== undefined || editionAt(event) !== undefined) return { event, edition };
  const inForce = '2022-03-01' as CivilDate;
  return { event: inForce, edition };
};
