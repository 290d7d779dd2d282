import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { EvidenceReference } from '../common/evidence-reference.ts';

export type RectificationStatus =
  | 'prepared'
  | 'ordered'
  | 'overdue'
  | 'answered'
  | 'rectified'
  | 'refused'
  | 'withdrawn';

/** How one measure was found to be done, or not. The last one of a measure counts. */
export interface Verification {
  /** From 1, in the order's order. */
  readonly measure: number;
  readonly passed: boolean;
  readonly on: CivilDate;
  readonly by: AccountId;
  readonly how: 'check' | 'person';
  readonly bundle?: string;
  readonly check?: string;
  readonly verdict?: string;
  readonly from?: CivilDate;
  readonly until?: CivilDate;
}

export interface RectificationState extends DeskState {
  readonly status: RectificationStatus;
  readonly title: string;
  /** Of the office that opened it. */
  readonly level: OfficeLevel;
  readonly filing?: MatterId;
  readonly number?: string;
  /** What it was opened on. */
  readonly parent?: { readonly kind: string; readonly id: MatterId };
  readonly order: FormValues;
  readonly clauses: readonly string[];
  readonly references: readonly EvidenceReference[];
  /** The day by which it has to be done. */
  readonly due: CivilDate;
  /** From when the time that ends on `due` runs: the service, or the day it was given back. */
  readonly runsFrom?: CivilDate;
  readonly servedOn?: CivilDate;
  readonly answer: FormValues;
  readonly answered?: { readonly on: CivilDate; readonly late: boolean };
  /** What the provider asked for and nobody has decided yet. */
  readonly asked?: { readonly until: CivilDate; readonly on: CivilDate };
  readonly extension: FormValues;
  readonly extended?: { readonly from: CivilDate; readonly until: CivilDate; readonly on: CivilDate };
  readonly verifications: readonly Verification[];
  /** The same as values of a form, for people. */
  readonly verification: FormValues;
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
  /** What the public is told where an assessment was ordered and refused (safety-2018/13). */
  readonly riskNotice: FormValues;
  readonly riskNoticeOn?: CivilDate;
  readonly lifting: FormValues;
  readonly liftedOn?: CivilDate;
}

export type RectificationEvent =
  | (Opened &
      Pick<RectificationState, 'title' | 'level' | 'filing' | 'number' | 'order' | 'clauses' | 'references' | 'due'>)
  | { readonly type: 'served' }
  | { readonly type: 'answered'; readonly answer: FormValues; readonly late: boolean }
  | { readonly type: 'extension-asked'; readonly until: CivilDate; readonly extension: FormValues }
  | { readonly type: 'extended'; readonly until: CivilDate }
  | { readonly type: 'extension-declined' }
  | { readonly type: 'verified'; readonly verified: Omit<Verification, 'on'> }
  | { readonly type: 'sent-back'; readonly by: CivilDate }
  | { readonly type: 'rectified' }
  | { readonly type: 'lapsed' }
  | { readonly type: 'refused'; readonly how: 'said-so' | 'not-done' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'risk-notice-published'; readonly riskNotice: FormValues }
  | { readonly type: 'risk-notice-lifted'; readonly lifting: FormValues }
  | DeskEvent;
