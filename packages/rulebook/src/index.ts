export * from './brand.ts';
export * from './civil-date.ts';
export * from './text.ts';
export * from './clause.ts';
export * from './edition.ts';
