import type { Reference } from '../common/checklist.ts';
import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { AboutCompany, Done, TeamEvent, TeamMember, TeamState } from '../common/team/state.ts';
import type { EvidenceReference } from '../common/evidence-reference.ts';
import type { Outcome } from '../common/following.ts';

export type InspectionStatus =
  | 'preparing'
  | 'ready'
  | 'dropped'
  | 'announced'
  | 'on-site'
  | 'to-sign'
  | 'signed'
  | 'unsigned'
  | 'reported'
  | 'closed'
  | 'broken-off';

/** One finding without its words, which are sealed in `findings` under the same number. */
export interface Found {
  readonly number: number;
  readonly clause: string;
  readonly gravity: string;
  readonly withdrawn?: true;
}

export interface Dates {
  readonly visitOn: CivilDate;
  /** The day from which the company may be told; absent for an inspection on the spot. */
  readonly tellOn?: CivilDate;
}

/** The record as the first officer drew it, and the day by which the company signs. */
export interface Drawn extends Done {
  readonly signBy: CivilDate;
}

export interface InspectionState extends DeskState, TeamState {
  readonly status: InspectionStatus;
  readonly title: string;
  readonly filing?: MatterId;
  readonly number?: string;
  readonly plan: FormValues;
  readonly clauses: readonly string[];
  readonly dates: Dates;
  readonly planner: AccountId;
  /** What stood behind it when it was planned; never the company's to see. */
  readonly behind: readonly EvidenceReference[];
  readonly approved?: Done;
  readonly deferral?: { readonly set: CivilDate; readonly until: CivilDate };
  /** Officers who showed who they are on this day. */
  readonly identity: readonly Done[];
  /** What each of them showed, and to whom. */
  readonly identities: FormValues;
  readonly begun?: CivilDate;
  /** The officer whom the company has asked to stand aside, until a head decides. */
  readonly recusal?: { readonly officer: AccountId; readonly on: CivilDate };
  readonly checklist: FormValues;
  readonly references: readonly Reference[];
  readonly findings: FormValues;
  readonly found: readonly Found[];
  readonly record: FormValues;
  readonly drawn?: Drawn;
  readonly sent?: Done;
  readonly views: FormValues;
  readonly signature: FormValues;
  /** The day on which the company signed. */
  readonly signed?: CivilDate;
  readonly refusal: FormValues;
  readonly report: FormValues;
  readonly reported?: Done;
  readonly outcome?: Outcome;
  /** What is proposed to follow, once the inspection is closed. */
  readonly follows: readonly ('rectification' | 'violation-case')[];
}

export type InspectionEvent =
  | (Opened &
      AboutCompany & {
        readonly plan: FormValues;
        readonly clauses: readonly string[];
        readonly dates: Dates;
        readonly planner: TeamMember;
        readonly behind?: readonly EvidenceReference[];
      })
  | { readonly type: 'approved'; readonly by: AccountId }
  | { readonly type: 'rescheduled'; readonly dates: Dates }
  | { readonly type: 'dropped' }
  | { readonly type: 'readings-deferred'; readonly until: CivilDate }
  | { readonly type: 'announced' }
  | { readonly type: 'identity-shown'; readonly by: AccountId; readonly met: FormValues }
  | { readonly type: 'begun' }
  | { readonly type: 'recusal-asked'; readonly officer: AccountId }
  | { readonly type: 'recusal-decided'; readonly granted: boolean }
  | { readonly type: 'prefilled'; readonly checklist: FormValues; readonly references: readonly Reference[] }
  | { readonly type: 'checked'; readonly checklist: FormValues }
  | {
      readonly type: 'found';
      readonly findings: FormValues;
      readonly finding: Found;
      readonly reference?: Reference;
    }
  | { readonly type: 'finding-withdrawn'; readonly number: number }
  | { readonly type: 'record-drawn'; readonly record: FormValues; readonly by: AccountId; readonly signBy: CivilDate }
  | { readonly type: 'record-sent'; readonly by: AccountId }
  | { readonly type: 'view-stated'; readonly views: FormValues }
  | { readonly type: 'record-signed'; readonly signature: FormValues }
  | { readonly type: 'signature-refused'; readonly refusal: FormValues }
  | { readonly type: 'report-written'; readonly report: FormValues; readonly outcome: Outcome; readonly by: AccountId }
  | { readonly type: 'closed' }
  | { readonly type: 'broken-off' }
  | TeamEvent
  | DeskEvent;
