import type { ChangeReason } from '@suanjian/register';
import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { KeptWarning } from '../common/kept-warning.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { LapseEvent } from '../common/lapse.ts';
import type { OnFiling } from '../common/parent-filing.ts';
import type { ReviewEvent, ReviewState } from '../common/review.ts';

export type ChangeStatus =
  | 'draft'
  | 'first-review'
  | 'second-review'
  | 'returned'
  | 'filed'
  | 'refused'
  | 'withdrawn'
  | 'lapsed';

/** When what was filed became different, and in which ways. */
export interface Occasion {
  readonly occurred: CivilDate;
  readonly reasons: readonly ChangeReason[];
}

export interface ChangeState extends ReviewState, OnFiling, Occasion {
  readonly status: ChangeStatus;
  /** The filing's form as it stood when the change was opened. */
  readonly before: FormValues;
  /** The occasion as it stood when the change was last returned, to go with `previous`. */
  readonly submitted?: Occasion;
  /** What did not quite fit together when it was last submitted. */
  readonly warnings: readonly KeptWarning[];
}

export type ChangeEvent =
  | (Opened & OnFiling & Occasion & { readonly type: 'opened'; readonly before: FormValues; readonly form: FormValues })
  /** Only what was saved this time; `null` takes a field back. */
  | ({ readonly type: 'saved'; readonly form: FormValues } & Occasion)
  | { readonly type: 'submitted'; readonly warnings: readonly KeptWarning[] }
  | { readonly type: 'filed' }
  | LapseEvent
  | ReviewEvent
  | DeskEvent;
