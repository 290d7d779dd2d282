import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, type CivilDate } from '../civil-date.ts';
import { builtInCalendar } from './built-in-calendar.ts';
import { isCovered, mergeCalendars, type HolidayCalendar } from './holiday-calendar.ts';
import { parseStateCouncilCalendar } from './state-council-calendar.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const dataFile = fileURLToPath(
  new URL('../../../../../shared/data/calendar/state-council-holidays-2021-2026.json', import.meta.url),
);

type Data = Readonly<Record<string, { readonly days: readonly { date: string; name: string; isOffDay: boolean }[] }>>;
const data: unknown = existsSync(dataFile) ? JSON.parse(readFileSync(dataFile, 'utf8')) : undefined;

const imported = (json: unknown): HolidayCalendar => {
  const parsed = parseStateCouncilCalendar(json);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.calendar;
};

const everyDay = function* (from: string, to: string): Generator<CivilDate> {
  for (let date = civilDate(from); date <= to; date = addDays(date, 1)) yield date;
};

/** Written apart from the code under test: a plain list of worked days, made from the published file alone. */
const workedDays = (published: Data): string[] => {
  const exceptions = new Map(
    Object.values(published).flatMap(({ days }) => days.map((day) => [day.date, day.isOffDay])),
  );
  const worked: string[] = [];
  for (let time = Date.UTC(2021, 0, 1); time <= Date.UTC(2026, 11, 31); time += 86_400_000) {
    const date = new Date(time);
    const iso = date.toISOString().slice(0, 10);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!(exceptions.get(iso) ?? weekend)) worked.push(iso);
  }
  return worked;
};

describe('the built-in calendar', () => {
  test('is named after the installed package', () => {
    const { version }: { version: string } = createRequire(import.meta.url)('chinese-days/package.json');
    expect(builtInCalendar.version).toBe(`chinese-days-${version}`);
  });

  test('covers the years it has an announcement for and no other', () => {
    expect(builtInCalendar.coveredYears).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(isCovered(builtInCalendar, civilDate('2026-12-31'))).toBe(true);
    expect(isCovered(builtInCalendar, civilDate('2027-01-01'))).toBe(false);
    expect(isCovered(builtInCalendar, civilDate('2003-12-31'))).toBe(false);
  });

  test.each([
    ['2018-12-29', true, '元旦调休上班'],
    ['2018-12-30', false, '元旦放假'],
    ['2018-12-31', false, '元旦放假'],
    ['2022-12-31', false, '元旦放假'],
    ['2026-02-14', true, '春节调休上班'],
    ['2026-02-16', false, '春节放假'],
    ['2026-03-07', false, '星期六'],
    ['2026-03-09', true, '星期一'],
  ])('%s: worked is %s', (date, working, zh) => {
    expect(isWorkingDay(builtInCalendar, civilDate(date))).toMatchObject({
      working,
      provisional: false,
      reason: { zh },
    });
  });

  test.each([
    ['2027-01-01', false],
    ['2027-05-01', false],
    ['2027-05-02', false],
    ['2027-05-03', true],
    ['2028-10-03', false],
    ['2028-10-04', true],
    ['2027-02-06', false],
    ['2027-02-08', true],
  ])('beyond it only weekends and fixed holidays are off: %s worked is %s', (date, working) => {
    expect(isWorkingDay(builtInCalendar, civilDate(date))).toMatchObject({ working, provisional: true });
  });
});

