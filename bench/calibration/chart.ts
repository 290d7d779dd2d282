import type { PowerPoint } from './power/study.ts';

const [width, height] = [260, 150];
const [left, right, above, below] = [34, 8, 10, 28];
const shades = ['#9a9a9a', '#4c7fb8', '#1d3557'];
const dashes = ['4 3', 'none', 'none'];

const across = (size: number, most: number): number => left + (size / most) * (width - left - right);
const upward = (power: number): number => above + (1 - power) * (height - above - below);
const short = (value: number): string => value.toFixed(1);

/** A curve for each number of rows: how often the effect is found, against its size in multiples of the materiality. */
export const powerChart = (points: readonly PowerPoint[], title: string): string => {
  const most = Math.max(...points.map(({ size }) => size));
  const byRows = [...Map.groupBy(points, ({ rows }) => rows)].filter(([, own]) => own.length > 1);
  const curves = byRows.map(([, own], index) => {
    const path = own
      .map(({ size, failed, tables }) => `${short(across(size, most))},${short(upward(failed / tables))}`)
      .join(' ');
    return `<polyline points="${path}" fill="none" stroke="${shades[index]}" stroke-width="2" stroke-dasharray="${dashes[index]}"/>`;
  });
  const marks = Array.from({ length: Math.floor(most) }, (_, index) => index + 1).map(
    (size) =>
      `<text x="${short(across(size, most))}" y="${height - 14}" text-anchor="middle">${size}</text><line x1="${short(across(size, most))}" y1="${above}" x2="${short(across(size, most))}" y2="${height - below}" stroke="#ddd"/>`,
  );
  const levels = [0, 0.5, 0.95].map(
    (power) =>
      `<text x="${left - 4}" y="${short(upward(power) + 3)}" text-anchor="end">${power}</text><line x1="${left}" y1="${short(upward(power))}" x2="${width - right}" y2="${short(upward(power))}" stroke="#ddd"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="9" fill="#333"><title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>${[...marks, ...levels].join('')}${curves.join('')}<text x="${width / 2}" y="${height - 3}" text-anchor="middle">× 阈值 materiality</text></svg>
`;
};
