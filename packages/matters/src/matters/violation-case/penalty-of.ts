import {
  applicableSanctions,
  measureWords,
  otherBasisRanks,
  type ApplicableSanctions,
  type CivilDate,
  type Established,
  type Measure,
  type Penalty,
} from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { ClockRules } from '../../engine/rules.ts';
import { numberIn, wordsIn } from '../common/part.ts';
import type { Findings } from './state.ts';

const isMeasure = (value: unknown): value is Measure => typeof value === 'string' && value in measureWords;

/** The penalty that a notice or a decision speaks of. */
export const penaltyOf = (values: FormValues): Penalty => {
  const { measures } = values;
  const chosen = Array.isArray(measures) ? measures.filter(isMeasure) : [];
  const fine = numberIn(values, 'fine');
  const rank = otherBasisRanks.find((each) => each === wordsIn(values, 'otherRank'));
  const [atLeast, atMost] = [numberIn(values, 'otherLeast'), numberIn(values, 'otherMost')];
  return {
    measures: [...new Set(chosen)],
    ...(chosen.includes('fine') && fine !== undefined ? { fine } : {}),
    ...(values['other'] === true && rank !== undefined
      ? {
          otherBasis: {
            law: wordsIn(values, 'otherLaw'),
            article: wordsIn(values, 'otherArticle'),
            rank,
            ...(atLeast === undefined || atMost === undefined ? {} : { bounds: { atLeast, atMost } }),
          },
        }
      : {}),
  };
};

export const establishedBy = ({ refusal, gravity, particular, circumstances, corrected }: Findings): Established => ({
  refusal,
  gravity,
  particular,
  circumstances,
  corrected,
});

/** What the rules of the act allow for what was found, or those of today where they are lighter. An act that goes on is done today. */
export const sanctionsIn = (
  { clauses, act }: Pick<Findings, 'clauses' | 'act'>,
  today: CivilDate,
  { chosenEdition }: Pick<ClockRules, 'chosenEdition'>,
): ApplicableSanctions =>
  applicableSanctions(
    clauses,
    { act: act.until ?? today, decided: today },
    chosenEdition === undefined ? {} : { chosen: chosenEdition },
  );
