import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { KeptGap } from '../assessment/definition.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { EvidenceReference } from '../common/evidence-reference.ts';
import type { TeamEvent, TeamMember, TeamState } from '../common/team/state.ts';
import type { AboutCompany, Done } from '../common/team/state.ts';
import type { Outcome } from '../common/following.ts';

export type OfficialAssessmentStatus =
  | 'preparing'
  | 'dropped'
  | 'assessing'
  | 'with-provider'
  | 'closed'
  | 'broken-off';

/** The conclusions as one member wrote them, and the day by which the company is heard. */
export interface Concluded extends Done {
  readonly stateBy: CivilDate;
}

export interface OfficialAssessmentState extends DeskState, TeamState {
  readonly status: OfficialAssessmentStatus;
  readonly title: string;
  readonly filing?: MatterId;
  readonly number?: string;
  /** Why it is done and on which basis. */
  readonly plan: FormValues;
  /** The same form that a provider's own assessment fills in. */
  readonly form: FormValues;
  readonly planner: AccountId;
  /** What stood behind it when it was begun; never the company's to see. */
  readonly behind: readonly EvidenceReference[];
  readonly gaps: readonly KeptGap[];
  /** What was answered to each clause, as it was concluded. */
  readonly conclusions: FormValues;
  readonly concluded?: Concluded;
  readonly sent?: Done;
  readonly views: FormValues;
  readonly heard: boolean;
  readonly ending: FormValues;
  readonly outcome?: Outcome;
  readonly follows: readonly ('rectification' | 'violation-case')[];
}

export type OfficialAssessmentEvent =
  | (Opened &
      AboutCompany & {
        readonly plan: FormValues;
        readonly form: FormValues;
        readonly planner: TeamMember;
        readonly behind?: readonly EvidenceReference[];
      })
  | { readonly type: 'started'; readonly by: AccountId }
  | { readonly type: 'dropped' }
  | { readonly type: 'prefilled'; readonly form: FormValues }
  | { readonly type: 'answered'; readonly form: FormValues }
  | { readonly type: 'evidence-added'; readonly form: FormValues }
  | { readonly type: 'risk-scored'; readonly form: FormValues }
  | {
      readonly type: 'concluded';
      readonly form: FormValues;
      readonly conclusions: FormValues;
      readonly gaps: readonly KeptGap[];
      readonly by: AccountId;
      readonly stateBy: CivilDate;
    }
  | { readonly type: 'conclusions-sent'; readonly by: AccountId }
  | { readonly type: 'view-stated'; readonly views: FormValues }
  | { readonly type: 'reconsidered' }
  | { readonly type: 'closed'; readonly ending: FormValues; readonly outcome: Outcome }
  | { readonly type: 'broken-off' }
  | TeamEvent
  | DeskEvent;
