import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { text } from '@suanjian/rulebook';
import { defaultCaps, type AuditorCaps } from '../auditor-caps.ts';
import { openPreparedRoom } from '../private-rooms.ts';
import { readerOf, type Session } from '../session.ts';
import { auditorSession, writerSession } from '../sessions.ts';
import { logDatabase, type LogStore, type StoreReader, type StoreWriter } from '../store.ts';
import { StoreFault } from '../store-fault.ts';
import type { Credentials } from './configuration.ts';
import { auditorLogin, embeddedRooms, prepareNode, writerLogin } from './embedded-sessions.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { freePorts } from './free-ports.ts';
import { readRuntime, removeRuntime, writeRuntime, type Runtime } from './runtime-file.ts';
import { NodeNotStarted, startNode, type RunningNode } from './start-node.ts';

export interface EmbeddedOptions {
  /** Where ClickHouse keeps its data: a folder for it alone. */
  readonly folder: string;
  readonly caps?: Partial<AuditorCaps>;
  /** What the engine may hold in memory altogether, in bytes. */
  readonly memoryBytes?: number;
}

const defaultMemory = 4_000_000_000;

/** Random passwords, new at every start. */
export const newCredentials = (): Credentials => {
  const password = (): string => randomBytes(24).toString('base64url');
  return { writer: password(), auditor: password(), rooms: password() };
};

const retries = 200;
const pause = 50;

/** Starts a node, on other ports when somebody took the first ones, and again while the folder's last process is still ending. */
export const startPatiently = async (start: () => Promise<RunningNode>): Promise<RunningNode> => {
  for (let left = retries; ; left--) {
    try {
      return await start();
    } catch (error) {
      if (!(error instanceof NodeNotStarted) || !error.retriable || left === 0) throw error;
      await wait(pause);
    }
  }
};

const versionOf = async (writer: StoreReader): Promise<string> => {
  const [row] = await writer.query<{ version: string }>('SELECT version() AS version');
  return row?.version ?? '';
};

interface Connected {
  readonly writer: Session;
  readonly auditor: Session;
  readonly version: string;
}

const connect = async ({ url, credentials, caps }: Omit<Runtime, 'pid'>): Promise<Connected> => {
  const writer = writerSession(writerLogin(url, credentials));
  const auditor = auditorSession(auditorLogin(url, credentials), logDatabase, caps);
  try {
    return { writer, auditor, version: await versionOf(writer) };
  } catch (error) {
    await Promise.all([writer.close(), auditor.close()]);
    throw error;
  }
};

const storeOf = (
  { writer, auditor, version }: Connected,
  runtime: Runtime,
  held: LogStore['held'],
  end: () => Promise<void>,
): LogStore => {
  let closed = false;
  const nodes: readonly StoreWriter[] = [writer];
  return {
    kind: 'embedded',
    held,
    version,
    cluster: undefined,
    nodes,
    writer,
    auditor: readerOf(auditor),
    auditorKind: 'own-user',
    openPrivateRoom: (options) =>
      openPreparedRoom(nodes, embeddedRooms(runtime.url, runtime.credentials), runtime.caps, options),
    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.all([writer.close(), auditor.close()]);
      await end();
    },
  };
};

const hold = async (options: EmbeddedOptions, lock: FolderLock): Promise<LogStore> => {
  const { folder, memoryBytes = defaultMemory } = options;
  const caps = { ...defaultCaps, ...options.caps };
  const credentials = newCredentials();
  removeRuntime(folder);
  let node: RunningNode | undefined;
  try {
    const started = await startPatiently(async () => {
      const [httpPort = 0] = await freePorts(1);
      return startNode({
        folder,
        httpPort,
        tcpPort: undefined,
        credentials,
        caps,
        memoryBytes,
        cluster: undefined,
      });
    });
    node = started;
    const runtime: Runtime = { pid: process.pid, url: started.url, credentials, caps };
    await prepareNode(started.url, credentials);
    const connected = await connect(runtime);
    writeRuntime(folder, runtime);
    return storeOf(connected, runtime, 'here', async () => {
      removeRuntime(folder);
      await started.stop();
      lock.release();
    });
  } catch (error) {
    await node?.stop();
    lock.release();
    throw error;
  }
};

/**
 * Opens the store of a folder: starts ClickHouse when nobody has, or joins the process that holds it. Both ways behave the same; the
 * one that joined is told by an `away` fault when the holder ends.
 */
export const openEmbedded = async (options: EmbeddedOptions): Promise<LogStore> => {
  for (let left = retries; left > 0; left--) {
    const lock = lockFolder(options.folder);
    if (lock !== undefined) return hold(options, lock);
    const runtime = readRuntime(options.folder);
    if (runtime !== undefined) {
      try {
        return storeOf(await connect(runtime), runtime, 'by-another-process', async () => undefined);
      } catch (error) {
        // Its holder has just ended, and the file is of its last start: then the lock is free in a moment.
        if (!(error instanceof StoreFault) || error.kind === 'query') throw error;
      }
    }
    await wait(pause);
  }
  throw new StoreFault(
    'away',
    text(
      `目录 ${options.folder} 由另一个进程占用，但它没有开放分析库。请稍后再试，或停止该进程。`,
      `Another process holds the folder ${options.folder} but offers no store. Try again later, or stop that process.`,
    ),
  );
};
