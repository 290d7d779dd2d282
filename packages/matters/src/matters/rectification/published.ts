import type { CivilDate } from '@suanjian/rulebook';
import { wordsIn } from '../common/part.ts';
import type { RectificationState } from './state.ts';

/** What the public is told of a service whose provider refuses to assess it, or why it is told so no longer. */
export interface PublicRiskNotice {
  readonly company: string;
  readonly service: string;
  readonly number?: string;
  readonly publishedOn: CivilDate;
  /** Absent once it was lifted. */
  readonly words?: string;
  readonly lifted?: { readonly on: CivilDate; readonly explanation: string };
}

/** Nothing of the order itself: what the office wrote for the public, and the name of the company. */
export const publicRiskNotice = (
  state: Pick<RectificationState, 'title' | 'number' | 'riskNotice' | 'riskNoticeOn' | 'lifting' | 'liftedOn'>,
): PublicRiskNotice | undefined => {
  const { title, number, riskNotice, riskNoticeOn, lifting, liftedOn } = state;
  if (riskNoticeOn === undefined) return undefined;
  return {
    company: title,
    service: wordsIn(riskNotice, 'service'),
    publishedOn: riskNoticeOn,
    ...(number === undefined ? {} : { number }),
    ...(liftedOn === undefined
      ? { words: wordsIn(riskNotice, 'words') }
      : { lifted: { on: liftedOn, explanation: wordsIn(lifting, 'words') } }),
  };
};
