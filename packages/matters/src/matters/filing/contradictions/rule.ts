import type { CivilDate, Text } from '@suanjian/rulebook';
import type { FilingForm } from '../form.ts';

/** What is known outside the form. Plain data: the server gathers it, a browser may be handed it. */
export interface FilingFacts {
  readonly today: CivilDate;
  readonly occasion: 'new' | 'change';
  /** As registered; absent before the subject is known. */
  readonly organisation?: { readonly name: string; readonly creditCode?: string };
  /** The organisation's other filings, without this one. */
  readonly otherFilings: readonly { readonly title: string; readonly status: string; readonly number?: string }[];
  /** The filing's own number, once it has one. */
  readonly number?: string;
  /** Prefixes that numbers may carry here: the published one and the installation's. */
  readonly numberPrefixes: readonly string[];
  /** Well-formed filing numbers in the form that nobody holds in the register. */
  readonly unknownNumbers: readonly string[];
}

export interface Finding {
  /** JSON pointers into the form, the field to mend first. */
  readonly pointers: readonly [string, ...string[]];
  readonly text: Text;
  readonly clause?: string;
}

/** `blocking` keeps a form from being submitted; a `warning` is shown to both sides and rides along. */
export type ContradictionGrade = 'blocking' | 'warning';

/** One thing that does not fit together. Says nothing about what is merely missing where another rule asks for it. */
export interface ContradictionRule {
  /** Stable, kebab-case. */
  readonly name: string;
  readonly title: Text;
  readonly grade: ContradictionGrade;
  /** @param form values of shown fields only. */
  find(form: FilingForm, facts: FilingFacts): readonly Finding[];
  /** Each becomes a test: the first pointers of what is to be found, in order; empty when all is well. */
  readonly examples: readonly {
    readonly title: string;
    readonly form: FilingForm;
    readonly facts?: Partial<FilingFacts>;
    readonly expect: readonly string[];
  }[];
}
