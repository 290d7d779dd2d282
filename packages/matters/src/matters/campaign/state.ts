import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { TargetReason } from './query.ts';

export type CampaignStatus = 'planned' | 'running' | 'closed' | 'withdrawn';

/** One service that a campaign is about. */
export interface CampaignTarget {
  /** The filing number, or provider and service where there is none. */
  readonly key: string;
  readonly name: string;
  /** A service of theirs that was named because nothing is filed for it. */
  readonly service?: string;
  readonly number?: string;
  /** Known where the provider is registered here: only then can it be asked in the application. */
  readonly owner?: OrganisationId;
  readonly place?: string;
  readonly technique?: string;
  readonly grade?: string;
  /** No filing of theirs stands. */
  readonly unfiled?: true;
  /** Why the search found it; absent where it was named by hand. */
  readonly reasons?: readonly TargetReason[];
}

export const stages = ['asked', 'submitted', 'returned', 'accepted', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

/** How far the self-inspection of a target has come. */
export interface TargetProgress {
  readonly stage: Stage;
  readonly selfInspection: MatterId;
  /** How many clauses the company itself found not met, once it has said so. */
  readonly unmet?: number;
}

/** Somebody was urged to file (campaign/2.3), and how. */
export interface Urging {
  readonly target: string;
  readonly how: string;
  readonly on: CivilDate;
}

export const reminderStages = ['sent', 'answered', 'filed', 'settled', 'withdrawn'] as const;

/** How far the reminder to file has come that a target got. */
export interface TargetReminder {
  readonly stage: (typeof reminderStages)[number];
  readonly reminder: MatterId;
}

/** What was asked of all targets in one act; each gets a self-inspection of its own from it. */
export interface Asking {
  readonly on: CivilDate;
  readonly by: CivilDate;
  readonly words?: string;
}

/** A query as it was searched by, with its day and what came of it. */
export interface TargetQuery {
  readonly on: CivilDate;
  readonly query: FormValues;
  readonly added: number;
  /** How many the search found, whether there were more, and whom the office did not take; absent where nothing was searched. */
  readonly found?: number;
  readonly more?: boolean;
  readonly leftOut?: readonly string[];
}

/** What became of the findings, when the campaign was closed. */
export interface Outcome {
  readonly inspected: number;
  readonly orders: number;
  readonly ordersEnded: number;
  readonly remindersFiled: number;
}

/** Drawn once, in the open: whoever has the list, the seed and the count can draw it again. */
export interface Sample {
  readonly seed: string;
  readonly on: CivilDate;
  readonly keys: readonly string[];
}

export interface CampaignState extends DeskState {
  readonly status: CampaignStatus;
  readonly title: string;
  readonly level: OfficeLevel;
  readonly place: string;
  readonly preset: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** SHA-256 of the seed, published when the campaign is opened. */
  readonly commitment: string;
  readonly sampleSize: number;
  readonly byGrade: boolean;
  readonly plan: FormValues;
  readonly queries: readonly TargetQuery[];
  readonly targets: readonly CampaignTarget[];
  /** From then on the list stands. */
  readonly frozenOn?: CivilDate;
  readonly progress: Readonly<Record<string, TargetProgress>>;
  readonly reminders: Readonly<Record<string, TargetReminder>>;
  readonly asking?: Asking;
  readonly urgings: readonly Urging[];
  readonly sample?: Sample;
  /** Whether the public may see how far it has come, in counts only. */
  readonly shown: boolean;
  readonly report: FormValues;
  readonly outcome?: Outcome;
  readonly endedOn?: CivilDate;
}

export type CampaignEvent =
  | (Opened &
      Pick<
        CampaignState,
        'title' | 'level' | 'preset' | 'from' | 'until' | 'commitment' | 'sampleSize' | 'byGrade' | 'plan'
      >)
  | {
      readonly type: 'targets-selected';
      readonly query: FormValues;
      readonly added: readonly CampaignTarget[];
      readonly found?: number;
      readonly more?: boolean;
      readonly leftOut?: readonly string[];
    }
  | { readonly type: 'asked-all'; readonly by: CivilDate; readonly words?: string }
  | { readonly type: 'target-reminded'; readonly target: string; readonly reminder: TargetReminder }
  | { readonly type: 'target-dropped'; readonly target: string }
  | { readonly type: 'started' }
  | { readonly type: 'target-moved'; readonly target: string; readonly progress: TargetProgress }
  | { readonly type: 'urged'; readonly target: string; readonly how: string }
  | { readonly type: 'drawn'; readonly seed: string; readonly keys: readonly string[] }
  | { readonly type: 'progress-shown'; readonly shown: boolean }
  | { readonly type: 'closed'; readonly report: FormValues; readonly outcome?: Outcome }
  | { readonly type: 'withdrawn' }
  | DeskEvent;
