import { randomBytes } from 'node:crypto';
import { createServer } from 'node:net';
import { loadPages, webDirectory } from '@suanjian/web';
import { text } from '@suanjian/rulebook';
import { assemble, type Assembly, type AssembleOptions } from './assemble.ts';
import type { ServerConfig } from './config.ts';
import { demonstrationExposed } from './demonstration/standing.ts';
import { readRunFile, removeRunFile, writeRunFile } from './run-file.ts';
import { StartFault } from './start-fault.ts';

export { StartFault } from './start-fault.ts';

export interface RunningServer {
  /** Where it listens, for example `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly assembly: Assembly;
  stop(): Promise<void>;
}

const listenFault = (error: unknown, { host, port }: ServerConfig): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new StartFault(
      text(
        `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT=… 换一个端口。`,
        `Port ${port} is taken. Stop what uses it, or choose another with PORT=….`,
      ),
      { cause: error },
    );
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new StartFault(text(`不能在 ${host}:${port} 上监听。`, `Listening on ${host}:${port} is not possible.`), {
      cause: error,
    });
  return error;
};

const connectable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

export interface StartOptions extends Omit<AssembleOptions, 'operatorToken'> {
  /** What is still to be done with everything in place and nobody served yet; what it throws ends the start. */
  readonly prepare?: (assembly: Assembly) => Promise<void>;
}

const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Port 0 is any free one; it has to be known before the start, because the public address holds it. */
const withPort = async (config: ServerConfig): Promise<ServerConfig> => {
  if (config.port !== 0) return config;
  const port = await freePort(config.host);
  return { ...config, port, publicAddress: config.publicAddress.replace(/:0$/, `:${port}`) };
};

/** Often enough that nobody waits for a notice, seldom enough to cost nothing. */
const roundEvery = 10_000;

/** Starts listening; what is built for the browser must be built already. @throws StartFault, StoreLocked, StoreUnavailable, MasterKeyFault, all with words for people. */
export const startServer = async (
  given: ServerConfig,
  { prepare, ...options }: StartOptions = {},
): Promise<RunningServer> => {
  const config = await withPort(given);
  const other = await readRunFile(config.dataDirectory);
  if (other !== undefined)
    throw new StartFault(
      text(
        `数据目录 ${config.dataDirectory} 已有服务在运行（进程 ${other.pid}，${other.address}）。请先停止它，或用 DATA_DIR=… 换一个目录。`,
        `A server already runs on the data folder ${config.dataDirectory} (process ${other.pid}, ${other.address}). Stop it first, or choose another folder with DATA_DIR=….`,
      ),
    );
  const operatorToken = randomBytes(32).toString('base64url');
  const web = options.web ?? { pages: await loadPages(), directory: webDirectory };
  const assembly = await assemble(config, { tickEvery: roundEvery, ...options, web, operatorToken });
  try {
    const exposed = await demonstrationExposed(assembly.services.store, config);
    if (exposed !== undefined) throw new StartFault(exposed);
    await prepare?.(assembly);
    assembly.begin();
    await assembly.app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await assembly.close();
    throw listenFault(error, config);
  }
  const address = `http://${connectable(config.host)}:${config.port}`;
  await writeRunFile(config.dataDirectory, { address, token: operatorToken, pid: process.pid });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      await removeRunFile(config.dataDirectory);
      await assembly.close();
    })());
  return { address, assembly, stop };
};
