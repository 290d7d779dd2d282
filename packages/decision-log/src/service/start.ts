import type { AddressInfo } from 'node:net';
import type { Randomness } from '../pseudonym/master-key.ts';
import { logService, type LogServiceOptions } from './app.ts';
import { loadToken } from './bearer.ts';

export interface StartOptions extends Omit<LogServiceOptions, 'token'> {
  /** The data folder, where the token lies. */
  readonly folder: string;
  readonly randomness: Randomness;
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

export interface RunningLogService {
  readonly url: string;
  readonly token: string;
  /** Ends when what was being taken is answered. The log stays open. */
  close(): Promise<void>;
}

/** Starts the service over a log that is open. */
export async function startLogService({
  folder,
  randomness,
  host,
  port,
  ...options
}: StartOptions): Promise<RunningLogService> {
  const token = await loadToken(folder, randomness);
  const app = logService({ ...options, token });
  await app.listen({ host, port });
  const address = app.server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, token, close: () => app.close() };
}
