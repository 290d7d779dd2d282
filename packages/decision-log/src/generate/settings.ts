import { fromDayNumber, text, toDayNumber, weekdayOfDayNumber, type CivilDate } from '@suanjian/rulebook';
import { GenerateFault } from './fault.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MINUTE = 60_000;

/** Asia/Shanghai is eight hours ahead of UTC and has no summer time. */
const OFFSET = 8 * HOUR;

/** Rows of a page view: every page view of a person holds ten shown slots, in one request or several. */
export const PAGE = 10;

export interface Sizing {
  /** Exposures, exactly. */
  readonly rows: number;
  readonly days: number;
  readonly seed: number;
  /** The first civil day. */
  readonly from: CivilDate;
  readonly provider: string;
}

/** How large everything is, from the number of exposures and days. */
export interface Settings extends Sizing {
  readonly firstDay: number;
  /** Instants of the first civil day's beginning and of the end. */
  readonly start: number;
  readonly end: number;
  readonly people: number;
  readonly items: number;
  readonly products: number;
  readonly workers: number;
  /** Orders on an ordinary day. */
  readonly ordersPerDay: number;
  /** Seconds between snapshots of the charts, and how many places they have. */
  readonly refresh: number;
  readonly places: number;
  /** Page views of each day; what is left of the rows goes into one short request of the last day. */
  readonly pages: readonly number[];
  readonly remainder: number;
}

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, Math.round(value)));

/** Use by day of the week, from Sunday. */
const weekdayWeights = [1.18, 0.93, 0.92, 0.94, 0.96, 1.02, 1.2];

/** How busy a civil day is, 1 on average. */
export const weekdayWeight = (dayNumber: number): number => weekdayWeights[weekdayOfDayNumber(dayNumber)] ?? 1;

const refreshes = [60, 600, 1800, 3600, 7200, 14_400];
const LISTS = 2;

const chartSize = (rowsPerDay: number): { refresh: number; places: number } => {
  // A small log would else be mostly charts: at most 15 rows of charts for 100 exposures.
  const places = rowsPerDay >= 60_000 ? 50 : rowsPerDay >= 10_000 ? 20 : 10;
  const snapshots = (rowsPerDay * 0.15) / (LISTS * places);
  return { places, refresh: refreshes.find((seconds) => 86_400 / seconds <= snapshots) ?? 14_400 };
};

const pagesByDay = (rows: number, days: number, firstDay: number): number[] => {
  const weights = Array.from({ length: days }, (_, day) => weekdayWeight(firstDay + day));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const pages = Math.floor(rows / PAGE);
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += weight;
    const until = Math.round((pages * weightSoFar) / total);
    const share = until - given;
    given = until;
    return share;
  });
};

const whole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

const check = ({ rows, days, seed, provider }: Sizing): void => {
  if (!whole(rows, 100, 1e11))
    throw new GenerateFault(
      text('行数应为 100 至 1000 亿之间的整数。', 'The number of rows must be a whole number from 100 to 100 billion.'),
    );
  if (!whole(days, 1, 3660))
    throw new GenerateFault(
      text('天数应为 1 至 3660 之间的整数。', 'The number of days must be a whole number from 1 to 3,660.'),
    );
  if (!whole(seed, 0, Number.MAX_SAFE_INTEGER))
    throw new GenerateFault(text('种子应为不小于 0 的整数。', 'The seed must be a whole number that is not negative.'));
  if (!/^[\w.\/:\-]{1,64}$/v.test(provider))
    throw new GenerateFault(
      text(
        '提供者代号只能由 1 至 64 个字母、数字和 . - _ / : 组成。',
        'The provider must be called by 1 to 64 letters, digits and . - _ / :.',
      ),
    );
};

export const settingsOf = (sizing: Sizing): Settings => {
  check(sizing);
  const { rows, days } = sizing;
  const firstDay = toDayNumber(sizing.from);
  const start = firstDay * DAY - OFFSET;
  // About ten exposures for a person and day; long logs have heavier use instead of ever fewer people.
  const people = between(150, rows / between(60, 10 * days, 300), 50_000_000);
  const ordersPerDay = (rows * 0.04) / days;
  return {
    ...sizing,
    firstDay,
    start,
    end: start + days * DAY,
    people,
    items: between(2000, rows / 50, 200_000),
    products: between(40, rows / 10_000, 2000),
    workers: between(40, ordersPerDay / 14, 5_000_000),
    ordersPerDay,
    ...chartSize(rows / days),
    pages: pagesByDay(rows, days, firstDay),
    remainder: rows % PAGE,
  };
};

export const civilDay = (settings: Settings, day: number): string => fromDayNumber(settings.firstDay + day);
