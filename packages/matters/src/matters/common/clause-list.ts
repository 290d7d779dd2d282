import { edition, type Clause, type EditionId } from '@suanjian/rulebook';
import type { FormValues, Option } from '../../engine/form.ts';
import { choice, list } from './fields.ts';
import { entriesOf, wordsIn } from './part.ts';

const duties: ReadonlySet<Clause['duty']> = new Set(['obligation', 'prohibition', 'right', 'procedure', 'formality']);

/** Clauses of editions that somebody can break, grouped by edition. */
const optionsOf = (...editions: readonly EditionId[]): readonly Option[] =>
  editions.flatMap((id) => {
    const { title, clauses } = edition(id);
    return clauses
      .filter(({ duty, who }) => duties.has(duty) && who.some((each) => each === 'provider' || each === 'everyone'))
      .map((clause): Option => ({
        value: clause.id,
        label: { zh: `${clause.id} ${clause.heading.zh}`, en: `${clause.id} ${clause.heading.en}` },
        group: title,
      }));
  });

/** A list of violated clauses, each chosen by name. */
export const violatedClauses = list(
  {
    clause: {
      label: { zh: '条款', en: 'Clause' },
      help: { zh: '选择一个条款。', en: 'Choose a clause.' },
      control: choice(optionsOf('final', 'draft', 'labels-2025', 'safety-2018')),
      secrecy: 'public',
      step: '',
    },
  },
  1,
  20,
);

/** With the step of the form that the list stands in. */
export const violatedClausesIn = (step: string): typeof violatedClauses => ({
  ...violatedClauses,
  of: { clause: { ...violatedClauses.of.clause, step } },
});

/** Ids of the clauses in such a list, each once. */
export const clausesIn = (values: FormValues, name = 'clauses'): readonly string[] => [
  ...new Set(
    entriesOf(values, name)
      .map((entry) => wordsIn(entry, 'clause'))
      .filter((clause) => clause !== ''),
  ),
];
