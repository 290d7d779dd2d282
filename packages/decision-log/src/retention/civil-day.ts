import { civilDateOf, type CivilDate } from '@suanjian/rulebook';

/** The civil day (Asia/Shanghai) of an instant in milliseconds. */
export const civilDayOf = (instant: number): CivilDate => civilDateOf(new Date(instant).toISOString());
