import type { Family, Field, FieldKind } from '../families/field.ts';
import { inCanonicalOrder } from './record-checker.ts';
import {
  EARLIEST_TIME,
  MOST_ELEMENTS,
  MOST_IDENTIFIER,
  MOST_SENTENCE,
  identifierPattern,
  pseudonymPattern,
  sentencePattern,
  tokenPattern,
} from './rules.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * A family's record as JSON Schema (draft 2020-12). What a schema cannot say is said in its description: that lists beside each other are of one length, and that no
 * time is more than a day ahead.
 */
export const jsonSchemaOf = (family: Family): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://suanjian.invalid/decision-log/${family.name}/${family.version}`,
  title: `${family.title.zh} · ${family.title.en}`,
  description: `${family.meaning.zh} · ${family.meaning.en}`,
  type: 'object',
  additionalProperties: false,
  required: inCanonicalOrder(family)
    .filter(({ required }) => required)
    .map(({ name }) => name),
  ...dependenciesOf(family),
  properties: Object.fromEntries(inCanonicalOrder(family).map((field) => [field.name, propertyOf(field)])),
});

/** A list that runs beside another does not stand without it. */
function dependenciesOf({ fields }: Family): JsonSchema {
  const parallel = fields.filter(({ parallelTo }) => parallelTo !== undefined);
  return parallel.length === 0
    ? {}
    : { dependentRequired: Object.fromEntries(parallel.map(({ name, parallelTo }) => [name, [parallelTo]])) };
}

const propertyOf = ({ meaning, type, unit, parallelTo, example }: Field): JsonSchema => ({
  description: [
    `${meaning.zh} · ${meaning.en}`,
    ...(unit === undefined ? [] : [`[${unit}]`]),
    ...(parallelTo === undefined ? [] : [`与 ${parallelTo} 等长 · as long as ${parallelTo}`]),
  ].join(' '),
  ...typeOf(type),
  examples: [example],
});

const list = (items: JsonSchema): JsonSchema => ({ type: 'array', maxItems: MOST_ELEMENTS, items });
const number: JsonSchema = { type: 'number', minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
const token: JsonSchema = { type: 'string', pattern: tokenPattern };

function typeOf(type: FieldKind): JsonSchema {
  switch (type.kind) {
    case 'instant':
      return { type: 'integer', minimum: EARLIEST_TIME, maximum: Number.MAX_SAFE_INTEGER };
    case 'identifier':
      return { type: 'string', minLength: 1, maxLength: MOST_IDENTIFIER, pattern: identifierPattern };
    case 'pseudonym':
      return { type: 'string', pattern: pseudonymPattern };
    case 'token':
      return token;
    case 'choice':
      return { type: 'string', enum: [...type.values] };
    case 'sentence':
      return { type: 'string', minLength: 1, maxLength: MOST_SENTENCE, pattern: sentencePattern };
    case 'integer':
      return { type: 'integer', minimum: type.least, maximum: type.most };
    case 'number':
      return number;
    case 'flag':
      return { type: 'boolean' };
    case 'tokens':
      return list(token);
    case 'integers':
      return list({ type: 'integer', minimum: type.least, maximum: type.most });
    case 'numbers':
      return list(number);
  }
}
