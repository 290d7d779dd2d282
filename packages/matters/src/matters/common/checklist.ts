import { checksOfRecords, findClause } from '@suanjian/rulebook';
import type { FormValues } from '../../engine/form.ts';
import type { BundleFindings } from '../../engine/lookups.ts';
import { entriesOf, wordsIn } from './part.ts';

/** What a check of a verified bundle says, by reference; handed on to what is opened on the inspection. */
export interface Reference {
  readonly bundle: string;
  readonly check: string;
  readonly verdict: string;
  readonly from?: string;
  readonly until?: string;
}

/** The checks over the decision log that speak to a clause. */
export const checksFor = (clause: string): readonly string[] =>
  (findClause(clause)?.answers ?? [])
    .filter(({ kind, name, status }) => kind === 'check' && status === 'working' && !checksOfRecords.includes(name))
    .map(({ name }) => name);

type Checks = BundleFindings['checks'];

/** What the verdicts alone allow to be entered; undefined where an officer has to judge. */
const resultOf = (checks: Checks): string | undefined => {
  if (checks.some(({ verdict }) => verdict === 'fail')) return 'unmet';
  if (checks.length > 0 && checks.every(({ verdict }) => verdict === 'not-applicable')) return 'not-applicable';
  return checks.length > 0 && checks.every(({ verdict }) => verdict === 'pass') ? 'met' : undefined;
};

const lineOf = ({ check, verdict, estimate }: Checks[number]): string =>
  `${check}: ${verdict}${estimate === undefined ? '' : ` (${estimate})`}`;

export const itemOn = (checklist: FormValues, clause: string): FormValues | undefined =>
  entriesOf(checklist, 'items').find((item) => wordsIn(item, 'clause') === clause);

/** Puts an item in the place of the one on the same clause. */
export const withItem = (checklist: FormValues, item: FormValues): FormValues => ({
  items: [...entriesOf(checklist, 'items').filter((each) => each['clause'] !== item['clause']), item],
});

export interface Prefilled {
  readonly checklist: FormValues;
  readonly references: readonly Reference[];
}

/** What a bundle fills in of a checklist: verdicts for every clause that a check speaks to, and results where no officer has entered one. */
export const prefilledFrom = (
  checklist: FormValues,
  clauses: readonly string[],
  { bundle, days, checks }: BundleFindings,
): Prefilled => {
  let filled = checklist;
  const references: Reference[] = [];
  for (const clause of clauses) {
    const names = checksFor(clause);
    const found = checks.filter(({ check }) => names.includes(check));
    if (found.length === 0) continue;
    const earlier = itemOn(filled, clause);
    const result = resultOf(found);
    const byOfficer = earlier !== undefined && earlier['prefilled'] !== true && earlier['result'] !== undefined;
    filled = withItem(filled, {
      ...earlier,
      clause,
      checks: found.map(lineOf).join('\n'),
      ...(byOfficer || result === undefined ? {} : { result, prefilled: true }),
    });
    references.push(
      ...found.map(({ check, verdict }) => ({
        bundle,
        check,
        verdict,
        ...(days === undefined ? {} : { from: days.from, until: days.until }),
      })),
    );
  }
  return { checklist: filled, references };
};

/** Clauses of the plan for which nothing has been entered yet. */
export const openClauses = (checklist: FormValues, clauses: readonly string[]): readonly string[] =>
  clauses.filter((clause) => {
    const item = itemOn(checklist, clause);
    return item === undefined || wordsIn(item, 'result') === '';
  });
