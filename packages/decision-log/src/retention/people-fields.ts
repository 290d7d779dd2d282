import { families, type FamilyName } from '../families/families.ts';
import type { Field } from '../families/field.ts';

/** The columns of a family that hold pseudonyms of people, under the ordinary key. */
export const peopleFields = (family: FamilyName): readonly string[] => {
  const fields: readonly Field[] = families[family].fields;
  return fields.flatMap(({ name, type }) => (type.kind === 'pseudonym' && type.key === undefined ? [name] : []));
};

/** SQL that is true of rows in which one of `{users:Array(String)}` occurs; undefined where the family knows no people. */
export const aboutUsers = (family: FamilyName): string | undefined => {
  const fields = peopleFields(family);
  return fields.length === 0 ? undefined : `(${fields.map((name) => `${name} IN {users:Array(String)}`).join(' OR ')})`;
};
