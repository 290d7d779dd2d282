import type { CivilDate, ClauseId, Circumstance, EditionId } from '@suanjian/rulebook';
import type { Opened } from '../../engine/definition.ts';
import type { FormValues } from '../../engine/form.ts';
import type { AccountId, MatterId, OrganisationId } from '../../engine/identity.ts';
import type { MatterReference } from '../../engine/lookups.ts';
import type { OfficeLevel } from '../../engine/party.ts';
import type { DeskEvent, DeskState } from '../common/desk.ts';
import type { EvidenceReference } from '../common/evidence-reference.ts';
import type { CitedStandard } from '../discretion/definition.ts';

export type CaseStatus =
  | 'lead'
  | 'investigating'
  | 'concluded'
  | 'notified'
  | 'hearing'
  | 'heard'
  | 'decided'
  | 'served'
  | 'closed'
  | 'dismissed'
  | 'spared'
  | 'unproved'
  | 'transferred'
  | 'referred';

/** When the act was done. */
export interface ActDates {
  readonly from: CivilDate;
  /** Its last day; absent while it goes on. */
  readonly until?: CivilDate;
  readonly graveHarm: boolean;
}

export interface Recusal {
  readonly officer: AccountId;
  readonly by: 'party' | 'officer';
  readonly on: CivilDate;
}

/** What an investigation has established, without the facts themselves, which are sealed. */
export interface Findings {
  readonly clauses: readonly string[];
  readonly act: ActDates;
  readonly refusal: boolean;
  readonly gravity: boolean;
  readonly particular: readonly ClauseId[];
  readonly circumstances: readonly Circumstance[];
  readonly corrected: boolean;
  /** Complex or grave: decided by the heads together, after a legal review. */
  readonly complex: boolean;
  readonly publicInterest: boolean;
  readonly by: AccountId;
  readonly countersigned?: AccountId;
}

export interface Hearing {
  readonly requestedOn: CivilDate;
  readonly day?: CivilDate;
  readonly chair?: AccountId;
  readonly announcedOn?: CivilDate;
  readonly heldOn?: CivilDate;
  /** The party took it back. */
  readonly waivedOn?: CivilDate;
}

/** A part of a fine with a day of its own: a deferral is one part, instalments are several. */
export interface Instalment {
  readonly on: CivilDate;
  readonly amount: number;
}

export interface Payment {
  readonly on: CivilDate;
  readonly amount: number;
}

export const reviewOutcomes = ['upheld', 'changed', 'annulled', 'unlawful', 'void', 'withdrawn'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];
/** Outcomes after which the decision no longer stands as it was published. */
export const overturning: ReadonlySet<ReviewOutcome> = new Set(['changed', 'annulled', 'unlawful', 'void']);

/** The review or suit that has changed or ended the decision. */
export const overturnedBy = ({ reviews }: Pick<CaseState, 'reviews'>): Review | undefined =>
  reviews.find(({ outcome }) => outcome !== undefined && overturning.has(outcome));

/** A reconsideration or a suit against the decision. */
export interface Review {
  readonly kind: 'reconsideration' | 'litigation';
  readonly on: CivilDate;
  readonly outcome?: ReviewOutcome;
  readonly endedOn?: CivilDate;
}

export interface CaseState extends DeskState {
  readonly status: CaseStatus;
  readonly owner: OrganisationId | null;
  /** The company's name. */
  readonly title: string;
  /** Of the office that opened it. */
  readonly level: OfficeLevel;
  readonly filing?: MatterId;
  readonly number?: string;
  readonly source: string;
  readonly parent?: MatterReference;
  readonly lead: FormValues;
  readonly suspected: readonly string[];
  readonly act: ActDates;
  /** The day on which an authority learnt of it. */
  readonly discovered: CivilDate;
  readonly references: readonly EvidenceReference[];
  readonly establishedOn?: CivilDate;
  readonly officers: readonly AccountId[];
  /** The company has been told of the case. */
  readonly informedOn?: CivilDate;
  readonly recusal?: Recusal;
  readonly evidence: FormValues;
  /** Something was found since the last notice, so that a heavier one is possible. */
  readonly foundSince: boolean;
  readonly findings?: Findings;
  readonly facts: FormValues;
  /** What the rules propose for what is suspected, then for what was found. */
  readonly proposal: FormValues;
  readonly notice: FormValues;
  readonly noticedOn?: CivilDate;
  readonly notices: number;
  /** The last day on which a hearing may be asked for and nothing may be decided yet. */
  readonly answerBy?: CivilDate;
  readonly mayAskForHearing: boolean;
  readonly defence: FormValues;
  readonly defended: boolean;
  readonly waived: boolean;
  readonly weighed: boolean;
  readonly weighing: FormValues;
  readonly hearing?: Hearing;
  /** Day, place and chair of the hearing. */
  readonly arrangement: FormValues;
  readonly record: FormValues;
  readonly legal?: { readonly by: AccountId; readonly on: CivilDate; readonly passed: boolean };
  readonly opinion: FormValues;
  /** Heads who have agreed to the notice as it stands. */
  readonly agreed: readonly AccountId[];
  readonly decision: FormValues;
  /** On whose rules it was decided. */
  readonly law?: { readonly edition: EditionId; readonly because: string };
  /** The office's own standard of discretion that the fine follows, or departs from. */
  readonly cited?: CitedStandard;
  readonly decidedOn?: CivilDate;
  readonly servedOn?: CivilDate;
  readonly service: FormValues;
  readonly fine: number;
  readonly payments: readonly Payment[];
  /** What lateness had added by the last payment; the office may ask for it (penalty-law/72). */
  readonly added: number;
  readonly plan: readonly Instalment[];
  /** The day on which the plan was agreed. */
  readonly deferredOn?: CivilDate;
  readonly deferral: FormValues;
  readonly deferralAsked: boolean;
  /** Measures that have been carried out. */
  readonly executed: readonly string[];
  readonly reviews: readonly Review[];
  readonly corrections: readonly { readonly rectification: MatterId; readonly corrected: boolean }[];
  readonly publication: FormValues;
  readonly publishedOn?: CivilDate;
  /** What was corrected in it since, as everybody may read. */
  readonly amendments: FormValues;
  readonly withdrawal: FormValues;
  readonly withdrawnOn?: CivilDate;
  readonly ended?: { readonly on: CivilDate; readonly reason: string };
}

