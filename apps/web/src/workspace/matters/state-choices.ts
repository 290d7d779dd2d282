import type { Text } from '@suanjian/rulebook';
import type { Choice } from './filter-bar.tsx';
import { definitionOf, kinds } from './definitions.ts';

/** States of one kind, or of all; the same name once, with every state that carries it. */
export const stateChoices = (
  kind: string | undefined,
  say: (text: Text) => string,
  office: boolean,
): readonly Choice[] => {
  const definition = kind === undefined ? undefined : definitionOf(kind);
  const byLabel = new Map<string, string>();
  for (const { states } of definition === undefined ? kinds() : [definition])
    for (const [status, { title, visible }] of Object.entries(states))
      if (visible.includes(office ? 'office' : 'provider') && !byLabel.has(say(title))) byLabel.set(say(title), status);
  return [...byLabel].map(([label, value]) => ({ label, value }));
};
