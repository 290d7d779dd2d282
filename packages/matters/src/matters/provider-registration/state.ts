import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { OrganisationId } from '../../engine/identity.ts';
import type { PlaceCode } from '../../engine/party.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { ReviewEvent, ReviewState } from '../common/review.ts';

export interface RegistrationState extends ReviewState {
  readonly status: 'draft' | 'submitted' | 'returned' | 'approved' | 'refused' | 'withdrawn';
  readonly owner: OrganisationId | null;
  readonly place: PlaceCode;
  /** Taken up again since it was approved, and not submitted since. */
  readonly correcting?: boolean;
  readonly approved?: { readonly on: CivilDate; readonly subjectCode: string };
}

export type RegistrationEvent =
  | Opened
  | { readonly type: 'saved'; readonly form: FormValues }
  | { readonly type: 'submitted'; readonly form: FormValues }
  | {
      readonly type: 'approved';
      readonly name: string;
      readonly creditCode: string;
      readonly place: PlaceCode;
      readonly subjectCode: string;
    }
  | { readonly type: 'reopened' }
  | Exclude<ReviewEvent, { type: 'forwarded' }>
  | DeskEvent;
