import { expect, test } from 'vitest';
import { familiesIn, filled, parametersIn, valueInSql, withValues } from './template.ts';

const family = ({ family: name, history }: { family: string; history: boolean }): string =>
  `<${name}${history ? ' before' : ''}>`;

test('places are filled with families and parameters', () => {
  const template =
    'SELECT * FROM {{exposure}} SEMI JOIN {{control.history}} USING (user) WHERE surface = {{ parameter.surface }} AND has({{parameter.tags}}, tag)';
  expect(filled(template, { parameters: { surface: "it's \\ ok", tags: ['a', "b'"] }, family })).toBe(
    "SELECT * FROM <exposure> SEMI JOIN <control before> USING (user) WHERE surface = 'it\\'s \\\\ ok' AND has(['a', 'b\\''], tag)",
  );
  expect(familiesIn([template])).toEqual([
    { family: 'exposure', history: false },
    { family: 'control', history: true },
  ]);
  expect([...parametersIn([template])]).toEqual(['surface', 'tags']);
});

test('a value cannot end the place it stands in', () => {
  expect(valueInSql([])).toBe('emptyArrayString()');
  expect(valueInSql(true)).toBe('true');
  expect(valueInSql(-1.5)).toBe('-1.5');
  expect(() => valueInSql(Number.NaN)).toThrow(RangeError);
});

test.each(['{{nothing}}', '{{exposure.future}}', '{{parameter.absent}}', '{{control.history.more}}', '{{}}'])(
  '%s is refused, in words',
  (template) => {
    expect(() => filled(template, { parameters: {}, family })).toThrow(/stands for nothing/);
  },
);

test('method parameters take the values themselves', () => {
  const parameters = { materiality: 0.02, levels: ['a'] };
  expect(
    withValues(
      { materiality: '{{parameter.materiality}}', deep: [{ levels: '{{ parameter.levels }}' }], plain: 'x' },
      parameters,
    ),
  ).toEqual({
    materiality: 0.02,
    deep: [{ levels: ['a'] }],
    plain: 'x',
  });
  expect(() => withValues('{{parameter.none}}', parameters)).toThrow(/stands for nothing/);
});
