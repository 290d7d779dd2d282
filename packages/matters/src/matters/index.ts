import { anyMatter, type AnyMatterDefinition } from '../engine/definition.ts';
import { providerRegistration } from './provider-registration/definition.ts';

/** Every kind of matter of this edition of the product. Adding one: its folder, and a line here. */
export const matterDefinitions: readonly AnyMatterDefinition[] = [
  anyMatter(providerRegistration),
];
