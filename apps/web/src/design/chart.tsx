export interface ChartPoint {
  readonly key: string;
  /** Whole sentence for one column, shown on pointing. */
  readonly title: string;
  readonly value: number;
  /** Only where an axis label is wanted. */
  readonly label?: string;
}

interface ColumnChartProps {
  /** What the picture shows, for who does not see it; a table with the same figures stands beside it. */
  readonly summary: string;
  readonly points: readonly ChartPoint[];
  readonly format: (value: number) => string;
}

const height = 176;
const top = 24;

/** A round number at or above the largest value, to draw the scale to. */
export const scaleTop = (largest: number): number => {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= largest) ?? 10;
  return step * power;
};

/** Columns over time. Widths are shares of the frame and heights pixels, so that letters keep their size on every screen. */
export const ColumnChart = ({ summary, points, format }: ColumnChartProps) => {
  const scale = scaleTop(Math.max(0, ...points.map(({ value }) => value)));
  const width = points.length === 0 ? 100 : 100 / points.length;
  const yOf = (value: number): number => top + (height - top) * (1 - value / scale);
  return (
    <svg className="chart" role="img" aria-label={summary}>
      {[scale, scale / 2].map((value) => (
        <g key={value}>
          <line className="chart-grid" x1="0" x2="100%" y1={yOf(value)} y2={yOf(value)} />
          <text className="chart-label" x="0" y={yOf(value) - 5}>
            {format(value)}
          </text>
        </g>
      ))}
      {points.map(({ key, title, value, label }, index) => (
        <g key={key}>
          <rect
            className="chart-bar"
            x={`${(index * width + width * 0.12).toFixed(2)}%`}
            width={`${(width * 0.76).toFixed(2)}%`}
            y={yOf(value).toFixed(1)}
            height={(height - yOf(value)).toFixed(1)}
          >
            <title>{title}</title>
          </rect>
          {label === undefined ? null : (
            <text className="chart-label" x={`${(index * width).toFixed(2)}%`} y={height + 22}>
              {label}
            </text>
          )}
        </g>
      ))}
      <line className="chart-axis" x1="0" x2="100%" y1={height} y2={height} />
    </svg>
  );
};

/** One horizontal bar of a table row; the number stands beside it, so the picture itself is silent. */
export const Bar = ({ share }: { readonly share: number }) => (
  <svg className="bar" aria-hidden="true">
    <rect className="chart-bar" width={`${(Math.max(0, Math.min(1, share)) * 100).toFixed(2)}%`} height="100%" rx="2" />
  </svg>
);
