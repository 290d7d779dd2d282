import { useLanguage } from '../language/language.tsx';
import { formatDate } from '../language/format.ts';
import { DataTable } from '../parts/data-table.tsx';
import { monitoringTexts } from '../texts/monitoring.ts';
import { useFigure, type Unit } from './figure.ts';

export interface ChartDay {
  readonly day: string;
  readonly value: number | null;
  readonly expected?: number | undefined;
  readonly usual?: readonly [number, number] | undefined;
}

interface Props {
  readonly title: string;
  readonly unit: Unit;
  readonly points: readonly ChartDay[];
  /** Of the last day. */
  readonly usual?: readonly [number, number] | null;
}

const height = 160;
const top = 12;
const width = 100;

interface BandDay {
  readonly index: number;
  readonly usual: readonly [number, number];
}

/** Stretches of days of which each has a usual range. */
const bandsOf = (points: readonly ChartDay[]): readonly (readonly BandDay[])[] => {
  const bands: BandDay[][] = [];
  for (const [index, { usual }] of points.entries()) {
    if (usual === undefined) continue;
    const last = bands.at(-1);
    if (last?.at(-1)?.index === index - 1) last.push({ index, usual });
    else bands.push([{ index, usual }]);
  }
  return bands;
};

/** Days over time as a line, with a table of the same figures. Suppressed days are gaps. Widths are shares of the frame. */
export const SeriesChart = ({ title, unit, points, usual }: Props) => {
  const { say, language } = useLanguage();
  const figure = useFigure(unit);
  const values = points.flatMap(({ value, expected, usual: range }) =>
    [value, expected, ...(range ?? [])].filter((each) => typeof each === 'number'),
  );
  const all = [...values, ...(usual ?? []), ...(unit === 'measure' ? [] : [0])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const span = high - low || 1;
  const yOf = (value: number): number => top + (height - top) * (1 - (value - low) / span);
  const xOf = (index: number): number => (points.length < 2 ? width / 2 : (index / (points.length - 1)) * width);
  const line = (of: (point: ChartDay) => number | null | undefined): string =>
    points
      .map((point, index) => {
        const value = of(point);
        if (typeof value !== 'number') return '';
        const before = index === 0 ? undefined : points[index - 1];
        const starts = before === undefined || typeof of(before) !== 'number';
        return `${starts ? 'M' : 'L'}${xOf(index).toFixed(2)} ${yOf(value).toFixed(1)}`;
      })
      .join('');
  const [first, last] = [points[0], points.at(-1)];
  const hasRange = points.some((point) => point.usual !== undefined);
  return (
    <figure>
      <svg
        className="chart"
        role="img"
        aria-label={say(monitoringTexts.chart(title, points.length))}
        viewBox={`0 0 ${width} ${height + 4}`}
        preserveAspectRatio="none"
      >
        {usual === undefined || usual === null ? null : (
          <rect
            className="chart-bar"
            opacity="0.12"
            x="0"
            width={width}
            y={yOf(usual[1])}
            height={Math.max(1, yOf(usual[0]) - yOf(usual[1]))}
          />
        )}
        {bandsOf(points).map((band) => (
          <path
            key={band[0]?.index}
            className="chart-bar"
            opacity="0.12"
            d={`M${[
              ...band.map(({ index, usual: [, most] }) => `${xOf(index).toFixed(2)} ${yOf(most).toFixed(1)}`),
              ...band
                .toReversed()
                .map(({ index, usual: [least] }) => `${xOf(index).toFixed(2)} ${yOf(least).toFixed(1)}`),
            ].join('L')}Z`}
          />
        ))}
        <line className="chart-axis" vectorEffect="non-scaling-stroke" x1="0" x2={width} y1={height} y2={height} />
        <path
          className="chart-axis"
          fill="none"
          strokeDasharray="4 4"
          vectorEffect="non-scaling-stroke"
          d={line(({ expected }) => expected)}
        />
        <path
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          d={line(({ value }) => value)}
        />
      </svg>
      <figcaption className="quiet small flex flex-wrap justify-between gap-2">
        <span>{first === undefined ? '' : formatDate(first.day, language)}</span>
        <span>
          {figure(low)} – {figure(high)}
        </span>
        <span>{last === undefined ? '' : formatDate(last.day, language)}</span>
      </figcaption>
      <details className="mt-2">
        <summary className="min-h-11 content-center">{say(monitoringTexts.figures)}</summary>
        <DataTable
          caption={title}
          heads={[
            monitoringTexts.head.day,
            monitoringTexts.head.seen,
            monitoringTexts.head.expected,
            ...(hasRange ? [monitoringTexts.head.usual] : []),
          ].map(say)}
          rows={points.toReversed().map(({ day, value, expected, usual: range }) => ({
            key: day,
            cells: [
              formatDate(day, language),
              value === null ? say(monitoringTexts.suppressed) : figure(value),
              expected === undefined ? '—' : figure(expected),
              ...(hasRange ? [range === undefined ? '—' : `${figure(range[0])} – ${figure(range[1])}`] : []),
            ],
          }))}
        />
      </details>
    </figure>
  );
};
