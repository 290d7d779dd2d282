import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId } from '../../engine/identity.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { Period } from './scope.ts';

export type LogRequestStatus =
  | 'requested'
  | 'approved-once'
  | 'dropped'
  | 'sent'
  | 'held'
  | 'handed-over'
  | 'received'
  | 'destroyed'
  | 'closed';

/** Somebody did something on a day. */
export interface Done {
  readonly account: AccountId;
  readonly on: CivilDate;
}

/** What the provider's log has said about its hold, as far as it was checked: by its signature, or by its shape alone where the log's key is not known. */
export interface Held {
  readonly hold: string;
  readonly leaf: number;
  readonly origin: string;
  /** Leaves of the log at the checkpoint. */
  readonly size: number;
  readonly on: CivilDate;
  readonly checked: 'signature' | 'shape';
}

/** What was handed over, besides what is sealed in `handover`. */
export interface HandedOver extends Period {
  readonly hash: string;
  readonly rows: number;
  readonly leaf: number;
  readonly on: CivilDate;
}

export interface LogRequestState extends DeskState {
  readonly status: LogRequestStatus;
  readonly level: OfficeLevel;
  readonly request: FormValues;
  readonly period: Period;
  readonly keepUntil: CivilDate;
  readonly requester?: AccountId;
  readonly approvals: readonly Done[];
  /** Nothing of this period may be deleted while it is there. */
  readonly hold?: Period;
  readonly holding: FormValues;
  readonly held?: Held;
  readonly handover: FormValues;
  readonly handedOver?: HandedOver;
  readonly received?: CivilDate;
  readonly destroyBy?: CivilDate;
  readonly undertakings: readonly Done[];
  /** Who opened the extract, each time. */
  readonly openings: readonly Done[];
  readonly destruction: FormValues;
  readonly statedBy?: AccountId;
  readonly destroyedOn?: CivilDate;
}

export type LogRequestEvent =
  | (Opened & {
      readonly request: FormValues;
      readonly period: Period;
      readonly keepUntil: CivilDate;
      readonly level: OfficeLevel;
    })
  | { readonly type: 'approved'; readonly by: AccountId }
  | { readonly type: 'sent' }
  | { readonly type: 'dropped' }
  | { readonly type: 'hold-confirmed'; readonly holding: FormValues; readonly held: Omit<Held, 'on'> }
  | { readonly type: 'handed-over'; readonly handover: FormValues; readonly handedOver: Omit<HandedOver, 'on'> }
  | { readonly type: 'returned' }
  | { readonly type: 'received'; readonly destroyBy: CivilDate }
  | { readonly type: 'undertaken'; readonly by: AccountId }
  | { readonly type: 'extract-opened'; readonly by: AccountId }
  | { readonly type: 'destruction-stated'; readonly destruction: FormValues; readonly by: AccountId }
  | { readonly type: 'destroyed'; readonly on: CivilDate }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'closed' }
  | DeskEvent;
