import type { Text } from '@suanjian/rulebook';
import { shownValues, type FormValues } from '../../../engine/form.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { filingForm, type FilingForm } from '../form.ts';
import type { ContradictionGrade, FilingFacts } from './rule.ts';
import { contradictionRules } from './rules.ts';

/** A contradiction as both sides see it. */
export interface Contradiction {
  readonly rule: string;
  readonly title: Text;
  readonly grade: ContradictionGrade;
  /** JSON pointers into the form, the field to mend first. */
  readonly pointers: readonly string[];
  readonly text: Text;
  readonly clause?: string;
}

/** A value that was masked for its reader or whose key is erased is an object of its own; it is unknown, not wrong. */
const isKnown = (value: unknown): boolean => typeof value !== 'object' || value === null || Array.isArray(value);

const knownValues = (form: FormValues): FormValues =>
  Object.fromEntries(Object.entries(form).filter(([, value]) => isKnown(value)));

/** Everything in a form that does not fit together. Hidden fields do not count, so a draft with leftovers is judged by what it shows. */
export const contradictionsOf = (form: FormValues, facts: FilingFacts): readonly Contradiction[] => {
  const shown = shownValues(filingForm, knownValues(form)) as FilingForm;
  return contradictionRules.flatMap(({ name, title, grade, find }) =>
    find(shown, facts).map((finding): Contradiction => ({ rule: name, title, grade, ...finding })),
  );
};

export const contradictionRefusal = ({ rule, pointers: [pointer], text, clause }: Contradiction): Refusal => ({
  code: `contradiction/${rule}`,
  text,
  ...(pointer === undefined ? {} : { pointer }),
  ...(clause === undefined ? {} : { clause }),
});
