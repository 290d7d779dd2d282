/**
 * The thread in which PGlite lives: it blocks its thread for the whole of a query, so it has one to itself. Speaks the PostgreSQL wire
 * protocol over message ports, one connection at a time.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFolder, durableStartParameters, prepareCluster } from './durable-folder.ts';
import { createFrameReader, type Frame } from './wire-frames.ts';
import type { EngineReport, EngineRequest, EngineSettings, WireMessage } from './worker-messages.ts';

const control = parentPort;
if (control === null) throw new Error('engine-worker.ts runs only as a worker thread');

const settings = workerData as EngineSettings;
const report = (message: EngineReport, transfer: ArrayBuffer[] = []): void => control.postMessage(message, transfer);
let syncs = 0;

/** What PostgreSQL last wrote before it gave up. */
let lastWords = '';
const onStderr = (line: string): boolean => {
  if (/\b(PANIC|FATAL):/.test(line)) lastWords = line.trim();
  return false;
};

const fail = (error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error);
  report({ kind: 'failed', reason: [reason, lastWords].filter((part) => part !== '').join('; ') });
  // Ends this thread only. Nothing after this point may be acknowledged.
  process.exit(1);
};

const open = async (): Promise<PGlite> => {
  const image = settings.snapshot === undefined ? {} : { loadDataDir: new Blob([settings.snapshot]) };
  if (settings.directory === undefined) return PGlite.create({ ...image, onStderr });
  const folder = (path: string): DurableFolder => new DurableFolder(path, () => syncs++, fail);
  const database = await prepareCluster(settings.directory, async (unfinished) => {
    const builder = await PGlite.create({ fs: folder(unfinished), ...image });
    await builder.close();
  });
  return PGlite.create({ fs: folder(database), startParams: [...durableStartParameters], onStderr });
};

const sendAtOnce = 1 << 20;

/** Runs whole messages and sends the engine's answer. The streaming call is used because the plain one keeps every answer in memory for good. */
const run = async (pglite: PGlite, bytes: Uint8Array, port: MessagePort): Promise<void> => {
  let chunks: Uint8Array[] = [];
  let length = 0;
  const send = (): void => {
    if (length === 0) return;
    const answer = new Uint8Array(length);
    let offset = 0;
    for (const chunk of chunks) {
      answer.set(chunk, offset);
      offset += chunk.length;
    }
    chunks = [];
    length = 0;
    port.postMessage({ bytes: answer } satisfies WireMessage, [answer.buffer]);
  };
  await pglite.execProtocolRawStream(bytes, {
    onRawData: (data) => {
      // A view of the engine's own memory, overwritten by the next message.
      chunks.push(data.slice());
      length += data.length;
      if (length >= sendAtOnce) send();
    },
  });
  send();
};

/** Leaves no trace of a connection for the next: an open transaction is rolled back, settings, roles and prepared statements are dropped. */
const reset = async (pglite: PGlite): Promise<void> => {
  // A connection that broke off between Parse and Sync would have the engine skip everything until a Sync.
  await pglite.execProtocolRawStream(Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4), { onRawData: () => undefined });
  if (pglite.isInTransaction()) await pglite.exec('ROLLBACK');
  await pglite.exec('DISCARD ALL');
};

const pglite = await open().catch(fail);

/** All work, in order: the engine can do one thing at a time. */
let queue: Promise<unknown> = Promise.resolve();
const enqueue = (work: () => Promise<unknown>): void => {
  queue = queue.then(work).catch(fail);
};

let current: MessagePort | undefined;

const leave = async (port: MessagePort): Promise<void> => {
  if (current !== port) return;
  current = undefined;
  port.close();
  await reset(pglite);
};

const answerFrame = async (frame: Frame, port: MessagePort): Promise<void> => {
  switch (frame.kind) {
    case 'encryption-request': {
      port.postMessage({ bytes: Uint8Array.of('N'.charCodeAt(0)) } satisfies WireMessage);
      return;
    }
    case 'cancel-request': {
      // Cannot be served: the thread is busy with the very query that should stop.
      return;
    }
    case 'startup':
    case 'messages': {
      await run(pglite, frame.bytes, port);
      return;
    }
    case 'terminate': {
      await leave(port);
    }
  }
};

const serve = (port: MessagePort): void => {
  const readFrames = createFrameReader();
  port.on('message', (message: WireMessage) => {
    enqueue(async () => {
      if (current !== port) return;
      if ('end' in message) return leave(port);
      for (const frame of readFrames(message.bytes)) await answerFrame(frame, port);
    });
  });
  port.on('close', () => enqueue(() => leave(port)));
};

control.on('message', (request: EngineRequest) => {
  switch (request.kind) {
    case 'connect': {
      const { port } = request;
      enqueue(async () => {
        if (current !== undefined) await leave(current);
        current = port;
      });
      serve(port);
      return;
    }
    case 'dump': {
      enqueue(async () => {
        const image = new Uint8Array(await (await pglite.dumpDataDir('none')).arrayBuffer());
        report({ kind: 'dumped', image }, [image.buffer]);
      });
      return;
    }
    case 'count-syncs': {
      enqueue(async () => report({ kind: 'syncs', count: syncs }));
      return;
    }
    case 'close': {
      enqueue(async () => {
        await pglite.close();
        process.exit(0);
      });
    }
  }
});

report({ kind: 'ready' });
