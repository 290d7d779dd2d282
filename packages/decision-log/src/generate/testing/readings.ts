import { groupBy, type Rows } from './generated.ts';
import type { RowOf } from '../row.ts';

/** What an auditor would read from a log, written once for the tests of the clean log and of the plants. */

export type Exposure = RowOf<'exposure'>;

export const slatesOf = (rows: Rows): Exposure[][] => [...groupBy(rows.exposure, ({ request }) => request).values()];

export const share = <Row>(rows: readonly Row[], is: (row: Row) => boolean): number =>
  rows.length === 0 ? Number.NaN : rows.filter(is).length / rows.length;

/** Five standard errors of a share that is `expected`: a test that errs once in a million runs of another seed. */
export const slack = (expected: number, count: number): number => 5 * Math.sqrt((expected * (1 - expected)) / count);

/** The exposures made while the person's opt-out held, with the milliseconds since it was given. */
export const afterOptOut = (rows: Rows): { exposure: Exposure; since: number }[] => {
  const choices = groupBy(
    rows.control
      .filter(({ action }) => action === 'opt-out' || action === 'opt-in')
      .toSorted((one, other) => one.time - other.time),
    ({ user }) => user,
  );
  return rows.exposure.flatMap((exposure) => {
    const last = choices.get(exposure.user)?.findLast(({ time }) => time <= exposure.time);
    return last?.action === 'opt-out' ? [{ exposure, since: exposure.time - last.time }] : [];
  });
};

export const regionsOf = (rows: Rows): Map<string, string | undefined> =>
  new Map(rows.account.map(({ user, region }) => [user, region]));

/** Groups of impersonal requests that must be alike: one region, page position and minute. */
export const impersonalCells = (rows: Rows): string[][] => {
  const regions = regionsOf(rows);
  const impersonal = slatesOf(rows).filter(([first]) => first?.personalised === false);
  const cells = groupBy(impersonal, ([first]) =>
    first === undefined
      ? undefined
      : `${first.surface}/${Math.floor(first.time / 60_000)}/${regions.get(first.user) ?? ''}`,
  );
  return [...cells.values()].map((slates) => slates.map((slate) => slate.map(({ item }) => item).join(' ')));
};

export const DAY = 86_400_000;
/** Days since 1970 in Shanghai, and hours since midnight there. */
export const dayOf = (time: number): number => Math.floor((time + 28_800_000) / DAY);
export const hourOf = (time: number): number => ((time + 28_800_000) % DAY) / 3_600_000;

export const sum = (values: readonly number[] = []): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Neighbours in a slate of which the lower one has the higher score. */
export const inversions = (slate: readonly Exposure[]): number => {
  const scores = slate.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return scores.filter((score, place) => place > 0 && score > (scores[place - 1] ?? 0)).length;
};

export const heatOfRow = ({ input_values: values = [], input_weights: weights = [] }: RowOf<'chart'>): number =>
  sum(values.map((value, input) => value * (weights[input] ?? 0)));
