import { asCivilDate, weekday, type CivilDate } from '../civil-date.ts';
import { text, type Text } from '../text.ts';
import { defineCalendar, type AnnouncedDay, type Announcement, type HolidayCalendar } from './holiday-calendar.ts';
import { holidayName } from './holiday-names.ts';
import { fixedHolidays } from './working-days.ts';

/** What is wrong with a calendar file, and where: `pointer` is a JSON pointer (RFC 6901). */
export interface CalendarFault {
  readonly pointer: string;
  readonly message: Text;
}

/**
 * Either a calendar, with what an administrator should look at before trusting it, or every fault of the file at once.
 */
export type ParsedCalendar =
  | { readonly ok: true; readonly calendar: HolidayCalendar; readonly warnings: readonly CalendarFault[] }
  | { readonly ok: false; readonly faults: readonly CalendarFault[] };

type Report = (pointer: string, zh: string, en: string) => void;

const asRecord = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;

const readDate = (value: unknown, year: number, pointer: string, fault: Report): CivilDate | undefined => {
  const date = typeof value === 'string' ? asCivilDate(value) : undefined;
  if (date === undefined) {
    fault(pointer, '应为日历中存在的日期，写作 YYYY-MM-DD', 'must be a day of the calendar, written YYYY-MM-DD');
    return undefined;
  }
  // The New Year holiday of a year may begin, or be made up for, in the December before it.
  if (date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`)) return date;
  fault(
    pointer,
    `应在${year}年内，或在上一年12月（元旦假期）`,
    `must lie in ${year}, or in the December before it (New Year holiday)`,
  );
  return undefined;
};

const readDay = (value: unknown, year: number, pointer: string, fault: Report): AnnouncedDay | undefined => {
  const day = asRecord(value);
  if (day === undefined) {
    fault(pointer, '应为对象，含 name、date、isOffDay', 'must be an object with name, date and isOffDay');
    return undefined;
  }
  const { name, isOffDay } = day;
  const date = readDate(day['date'], year, `${pointer}/date`, fault);
  if (typeof name !== 'string' || name.trim() === '') {
    fault(`${pointer}/name`, '应为节日名称', 'must be the name of the holiday');
    return undefined;
  }
  if (typeof isOffDay !== 'boolean') {
    fault(
      `${pointer}/isOffDay`,
      '应为 true（放假）或 false（调休上班）',
      'must be true (day off) or false (make-up working day)',
    );
    return undefined;
  }
  return date === undefined ? undefined : { date, name: holidayName(name), off: isOffDay };
};

const readPapers = (value: unknown, pointer: string, fault: Report): string[] => {
  if (value === undefined) return [];
  if (Array.isArray(value) && value.every((paper) => typeof paper === 'string')) return value;
  fault(pointer, '应为通知地址的列表', 'must be a list of the addresses of the notices');
  return [];
};

const readDays = (value: unknown, year: number, pointer: string, fault: Report): AnnouncedDay[] => {
  if (!Array.isArray(value) || value.length === 0) {
    fault(pointer, '应为非空列表', 'must be a list that is not empty');
    return [];
  }
  const seen = new Set<CivilDate>();
  return value.flatMap((item: unknown, index) => {
    const day = readDay(item, year, `${pointer}/${index}`, fault);
    if (day === undefined) return [];
    if (seen.has(day.date)) fault(`${pointer}/${index}/date`, `${day.date} 重复出现`, `${day.date} stands here twice`);
    seen.add(day.date);
    return [day];
  });
};

/** Not faults, because an announcement may say anything; but each is what a cut-off or hand-made file looks like. */
const doubts = (year: number, days: readonly AnnouncedDay[], pointer: string, warn: Report): void => {
  const off = new Set<string>(days.filter((day) => day.off).map(({ date }) => date));
  for (const fixed of fixedHolidays) {
    // 2 May became a statutory holiday in 2025.
    const required = fixed !== '05-02' || year >= 2025;
    if (required && !off.has(`${year}-${fixed}`)) {
      warn(
        `${pointer}/days`,
        `未列出法定假日 ${year}-${fixed}，文件可能不完整`,
        `does not list the statutory holiday ${year}-${fixed}; the file may be incomplete`,
      );
    }
  }
  for (const [index, day] of days.entries()) {
    if (!day.off && weekday(day.date) % 6 !== 0) {
      warn(
        `${pointer}/days/${index}`,
        `${day.date} 不是周末，却列为调休上班日`,
        `${day.date} is listed as a make-up working day but is no weekend day`,
      );
    }
  }
};

/** FNV-1a, 32 bits: tells two files apart in a version name. It protects against mix-ups, not against forgery. */
const fingerprint = (value: string): string => {
  let hash = 0x811c9dc5;
  for (const character of value) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
};

const versionName = (years: readonly { readonly year: number; readonly days: readonly AnnouncedDay[] }[]): string => {
  const listed = years.map(({ year }) => year);
  const [first, last] = [Math.min(...listed), Math.max(...listed)];
  const content = years
    .toSorted((one, other) => one.year - other.year)
    .flatMap(({ year, days }) =>
      days
        .map(({ date, name, off }) => `${year} ${date} ${off} ${name.zh}`)
        .toSorted((one, other) => (one < other ? -1 : 1)),
    );
  return `state-council-${first === last ? first : `${first}-${last}`}-${fingerprint(content.join('\n'))}`;
};

/**
 * Reads announcements in the shape `{ "2027": { "papers": [address…], "days": [{ "name", "date", "isOffDay" }…] } }`.
 * The version is made from the years and the content, so that the same file always gives the same calendar version.
 */
export const parseStateCouncilCalendar = (json: unknown): ParsedCalendar => {
  const faults: CalendarFault[] = [];
  const warnings: CalendarFault[] = [];
  const fault: Report = (pointer, zh, en) => faults.push({ pointer, message: text(zh, en) });
  const warn: Report = (pointer, zh, en) => warnings.push({ pointer, message: text(zh, en) });
  const file = asRecord(json);
  if (file === undefined || Object.keys(file).length === 0) {
    fault('', '应为对象，以年份为键', 'must be an object whose keys are years');
    return { ok: false, faults };
  }
  const years = Object.entries(file).flatMap(([key, value]) => {
    const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (!/^[1-9]\d{3}$/.test(key)) {
      fault(pointer, '键应为四位年份', 'the key must be a year of four digits');
      return [];
    }
    const year = Number(key);
    const entry = asRecord(value);
    if (entry === undefined) {
      fault(pointer, '应为对象，含 papers 和 days', 'must be an object with papers and days');
      return [];
    }
    const papers = readPapers(entry['papers'], `${pointer}/papers`, fault);
    const days = readDays(entry['days'], year, `${pointer}/days`, fault);
    doubts(year, days, pointer, warn);
    return [{ year, papers, days }];
  });
  if (faults.length > 0) return { ok: false, faults };
  const source = versionName(years);
  return { ok: true, calendar: defineCalendar(years.map((year): Announcement => ({ ...year, source }))), warnings };
};
