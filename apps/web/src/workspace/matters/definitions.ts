import { matterDefinitions, type AnyMatterDefinition, type StateDefinition } from '@suanjian/matters';
import { text, type Text } from '@suanjian/rulebook';

const byKind = new Map(matterDefinitions.map((definition) => [definition.kind, definition]));

export const definitionOf = (kind: string): AnyMatterDefinition | undefined => byKind.get(kind);

export const kinds = (): readonly AnyMatterDefinition[] => matterDefinitions;

export const kindTitle = (kind: string): Text => byKind.get(kind)?.title ?? text(kind, kind);

export const stateOf = (kind: string, status: string): StateDefinition | undefined => byKind.get(kind)?.states[status];

export const stateTitle = (kind: string, status: string): Text => stateOf(kind, status)?.title ?? text(status, status);
