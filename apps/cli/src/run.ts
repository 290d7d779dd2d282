import { run } from '@stricli/core';
import type { Language } from '@suanjian/rulebook';
import { buildSuanjian } from './application.ts';
import type { SuanjianContext } from './command-kit.ts';
import { renderFault, usageFault } from './fault.ts';
import { harmless, type Terminal } from './terminal.ts';
import { unknownLanguage } from './texts/errors.ts';

/** The language of the machine: Chinese where it says so, else English. */
const languageOfMachine = ({ LC_ALL, LC_MESSAGES, LANG }: Terminal['environment']): Language =>
  ((LC_ALL || LC_MESSAGES || LANG) ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** `--lang` may stand anywhere before `--`, with every command. */
const takeLanguage = (
  inputs: readonly string[],
): { readonly asked: string | undefined; readonly rest: readonly string[] } => {
  const end = inputs.indexOf('--');
  const at = inputs.findIndex(
    (input, index) => (end === -1 || index < end) && (input === '--lang' || input.startsWith('--lang=')),
  );
  const found = inputs[at];
  if (found === undefined) return { asked: undefined, rest: inputs };
  const joined = found.startsWith('--lang=');
  return {
    asked: joined ? found.slice('--lang='.length) : (inputs[at + 1] ?? ''),
    rest: inputs.toSpliced(at, joined ? 1 : 2),
  };
};

/** Runs one command line to its exit code: 0 done, 1 refused or failed, 2 not understood. */
export const runSuanjian = async (inputs: readonly string[], world: Omit<Terminal, 'language'>): Promise<number> => {
  const { asked, rest } = takeLanguage(inputs);
  const machine = languageOfMachine(world.environment);
  if (asked !== undefined && asked !== 'zh' && asked !== 'en') {
    world.errors.write(`${renderFault(usageFault(unknownLanguage(asked)), machine, false)}\n`);
    return 2;
  }
  const terminal: Terminal = { run: runSuanjian, ...world, language: asked ?? machine };
  const process: SuanjianContext['process'] = {
    stdout: { write: (words) => void terminal.output.write(harmless(words)) },
    stderr: { write: (words) => void terminal.errors.write(harmless(words)) },
    env: terminal.environment,
    exitCode: undefined,
  };
  await run(buildSuanjian(terminal.language, terminal.environment), rest, { process, terminal });
  const code = Number(process.exitCode ?? 0);
  // The library's own codes are negative: what was not understood, and commands that could not be loaded.
  if (code === -4 || code === -5) return 2;
  return code < 0 ? 1 : code;
};
