import { asCivilDate, type CivilDate } from '@suanjian/rulebook';
import { entriesOf, wordsIn } from '../common/part.ts';
import { overturnedBy, type CaseState, type ReviewOutcome } from './state.ts';

/** What the public may read of a case: its published decision, or why that was withdrawn. */
export interface PublishedDecision {
  readonly company: string;
  readonly number?: string;
  readonly clauses: readonly string[];
  readonly decidedOn?: CivilDate;
  readonly servedOn?: CivilDate;
  readonly publishedOn: CivilDate;
  /** Absent once it was withdrawn. */
  readonly words?: string;
  /** What was corrected in the words since they were published, oldest first; what stood there before is told no more. */
  readonly corrections: readonly { readonly on: CivilDate; readonly explanation: string }[];
  /** A review or suit has changed or ended the decision; what was published is withdrawn within three working days. */
  readonly overturned?: { readonly on: CivilDate; readonly outcome: ReviewOutcome };
  readonly withdrawn?: { readonly on: CivilDate; readonly explanation: string };
}

const overturnedIn = (state: CaseState): Pick<PublishedDecision, 'overturned'> => {
  const { outcome, endedOn } = overturnedBy(state) ?? {};
  return outcome === undefined || endedOn === undefined ? {} : { overturned: { on: endedOn, outcome } };
};

export const publishedDecision = (state: CaseState): PublishedDecision | undefined => {
  const { publishedOn, withdrawnOn, decidedOn, servedOn, number, findings, title } = state;
  if (publishedOn === undefined) return undefined;
  return {
    company: title,
    clauses: findings?.clauses ?? [],
    publishedOn,
    corrections: entriesOf(state.amendments, 'entries').flatMap((entry) => {
      const on = asCivilDate(wordsIn(entry, 'on'));
      return on === undefined ? [] : [{ on, explanation: wordsIn(entry, 'explanation') }];
    }),
    ...overturnedIn(state),
    ...(number === undefined ? {} : { number }),
    ...(decidedOn === undefined ? {} : { decidedOn }),
    ...(servedOn === undefined ? {} : { servedOn }),
    ...(withdrawnOn === undefined
      ? { words: wordsIn(state.publication, 'words') }
      : { withdrawn: { on: withdrawnOn, explanation: wordsIn(state.withdrawal, 'words') } }),
  };
};
