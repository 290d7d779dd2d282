import type { FormValues } from '../../engine/form.ts';
import type { EvidenceEntry } from './form/evidence.ts';
import type { AssessmentForm } from './form.ts';
import { answerField, questionsFor } from './questions.ts';

/** What one check of a verified bundle found. */
export interface CheckVerdict {
  readonly check: string;
  readonly verdict: string;
  readonly estimate?: string;
}

export interface BundleVerdicts {
  /** SHA-256 of the signed bundle. */
  readonly bundle: string;
  readonly from: string;
  readonly until: string;
  readonly checks: readonly CheckVerdict[];
}

/** What the verdicts alone allow to be answered; undefined where a person has to judge. */
const answerOf = (verdicts: readonly string[]): string | undefined => {
  if (verdicts.includes('fail')) return 'unmet';
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'pass') ? 'met' : undefined;
};

/** The gravest first: a check that ran for several clauses counts by its worst. */
const gravity = ['fail', 'not-enough-data', 'pass', 'not-applicable'];

const gravest = (checks: readonly CheckVerdict[]): ReadonlyMap<string, CheckVerdict> => {
  const found = new Map<string, CheckVerdict>();
  for (const each of checks) {
    const known = found.get(each.check);
    if (known === undefined || gravity.indexOf(each.verdict) < gravity.indexOf(known.verdict))
      found.set(each.check, each);
  }
  return found;
};

const longestList = 400;

/**
 * The part of the form that a bundle fills in: evidence for every question that is asked, in place of what an earlier bundle said of the same
 * check, and answers where there are none yet. What a person has answered stays, and the gaps say where it no longer fits.
 */
export const prefilled = (form: AssessmentForm, { bundle, from, until, checks }: BundleVerdicts): FormValues => {
  const found = gravest(checks);
  const asked = questionsFor(form).map((question) => ({
    question,
    verdicts: question.checks.flatMap((name) => {
      const verdict = found.get(name);
      return verdict === undefined ? [] : [verdict];
    }),
  }));
  const evidence = asked.flatMap(({ question, verdicts }) =>
    verdicts.map(({ check, verdict, estimate }): EvidenceEntry => ({
      about: question.id,
      kind: 'check',
      bundle,
      check,
      verdict,
      from,
      until,
      ...(estimate === undefined ? {} : { estimate }),
    })),
  );
  const replaced = new Set(evidence.map(({ about, check }) => `${about}/${check}`));
  const kept = (form.evidence ?? []).filter(
    ({ kind, about, check }) => kind !== 'check' || !replaced.has(`${about}/${check}`),
  );
  const answers = asked.flatMap(({ question, verdicts }): readonly (readonly [string, string])[] => {
    const field = answerField(question);
    const answer = answerOf(verdicts.map(({ verdict }) => verdict));
    return question.template === 'self-assessment' || answer === undefined || form[field] !== undefined
      ? []
      : [[field, answer]];
  });
  return { ...Object.fromEntries(answers), evidence: [...kept, ...evidence].slice(0, longestList) };
};