export type CaseEvent =
  | (Opened &
      Pick<
        CaseState,
        | 'title'
        | 'level'
        | 'filing'
        | 'number'
        | 'source'
        | 'lead'
        | 'proposal'
        | 'suspected'
        | 'act'
        | 'discovered'
        | 'references'
      >)
  | { readonly type: 'dismissed' }
  | { readonly type: 'established'; readonly officers: readonly AccountId[] }
  | { readonly type: 'informed' }
  | { readonly type: 'evidence-added'; readonly evidence: FormValues }
  | { readonly type: 'recusal-asked'; readonly officer: AccountId; readonly by: Recusal['by'] }
  | { readonly type: 'recusal-decided'; readonly granted: boolean; readonly officers: readonly AccountId[] }
  | {
      readonly type: 'concluded';
      readonly findings: Findings;
      readonly facts: FormValues;
      readonly proposal: FormValues;
    }
  | { readonly type: 'countersigned'; readonly by: AccountId }
  | {
      readonly type: 'notified';
      readonly notice: FormValues;
      readonly answerBy: CivilDate;
      readonly mayAskForHearing: boolean;
    }
  | { readonly type: 'reopened' }
  | { readonly type: 'defended'; readonly defence: FormValues }
  | { readonly type: 'waived' }
  | { readonly type: 'weighed'; readonly weighing: FormValues }
  | { readonly type: 'hearing-requested' }
  | { readonly type: 'hearing-withdrawn' }
  | { readonly type: 'hearing-lapsed' }
  | {
      readonly type: 'hearing-scheduled';
      readonly day: CivilDate;
      readonly chair: AccountId;
      readonly arrangement: FormValues;
    }
  | { readonly type: 'hearing-announced' }
  | { readonly type: 'hearing-held'; readonly on: CivilDate; readonly record: FormValues }
  | {
      readonly type: 'legally-reviewed';
      readonly by: AccountId;
      readonly passed: boolean;
      readonly opinion: FormValues;
    }
  | { readonly type: 'agreed'; readonly by: AccountId }
  | {
      readonly type: 'decided';
      readonly decision: FormValues;
      readonly fine: number;
      readonly law: NonNullable<CaseState['law']>;
      readonly cited?: CitedStandard;
    }
  | { readonly type: 'spared' }
  | { readonly type: 'unproved' }
  | { readonly type: 'transferred'; readonly to: string }
  | { readonly type: 'referred'; readonly to: string }
  | {
      readonly type: 'served';
      readonly service: FormValues;
      readonly on: CivilDate;
      /** What the decision does to the filing, which still stood when it was served. */
      readonly filing?: { readonly how: 'revoke' | 'cancel'; readonly basis: readonly string[] };
    }
  | { readonly type: 'paid'; readonly payment: Payment; readonly added: number }
  | { readonly type: 'deferral-asked'; readonly deferral: FormValues }
  | { readonly type: 'deferred'; readonly plan: readonly Instalment[] }
  | { readonly type: 'deferral-declined' }
  | { readonly type: 'executed'; readonly measure: string; readonly on: CivilDate }
  | { readonly type: 'review-noted'; readonly review: Review }
  | { readonly type: 'review-ended'; readonly outcome: ReviewOutcome; readonly on: CivilDate; readonly fine: number }
  | { readonly type: 'correction-learnt'; readonly rectification: MatterId; readonly corrected: boolean }
  | { readonly type: 'published'; readonly publication: FormValues }
  | { readonly type: 'publication-corrected'; readonly publication: FormValues; readonly amendments: FormValues }
  | { readonly type: 'publication-withdrawn'; readonly withdrawal: FormValues }
  | { readonly type: 'closed' }
  | DeskEvent;

/** States in which the case is still to be decided. */
export const undecided = ['investigating', 'concluded', 'notified', 'hearing', 'heard'] as const;
export const openStates = ['lead', ...undecided, 'decided', 'served'] as const;
export const everyState = [
  ...openStates,
  'closed',
  'dismissed',
  'spared',
  'unproved',
  'transferred',
  'referred',
] as const satisfies readonly CaseStatus[];
