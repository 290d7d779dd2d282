import type { CivilDate } from '@suanjian/rulebook';
import { drawn, drawnByStratum, type Drawable } from './drawing.ts';
import type { CampaignState, Stage } from './state.ts';
import { isUnfiled } from './targets.ts';

/** How far a campaign has come, in counts. */
export interface CampaignProgress {
  readonly targets: number;
  readonly asked: number;
  readonly submitted: number;
  readonly accepted: number;
  /** Clauses that companies themselves found not met. */
  readonly unmet: number;
  readonly unfiled: number;
  readonly urged: number;
  readonly sampled: number;
}

const reached = (progress: CampaignState['progress'], ...stages: readonly Stage[]): number =>
  Object.values(progress).filter(({ stage }) => stages.includes(stage)).length;

export const progressOf = ({ targets, progress, urgings, sample }: CampaignState): CampaignProgress => ({
  targets: targets.length,
  asked: reached(progress, 'asked', 'returned', 'submitted', 'accepted'),
  submitted: reached(progress, 'submitted', 'accepted'),
  accepted: reached(progress, 'accepted'),
  unmet: Object.values(progress).reduce((sum, { unmet = 0 }) => sum + unmet, 0),
  unfiled: targets.filter(isUnfiled).length,
  urged: new Set(urgings.map(({ target }) => target)).size,
  sampled: sample?.keys.length ?? 0,
});

/** Targets without an accepted self-inspection. */
export const unfinished = (state: CampaignState): number => state.targets.length - progressOf(state).accepted;

export const drawablesOf = ({ targets, byGrade }: Pick<CampaignState, 'targets' | 'byGrade'>): readonly Drawable[] =>
  targets.map(({ key, grade }) => ({ key, ...(byGrade && grade !== undefined ? { stratum: grade } : {}) }));

/** The sample that a seed draws from the list as it stands. */
export const sampleOf = (
  state: Pick<CampaignState, 'targets' | 'byGrade' | 'sampleSize'>,
  seed: string,
): readonly string[] => (state.byGrade ? drawnByStratum : drawn)(seed, drawablesOf(state), state.sampleSize);

/** What anybody may see: the campaign, its commitment, and counts. Never a target, and never the sample before it was inspected. */
export interface PublicCampaign {
  readonly title: string;
  readonly preset: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly commitment: string;
  readonly closed: boolean;
  readonly progress: Omit<CampaignProgress, 'sampled' | 'unmet'>;
}

/** Nothing unless the office has said that it is shown. */
export const publicCampaign = (state: CampaignState): PublicCampaign | undefined => {
  if (!state.shown || (state.status !== 'running' && state.status !== 'closed')) return undefined;
  const { title, preset, from, until, commitment } = state;
  const { sampled: _sampled, unmet: _unmet, ...progress } = progressOf(state);
  return { title, preset, from, until, commitment, closed: state.status === 'closed', progress };
};
