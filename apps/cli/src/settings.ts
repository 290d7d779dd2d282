import type { ServerConfig } from '@suanjian/server/config';
import type { Terminal } from './terminal.ts';

export interface SettingFlags {
  readonly dataDir?: string | undefined;
  readonly port?: number | undefined;
  readonly host?: string | undefined;
}

/** The settings of the environment, with what the flags say in their place. @throws ConfigFault */
export const settingsOf = async (
  { environment, workingDirectory }: Terminal,
  { dataDir, port, host }: SettingFlags,
): Promise<ServerConfig> => {
  const { readConfig } = await import('@suanjian/server/config');
  return readConfig(
    {
      ...environment,
      ...(dataDir === undefined ? {} : { DATA_DIR: dataDir }),
      ...(port === undefined ? {} : { PORT: String(port) }),
      ...(host === undefined ? {} : { HOST: host }),
    },
    workingDirectory,
  );
};
