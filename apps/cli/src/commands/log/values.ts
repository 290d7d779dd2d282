import { familyNames, type FamilyName } from '@suanjian/decision-log';
import { asCivilDate, type CivilDate } from '@suanjian/rulebook';
import { usageFault } from '../../fault.ts';
import { logTexts } from '../../texts/log.ts';

const HOUR = 3_600_000;
const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: HOUR, d: 24 * HOUR };

/** `90s`, `15m`, `6h`, `1d` in milliseconds; undefined when it is none of these. */
export const durationOf = (asked: string): number | undefined => {
  const [, number, unit = ''] = /^([1-9]\d{0,5})([smhd])$/u.exec(asked) ?? [];
  const size = units[unit];
  return number === undefined || size === undefined ? undefined : Number(number) * size;
};

export const durationWords = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 1) return `${Math.round(milliseconds / 1000)} s`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${rest} min` : `${hours} h ${rest} min`;
};

/** An instant as the clock of China shows it. */
export const instantWords = (milliseconds: number): string =>
  new Date(milliseconds + 8 * HOUR).toISOString().slice(0, 16).replace('T', ' ');

/** @throws CliFault naming the families there are */
export const familyOf = (asked: string): FamilyName => {
  const found = familyNames.find((name) => name === asked);
  if (found === undefined) throw usageFault(logTexts.noFamily(asked, familyNames));
  return found;
};

export const familiesOf = (asked: readonly string[]): readonly FamilyName[] => [...new Set(asked.map(familyOf))];

/** @throws CliFault when it is no day */
export const dayOf = (asked: string): CivilDate => {
  const day = asCivilDate(asked);
  if (day === undefined) throw usageFault(logTexts.noDay(asked));
  return day;
};
