export * from './account.ts';
export * from './matters.ts';
export * from './public/figures.ts';
export * from './public/number-check.ts';
export * from './public/register-record.ts';
export * from './public/register-search.ts';
export * from './public/text.ts';
export * from './sign-in-pages.ts';
