import { addDays, addMonths, clause, deadlineOf, type CivilDate, type Clause } from '@suanjian/rulebook';

/** Where the term is written: the regulation in force (which takes it from the network security law), and the consultation draft. */
export const termClauses: readonly Clause[] = [clause('final/28.2'), clause('draft/23.2')];

const months = ({ length, unit }: { readonly length: number; readonly unit: string }): number => {
  if (unit !== 'calendar-month') throw new TypeError(`The term of retention is in ${unit}`);
  return length;
};

/** Calendar months that a log is kept at least: the longest of the editions. */
export const LEAST_MONTHS = Math.max(...termClauses.map((each) => months(deadlineOf(each, 'retention'))));

/**
 * The last civil day on which the records of `day` must be there: the corresponding day, or the month's last where there is none. The day of the records itself is not
 * counted. Nothing is moved to a working day: that rule is about acts, and keeping is none.
 */
export const keptThrough = (day: CivilDate, keepMonths = LEAST_MONTHS): CivilDate => addMonths(day, keepMonths);

/** The first civil day on which the records of `day` may be deleted. */
export const deletableFrom = (day: CivilDate, keepMonths = LEAST_MONTHS): CivilDate =>
  addDays(keptThrough(day, keepMonths), 1);

/** The first civil day whose records must be there today. */
export const firstDayToKeep = (today: CivilDate, keepMonths = LEAST_MONTHS): CivilDate => {
  // Several days of a long month may end on the same last day of a short one.
  let day = addDays(addMonths(today, -keepMonths), -4);
  while (keptThrough(day, keepMonths) < today) day = addDays(day, 1);
  return day;
};
