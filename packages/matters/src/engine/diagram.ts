import type { Language } from '@suanjian/rulebook';
import type { AnyMatterDefinition } from './definition.ts';

export interface Transition {
  /** Absent for the opening. */
  readonly from?: string;
  readonly command: string;
  readonly to: string;
}

/** Every way from state to state that the definition declares. */
export const transitionsOf = (definition: AnyMatterDefinition): readonly Transition[] => [
  { command: 'open', to: definition.opening.to },
  ...Object.entries(definition.commands).flatMap(([command, { from, to }]) =>
    from.flatMap((source) => (to ?? [source]).map((target) => ({ from: source, command, to: target }))),
  ),
];

/** A state diagram in Mermaid's notation. */
export const stateDiagram = (definition: AnyMatterDefinition, language: Language): string => {
  const title = (status: string): string => definition.states[status]?.title[language] ?? status;
  const lines = ['stateDiagram-v2'];
  for (const status of Object.keys(definition.states))
    lines.push(`  state "${title(status)}" as ${status.replaceAll('-', '_')}`);
  for (const { from, command, to } of transitionsOf(definition)) {
    const source = from === undefined ? '[*]' : from.replaceAll('-', '_');
    const label =
      command === 'open'
        ? definition.opening.title[language]
        : (definition.commands[command]?.title[language] ?? command);
    if (from !== to) lines.push(`  ${source} --> ${to.replaceAll('-', '_')}: ${label}`);
  }
  for (const [status, { final }] of Object.entries(definition.states))
    if (final === true) lines.push(`  ${status.replaceAll('-', '_')} --> [*]`);
  return `${lines.join('\n')}\n`;
};
