import { text, type Text } from '../text.ts';
import {
  notApplicable,
  type Grade,
  type GradingAnswers,
  type GradingBand,
  type GradingFactor,
  type GradingFactorId,
  type GradingScheme,
} from './scheme.ts';

/** What one factor contributed. A factor that does not apply has neither points nor a maximum. */
export interface GradedFactor {
  readonly factor: GradingFactorId;
  readonly title: Text;
  /** The level's id, or `not-applicable`. */
  readonly level: string;
  readonly points: number;
  readonly maximum: number;
  readonly explanation: Text;
}

export interface GradeOverride {
  readonly grade: Grade;
  readonly reason: string;
  /** Who answers for it. */
  readonly by: string;
}

export interface Grading {
  readonly scheme: { readonly id: string; readonly version: number; readonly title: Text };
  readonly factors: readonly GradedFactor[];
  readonly points: number;
  readonly maximum: number;
  /** `points / maximum`, from 0 to 1. */
  readonly share: number;
  /** What the scheme gives; no override changes it. */
  readonly computed: Grade;
  /** What counts: the last override's, else the computed one. */
  readonly grade: Grade;
  /** Oldest first. */
  readonly overrides: readonly GradeOverride[];
  readonly explanation: Text;
}

export interface GradingFault {
  readonly factor: GradingFactorId | 'scheme' | 'override';
  readonly message: Text;
}

export type GradingOutcome =
  | { readonly ok: true; readonly grading: Grading }
  | { readonly ok: false; readonly faults: readonly GradingFault[] };

const gradeFactor = (factor: GradingFactor, answer: string | undefined): GradedFactor | GradingFault => {
  const { id, title, levels, mayNotApply } = factor;
  if (answer === notApplicable && mayNotApply !== undefined) {
    const explanation = text(
      `不适用，不计分：${mayNotApply.zh}。`,
      `Does not apply and does not count: ${mayNotApply.en}.`,
    );
    return { factor: id, title, level: answer, points: 0, maximum: 0, explanation };
  }
  const level = levels.find((each) => each.id === answer);
  if (level !== undefined) {
    const maximum = Math.max(...levels.map(({ points }) => points));
    return { factor: id, title, level: level.id, points: level.points, maximum, explanation: level.explanation };
  }
  if (answer === undefined || answer === '')
    return { factor: id, message: text(`请回答“${title.zh}”`, `Please answer: ${title.en}`) };
  return answer === notApplicable
    ? { factor: id, message: text(`“${title.zh}”总是适用，不能不答`, `${title.en}: this factor always applies`) }
    : { factor: id, message: text(`“${title.zh}”没有选项 ${answer}`, `${title.en}: there is no level ${answer}`) };
};

const isFault = (result: GradedFactor | GradingFault): result is GradingFault => 'message' in result;

const isGraded = (result: GradedFactor | GradingFault): result is GradedFactor => !isFault(result);

/** The band of a grade: its review cadence and controls. */
export const bandOf = (scheme: GradingScheme, grade: Grade): GradingBand => {
  const band = scheme.bands.find((each) => each.grade === grade);
  if (band === undefined) throw new RangeError(`scheme ${scheme.id} ${scheme.version} has no grade ${grade}`);
  return band;
};

/**
 * Grades by the factors that apply: their points over the points they could reach. What does not apply counts on neither
 * side, so it can neither raise nor lower a grade.
 * @returns the grading with every point explained, or all faults of the answers at once.
 */
export const grade = (scheme: GradingScheme, answers: GradingAnswers): GradingOutcome => {
  const results = scheme.factors.map((factor) => gradeFactor(factor, answers[factor.id]));
  const faults = results.filter(isFault);
  if (faults.length > 0) return { ok: false, faults };
  const factors = results.filter(isGraded);
  const points = factors.reduce((sum, factor) => sum + factor.points, 0);
  const maximum = factors.reduce((sum, factor) => sum + factor.maximum, 0);
  // Whole numbers on both sides, so that a share on the line is never lost to rounding.
  const band = scheme.bands.find(({ fromPercent }) => points * 100 >= fromPercent * maximum);
  if (maximum === 0 || band === undefined) {
    return {
      ok: false,
      faults: [
        {
          factor: 'scheme',
          message: text('没有适用的因素，无法定级', 'No factor applies, so there is nothing to grade by'),
        },
      ],
    };
  }
  const counted = factors.filter((factor) => factor.maximum > 0).length;
  const percent = Math.floor((points * 100) / maximum);
  const explanation = text(
    `${counted}项因素适用，共得${points}分，满分${maximum}分，占${percent}%；${band.title.zh}从${band.fromPercent}%起。`,
    `${counted} factors apply and give ${points} of ${maximum} points, ${percent} %; ${band.title.en} starts at ${band.fromPercent} %.`,
  );
  const { id, version, title } = scheme;
  const grading: Grading = {
    scheme: { id, version, title },
    factors,
    points,
    maximum,
    share: points / maximum,
    computed: band.grade,
    grade: band.grade,
    overrides: [],
    explanation,
  };
  return { ok: true, grading };
};

/** Sets a grade by judgement. The computed grade, the points and every earlier override stay; a reason and a name are required. */
export const override = (grading: Grading, change: GradeOverride): GradingOutcome => {
  const faults: GradingFault[] = [];
  const [reason, by] = [change.reason.trim(), change.by.trim()];
  if (reason === '')
    faults.push({ factor: 'override', message: text('调整等级必须说明理由', 'A grade is only changed with a reason') });
  if (by === '')
    faults.push({
      factor: 'override',
      message: text('调整等级必须注明由谁作出', 'A grade is only changed by a named person'),
    });
  if (faults.length > 0) return { ok: false, faults };
  const overrides = [...grading.overrides, { grade: change.grade, reason, by }];
  return { ok: true, grading: { ...grading, grade: change.grade, overrides } };
};
