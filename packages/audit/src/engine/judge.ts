import type { Text } from '@suanjian/rulebook';
import { correctRun, type CorrectedCheck } from '../statistics/multiplicity.ts';
import { judge as judgeByRule, nullOf, type Scale } from '../statistics/verdict.ts';
import type { Estimation, Interval, Judging, Verdict } from './method.ts';
import type { Question } from './question.ts';
import { reasonText } from './reasons.ts';

/** A question with what its data said, before anything is corrected. */
export interface Estimated {
  readonly question: Question;
  readonly judging: Judging;
  readonly estimations: readonly Estimation[];
}

export interface JudgedUnit {
  readonly estimation: Estimation;
  readonly verdict: Verdict;
  readonly reason: Text | undefined;
  readonly interval: Interval | undefined;
  readonly smallestDetectable: number | undefined;
  readonly q: number | undefined;
}

export interface JudgedQuestion {
  readonly question: Question;
  readonly judging: Judging;
  readonly verdict: Verdict;
  readonly reason: Text | undefined;
  /** The unit that decides the verdict; undefined when there is no unit. */
  readonly leading: JudgedUnit | undefined;
  readonly units: readonly JudgedUnit[];
  readonly p: number | undefined;
  readonly q: number | undefined;
  /** What this question could err with. */
  readonly error: number;
}

const tested = ({ decided, p }: Estimation): number | undefined => (decided === undefined ? p : undefined);

/** Only what can fail the run, and by chance, takes part in its error. */
const inFamily = ({ question, estimations }: Estimated): boolean =>
  question.severity === 'duty' &&
  question.status === 'live' &&
  estimations.some((estimation) => tested(estimation) !== undefined);

/**
 * Corrects and judges a whole run. Duty checks that are live and rest on a test share the run's error (Holm over them, Benjamini-Hochberg over the
 * units of each, intervals that agree with both). What is decided outright needs no error. Advisory and shadow checks cannot fail the run, so they
 * neither spend its error nor are judged more mildly for the company they keep: each stands alone at the same error.
 */
export const judgeRun = (estimated: readonly Estimated[], error: number): readonly JudgedQuestion[] => {
  const family = estimated.filter(inFamily);
  const corrections = correctRun(
    family.map(({ estimations }) => estimations.map(tested)),
    error,
  );
  return estimated.map((entry) => {
    const place = family.indexOf(entry);
    const corrected = corrections[place] ?? correctRun([entry.estimations.map(tested)], error)[0];
    if (corrected === undefined) throw new Error('a run of one question has one correction');
    return judged(entry, corrected);
  });
};

const judged = ({ question, judging, estimations }: Estimated, corrected: CorrectedCheck): JudgedQuestion => {
  const units = estimations.map((estimation, index) => judgeUnit(estimation, judging, corrected, corrected.q[index]));
  const verdict = together(units);
  const leading = leadingOf(units, verdict);
  return {
    question,
    judging,
    verdict,
    reason: units.length === 1 ? leading?.reason : undefined,
    leading,
    units,
    p: simesOf(corrected),
    q: corrected.adjustedP,
    error: corrected.error,
  };
};

/** Simes' p over the units is the smallest of their q values. */
const simesOf = ({ q }: CorrectedCheck): number | undefined => {
  const made = q.filter((value) => value !== undefined);
  return made.length === 0 ? undefined : Math.min(...made);
};

const judgeUnit = (
  estimation: Estimation,
  { materiality, direction }: Judging,
  { level }: CorrectedCheck,
  q: number | undefined,
): JudgedUnit => {
  const { scale, decided } = estimation;
  const interval = estimation.interval(level);
  const shared = { estimation, interval, smallestDetectable: estimation.smallestDetectable(level), q };
  if (decided !== undefined) return { ...shared, verdict: decided.verdict, reason: decided.reason };
  if (scale === 'none') return { ...shared, verdict: 'not-enough-data', reason: reasonText('no-estimate') };
  const { verdict, reason } = judgeByRule(
    {
      estimate: estimation.estimate,
      interval: interval === undefined ? undefined : { low: interval[0], high: interval[1] },
    },
    { scale, materiality, direction },
  );
  return { ...shared, verdict, reason: reasonText(reason) };
};

/** One failing unit is a failure; a pass says that every unit that could be asked passed. */
const order: readonly Verdict[] = ['fail', 'not-enough-data', 'pass', 'not-applicable'];

const together = (units: readonly JudgedUnit[]): Verdict =>
  order.find((verdict) => units.some((unit) => unit.verdict === verdict)) ?? 'not-applicable';

/** How far a unit lies from no effect, so that units of one scale can be put in order. */
export const distanceOf = ({ estimation: { scale, estimate } }: JudgedUnit): number => {
  if (estimate === undefined || Number.isNaN(estimate)) return -1;
  if (scale === 'none') return 0;
  return scale === 'ratio' ? Math.abs(Math.log(estimate)) : Math.abs(estimate - nullOf(scale satisfies Scale));
};

/** Units worst first: by verdict, then by how far they lie from no effect, then in the order in which they came. */
export const worstFirst = (units: readonly JudgedUnit[]): readonly JudgedUnit[] =>
  units
    .map((unit, index) => ({ unit, index, rank: order.indexOf(unit.verdict), distance: distanceOf(unit) }))
    .sort((one, other) => one.rank - other.rank || other.distance - one.distance || one.index - other.index)
    .map(({ unit }) => unit);

const leadingOf = (units: readonly JudgedUnit[], verdict: Verdict): JudgedUnit | undefined =>
  worstFirst(units.filter((unit) => unit.verdict === verdict))[0];
