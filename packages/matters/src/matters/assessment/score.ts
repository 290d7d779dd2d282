import { text, type Text } from '@suanjian/rulebook';
import type { RiskRow } from './form/risks.ts';

export type Band = 'high' | 'medium' | 'low';

export const bandTitles: Readonly<Record<Band, Text>> = {
  high: text('高', 'high'),
  medium: text('中', 'medium'),
  low: text('低', 'low'),
};

/** From which score a band begins: a default policy of this platform, no rule sets it. */
const bands: readonly (readonly [Band, number])[] = [
  ['high', 15],
  ['medium', 8],
  ['low', 0],
];

export interface Score {
  /** Likelihood times effect, 1 to 25. */
  readonly points: number;
  readonly band: Band;
}

const scoreOf = (likelihood: string | undefined, effect: string | undefined): Score | undefined => {
  const points = Number(likelihood) * Number(effect);
  const band = bands.find(([, from]) => points >= from)?.[0];
  return Number.isInteger(points) && points >= 1 && points <= 25 && band !== undefined ? { points, band } : undefined;
};

export interface RiskScore {
  readonly before: Score | undefined;
  readonly after: Score | undefined;
}

/** @returns undefined for a risk that does not exist here: what its hidden fields still hold counts for nothing */
export const riskScore = (row: RiskRow): RiskScore | undefined =>
  row.present === false
    ? undefined
    : {
        before: scoreOf(row.likelihood, row.effect),
        after: scoreOf(row.remainingLikelihood, row.remainingEffect),
      };
