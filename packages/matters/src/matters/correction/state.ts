import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';

export type CorrectionStatus = 'received' | 'accepted' | 'dismissed';

export interface CorrectionState extends DeskState {
  readonly status: CorrectionStatus;
  /** The 21 digits of the record that is said to be wrong. */
  readonly number: string;
  readonly report: FormValues;
  readonly decided?: { readonly on: CivilDate; readonly reason: string };
}

export type CorrectionEvent =
  | (Opened & { readonly type: 'opened'; readonly number: string; readonly report: FormValues })
  | { readonly type: 'accepted' }
  | { readonly type: 'dismissed' }
  | DeskEvent;
