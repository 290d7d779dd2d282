import { MessageChannel, Worker } from 'node:worker_threads';
import { text } from '@suanjian/rulebook';
import { StoreUnavailable } from '../errors.ts';
import { PortStream } from './port-stream.ts';
import type { EngineReport, EngineRequest, EngineSettings } from './worker-messages.ts';

/** The embedded database in its own thread. */
export interface Engine {
  /** A stream for `pg`, as good as a socket to a server. */
  stream(): PortStream;
  /** An image of the whole cluster, to start another engine from. */
  dump(): Promise<Uint8Array<ArrayBuffer>>;
  /** How many syncs have reached the disk since the start. */
  countSyncs(): Promise<number>;
  /** Lets running work end, closes the database and waits for the thread to be gone. */
  close(): Promise<void>;
  /** Ends the thread at once, as a crash would. For tests. */
  kill(): Promise<void>;
  /** Resolves when the thread is gone, for whatever reason. */
  readonly ended: Promise<void>;
}

const failure = (reason: string): StoreUnavailable =>
  new StoreUnavailable(
    text(`嵌入式数据库的线程已停止（${reason}）。`, `the embedded database's thread has stopped (${reason}).`),
  );

/** Starts the engine and waits until it answers. Throws `StoreUnavailable` when it cannot start. */
export const startEngine = async (settings: EngineSettings): Promise<Engine> => {
  const worker = new Worker(new URL('engine-worker.ts', import.meta.url), { workerData: settings, execArgv: [] });
  const streams = new Set<PortStream>();
  const waiting: { resolve: (report: EngineReport) => void; reject: (error: Error) => void }[] = [];
  const gone = Promise.withResolvers<void>();
  let fault: StoreUnavailable | undefined;

  const post = (request: EngineRequest, transfer: Parameters<Worker['postMessage']>[1] = []): void =>
    worker.postMessage(request, transfer);

  const nextReport = (): Promise<EngineReport> =>
    fault === undefined ? new Promise((resolve, reject) => waiting.push({ resolve, reject })) : Promise.reject(fault);

  const stop = (error: StoreUnavailable): void => {
    fault ??= error;
    for (const stream of streams) stream.destroy(fault);
    for (const waiter of waiting.splice(0)) waiter.reject(fault);
  };

  worker.on('message', (report: EngineReport) => {
    if (report.kind === 'failed') stop(failure(report.reason));
    else waiting.shift()?.resolve(report);
  });
  worker.on('error', (error) => stop(failure(error instanceof Error ? error.message : String(error))));
  worker.on('exit', (code) => {
    stop(failure(`exit ${code}`));
    gone.resolve();
  });

  const ask = async <Kind extends EngineReport['kind']>(
    request: EngineRequest,
    kind: Kind,
  ): Promise<Extract<EngineReport, { kind: Kind }>> => {
    const answer = nextReport();
    if (fault === undefined) post(request);
    const report = await answer;
    if (report.kind !== kind) throw failure(`${report.kind} instead of ${kind}`);
    return report as Extract<EngineReport, { kind: Kind }>;
  };

  await nextReport();

  return {
    stream: () => {
      const stream = new PortStream(() => {
        if (fault !== undefined) throw fault;
        const { port1, port2 } = new MessageChannel();
        post({ kind: 'connect', port: port2 }, [port2]);
        return port1;
      });
      streams.add(stream);
      stream.once('close', () => streams.delete(stream));
      return stream;
    },
    dump: async () => (await ask({ kind: 'dump' }, 'dumped')).image,
    countSyncs: async () => (await ask({ kind: 'count-syncs' }, 'syncs')).count,
    close: async () => {
      if (fault === undefined) post({ kind: 'close' });
      await gone.promise;
    },
    kill: async () => {
      await worker.terminate();
    },
    ended: gone.promise,
  };
};
