import { text, type Language } from '@suanjian/rulebook';
import type { ReportResult } from '../schema.ts';
import { effectWords, resultEstimateWords } from '../words.ts';
import { html, type Markup } from './markup.ts';

const width = 320;
const height = 44;
const margin = 14;

const nullOf = (scale: ReportResult['scale']): number => (scale === 'ratio' ? 1 : 0);

/** Ratios are drawn on their logarithms, so that twice and half lie equally far from one. */
const placeOf = (value: number, scale: ReportResult['scale']): number =>
  scale === 'ratio' ? Math.log(Math.max(value, 1e-9)) : value;

/**
 * The estimate with its interval against "no effect" (the line) and the sizes that do not matter (the band). Nothing where there is nothing to draw.
 */
export const intervalPicture = (drawn: ReportResult, language: Language): Markup | undefined => {
  const { estimate, interval, materiality, scale } = drawn;
  if (estimate === null || interval === null || scale === 'none') return undefined;
  const centre = placeOf(nullOf(scale), scale);
  const band = materiality === null ? 0 : scale === 'ratio' ? Math.log1p(materiality) : materiality;
  const [low, high] = interval;
  const at = placeOf(estimate, scale);
  const ends = {
    low: low === null ? undefined : placeOf(low, scale),
    high: high === null ? undefined : placeOf(high, scale),
  };
  const shown = [centre - band, centre + band, at, ends.low, ends.high].filter((value) => value !== undefined);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const span = most - least || 1;
  const x = (value: number): number => Number((margin + ((value - least) / span) * (width - 2 * margin)).toFixed(2));
  const left = ends.low === undefined ? 2 : x(ends.low);
  const right = ends.high === undefined ? width - 2 : x(ends.high);
  const said = resultEstimateWords(drawn, language);
  const label = text(
    `估计值与区间 ${said}，实质大小 ${effectWords(materiality, scale)}`,
    `Estimate and interval ${said}, size that matters ${effectWords(materiality, scale)}`,
  )[language];
  return html`<svg
    role="img"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    aria-label="${label}"
  >
    <rect
      class="band"
      x="${x(centre - band)}"
      y="6"
      width="${Math.max(1, x(centre + band) - x(centre - band))}"
      height="${height - 12}"
    />
    <line class="null" x1="${x(centre)}" x2="${x(centre)}" y1="2" y2="${height - 2}" />
    <line class="interval" x1="${left}" x2="${right}" y1="${height / 2}" y2="${height / 2}" />
    <circle class="estimate" cx="${x(at)}" cy="${height / 2}" r="5" />
  </svg>`;
};
