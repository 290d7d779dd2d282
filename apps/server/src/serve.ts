import { randomBytes } from 'node:crypto';
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
    return new StartFault(text(`端口 ${port} 已被占用。请停止占用它的程序，或用 PORT=… 换一个端口。`, `Port ${port} is taken. Stop what uses it, or choose another with PORT=….`), { cause: error });
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
    return new StartFault(text(`不能在 ${host}:${port} 上监听。`, `Listening on ${host}:${port} is not possible.`), { cause: error });
  return error;
};

const connectable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

/** Starts listening. @throws StartFault, StoreLocked, StoreUnavailable, MasterKeyFault, all with words for people. */
export const startServer = async (config: ServerConfig, options: Omit<AssembleOptions, 'operatorToken'> = {}): Promise<RunningServer> => {
  const other = await readRunFile(config.dataDirectory);
  if (other !== undefined)
    throw new StartFault(
      text(
        `数据目录 ${config.dataDirectory} 已有服务在运行（进程 ${other.pid}，${other.address}）。请先停止它，或用 DATA_DIR=… 换一个目录。`,
        `A server already runs on the data folder ${config.dataDirectory} (process ${other.pid}, ${other.address}). Stop it first, or choose another folder with DATA_DIR=….`,
      ),
    );
  const operatorToken = randomBytes(32).toString('base64url');
  const assembly = await assemble(config, { ...options, operatorToken });
  const exposed = await demonstrationExposed(assembly.services.store, config);
  if (exposed !== undefined) {
    await assembly.close();
    throw new StartFault(exposed);
  }
  try {
    await assembly.app.listen({ host: config.host, port: config.port });
  } catch (error) {
    await assembly.close();
    throw listenFault(error, config);
  }
  const bound = assembly.app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : config.port;
  const address = `http://${connectable(config.host)}:${port}`;
  await writeRunFile(config.dataDirectory, { address, token: operatorToken, pid: process.pid });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> =>
    (stopping ??= (async () => {
      await removeRunFile(config.dataDirectory);
      await assembly.close();
    })());
  return { address, assembly, stop };
};
