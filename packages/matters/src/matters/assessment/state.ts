import type { CivilDate, Text } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId, OrganisationId } from '../../engine/identity.ts';
import type { PlaceCode } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { GapGrade } from './gaps/rule.ts';

export type AssessmentStatus =
  | 'draft'
  | 'submitted'
  | 'signed'
  | 'sent'
  | 'read'
  | 'returned'
  | 'superseded'
  | 'withdrawn';

/** A gap that did not keep an assessment from being submitted. Its sentence may quote what is sealed and is found again from the form. */
export interface KeptGap {
  readonly name: string;
  readonly title: Text;
  readonly grade: GapGrade;
  readonly pointers: readonly string[];
  readonly clause?: string;
}

export interface Signature {
  readonly on: CivilDate;
  readonly by: AccountId;
  /** The same person wrote the last answer; possible only where the provider has no other officer. */
  readonly alsoEditor: boolean;
  /** How often the next is due, and by which grade: the platform's policy, no rule sets it. */
  readonly cadence: { readonly months: number; readonly grade: string; readonly graded: boolean };
}

export interface AssessmentState extends DeskState {
  readonly status: AssessmentStatus;
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  readonly filing?: MatterId;
  readonly number?: string;
  readonly supersedes?: MatterId;
  readonly form: FormValues;
  /** What was declared with the last submission. */
  readonly declared?: FormValues;
  readonly gaps: readonly KeptGap[];
  readonly submittedOn?: CivilDate;
  readonly signature?: Signature;
  readonly sentOn?: CivilDate;
  /** Form, declaration and gaps as they were sent: all that the office knows. */
  readonly sentForm?: FormValues;
  readonly sentDeclared?: FormValues;
  readonly sentGaps?: readonly KeptGap[];
  readonly sentSignature?: Signature;
  readonly returned?: { readonly on: CivilDate; readonly reason: string };
  /** Why the officer gave it back to the editors. */
  readonly sentBack?: { readonly on: CivilDate; readonly reason: string };
  /** Account of who changed the form last. */
  readonly lastEditor?: string;
  readonly supersededBy?: MatterId;
}

export type AssessmentEvent =
  | (Opened & { readonly filing?: MatterId; readonly number?: string; readonly supersedes?: MatterId })
  | { readonly type: 'saved'; readonly form: FormValues }
  | { readonly type: 'prefilled'; readonly form: FormValues }
  | {
      readonly type: 'submitted';
      readonly form: FormValues;
      readonly declared: FormValues;
      readonly gaps: readonly KeptGap[];
    }
  | { readonly type: 'sent-back' }
  | ({ readonly type: 'signed'; readonly supersedes?: MatterId } & Pick<Signature, 'alsoEditor' | 'cadence'>)
  | { readonly type: 'sent' }
  | { readonly type: 'read' }
  | { readonly type: 'returned' }
  | { readonly type: 'superseded'; readonly by?: MatterId }
  | { readonly type: 'withdrawn' }
  | DeskEvent;
