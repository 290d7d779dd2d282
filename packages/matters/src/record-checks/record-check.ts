import {
  answers,
  clausesAnsweredBy,
  type CivilDate,
  type ClauseId,
  type HolidayCalendar,
  type Text,
} from '@suanjian/rulebook';
import type { MatterId } from '../engine/identity.ts';
import type { Release } from '../matters/responsibility/registers/releases.ts';
import type { PublishedCase } from '../matters/responsibility/registers/cases.ts';

/** A filing that stands, as far as these checks look at it. */
export interface FiledAlgorithm {
  readonly id: MatterId;
  readonly name: string;
  /** As its form says, where it says one. */
  readonly version?: string;
}

/** A safety assessment that was signed and is not superseded. */
export interface StandingAssessment {
  readonly filing: MatterId;
  readonly signedOn: CivilDate;
  /** Months after which the next one is due. */
  readonly months: number;
}

/** How a provider's clocks of one kind of matter ended. What was lifted is not counted. */
export interface AnswerCounts {
  readonly kind: 'complaint' | 'appeal' | 'explanation';
  readonly inTime: number;
  readonly late: number;
  /** Still open, and its day is past. */
  readonly overdue: number;
}

/** What the installation itself knows of a provider, as far as the person who asks may see it. */
export interface ProviderRecords {
  readonly today: CivilDate;
  readonly calendar: HolidayCalendar;
  /** The regulation that the installation goes by; clauses of the other one are not named. */
  readonly regulation: 'final' | 'draft';
  /** Of its responsibility register, where one is in force. */
  readonly registers?: { readonly releases: readonly Release[]; readonly cases: readonly PublishedCase[] };
  readonly filings: readonly FiledAlgorithm[];
  readonly assessments: readonly StandingAssessment[];
  readonly answered: readonly AnswerCounts[];
  /** Appeals that succeeded within the days that `recentDays` counts. */
  readonly successfulAppeals: number;
}

/** One thing that is wrong, in words that name no person. */
export interface RecordFinding {
  readonly text: Text;
  readonly filing?: MatterId;
}

/** The verdicts of an audit, with the same meanings. */
export type RecordVerdict = 'pass' | 'fail' | 'not-enough-data' | 'not-applicable';

export interface Judged {
  readonly verdict: RecordVerdict;
  /** How many things were looked at. */
  readonly looked: number;
  readonly findings: readonly RecordFinding[];
}

/** A check of a clause that the application's own records decide; those that a decision log decides are in the room `audit`. */
export interface RecordCheck {
  readonly id: string;
  readonly question: Text;
  readonly advice: Text;
  judge(records: ProviderRecords): Judged;
}

export interface RecordResult extends Judged {
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly advice: Text;
  readonly clauses: readonly ClauseId[];
}

/** `fail` where anything was found, else `pass`; nothing to look at is no pass. */
export const judgedBy = (looked: number, findings: readonly RecordFinding[]): Judged => ({
  verdict: findings.length > 0 ? 'fail' : looked === 0 ? 'not-applicable' : 'pass',
  looked,
  findings,
});

/** With its name and clauses as the rulebook says them. */
export const resultOf = (check: RecordCheck, records: ProviderRecords): RecordResult => {
  const named = Object.values(answers.checks).find(({ name }) => name === check.id);
  if (named === undefined) throw new RangeError(`the rulebook names no check ${check.id}`);
  return {
    id: check.id,
    title: named.title,
    question: check.question,
    advice: check.advice,
    clauses: clausesAnsweredBy('check', check.id)
      .filter(({ edition }) => edition !== (records.regulation === 'draft' ? 'final' : 'draft'))
      .map(({ id }) => id),
    ...check.judge(records),
  };
};
