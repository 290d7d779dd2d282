import type { ClauseId } from '../clause.ts';
import type { Text } from '../text.ts';

/*
 * What a grading scheme is made of. The regulation names five factors and asks that providers be classified and graded by
 * them; no threshold of it has been published. A scheme is therefore the platform's policy, and says so wherever it is shown.
 */

/** The five factors of draft/19 and final/23. */
export const gradingFactorIds = ['mobilisation', 'content', 'scale', 'data', 'intervention'] as const;
export type GradingFactorId = (typeof gradingFactorIds)[number];

/** I is the highest: the most attention. */
export const grades = ['I', 'II', 'III'] as const;
export type Grade = (typeof grades)[number];

/** Where the line between two levels comes from. The points are always policy. */
export type Basis = { readonly kind: 'published'; readonly source: Text } | { readonly kind: 'policy-default' };

export interface GradingLevel {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  /** Why this level has these points, in a sentence that stands beside the result. */
  readonly explanation: Text;
  readonly basis: Basis;
}

export interface GradingFactor {
  readonly id: GradingFactorId;
  readonly title: Text;
  readonly question: Text;
  readonly levels: readonly GradingLevel[];
  /** When the factor may be answered with `notApplicable`; absent when it always applies. */
  readonly mayNotApply?: Text;
}

export interface GradingBand {
  readonly grade: Grade;
  readonly title: Text;
  /** Whole per cent of the points that could be reached, included. */
  readonly fromPercent: number;
  readonly reviewEveryMonths: number;
  readonly controls: readonly Text[];
}

export interface GradingScheme {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly note: Text;
  readonly clauses: readonly ClauseId[];
  readonly factors: readonly GradingFactor[];
  /** From the highest grade down; the last one starts at 0. */
  readonly bands: readonly GradingBand[];
}

/** The answer that takes a factor out of both the points and their maximum. */
export const notApplicable = 'not-applicable';

/** Level ids or `notApplicable`, by factor. Plain strings, because they come from forms; `grade` checks them. */
export type GradingAnswers = Readonly<Partial<Record<GradingFactorId, string>>>;
