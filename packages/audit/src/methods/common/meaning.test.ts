import { expect, test } from 'vitest';
import { z } from 'zod';
import { explainMethod } from '../../report/explain.ts';
import { methods } from '../methods.ts';
import { meaningIn } from './meaning.ts';

const properties = (parameters: z.ZodType): readonly (readonly [string, Readonly<Record<string, unknown>>])[] => {
  const { properties: listed = {} } = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' });
  return Object.entries(listed).map(([name, property]) => [name, Object(property) as Record<string, unknown>]);
};

test.each(methods.map((method) => [method.id, method] as const))(
  'every parameter of %s says what it means',
  (_, method) => {
    for (const [name, property] of properties(method.parameters)) {
      const found = meaningIn(property);
      expect([name, found?.zh]).toEqual([name, expect.stringMatching(/[\u4e00-\u9fff].*。$/u)]);
      expect([name, found?.en]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/u)]);
      for (const language of ['zh', 'en'] as const)
        expect(explainMethod(method, language).join('\n')).toContain(found?.[language]);
    }
  },
);

test('what is no meaning is not taken for one', () => {
  expect(meaningIn({ type: 'number' })).toBeUndefined();
  expect(meaningIn({ meaning: { zh: '数' } })).toBeUndefined();
});
