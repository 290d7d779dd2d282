import type { CivilDate } from '@suanjian/rulebook';
import { wordsIn } from '../common/part.ts';
import { drawn, drawnByStratum, type Drawable } from './drawing.ts';
import type { CampaignState, CampaignTarget, Stage } from './state.ts';
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

export const progressOf = ({ targets, progress, urgings, reminders, sample }: CampaignState): CampaignProgress => ({
  targets: targets.length,
  asked: reached(progress, 'asked', 'returned', 'submitted', 'accepted'),
  submitted: reached(progress, 'submitted', 'accepted'),
  accepted: reached(progress, 'accepted'),
  unmet: Object.values(progress).reduce((sum, { unmet = 0 }) => sum + unmet, 0),
  unfiled: targets.filter(isUnfiled).length,
  urged: new Set([...urgings.map(({ target }) => target), ...Object.keys(reminders)]).size,
  sampled: sample?.keys.length ?? 0,
});

/** Targets without an accepted self-inspection. */
export const unfinished = (state: CampaignState): number => state.targets.length - progressOf(state).accepted;

/** Targets that can be asked in the application and were not, or no longer are. */
export const toAsk = ({ targets, progress }: Pick<CampaignState, 'targets' | 'progress'>): readonly CampaignTarget[] =>
  targets.filter(
    ({ key, owner }) => owner !== undefined && (progress[key] === undefined || progress[key].stage === 'withdrawn'),
  );

/** Targets that should have filed, can be reminded in the application, and were not. */
export const toRemind = ({
  targets,
  reminders,
}: Pick<CampaignState, 'targets' | 'reminders'>): readonly CampaignTarget[] =>
  targets.filter((target) => target.owner !== undefined && isUnfiled(target) && reminders[target.key] === undefined);

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
  /** Once it is closed: the day, and what the office wrote for the public. The report itself stays inside. */
  readonly closing?: { readonly on: CivilDate; readonly words?: string };
}

const closingOf = ({ status, endedOn, report }: CampaignState): Pick<PublicCampaign, 'closing'> => {
  if (status !== 'closed' || endedOn === undefined) return {};
  const words = wordsIn(report, 'forPublic');
  return { closing: { on: endedOn, ...(words === '' ? {} : { words }) } };
};

/** Nothing unless the office has said that it is shown. */
export const publicCampaign = (state: CampaignState): PublicCampaign | undefined => {
  if (!state.shown || (state.status !== 'running' && state.status !== 'closed')) return undefined;
  const { title, preset, from, until, commitment } = state;
  const { targets, asked, submitted, accepted, unfiled, urged } = progressOf(state);
  return {
    title,
    preset,
    from,
    until,
    commitment,
    closed: state.status === 'closed',
    progress: { targets, asked, submitted, accepted, unfiled, urged },
    ...closingOf(state),
  };
};
