import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { Commitments } from '../common/commitments.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { RegisterEvent, RegistersState } from './registers/state.ts';
import type { ReviewSchedule, SystemId } from './systems.ts';

/** Rules of the service in one version, all of it public. */
export interface ServiceRules {
  readonly title: string;
  readonly address: string;
  readonly version: string;
  readonly since: CivilDate;
  /** The day on which it was made public here. */
  readonly publishedOn: CivilDate;
}

export type Reviews = Partial<Readonly<Record<SystemId, ReviewSchedule>>>;

export interface ResponsibilityState extends DeskState, RegistersState {
  readonly status: 'drafted' | 'kept' | 'withdrawn';
  readonly owner: OrganisationId | null;
  /** As it is being written; the office sees what was adopted last. */
  readonly form: FormValues;
  readonly adopted?: FormValues;
  readonly adoptedOn?: CivilDate;
  /** How many times it was adopted. */
  readonly version: number;
  readonly reviews: Reviews;
  /** In the order in which they were published. */
  readonly rules: readonly ServiceRules[];
  /** Published last; it may hold only from a later day. */
  readonly commitments?: Commitments;
  /** Oldest first. */
  readonly earlierCommitments: readonly Commitments[];
}

export type ResponsibilityEvent =
  | Opened
  | { readonly type: 'saved'; readonly form: FormValues }
  /** `scheduled`: reviews that begin to be due; `dropped`: systems that are no longer there. */
  | {
      readonly type: 'adopted';
      readonly form: FormValues;
      readonly scheduled: Reviews;
      readonly dropped: readonly SystemId[];
    }
  | { readonly type: 'reviewed'; readonly system: SystemId; readonly review: FormValues }
  | { readonly type: 'scheduled'; readonly system: SystemId; readonly schedule: ReviewSchedule }
  | { readonly type: 'rules-published'; readonly rules: Omit<ServiceRules, 'publishedOn'> }
  | { readonly type: 'commitments-published'; readonly commitments: Commitments }
  | { readonly type: 'withdrawn' }
  | RegisterEvent
  | DeskEvent;
