import type { CivilDate } from '@suanjian/rulebook';
import type { PromisedLimit } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { MatterId } from '../../engine/identity.ts';
import type { DeskEvent } from '../common/desk.ts';
import type { RedressEvent, RedressOpened, RedressState } from '../common/redress/state.ts';
import type { Suspicion } from './spam.ts';

export type ComplaintStatus =
  | 'held'
  | 'with-provider'
  | 'asked'
  | 'answered'
  | 'with-office'
  | 'escalated'
  | 'queried'
  | 'decided'
  | 'merged'
  | 'closed'
  | 'set-aside'
  | 'withdrawn';

export const providerOutcomes = ['remedied', 'explained', 'refused'] as const;
export type ProviderOutcome = (typeof providerOutcomes)[number];
export const rulings = ['founded', 'unfounded', 'transferred'] as const;
export type Ruling = (typeof rulings)[number];

/** What came of the complaint that another one was merged into. */
export type News = 'answered' | 'escalated' | 'decided' | 'reopened';

/** What an audit found, by reference: the rows stay where they are. */
export interface LinkedBundle {
  readonly id: string;
  readonly hash: string;
  readonly check: string;
  readonly verdict: string;
  readonly from?: string;
  readonly to?: string;
}

export interface ComplaintState extends RedressState {
  readonly status: ComplaintStatus;
  /** Whether the provider has it or had it: what it never reached stays unknown to it. */
  readonly reachedProvider: boolean;
  readonly suspicions: readonly Suspicion[];
  /** Questions of the office and what was answered; the provider does not see them. */
  readonly inquiry: FormValues;
  /** Answers of the provider, oldest first. */
  readonly answers: FormValues;
  /** Decisions of the office, oldest first. */
  readonly decisions: FormValues;
  /** What came of the one it was merged into. */
  readonly news: FormValues;
  readonly outcome?: ProviderOutcome;
  readonly ruling?: { readonly ruling: Ruling; readonly basis: readonly string[]; readonly on: CivilDate };
  readonly bundles: readonly LinkedBundle[];
  /** The same as a form's values, to be read. */
  readonly beside: FormValues;
  /** Those that were merged into this one. */
  readonly merged: readonly MatterId[];
  readonly lead?: MatterId;
  /** The one that it just left. */
  readonly formerLead?: MatterId;
  /** Where it stood when it was merged or ended, to be taken up again from there. */
  readonly before?: ComplaintStatus;
}

export type ComplaintEvent =
  | (RedressOpened & {
      readonly status: 'held' | 'with-provider' | 'with-office';
      readonly suspicions: readonly Suspicion[];
      readonly limit?: PromisedLimit;
    })
  | { readonly type: 'released'; readonly status: 'with-provider' | 'with-office'; readonly limit?: PromisedLimit }
  | { readonly type: 'set-aside' }
  | {
      readonly type: 'answered';
      readonly outcome: ProviderOutcome;
      readonly answers: FormValues;
      /** Whether it came after the promised time. */
      readonly late: boolean;
    }
  | { readonly type: 'contented' }
  | { readonly type: 'contested'; readonly from: 'answered' | 'merged' }
  | { readonly type: 'escalated'; readonly why: 'overdue' | 'lapsed' }
  | { readonly type: 'handed-over'; readonly late: boolean }
  | { readonly type: 'sent-to-provider'; readonly limit?: PromisedLimit }
  | { readonly type: 'queried'; readonly inquiry: FormValues }
  | { readonly type: 'responded'; readonly inquiry: FormValues }
  | {
      readonly type: 'decided';
      readonly ruling: Ruling;
      readonly basis: readonly string[];
      readonly decisions: FormValues;
    }
  | { readonly type: 'bundle-linked'; readonly bundle: LinkedBundle; readonly beside: FormValues }
  | { readonly type: 'merged'; readonly lead: MatterId; readonly late: boolean }
  | { readonly type: 'unmerged' }
  | { readonly type: 'took-in'; readonly matter: MatterId }
  | { readonly type: 'let-out'; readonly matter: MatterId }
  | { readonly type: 'heard'; readonly what: News; readonly outcome?: string; readonly news: FormValues }
  | {
      readonly type: 'reopened';
      readonly status: 'held' | 'with-provider' | 'with-office' | 'escalated';
      readonly limit?: PromisedLimit;
    }
  | RedressEvent
  | DeskEvent;

/** The office's desk, by whether the provider knows of it. */
export const officeDesk = ({ reachedProvider }: Pick<ComplaintState, 'reachedProvider'>): 'escalated' | 'with-office' =>
  reachedProvider ? 'escalated' : 'with-office';

/** Where one that has ended or was merged is taken up again. What was set aside is looked at again. */
export const resumed = (state: ComplaintState): 'held' | 'with-provider' | 'with-office' | 'escalated' => {
  if (state.status === 'decided') return officeDesk(state);
  switch (state.before) {
    case undefined:
    case 'held':
    case 'set-aside':
      return 'held';
    case 'with-provider':
    case 'asked':
    case 'answered':
    case 'closed':
      return 'with-provider';
    case 'merged':
      return state.reachedProvider ? 'with-provider' : 'with-office';
    case 'with-office':
    case 'escalated':
    case 'queried':
    case 'decided':
    case 'withdrawn':
      return officeDesk(state);
  }
};

/** States in which something is still to be decided. */
export const open = [
  'held',
  'with-provider',
  'asked',
  'answered',
  'with-office',
  'escalated',
  'queried',
  'merged',
] as const;
export const ended = ['decided', 'closed', 'set-aside', 'withdrawn'] as const;
export const everywhere = [...open, ...ended] as const;
