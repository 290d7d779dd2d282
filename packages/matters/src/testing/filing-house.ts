import type { OrganisationFacts } from '../engine/lookups.ts';
import { anyMatter } from '../engine/definition.ts';
import { officePerson, providerPerson } from './actors.ts';
import { inMemory, RefusedError, type InMemoryOptions } from './in-memory.ts';
import { exampleRecommender, exampleSubject, filing } from '../matters/filing/definition.ts';

/** People, an office of each level and a house in which filings are told. */
export const officer = providerPerson('yunling', 'officer');
export const editor = providerPerson('yunling', 'editor');
export const stranger = providerPerson('elsewhere', 'officer');
export const province = officePerson('province', '440000', 'reviewer');
export const head = officePerson('province', '440000', 'supervisor');
export const otherProvince = officePerson('province', '330000', 'supervisor');
export const nation = officePerson('nation', '000000', 'reviewer');
export const nationHead = officePerson('nation', '000000', 'supervisor');

export const definition = anyMatter(filing);
export const organisation = {
  id: 'yunling',
  kind: 'provider',
  ...exampleSubject,
  registered: true,
} as unknown as OrganisationFacts;
export const declared = { declaration: true };

export const house = (options: Partial<InMemoryOptions> = {}) =>
  inMemory({ definitions: [definition], organisations: [organisation], today: '2026-03-20', ...options });

export const begun = async (form: object = exampleRecommender, options: Partial<InMemoryOptions> = {}) => {
  const told = house(options);
  return { told, id: await told.open('filing', { form }, editor) };
};

export const toSecond = async (form: object = exampleRecommender, options: Partial<InMemoryOptions> = {}) => {
  const { told, id } = await begun(form, options);
  await told.give(id, 'submit', declared, officer);
  await told.give(id, 'forward', {}, province);
  return { told, id };
};

export const refusalsOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RefusedError) return error.refusals;
    throw error;
  }
  return [];
};
