import { matterDefinitions } from '@suanjian/matters';
import type { Language } from '@suanjian/rulebook';
import { sayJson, table, type Terminal } from '../terminal.ts';
import type { KindsFlags } from './matter.ts';

const rowsOf = (language: Language): readonly (readonly string[])[] =>
  matterDefinitions.flatMap(({ kind, title, opening, commands }) => [
    [kind, title[language], ''],
    ['', 'open', opening.title[language]],
    ...Object.entries(commands).map(([name, command]) => [
      '',
      name,
      `${command.title[language]}  [${command.from.join(', ')}]`,
    ]),
  ]);

export const listKinds = async (terminal: Terminal, { json }: KindsFlags): Promise<void> => {
  if (!json) return void terminal.output.write(`${table(rowsOf(terminal.language))}\n`);
  sayJson(terminal, {
    kinds: matterDefinitions.map(({ kind, title, purpose, states, opening, commands }) => ({
      kind,
      title,
      purpose,
      states: Object.entries(states).map(([name, state]) => ({ name, title: state.title, meaning: state.meaning })),
      ...(opening.on === undefined ? {} : { openedOn: opening.on.kind }),
      commands: Object.entries(commands).map(([name, command]) => ({
        name,
        title: command.title,
        help: command.help,
        from: command.from,
        reason: command.reason ?? 'none',
      })),
    })),
  });
};
