import { families, type FamilyName } from '../families/families.ts';
import type { FieldKind } from '../families/field.ts';

type ValueOf<Kind> = Kind extends { readonly kind: 'choice'; readonly values: readonly (infer Value)[] }
  ? Value
  : Kind extends { readonly kind: 'instant' | 'integer' | 'number' }
    ? number
    : Kind extends { readonly kind: 'tokens' }
      ? readonly string[]
      : Kind extends { readonly kind: 'integers' | 'numbers' }
        ? readonly number[]
        : Kind extends { readonly kind: 'flag' }
          ? boolean
          : string;

type FieldOf<Name extends FamilyName> = (typeof families)[Name]['fields'][number];

/** A row of a family before it is written: the required fields, and the optional ones that are known. */
export type RowOf<Name extends FamilyName> = { time: number } & {
  [Field in FieldOf<Name> as Field extends { readonly required: true } ? Field['name'] : never]: ValueOf<Field['type']>;
} & {
  [Field in FieldOf<Name> as Field extends { readonly required: true } ? never : Field['name']]?:
    | ValueOf<Field['type']>
    | undefined;
};

const plain = (value: unknown): string => `"${String(value)}"`;
const list = (value: unknown): string => JSON.stringify(value);

const writing: Readonly<Record<FieldKind['kind'], (value: unknown) => string>> = {
  instant: String,
  integer: String,
  number: String,
  flag: String,
  // Tokens, ids and pseudonyms that the generator makes hold nothing that JSON escapes.
  identifier: plain,
  pseudonym: plain,
  token: plain,
  choice: plain,
  sentence: list,
  tokens: list,
  integers: list,
  numbers: list,
};

/** Writes rows of a family as canonical JSON (RFC 8785): keys sorted, absent fields and empty lists left out. */
export const rowWriter = <Name extends FamilyName>(name: Name): ((row: RowOf<Name>) => string) => {
  const fields = families[name].fields
    .map((field) => ({ name: field.name, key: `"${field.name}":`, write: writing[field.type.kind] }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return (row) => {
    const values: Readonly<Record<string, unknown>> = row;
    let line = '';
    for (const field of fields) {
      const value = values[field.name];
      if (value === undefined || (Array.isArray(value) && value.length === 0)) continue;
      line += `${line === '' ? '{' : ','}${field.key}${field.write(value)}`;
    }
    return `${line}}`;
  };
};
