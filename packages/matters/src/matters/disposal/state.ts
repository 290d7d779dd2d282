import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { Instant } from '../../engine/identity.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';

export interface DisposalState extends DeskState {
  readonly status: 'handled' | 'reported' | 'closed' | 'withdrawn';
  readonly form: FormValues;
  /** An office opened it. */
  readonly demanded: boolean;
  readonly stoppedAt?: Instant;
  /** Measures, where the records are, confirmations. */
  readonly record: FormValues;
  readonly report?: FormValues;
  readonly reported?: CivilDate;
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
}

export type DisposalEvent =
  | (Opened & { readonly type: 'opened'; readonly form: FormValues; readonly demanded: boolean })
  | { readonly type: 'items-added'; readonly form: FormValues }
  | { readonly type: 'stopped'; readonly at: Instant }
  | { readonly type: 'measured' | 'kept' | 'confirmed'; readonly record: FormValues }
  | { readonly type: 'reported'; readonly report: FormValues }
  | { readonly type: 'closed' }
  | { readonly type: 'withdrawn' }
  | DeskEvent;
