import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite as shipped never syncs: it is started with `-F`, and its file layer has no `fsync`. Both are internals, so the version is pinned and
 * a test counts the syncs of every commit.
 */
export const durableStartParameters: readonly string[] = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
];

interface FileStream {
  readonly nfd?: number;
  readonly node: object;
}

interface FileLayer {
  readonly realPath: (node: object) => string;
  readonly stream_ops: { fsync?: (stream: FileStream) => number };
}

const syncPath = (path: string): void => {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** A folder whose syncs reach the disk. After a failed sync nothing may be acknowledged any more: `onFailure` must end the engine. */
export class DurableFolder extends NodeFS {
  readonly #onSync: () => void;
  readonly #onFailure: (error: unknown) => never;

  constructor(directory: string, onSync: () => void, onFailure: (error: unknown) => never) {
    super(directory);
    this.#onSync = onSync;
    this.#onFailure = onFailure;
  }

  override async init(...parameters: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...parameters);
    const withSync = (module: { readonly NODEFS: FileLayer }): void => {
      const layer = module.NODEFS;
      layer.stream_ops.fsync = (stream) => {
        try {
          // A folder opened for syncing has no descriptor of its own.
          if (stream.nfd === undefined) syncPath(layer.realPath(stream.node));
          else fsyncSync(stream.nfd);
        } catch (error) {
          this.#onFailure(error);
        }
        this.#onSync();
        return 0;
      };
    };
    const before = emscriptenOpts.preRun ?? [];
    // PGlite swallows the exception in which PostgreSQL's PANIC ends, and would go on with a broken engine.
    const onAbort = (reason: unknown): never => this.#onFailure(reason);
    return {
      emscriptenOpts: {
        ...emscriptenOpts,
        onAbort,
        preRun: [...(Array.isArray(before) ? before : [before]), withSync],
      },
    };
  }
}

const syncTree = (directory: string): void => {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) syncTree(path);
    else if (entry.isFile()) syncPath(path);
  }
  syncPath(directory);
};

/**
 * Makes sure `directory/database` holds a whole cluster. It is built beside and renamed when complete and synced, so that an end in the middle of
 * the first start leaves nothing that looks like a database. `build` must create the cluster in the folder it is given and close it.
 */
export const prepareCluster = async (directory: string, build: (folder: string) => Promise<void>): Promise<string> => {
  const database = join(directory, 'database');
  if (existsSync(database)) return database;
  const unfinished = join(directory, 'database.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  await build(unfinished);
  syncTree(unfinished);
  renameSync(unfinished, database);
  syncPath(directory);
  return database;
};
