export * from './store/open-store.ts';
export * from './store/errors.ts';
export * from './store/database-errors.ts';
export type { Scope, TransactionOptions, Work } from './store/transactions.ts';
export type { Migration } from './store/migration.ts';
export { applicationRole, rowSecurity, scopeSetting, type RowSecurity } from './store/row-security.ts';
export type { Database } from './migrations/database.ts';
