import type { CivilDate, Text } from '@suanjian/rulebook';
import type { FormValues } from '../../../engine/form.ts';
import type { AssessmentForm } from '../form.ts';

/** What is known outside the form. */
export interface AssessmentFacts {
  readonly today: CivilDate;
  /** The filing that is assessed, as it stands; absent for an algorithm without one. */
  readonly filing?: { readonly form: FormValues; readonly number?: string };
}

export interface GapFinding {
  /** What it is about within its rule; with the rule it names the gap. */
  readonly subject: string;
  /** JSON pointers into the form, the field to mend first. */
  readonly pointers: readonly [string, ...string[]];
  readonly text: Text;
  readonly clause?: string;
}

/** `blocking` keeps an assessment from being submitted; a `lesser` one wants a reason. */
export type GapGrade = 'blocking' | 'lesser';

/** One way in which an assessment can fail to hold together. What is merely missing the form itself asks for. */
export interface GapRule {
  /** Stable, kebab-case. */
  readonly name: string;
  readonly title: Text;
  readonly grade: GapGrade;
  /** @param form values of shown fields only. */
  find(form: AssessmentForm, facts: AssessmentFacts): readonly GapFinding[];
}
