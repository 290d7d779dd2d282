import type { Language } from '@suanjian/rulebook';
import type { DocumentFigure } from '../../../engine/document-model.ts';
import type { RiskRow } from '../form/risks.ts';
import { riskScore } from '../score.ts';
import { paperWords } from './words.ts';

const cell = 34;
const left = 26;
const colours = { high: '#f4b6a6', medium: '#f7e2a6', low: '#cfe8cf' } as const;
const steps = [1, 2, 3, 4, 5] as const;

const bandOf = (points: number): keyof typeof colours => (points >= 15 ? 'high' : points >= 8 ? 'medium' : 'low');

/** How many of the risks remain at each likelihood and effect. Digits only, so that the picture needs no font of a language. */
export const heatMap = (rows: readonly RiskRow[], language: Language): DocumentFigure => {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (riskScore(row)?.after !== undefined) {
      const place = `${row.remainingLikelihood}/${row.remainingEffect}`;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  const cells = steps.flatMap((likelihood) =>
    steps.map((effect) => {
      const [x, y] = [left + (effect - 1) * cell, (5 - likelihood) * cell];
      const count = counts.get(`${likelihood}/${effect}`) ?? 0;
      const square = `<rect x="${x}" y="${y}" width="${cell}" height="${cell}" fill="${colours[bandOf(likelihood * effect)]}" stroke="#ffffff" stroke-width="2"/>`;
      const number =
        count === 0
          ? ''
          : `<text x="${x + cell / 2}" y="${y + cell / 2 + 5}" font-size="14" font-weight="700" text-anchor="middle" fill="#1f2328" font-family="Noto Sans SC">${count}</text>`;
      return square + number;
    }),
  );
  const marks = steps.map(
    (step) =>
      `<text x="${left - 8}" y="${(5 - step) * cell + cell / 2 + 4}" font-size="11" text-anchor="end" fill="#57606a" font-family="Noto Sans SC">${step}</text>` +
      `<text x="${left + (step - 1) * cell + cell / 2}" y="${5 * cell + 15}" font-size="11" text-anchor="middle" fill="#57606a" font-family="Noto Sans SC">${step}</text>`,
  );
  const [width, height] = [left + 5 * cell + 4, 5 * cell + 22];
  return {
    kind: 'figure',
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${cells.join('')}${marks.join('')}</svg>`,
    caption: `${paperWords.pictureCaption[language]} (↑ ${paperWords.likelihood[language]}, → ${paperWords.effect[language]})`,
    alternative: paperWords.pictureAlternative[language],
    width: 0.4,
  };
};
