import { matterDefinitions, type AnyMatterDefinition, type StateDefinition } from '@suanjian/matters';
import { text, type Text } from '@suanjian/rulebook';
import { matterTexts } from '../texts/matter.ts';

const byKind = new Map(matterDefinitions.map((definition) => [definition.kind, definition]));

export const definitionOf = (kind: string): AnyMatterDefinition | undefined => byKind.get(kind);

export const kinds = (): readonly AnyMatterDefinition[] => matterDefinitions;

export const kindTitle = (kind: string): Text => byKind.get(kind)?.title ?? text(kind, kind);

/** What the forms of a kind are called as a whole: what a company hands in, or what both sides have put on file. */
export const contentTitle = (kind: string): Text => {
  const definition = byKind.get(kind);
  const handedIn = definition?.opening.by.some(({ side }) => side === 'provider') === true;
  return handedIn && definition.forms['form'] !== undefined ? matterTexts.form : matterTexts.content;
};

export const stateOf = (kind: string, status: string): StateDefinition | undefined => byKind.get(kind)?.states[status];

export const stateTitle = (kind: string, status: string): Text => stateOf(kind, status)?.title ?? text(status, status);
