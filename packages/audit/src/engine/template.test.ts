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

test('those who are met are asked for where somebody says how, and are everybody elsewhere', () => {
  const template = 'SELECT 1 FROM {{control.history}} WHERE {{met.exposure.user}} AND {{part.user}}';
  const met = (place: { family: string; column: string }): string => `<${place.column} of ${place.family}>`;
  expect(filled(template, { parameters: {}, family, met })).toBe(
    'SELECT 1 FROM <control before> WHERE <user of exposure> AND true',
  );
  expect(filled(template, { parameters: {}, family })).toBe('SELECT 1 FROM <control before> WHERE true AND true');
  expect(familiesIn([template])).toEqual([{ family: 'control', history: true }]);
});

test('a value cannot end the place it stands in', () => {
  expect(valueInSql([])).toBe('emptyArrayString()');
  expect(valueInSql(true)).toBe('true');
  expect(valueInSql(-1.5)).toBe('-1.5');
  expect(() => valueInSql(Number.NaN)).toThrow(RangeError);
});

test.each([
  '{{nothing}}',
  '{{exposure.future}}',
  '{{parameter.absent}}',
  '{{control.history.more}}',
  '{{met.nobody.user}}',
  '{{met.exposure}}',
  '{{}}',
])('%s is refused, in words', (template) => {
  expect(() => filled(template, { parameters: {}, family })).toThrow(/stands for nothing/);
});

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
