import type { FamilyName } from '@suanjian/decision-log';
import type { Text } from '@suanjian/rulebook';
import type { MethodExample, Reference, Verdict } from './method.ts';

/**
 * A check is a clause's use of a method over the decision log. It is data and nothing but data: a check pack from outside is the same
 * thing as a folder here. Wherever SQL stands (`relation`, `parts`, `by`, `strata`, `controls`, `day`) these places are filled in:
 *
 * - `{{exposure}}`, `{{quote}}` … the family's table, cut to the provider and the period of the run; `{{control.history}}` the same table
 *   from as far back as `history` says up to the period's last day, for what was said earlier and still holds;
 * - `{{trait.linked}}` like `{{trait.history}}`, with the person's own pseudonym as `subject`: readable only for an audit that is given the key of traits;
 * - `{{parameter.name}}` the value of a parameter: a number, a quoted string, true or false, or a list as an array: `has({{parameter.tags}}, tag)`;
 * - `{{part.request}}`, `{{part.item.day}}` a condition that is true of all records, or of a part drawn by these columns when the first family holds at least
 *   twice as many records as the check's parameter `enough` (0: never). Only where a share or a gap is estimated: one broken duty hides in what is left out.
 * - `{{met.exposure.user}}` a condition for the rows of a history, true at least of those whose `user` stands in the family's rows of the period: what
 *   is said of others can change nothing. It leaves those out where a few days are read against a long history. The family is read elsewhere too.
 *
 * Columns are the fields of the family by their names, `day` (civil day, Date), `batch_id` and `row_no`.
 */
export interface Check {
  readonly id: string;
  readonly version: number;
  /** Shadow checks are run and shown, and fail nothing. */
  readonly status: 'live' | 'shadow';
  readonly title: Text;
  /** The question in plain words, as a person without legal training would ask it. */
  readonly question: Text;
  /** What to do when it fails, and what may explain a failure. */
  readonly advice: Text;
  /** How like is compared with like, for whoever reads the result; for checks that match. */
  readonly matched?: Text;
  /**
   * The clauses it serves, `edition/number`, with the severity there: `duty` fails a run, `advisory` (a clause that only encourages) is shown.
   * A check whose clauses are none of the edition asked for is not run.
   */
  readonly clauses: readonly { readonly clause: string; readonly severity: 'duty' | 'advisory' }[];
  /** Items of the 2024 checklist it answers. */
  readonly checklist?: readonly number[];
  /** Record families it reads; none of one of them in the log: `not applicable`. */
  readonly families: readonly FamilyName[];
  /** Optional fields that must be filled somewhere in the log, as `family.field`; otherwise `not applicable`, naming the field. */
  readonly needs: readonly string[];
  readonly method: string;
  /** The relation the method reads: one SELECT over the families' places. */
  readonly relation: string;
  /** The relation adds up, matches or draws a part: it gives far fewer rows than it reads, and they may be kept in memory and read again. */
  readonly fewRows?: true;
  readonly parts: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
  readonly strata?: readonly string[];
  readonly controls?: readonly string[];
  readonly compare?: readonly string[];
  /** Parameters of the check itself, each with where its default comes from. */
  readonly parameters: readonly CheckParameter[];
  /** The method's parameters. A string that is nothing but `{{parameter.name}}` stands for that parameter's value. */
  readonly methodParameters: Readonly<Record<string, unknown>>;
  /**
   * The civil day a reduced row belongs to, as an expression over the relation, when the reduction may be kept per day and added up: no
   * row of one day may depend on what is logged for a later day.
   */
  readonly day?: string;
  /**
   * How far back `{{family.history}}` reads before the period (an opt-out of last year still holds): `all` (when absent) or a number of days.
   * This bounds what is read; a relation that looks back exactly so many days from a row says so itself.
   */
  readonly history?: 'all' | number;
  readonly examples: readonly CheckExample[];
  readonly references?: readonly Reference[];
}

export type CheckValue = number | string | boolean | readonly string[];

export interface CheckParameter {
  readonly name: string;
  readonly value: CheckValue;
  readonly meaning: Text;
  /** A clause or publication, or `policy default` when nobody published one. */
  readonly source:
    | { readonly kind: 'clause'; readonly clause: string }
    | { readonly kind: 'published'; readonly reference: string }
    | { readonly kind: 'policy default' };
}

/** Records in, verdict out. Required fields that do not matter to the example are filled in by the test. */
export interface CheckExample {
  readonly title: Text;
  readonly records: Readonly<Partial<Record<FamilyName, readonly Readonly<Record<string, unknown>>[]>>>;
  readonly parameters?: Readonly<Record<string, CheckValue>>;
  readonly verdict: Verdict;
  readonly units?: MethodExample['expect'];
}

export const defineCheck = (check: Check): Check => check;
