import type { CivilDate } from '@suanjian/rulebook';
import { wordsIn } from '../common/part.ts';
import type { CaseState } from './state.ts';

/** What the public may read of a case: its published decision, or why that was withdrawn. */
export interface PublishedDecision {
  readonly company: string;
  readonly number?: string;
  readonly clauses: readonly string[];
  readonly decidedOn?: CivilDate;
  readonly publishedOn: CivilDate;
  /** Absent once it was withdrawn. */
  readonly words?: string;
  readonly withdrawn?: { readonly on: CivilDate; readonly explanation: string };
}

export const publishedDecision = (state: CaseState): PublishedDecision | undefined => {
  const { publishedOn, withdrawnOn, decidedOn, number, findings, title } = state;
  if (publishedOn === undefined) return undefined;
  return {
    company: title,
    clauses: findings?.clauses ?? [],
    publishedOn,
    ...(number === undefined ? {} : { number }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(withdrawnOn === undefined
      ? { words: wordsIn(state.publication, 'words') }
      : { withdrawn: { on: withdrawnOn, explanation: wordsIn(state.withdrawal, 'words') } }),
  };
};
