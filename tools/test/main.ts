import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stopCommands } from './command.ts';
import { runSteps } from './run-steps.ts';
import type { Step } from './step.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Reads the arguments, runs the steps they choose from those given, and ends the process with 0 only when all is good. */
export async function main(steps: readonly Step[], withFilters: readonly string[]): Promise<void> {
  const { only, filters, mayInstall } = readArguments(steps);
  const chosen = only ?? (filters.length > 0 ? withFilters : steps.map((step) => step.name));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The running step clears up after itself (a database, temporary folders) once its command has ended.
    process.once(signal, () => {
      stop.abort(signal);
      void stopCommands();
    });
  }
  const good = await runSteps(
    steps.filter((step) => chosen.includes(step.name)),
    { root: ROOT, filters, mayInstall, stopping: stop.signal, say: (line) => console.log(line) },
  );
  if (stop.signal.aborted) process.exitCode = stop.signal.reason === 'SIGINT' ? 130 : 143;
  else process.exitCode = good ? 0 : 1;
}

function readArguments(steps: readonly Step[]) {
  const names = steps.map((step) => step.name);
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' }, 'no-install': { type: 'boolean', default: false } },
    });
    const only = values.only?.split(',').map((name) => name.trim());
    const unknown = only?.filter((name) => !names.includes(name)) ?? [];
    if (unknown.length > 0) throw new Error(`--only ${unknown.join(',')}`);
    return { only, filters: positionals, mayInstall: !values['no-install'] };
  } catch (error) {
    console.error(`不明白的参数 not understood: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`用法 usage: npm test -- [--only ${names.join(',')}] [--no-install] [路径 path…]`);
    return process.exit(2);
  }
}
