import type { ReportResult, ReportUnit } from '../report/schema.ts';
import type { BundledUnit } from './bundle-schema.ts';

/** No count below this leaves the provider. */
export const smallestCell = 10;

/** 1 to 9 of something: small enough to point at people. Nothing at all points at nobody. */
const isSmall = (count: number): boolean => count > 1e-9 && count < smallestCell;

/** Names under which methods report how many rows, events or people a group has. */
const countNames: ReadonlySet<string> = new Set([
  'n',
  'count',
  'counts',
  'rows',
  'trials',
  'successes',
  'failures',
  'events',
  'clusters',
  'users',
  'accounts',
  'pairs',
  'violations',
  'missing',
]);

/** Whether a small group stands anywhere in what the method reported besides. */
const holdsSmallCount = (value: unknown, counted = false): boolean => {
  if (typeof value === 'number') return counted && isSmall(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((entry) => holdsSmallCount(entry, counted));
  return Object.entries(value).some(
    ([name, entry]) => name !== 'examples' && holdsSmallCount(entry, countNames.has(name)),
  );
};

/** Whether the numbers of a unit could give a count below ten away: its size, the rows behind its estimate, or the rest of them. */
export const mustBeSuppressed = ({ n, estimate, values }: ReportUnit, scale: ReportResult['scale']): boolean => {
  if (n < smallestCell) return true;
  if (scale === 'count' && estimate !== null && isSmall(Math.abs(estimate))) return true;
  if (scale === 'share' && estimate !== null && (isSmall(estimate * n) || isSmall(n - estimate * n))) return true;
  return holdsSmallCount(values);
};

/** To the nearest ten, so that suppressed cells cannot be had by subtracting what is shown from a total elsewhere. */
export const coarseCount = (n: number): number => Math.max(smallestCell, Math.round(n / smallestCell) * smallestCell);

export const coarse = (value: number | null, digits = 3): number | null =>
  value === null ? null : Number(value.toPrecision(digits)) + 0;

/** An estimate; a count of things like any other count. */
const coarseEstimate = (value: number | null, scale: ReportResult['scale']): number | null =>
  value !== null && scale === 'count' && value !== 0 ? Math.sign(value) * coarseCount(Math.abs(value)) : coarse(value);

const coarseEnd = (value: number | null, scale: ReportResult['scale']): number | null => {
  if (value === null || scale !== 'count' || value === 0) return coarse(value);
  return Math.sign(value) * Math.floor(Math.abs(value) / smallestCell) * smallestCell + 0;
};

type Figures = Pick<ReportUnit, 'verdict' | 'estimate' | 'interval' | 'p' | 'q' | 'smallestDetectable'>;
type BundledFigures = Omit<BundledUnit, 'by'>;

export const withheld = (verdict: ReportUnit['verdict']): BundledFigures => ({
  verdict,
  estimate: null,
  interval: null,
  n: null,
  p: null,
  q: null,
  smallestDetectable: null,
  suppressed: true,
});

export const shown = (figures: Figures, n: number, scale: ReportResult['scale']): BundledFigures => ({
  verdict: figures.verdict,
  estimate: coarseEstimate(figures.estimate, scale),
  interval:
    figures.interval === null ? null : [coarseEnd(figures.interval[0], scale), coarseEnd(figures.interval[1], scale)],
  n,
  p: coarse(figures.p, 2),
  q: coarse(figures.q, 2),
  smallestDetectable: coarse(figures.smallestDetectable),
  suppressed: false,
});
