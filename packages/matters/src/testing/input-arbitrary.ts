import fc from 'fast-check';
import { z } from 'zod';
import type { Control, FieldDefinition, FormDefinition, FormValues } from '../engine/form.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

const asSchema = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? { ...value } : {});

const dates = ['2026-01-05', '2026-03-02', '2026-03-16', '2026-03-20', '2026-05-08', '2026-12-31'];
const clauses = ['final/25', 'final/24.1', 'final/33.1', 'final/33.2'];
const wrongClauses = ['draft/21', 'final/999'];
const words = ['说明', 'plain words', '/form/algorithmName', '/form/nothing', 'account-1', ' ', 'III'];

const textFor = (name: string): fc.Arbitrary<string> => {
  const usual = /occurred|date|ends?$|ended|day|until/i.test(name)
    ? dates
    : /basis|clause/i.test(name)
      ? clauses
      : words;
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...dates, ...wrongClauses, ...words) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
};

/** Whole forms by the property of the input that holds them. */
export type FormSamples = Readonly<Record<string, readonly FormValues[]>>;

const fromSchema = (schema: JsonSchema, name: string, forms: FormSamples): fc.Arbitrary<unknown> => {
  const alternatives = schema['anyOf'] ?? schema['oneOf'];
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum']);
  if (Array.isArray(alternatives))
    return fc.oneof(...alternatives.map((each) => fromSchema(asSchema(each), name, forms)));
  switch (schema['type']) {
    case 'object': {
      const samples = forms[name];
      if (samples !== undefined) return formArbitrary(samples);
      const required: readonly unknown[] = Array.isArray(schema['required']) ? schema['required'] : [];
      const properties = Object.entries(asSchema(schema['properties']));
      return fc.record(
        Object.fromEntries(properties.map(([key, value]) => [key, fromSchema(asSchema(value), key, forms)])),
        { requiredKeys: properties.map(([key]) => key).filter((key) => required.includes(key)) },
      );
    }
    case 'array':
      return fc.array(fromSchema(asSchema(schema['items']), name, forms), { maxLength: 2 });
    case 'boolean':
      return fc.boolean();
    case 'number':
    case 'integer':
      return fc.integer({ min: -1, max: 1000 });
    case 'null':
      return fc.constant(null);
    default:
      return textFor(name);
  }
};

/** Mostly a whole form, sometimes with fields taken back. */
const formArbitrary = (forms: readonly FormValues[]): fc.Arbitrary<FormValues> =>
  fc.constantFrom(...forms).chain((form) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(form) },
      {
        weight: 1,
        arbitrary: fc
          .subarray(Object.keys(form), { maxLength: Math.min(3, Object.keys(form).length) })
          .map((taken) => ({ ...form, ...Object.fromEntries(taken.map((name) => [name, null])) })),
      },
    ),
  );

/** Inputs of a command, right in shape or nearly so, made from the schema that the definition declares. */
export const inputArbitrary = (input: z.ZodType, forms: FormSamples): fc.Arbitrary<unknown> => {
  const schema = asSchema(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
  return fc.oneof(
    { weight: 12, arbitrary: fromSchema(schema, '', forms) },
    { weight: 1, arbitrary: fc.constantFrom({}, null, { surplus: 1 }) },
  );
};

const plainText: Readonly<Record<string, string>> = {
  url: 'https://read.example.cn/',
  email: 'a@example.cn',
  telephone: '000-0000-0000',
  colleague: 'yunqi-officer',
  official: 'province-440000-supervisor',
};

const soundValue = (control: Control): unknown => {
  switch (control.kind) {
    case 'text':
      return control.pattern === undefined ? '如实说明。'.slice(0, control.longest) : plainText[control.pattern];
    case 'number':
      return control.atLeast;
    case 'date':
      return '2026-03-16';
    case 'yes-no':
      return true;
    case 'choice':
      return control.options[0]?.value;
    case 'pick':
      return `00000000-0000-4000-8000-000000000000${control.from.of === 'check-result' ? '/differential-pricing' : ''}`;
    case 'choices':
      return control.options.slice(0, Math.max(1, control.atLeast)).map(({ value }) => value);
    case 'attachment':
      return [{ hash: 'f'.repeat(64), name: '附件.pdf', size: 1, type: control.accepts[0] ?? 'application/pdf' }];
    case 'list':
      return Array.from({ length: Math.max(1, control.atLeast) }, () => soundFields(control.of));
  }
};

const soundFields = (fields: Readonly<Record<string, FieldDefinition>>): FormValues =>
  Object.fromEntries(Object.entries(fields).map(([name, { control }]) => [name, soundValue(control)]));

/** Every field filled in by the kind of its control alone; a field with a test of its own may still refuse it. */
export const soundForm = ({ fields }: FormDefinition): FormValues => soundFields(fields);
