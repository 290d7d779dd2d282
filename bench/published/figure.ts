import type { ReportResult, ReportUnit } from '@suanjian/audit';
import type { Text } from '@suanjian/rulebook';

/** One figure that was published, or computed anew from the same data by whoever collected them, and where ours stands. */
export interface Figure {
  readonly what: Text;
  /** As it was printed; a percentage without its sign. */
  readonly printed: string;
  /** Of the mapping: the result's name, the unit's `by`, and the way to the value in it. */
  readonly result: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly path: readonly (string | number)[];
  /** 100 where percentages were printed. */
  readonly times?: number;
}

/** A figure that cannot be held against anything, and why. */
export interface LeftOut {
  readonly what: Text;
  readonly printed: string;
  readonly why: Text;
}

/** What an audit of the same data must and must not report. */
export interface ExpectedVerdict {
  readonly what: Text;
  readonly result: string;
  readonly by?: Readonly<Record<string, string>>;
  readonly fails: boolean;
}

export interface DataSet {
  /** Its folder among the audits, and the name of its mapping. */
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly leftOut: readonly LeftOut[];
  readonly verdicts: readonly ExpectedVerdict[];
}

/** What a report carries: no more can be compared, and no source prints more that is not the noise of its arithmetic. */
const carriedDigits = 12;

const digitsOf = (printed: string): number => printed.replace(/^-/u, '').replace('.', '').replace(/^0+/u, '').length;

/** `9.700000000000001` is 9.7: what arithmetic left behind the twelfth digit is nobody's result. */
export const cleaned = (printed: string): string =>
  digitsOf(printed) <= carriedDigits ? printed : String(Number(Number(printed).toPrecision(carriedDigits)));

const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;

/**
 * Ours with as many digits as were printed. A number just between two is written as the source has it: some round halves up, others to
 * even, and the source does not say which.
 */
export const writtenLike = (printed: string, ours: number): string => {
  const target = cleaned(printed);
  if (digitsOf(printed) > carriedDigits) return String(Number(ours.toPrecision(carriedDigits)));
  const unit = 10 ** -decimalsOf(target);
  const between = Math.abs(Math.abs(ours - Number(target)) - unit / 2) < unit * 1e-9;
  return between ? target : ours.toFixed(decimalsOf(target));
};

export const agrees = (printed: string, ours: number | undefined): boolean =>
  ours !== undefined && Number(writtenLike(printed, ours)) === Number(cleaned(printed));

type Place = Pick<Figure, 'result' | 'by'>;

export const unitOf = (results: readonly ReportResult[], { result, by = {} }: Place): ReportUnit | undefined =>
  results
    .find(({ id }) => id === result)
    ?.units.find((unit) => Object.entries(by).every(([key, level]) => unit.by[key] === level));

const inside = (value: unknown, step: string | number): unknown => {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as readonly unknown[])[step] : undefined;
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === step)?.[1]
    : undefined;
};

/** The number that the figure's place holds, in the unit that was printed. */
export const oursOf = (results: readonly ReportResult[], figure: Figure): number | undefined => {
  const unit = unitOf(results, figure);
  if (unit === undefined) return undefined;
  const value = figure.path.length === 0 ? unit.estimate : figure.path.reduce<unknown>(inside, unit.values);
  return typeof value === 'number' ? value * (figure.times ?? 1) : undefined;
};
