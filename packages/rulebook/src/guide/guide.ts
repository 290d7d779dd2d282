import type { CivilDate } from '../civil-date.ts';
import type { ClauseId } from '../clause.ts';
import type { Text } from '../text.ts';

/*
 * "Must I file?" is a graph: a question leads by its answer to another question or to a conclusion. It is data, so that a
 * page can show it one plain form at a time with the answers so far in the address, and a test can walk every path.
 */

export const guideQuestionIds = [
  'mainland',
  'technique',
  'role',
  'attributes',
  'supported',
  'filed',
  'service',
  'startedOn',
  'submittedOn',
  'since',
  'changedOn',
  'endedOn',
] as const;
export type GuideQuestionId = (typeof guideQuestionIds)[number];

export const guideConclusionIds = [
  'outsideMainland',
  'noTechnique',
  'noAttributes',
  'mainlandUnclear',
  'techniqueUnclear',
  'attributesUnclear',
  'supporterUnclear',
  'endedUnfiled',
  'fileNow',
  'fileAtStart',
  'fileAgain',
  'awaitAnswer',
  'filed',
  'fileChange',
  'fileCancellation',
] as const;
export type GuideConclusionId = (typeof guideConclusionIds)[number];

export type GuideAnswerKind =
  | 'must-file'
  | 'must-change'
  | 'must-cancel'
  | 'await-answer'
  | 'already-filed'
  | 'should-check'
  | 'need-not';

export interface GuideReason {
  readonly clause: ClauseId;
  readonly text: Text;
}

export type GuideTarget = { readonly question: GuideQuestionId } | { readonly conclusion: GuideConclusionId };

export interface GuideOption {
  readonly value: string;
  readonly label: Text;
  /** What this answer adds to the reasons of whatever is concluded. */
  readonly reason?: GuideReason;
  readonly next: GuideTarget;
}

interface Asked {
  readonly id: GuideQuestionId;
  readonly title: Text;
  readonly help?: Text;
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  readonly options: readonly GuideOption[];
}

/** Answered by a civil date, or by nothing (an empty field that was sent) when the day is not known. */
export interface DateQuestion extends Asked {
  readonly kind: 'date';
  readonly next: GuideTarget;
}

export type GuideQuestion = ChoiceQuestion | DateQuestion;

export interface GuideStep {
  readonly clause?: ClauseId;
  readonly text: Text;
}

/** A conclusion as written; what the answers on the way add to it is in `Conclusion`. */
export interface GuideEnding {
  readonly answer: GuideAnswerKind;
  readonly title: Text;
  readonly reasons: readonly GuideReason[];
  /** The clock that runs, and the question whose answer is the day of its event. */
  readonly deadline?: { readonly clause: ClauseId; readonly event: Text; readonly day?: GuideQuestionId };
  readonly nextSteps: readonly GuideStep[];
}

export interface Conclusion {
  readonly id: GuideConclusionId;
  readonly answer: GuideAnswerKind;
  readonly title: Text;
  /** In the order of the answers that gave them, then the conclusion's own. */
  readonly reasons: readonly GuideReason[];
  /** Give `clause` and `on` to `computeDeadline`; without `on` the day of the event is not known or not yet come. */
  readonly deadline?: { readonly clause: ClauseId; readonly event: Text; readonly on?: CivilDate };
  readonly nextSteps: readonly GuideStep[];
}
