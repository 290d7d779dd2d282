import type { Branded } from './brand.ts';
import type { CivilDate } from './civil-date.ts';
import type { Text } from './text.ts';

/** The documents the rulebook knows. `draft` was never law; it is chosen only explicitly. */
export const editionIds = [
  'final',
  'draft',
  'opinions',
  'campaign',
  'checklist',
  'safety-2018',
  'labels-2025',
  'penalty-law',
] as const;
export type EditionId = (typeof editionIds)[number];

/** `edition/number`: `final/24.2` is article 24, paragraph 2 of the regulation in force; `opinions/7` its item (7). */
export type ClauseId = Branded<string, 'ClauseId'>;

export type EditionStatus = 'in-force' | 'consultation' | 'policy';

/** Who bears the duty or holds the power or right. */
export type Bearer = 'provider' | 'office' | 'inspector' | 'industry-body' | 'user' | 'public' | 'everyone';

export type DutyKind =
  | 'obligation'
  | 'prohibition'
  | 'encouragement'
  | 'right'
  | 'power'
  | 'sanction'
  | 'procedure'
  | 'principle'
  | 'definition'
  | 'formality';

export type DeadlineUnit = 'working-day' | 'calendar-day' | 'calendar-month' | 'calendar-year';

/** How long, counted in which days, and towards which side of the event. The day of the event is never counted. */
export interface Deadline {
  /** Names the deadline where a clause holds several; the first is the one a clause id alone refers to. */
  readonly name: string;
  readonly length: number;
  readonly unit: DeadlineUnit;
  readonly direction: 'after' | 'before';
  /** What happens on the day from which is counted. */
  readonly event: Text;
  /** Who is late when it lapses. */
  readonly bearer: Bearer;
}

export type SanctionTrigger = 'violation' | 'refusal' | 'gravity' | 'refusal-or-gravity';

export type Measure =
  | 'warning'
  | 'public-criticism'
  | 'order-to-correct'
  | 'suspend-updates'
  | 'fine'
  | 'revoke-filing'
  | 'cancel-filing'
  | 'other-law';

/** One step of a sanction: what may be imposed, when, and only together with what. */
export interface SanctionStep {
  readonly measure: Measure;
  readonly trigger: SanctionTrigger;
  /** Yuan, both bounds included; only for a fine. */
  readonly bounds?: { readonly atLeast: number; readonly atMost: number };
  /** Measures this one may only be imposed together with. */
  readonly with?: readonly Measure[];
}

/** Sanction of the violated clauses named in `covers`. */
export interface Sanction {
  readonly covers: readonly string[];
  readonly steps: readonly SanctionStep[];
}

export type AnswerKind = 'matter' | 'check' | 'guard' | 'clock' | 'page' | 'register' | 'scheme' | 'engine';

/** What in the software answers a clause. `name` is the stable name of the matter, check or page. */
export interface Answer {
  readonly kind: AnswerKind;
  readonly name: string;
  readonly title: Text;
  readonly status: 'working' | 'planned';
  /** Of a planned one: what it waits for. */
  readonly waits?: Text;
}

export interface Clause {
  readonly id: ClauseId;
  readonly edition: EditionId;
  /** `24.2`, or `7` for a single-paragraph article. */
  readonly number: string;
  readonly heading: Text;
  /** What is asked, restated in our own words. */
  readonly text: Text;
  readonly who: readonly Bearer[];
  readonly duty: DutyKind;
  readonly deadlines: readonly Deadline[];
  readonly sanction?: Sanction;
  /** The clause under which a violation of this one is sanctioned, in the same edition. */
  readonly sanctionedBy?: ClauseId;
  readonly answers: readonly Answer[];
  /** The corresponding clauses in other editions. */
  readonly crosswalk: readonly { readonly clause: ClauseId; readonly difference: Text }[];
  /** Only encouraged: a check of it is advisory and never fails a run. */
  readonly advisory: boolean;
}

export interface Edition {
  readonly id: EditionId;
  readonly title: Text;
  readonly issuer: Text;
  readonly status: EditionStatus;
  readonly published: CivilDate;
  /** Absent for what never came into force. */
  readonly inForceFrom?: CivilDate;
  readonly inForceUntil?: CivilDate;
  /** How a reader should take it, for example that a draft is only a consultation draft. */
  readonly note?: Text;
  readonly clauses: readonly Clause[];
}
