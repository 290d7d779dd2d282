import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { LapseEvent } from '../common/lapse.ts';
import type { OnFiling } from '../common/parent-filing.ts';

export type RevocationStatus = 'proposed' | 'revoked' | 'dropped' | 'lapsed';

export interface RevocationState extends DeskState, OnFiling {
  readonly status: RevocationStatus;
  /** What the office holds against the filing. */
  readonly proposal: FormValues;
  readonly basis: readonly string[];
  /** The day on which the provider was given notice. */
  readonly notified: CivilDate;
  /** The day until which the provider was told that it may answer; absent in proposals from before it was kept. */
  readonly answerBy?: CivilDate;
  /** What the provider has said, every statement of it. */
  readonly defence: FormValues;
  /** Days of its statements, in the order of the list in `defence`. */
  readonly stated: readonly CivilDate[];
  /** The day on which the provider called a statement its full one. */
  readonly completed?: CivilDate;
  readonly waived?: CivilDate;
  readonly decided?: { readonly on: CivilDate; readonly reason: string };
}

export type RevocationEvent =
  | (Opened &
      OnFiling & {
        readonly type: 'opened';
        readonly proposal: FormValues;
        readonly basis: readonly string[];
        readonly answerBy?: CivilDate;
      })
  | { readonly type: 'stated'; readonly defence: FormValues; readonly complete?: true }
  | { readonly type: 'waived' }
  | { readonly type: 'revoked' }
  | { readonly type: 'dropped' }
  | LapseEvent
  | DeskEvent;
