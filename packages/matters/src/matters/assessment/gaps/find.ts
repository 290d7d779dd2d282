import type { Text } from '@suanjian/rulebook';
import { shownValues, type FormValues } from '../../../engine/form.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { assessmentForm, type AssessmentForm } from '../form.ts';
import type { KeptGap } from '../state.ts';
import type { AssessmentFacts, GapGrade } from './rule.ts';
import { gapRules } from './rules.ts';

/** A gap as a person meets it. */
export interface Gap {
  /** `rule:subject`, by which a reason refers to it. */
  readonly name: string;
  readonly rule: string;
  readonly title: Text;
  readonly grade: GapGrade;
  readonly pointers: readonly string[];
  /** May quote what is sealed: shown to who may read that, and never stored. */
  readonly text: Text;
  readonly clause?: string;
}

const isKnown = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);

/** Everything in an assessment that does not hold together. What a condition hides does not count, nor does what is masked. */
export const assessmentGaps = (form: FormValues, facts: AssessmentFacts): readonly Gap[] => {
  const known = Object.fromEntries(Object.entries(form).filter(([, value]) => isKnown(value)));
  const shown = shownValues(assessmentForm, known) as AssessmentForm;
  return gapRules.flatMap(({ name, title, grade, find }) =>
    find(shown, facts).map(({ subject, ...finding }): Gap => ({
      name: `${name}:${subject}`,
      rule: name,
      title,
      grade,
      ...finding,
    })),
  );
};

export const gapRefusal = ({ name, rule, grade, pointers: [pointer], text, clause }: Gap): Refusal => ({
  code: `assessment/${rule}`,
  text:
    grade === 'blocking'
      ? text
      : {
          zh: `${text.zh}（可在提交时对「${name}」说明理由）`,
          en: `${text.en} (a reason for “${name}” may be given when submitting)`,
        },
  ...(pointer === undefined ? {} : { pointer }),
  ...(clause === undefined ? {} : { clause }),
});

/** What is stored of it. */
export const keptGap = ({ name, title, grade, pointers, clause }: Gap): KeptGap => ({
  name,
  title,
  grade,
  pointers,
  ...(clause === undefined ? {} : { clause }),
});
