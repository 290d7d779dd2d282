import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { LapseEvent } from '../common/lapse.ts';
import type { OnFiling } from '../common/parent-filing.ts';
import type { ReviewEvent, ReviewState } from '../common/review.ts';

export type CancellationStatus = 'draft' | 'submitted' | 'returned' | 'accepted' | 'withdrawn' | 'ordered' | 'lapsed';

/** Why an office cancels by itself (final/33.2, draft/29.2). */
export const orderGrounds = ['not-cancelled-in-time', 'closed-or-licence-withdrawn'] as const;
export type OrderGround = (typeof orderGrounds)[number];

/** A cancellation ordered by an office; its reason stands in the event's meta. */
export interface Order {
  readonly ground: OrderGround;
  readonly basis: readonly string[];
  /** The day on which the service had ended, as the office found it. */
  readonly serviceEnded?: CivilDate;
}

export interface CancellationState extends ReviewState, OnFiling {
  readonly status: CancellationStatus;
  readonly ordered?: Order & { readonly on: CivilDate; readonly reason: string };
}

export type CancellationEvent =
  | (Opened & OnFiling & { readonly type: 'opened'; readonly form: FormValues })
  /** Only what was saved this time; `null` takes a field back. */
  | { readonly type: 'saved'; readonly form: FormValues }
  | { readonly type: 'submitted' }
  | { readonly type: 'accepted' }
  | ({ readonly type: 'ordered' } & Order)
  | Extract<ReviewEvent, { type: 'returned' | 'withdrawn' }>
  | LapseEvent
  | DeskEvent;
