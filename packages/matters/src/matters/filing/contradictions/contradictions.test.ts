import { describe, expect, test } from 'vitest';
import { findClause } from '@suanjian/rulebook';
import { formFaults } from '../../../engine/form-faults.ts';
import { exampleFacts, exampleGenerator, exampleRecommender, exampleSupporter } from '../examples.ts';
import { filingForm } from '../form.ts';
import { fieldAt } from '../../common/field-pointer.ts';
import { contradictionsOf } from './find.ts';
import { contradictionRules } from './rules.ts';

describe.each(contradictionRules.map((rule) => [rule.name, rule] as const))('%s', (_name, rule) => {
  test.each(rule.examples.map((example) => [example.title, example] as const))(
    '%s',
    (_title, { form, facts, expect: wanted }) => {
      const found = rule.find(form, { ...exampleFacts, ...facts });
      expect(found.map(({ pointers }) => pointers[0])).toEqual(wanted);
      for (const finding of found) {
        expect(finding.text.zh).not.toBe('');
        expect(finding.text.en).not.toMatch(/undefined|。/u);
        if (finding.clause !== undefined) expect(findClause(finding.clause)?.id).toBe(finding.clause);
        // Attachments are pointed at file by file, everything else at a field of the form.
        for (const pointer of finding.pointers) {
          const field = fieldAt(filingForm, form, pointer) ?? fieldAt(filingForm, form, pointer.replace(/\/\d+$/, ''));
          const hidden = /\/(?:explicitLabel|implicitLabel|labelScreenshots|workerProtection)$/.test(pointer);
          expect(field !== undefined || hidden, pointer).toBe(true);
        }
      }
    },
  );

  test('has an example that finds something and one that does not', () => {
    expect(rule.examples.some(({ expect: wanted }) => wanted.length > 0)).toBe(true);
    expect(rule.examples.some(({ expect: wanted }) => wanted.length === 0)).toBe(true);
  });
});

test('names are unique', () => {
  const names = contradictionRules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['a recommender', exampleRecommender],
  ['a generator', exampleGenerator],
  ['a technical supporter', exampleSupporter],
  ['a ranking', { ...exampleRecommender, technique: 'ranking-selection', coverTechnique: 'ranking-selection' }],
  [
    'a search',
    { ...exampleRecommender, technique: 'search-filter', searchKind: 'search', coverTechnique: 'search-filter' },
  ],
  [
    'a dispatcher',
    {
      ...exampleRecommender,
      technique: 'dispatch-decision',
      coverTechnique: 'dispatch-decision',
      workerProtection: '不涉及劳动者。',
    },
  ],
])('a sound filing of %s has no faults and no contradictions', (_title, form) => {
  expect(formFaults(filingForm, form)).toEqual([]);
  expect(contradictionsOf(form, exampleFacts)).toEqual([]);
});

test('what a condition hides contradicts nothing', () => {
  const turned = {
    ...exampleGenerator,
    role: 'technical-supporter',
    products: [{ name: '旧产品', licenceHolder: '别的公司', status: 'planned' }],
  };
  expect(
    contradictionsOf(turned, exampleFacts).filter(({ pointers }) =>
      pointers.some((pointer) => pointer.startsWith('/form/products')),
    ),
  ).toEqual([]);
});

test('a value that is masked or erased is unknown, and contradicts nothing', () => {
  const sealedAway = Object.fromEntries(
    Object.entries(exampleGenerator).map(([name, value]) => [
      name,
      filingForm.fields[name]?.secrecy === 'public' ? value : { masked: 'confidential' },
    ]),
  );
  expect(contradictionsOf(sealedAway, exampleFacts)).toEqual([]);
});
