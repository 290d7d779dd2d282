import { usageFault } from '../fault.ts';
import { settingsOf, type SettingFlags } from '../settings.ts';
import type { Terminal } from '../terminal.ts';
import { passwordEmpty, passwordStdinNeeded } from '../texts/errors.ts';
import type { Client } from './client.ts';
import { connect } from './connect.ts';

/** Does something with the server and lets go of it, whatever happens. */
export const withClient = async <Result>(
  terminal: Terminal,
  flags: Pick<SettingFlags, 'dataDir'>,
  work: (client: Client) => Promise<Result>,
): Promise<Result> => {
  const client = await connect(await settingsOf(terminal, flags));
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};

export interface PersonFlags {
  readonly as?: string | undefined;
  readonly passwordStdin: boolean;
  readonly code?: string | undefined;
  readonly organisation?: string | undefined;
}

/** The first line, so that a file may end in a line feed. @throws CliFault when there is none */
export const readPassword = async ({ input }: Pick<Terminal, 'input'>): Promise<string> => {
  const [password = ''] = (await input()).split(/\r?\n/, 1);
  if (password === '') throw usageFault(passwordEmpty);
  return password;
};

/** The headers of whoever acts: the local operator, or the person that `--as` names. */
export const identityHeaders = async (
  client: Client,
  terminal: Terminal,
  { as, passwordStdin, code, organisation }: PersonFlags,
): Promise<Readonly<Record<string, string>>> => {
  if (as === undefined) return client.operator;
  if (!passwordStdin) throw usageFault(passwordStdinNeeded);
  const shown = await client.signIn({ email: as, password: await readPassword(terminal), code });
  return { ...shown, ...(organisation === undefined ? {} : { 'x-organisation': organisation }) };
};
