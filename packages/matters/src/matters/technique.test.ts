import { describe, expect, it } from 'vitest';
import { techniques } from '@suanjian/register';
import { shownValues, type FormValues } from '../engine/form.ts';
import { isAsked, questions } from './assessment/questions.ts';
import { exampleRecommender, filingForm } from './filing/definition.ts';
import { numberTypeOf } from './filing/number-type.ts';

/** The same service under each kind of technique. */
const as = (technique: string): FormValues => ({ ...exampleRecommender, technique, searchKind: 'search' });

/** The fields that a form asks of this technique. */
const fieldsOf = (technique: string): readonly string[] =>
  Object.entries(filingForm.fields)
    .filter(([, { shown }]) => shown === undefined || shown(as(technique)))
    .map(([name]) => name);

const asked = (technique: string): readonly string[] =>
  questions
    .filter((question) => isAsked(question, { template: question.template, techniques: [technique] }))
    .map(({ id }) => id);

describe('rules are chosen by the kind of technique (final/2.2)', () => {
  const ids = techniques.map(({ id }) => id);

  it('knows five kinds, each with a type in the filing number', () => {
    expect(ids).toHaveLength(5);
    expect(new Set(ids.map((id) => numberTypeOf(as(id))?.id)).size).toBe(5);
  });

  it('asks fields of one kind of nobody else, and drops what was written under another', () => {
    const own = (technique: string) =>
      fieldsOf(technique).filter((name) =>
        ids.every((other) => other === technique || !fieldsOf(other).includes(name)),
      );
    for (const technique of ['generative', 'search-filter', 'dispatch-decision'])
      expect(own(technique), technique).not.toEqual([]);
    const [first = ''] = own('dispatch-decision');
    expect(shownValues(filingForm, { ...as('personalised-push'), [first]: '写过的' })).not.toHaveProperty(first);
    expect(shownValues(filingForm, { ...as('dispatch-decision'), [first]: '写过的' })).toHaveProperty(first);
  });

  it('asks an assessment about what a technique can do wrong', () => {
    const of = (technique: string, item: string) => asked(technique).includes(item);
    const all = new Set(ids.flatMap(asked));
    const differing = [...all].filter((id) => !ids.every((technique) => of(technique, id)));
    expect(differing.length).toBeGreaterThan(10);
    for (const technique of ['personalised-push', 'ranking-selection', 'dispatch-decision'])
      expect(
        differing.filter((id) => of(technique, id)),
        technique,
      ).not.toEqual([]);
  });
});
