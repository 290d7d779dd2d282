export { families, familyNames, type FamilyName } from './families/families.ts';
export type { Family, Field, FieldKind } from './families/field.ts';
export { logDatabase } from './store/store.ts';
export type { LogStore, QueryOptions, StoreReader, StoreWriter } from './store/store.ts';
export { StoreFault, type StoreFaultKind } from './store/store-fault.ts';
