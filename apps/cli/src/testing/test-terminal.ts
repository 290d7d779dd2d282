import type { Terminal } from '../terminal.ts';

export interface TestTerminal {
  readonly world: Omit<Terminal, 'language'>;
  readonly said: () => string;
  readonly complained: () => string;
}

/** A terminal that nobody looks at, in English, which keeps what is written. */
export const testTerminal = (
  workingDirectory: string,
  { input = '', environment = {} }: { readonly input?: string; readonly environment?: Terminal['environment'] } = {},
): TestTerminal => {
  const output: Buffer[] = [];
  let errors = '';
  return {
    world: {
      environment,
      workingDirectory,
      interactive: false,
      output: { write: (chunk) => output.push(Buffer.from(chunk as Uint8Array)) },
      errors: { write: (chunk) => (errors += chunk) },
      input: async () => input,
    },
    said: () => Buffer.concat(output).toString('utf8'),
    complained: () => errors,
  };
};
