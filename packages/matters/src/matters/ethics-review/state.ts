import type { CivilDate } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId } from '../../engine/identity.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';

export type EthicsReviewStatus =
  | 'composing'
  | 'declaring'
  | 'deliberating'
  | 'conditional'
  | 'approved'
  | 'rejected'
  | 'closed';

/** Who sits on the committee, without names: those are sealed in `committee`. */
export interface Member {
  readonly account: AccountId;
  readonly fields: readonly string[];
}

/** Somebody who takes no part in one round. */
export interface Recusal {
  readonly account: AccountId;
  readonly round: number;
  readonly on: CivilDate;
  readonly how: 'declared' | 'stepped-aside' | 'by-chair' | 'by-officer';
}

export type Outcome = 'approved' | 'conditional' | 'rejected';

/** What a round came to: numbers and never who voted how. */
export interface Result {
  readonly round: number;
  readonly on: CivilDate;
  readonly outcome: Outcome;
  readonly version: string;
  /** Members who were not recused. */
  readonly sitting: number;
  /** Those of them who voted, abstentions included. */
  readonly present: number;
  readonly approve: number;
  readonly conditions: number;
  readonly reject: number;
  readonly abstain: number;
  /** Votes for something else than what was decided. */
  readonly dissent: number;
}

/** How one condition stands. What it says is in `conclusion`, under the same number. */
export interface FollowUp {
  readonly round: number;
  /** From 1, in the order of the conclusion. */
  readonly number: number;
  readonly set: CivilDate;
  readonly due: CivilDate;
  readonly standing: 'open' | 'reported' | 'accepted';
  /** Who reported it last. */
  readonly by?: AccountId;
}

export interface EthicsReviewState extends DeskState {
  readonly status: EthicsReviewStatus;
  readonly filing?: MatterId;
  /** The 21 digits of the filing it is about. */
  readonly number?: string;
  readonly subject: FormValues;
  /** From 1; a re-review is the next. */
  readonly round: number;
  readonly committee: FormValues;
  readonly members: readonly Member[];
  readonly chair?: AccountId;
  /** Who has declared in this round. */
  readonly declared: readonly AccountId[];
  readonly recusals: readonly Recusal[];
  /** Conflicts as they were declared, every round. */
  readonly interests: FormValues;
  /** Everything said, every round. */
  readonly deliberation: FormValues;
  /** Every vote, the last of each member in each round. */
  readonly ballots: FormValues;
  readonly result?: Result;
  readonly earlier: readonly Result[];
  readonly conclusion: FormValues;
  readonly followUp: readonly FollowUp[];
  /** Conditions whose place those in `followUp` have taken. */
  readonly replaced: readonly FollowUp[];
  /** Why it was taken up again, the last time. */
  readonly reopening?: FormValues;
  /** What was reported of conditions. */
  readonly evidence: FormValues;
}

export interface Subject {
  readonly subject: FormValues;
  readonly filing?: MatterId;
  readonly number?: string;
}

export type EthicsReviewEvent =
  | (Opened & Subject)
  | {
      readonly type: 'composed';
      readonly committee: FormValues;
      readonly members: readonly Member[];
      readonly chair: AccountId;
    }
  | { readonly type: 'declared'; readonly member: AccountId; readonly interests?: FormValues }
  | { readonly type: 'recused'; readonly member: AccountId; readonly how: Recusal['how'] }
  | { readonly type: 'chair-appointed'; readonly chair: AccountId }
  | { readonly type: 'deliberation-opened' }
  | { readonly type: 'spoke'; readonly deliberation: FormValues }
  | { readonly type: 'voted'; readonly ballots: FormValues }
  | {
      readonly type: 'decided';
      readonly result: Result;
      readonly conclusion: FormValues;
      readonly followUp: readonly FollowUp[];
    }
  | { readonly type: 'reported'; readonly condition: number; readonly evidence: FormValues }
  | { readonly type: 'report-accepted'; readonly condition: number }
  | { readonly type: 'report-returned'; readonly condition: number }
  | { readonly type: 'reopened'; readonly reopening: FormValues }
  | { readonly type: 'closed' }
  | DeskEvent;
