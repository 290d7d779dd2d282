import type { ServerConfig } from '@suanjian/server/config';
import { readRunFile } from '@suanjian/server/run-file';
import type { Client } from './client.ts';
import { overHttp } from './over-http.ts';

/** The server that runs on the data folder; with none running, the stores themselves. */
export const connect = async (config: ServerConfig): Promise<Client> => {
  const running = await readRunFile(config.dataDirectory);
  if (running !== undefined) return overHttp(running);
  const { inProcess } = await import('./in-process.ts');
  return inProcess(config);
};
