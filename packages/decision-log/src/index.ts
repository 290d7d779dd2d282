export { families, familyNames, type FamilyName } from './families/families.ts';
export type { Family, Field, FieldKind } from './families/field.ts';
