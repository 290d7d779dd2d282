import type { CivilDate, Grade, Grading, GradingAnswers } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId, OrganisationId } from '../../engine/identity.ts';
import type { MatterReference } from '../../engine/lookups.ts';
import type { PlaceCode } from '../../engine/party.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { ReviewEvent, ReviewState } from '../common/review.ts';
import type { KeptWarning } from '../common/kept-warning.ts';

/** What was filed: fixed when the number is given, kept when the filing ends. */
export interface FiledFacts {
  readonly on: CivilDate;
  /** The subject as registered on the day of filing. */
  readonly subject: string;
  readonly creditCode?: string;
}

/** A grade that an assessment by an office proposes, and what the office that handles the filing made of it. */
export interface GradeProposal {
  readonly on: CivilDate;
  readonly from: MatterId;
  readonly grade: Grade;
  readonly answered?: { readonly on: CivilDate; readonly adopted: boolean; readonly reason: string };
}

export interface FilingState extends ReviewState {
  readonly status:
    | 'draft'
    | 'first-review'
    | 'second-review'
    | 'returned'
    | 'filed'
    | 'refused'
    | 'withdrawn'
    | 'cancelled'
    | 'revoked';
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  /** Contradictions that did not keep the form from being submitted. */
  readonly warnings: readonly KeptWarning[];
  readonly grading?: Grading;
  /** The last one; earlier ones stand in the record. */
  readonly gradeProposal?: GradeProposal;
  /** Its reasons. */
  readonly proposal?: FormValues;
  /** The 21 digits. */
  readonly number?: string;
  readonly filed?: FiledFacts;
  /** Days on which an accepted change took effect. */
  readonly amendments: readonly CivilDate[];
  readonly ended?: {
    readonly on: CivilDate;
    readonly by: 'provider' | 'office';
    readonly basis: readonly string[];
    readonly reason: string;
  };
}

export type FilingEvent =
  | Opened
  | { readonly type: 'saved'; readonly form: FormValues }
  | { readonly type: 'submitted'; readonly form: FormValues; readonly warnings: readonly KeptWarning[] }
  | ({ readonly type: 'filed'; readonly number: string } & Omit<FiledFacts, 'on'>)
  | { readonly type: 'graded'; readonly answers: GradingAnswers; readonly grading: Grading }
  | { readonly type: 'grade-overridden'; readonly grade: Grade; readonly grading: Grading }
  | {
      readonly type: 'grade-proposed';
      readonly from: MatterId;
      readonly grade: Grade;
      readonly proposal: FormValues;
    }
  | { readonly type: 'grade-proposal-answered'; readonly adopted: boolean }
  /** The whole new form as the change was filed, and the subject as it is registered now. */
  | {
      readonly type: 'amended';
      readonly form: FormValues;
      readonly change: MatterId;
      readonly reasons: readonly string[];
      readonly occurred: CivilDate;
      /** Ethics reviews of what the filing was before; they are owed again. */
      readonly reviews?: readonly MatterReference[];
      readonly subject?: string;
      readonly creditCode?: string;
    }
  | {
      readonly type: 'cancelled';
      readonly by: 'provider' | 'office';
      readonly basis: readonly string[];
      readonly cancellation: MatterId;
      /** What was under way on the filing and lapses with it. */
      readonly lapsing?: readonly MatterReference[];
    }
  | {
      readonly type: 'revoked';
      readonly basis: readonly string[];
      readonly revocation: MatterId;
      readonly lapsing?: readonly MatterReference[];
    }
  | ReviewEvent
  | DeskEvent;
