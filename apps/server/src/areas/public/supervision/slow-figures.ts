import type { ComplaintsAnsweredModel, GovernanceFigures } from '@suanjian/contracts';
import type { Services } from '../../../services.ts';
import { complaintsAnswered } from './complaints.ts';
import { governanceFigures } from './governance.ts';
import { keptFor } from './kept-for.ts';

/** Sums over everything, made once in ten minutes for all who ask. */
export interface SlowFigures {
  readonly complaints: () => Promise<ComplaintsAnsweredModel>;
  readonly governance: () => Promise<GovernanceFigures>;
}

const minutes = 10;

export const slowFigures = (services: Pick<Services, 'store' | 'matters' | 'now'>): SlowFigures => ({
  complaints: keptFor(minutes, services.now, () => complaintsAnswered(services)),
  governance: keptFor(minutes, services.now, () => governanceFigures(services)),
});