describe('against the published announcements of 2021 to 2026', () => {
  const absent = `the announcements are not at ${dataFile}`;

  test('every day is judged as published, by the built-in and by the imported calendar', (context) => {
    if (data === undefined) context.skip(absent);
    const worked = new Set(workedDays(data as Data));
    expect(worked.size).toBeGreaterThan(1_400);
    for (const calendar of [builtInCalendar, imported(data)]) {
      const wrong = [...everyDay('2021-01-01', '2026-12-31')].filter((date) => {
        const { working, provisional } = isWorkingDay(calendar, date);
        return working !== worked.has(date) || provisional;
      });
      expect(wrong).toEqual([]);
    }
  });

  test('the file gives no warning, names its years, and takes New Year 2023 into December 2022', (context) => {
    if (data === undefined) context.skip(absent);
    const parsed = parseStateCouncilCalendar(data);
    expect(parsed).toMatchObject({ ok: true, warnings: [] });
    const calendar = imported(data);
    expect(calendar.coveredYears).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    expect(calendar.version).toMatch(/^state-council-2021-2026-[0-9a-f]{8}$/);
    const only2023 = imported({ 2023: (data as Data)['2023'] });
    expect(isWorkingDay(only2023, civilDate('2022-12-31'))).toMatchObject({ working: false, provisional: false });
    expect(isWorkingDay(only2023, civilDate('2022-12-30'))).toMatchObject({ working: true, provisional: true });
  });

  test('adding working days agrees with a plain list of worked days, forwards and backwards, from every day', (context) => {
    if (data === undefined) context.skip(absent);
    const worked = workedDays(data as Data);
    const wrong: string[] = [];
    let compared = 0;
    for (const date of everyDay('2021-01-01', '2026-12-31')) {
      const later = worked.findIndex((day) => day > date);
      const firstLater = later === -1 ? worked.length : later;
      const sameOrLater = worked[firstLater - 1] === date ? firstLater - 1 : firstLater;
      for (const count of [1, 2, 5, 10, 20, 30, 60]) {
        for (const [signed, expected] of [
          [count, worked[firstLater + count - 1]],
          [-count, worked[sameOrLater - count]],
        ] as const) {
          if (expected === undefined) continue;
          compared += 1;
          const { due, provisional } = addWorkingDays(builtInCalendar, date, signed);
          if (due !== expected || provisional) wrong.push(`${date} ${signed}: ${due}, published ${expected}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(29_000);
  });
});

describe('merging', () => {
  const year2027 = {
    2027: {
      papers: [],
      days: [
        { name: '元旦', date: '2026-12-31', isOffDay: true },
        { name: '元旦', date: '2027-01-01', isOffDay: true },
        { name: '元旦', date: '2027-01-02', isOffDay: false },
      ],
    },
  };

  test('adds years, reaches into the December before, and names both sources', () => {
    const calendar = mergeCalendars(builtInCalendar, imported(year2027));
    expect(calendar.coveredYears.at(-1)).toBe(2027);
    expect(calendar.version).toBe(`${builtInCalendar.version}+${imported(year2027).version}`);
    expect(isWorkingDay(builtInCalendar, civilDate('2026-12-31')).working).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2026-12-31')).working).toBe(false);
    expect(isWorkingDay(calendar, civilDate('2027-01-02')).working).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2027-10-01')).provisional).toBe(false);
  });

  test('replaces a year as a whole and drops the name of a source that no longer contributes', () => {
    const first = imported(year2027);
    const second = imported({ 2027: { papers: [], days: [{ name: '国庆节', date: '2027-10-01', isOffDay: true }] } });
    expect(second.version).not.toBe(first.version);
    const merged = mergeCalendars(mergeCalendars(builtInCalendar, first), second);
    expect(merged.version).toBe(`${builtInCalendar.version}+${second.version}`);
    expect(isWorkingDay(merged, civilDate('2026-12-31')).working).toBe(true);
  });

  test('the same content in another order has the same version', () => {
    const { days } = year2027[2027];
    expect(imported({ 2027: { papers: ['https://example.cn'], days: days.toReversed() } }).version).toBe(
      imported(year2027).version,
    );
  });
});

describe('a file with faults', () => {
  test('reports all of them at once, each with its place', () => {
    const parsed = parseStateCouncilCalendar({
      '27': { papers: [], days: [] },
      '2027': {
        papers: [1],
        days: [
          { name: '元旦', date: '2027-02-30', isOffDay: true },
          { name: '', date: '2027-01-01', isOffDay: true },
          { name: '元旦', date: '2027-01-02', isOffDay: 'yes' },
          { name: '元旦', date: '2026-11-30', isOffDay: true },
          { name: '国庆节', date: '2027-10-01', isOffDay: true },
          { name: '国庆节', date: '2027-10-01', isOffDay: false },
          'x',
        ],
      },
      '2028': { papers: [] },
      '2029': [],
    });
    expect(parsed.ok).toBe(false);
    const pointers = parsed.ok ? [] : parsed.faults.map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual([
      '/2027/days/0/date',
      '/2027/days/1/name',
      '/2027/days/2/isOffDay',
      '/2027/days/3/date',
      '/2027/days/5/date',
      '/2027/days/6',
      '/2027/papers',
      '/2028/days',
      '/2029',
      '/27',
    ]);
  });

  test.each([undefined, null, [], {}, 'text', 7])('%j is no calendar', (json) => {
    expect(parseStateCouncilCalendar(json)).toMatchObject({ ok: false, faults: [{ pointer: '' }] });
  });

  test('what is only odd is a warning', () => {
    const parsed = parseStateCouncilCalendar({
      2027: { days: [{ name: '元旦', date: '2027-01-04', isOffDay: false }] },
    });
    const warnings = parsed.ok ? parsed.warnings.map(({ pointer }) => pointer) : [];
    expect(warnings).toEqual([...Array.from({ length: 6 }, () => '/2027/days'), '/2027/days/0']);
  });
});
