import { closeSync, fsync, openSync, readFileSync, statSync } from 'node:fs';
import { link, mkdir, mkdtemp, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export const ownerOnly = 0o600;

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
export const isExisting = (error: unknown): boolean => hasCode(error, 'EEXIST');
export const isMissing = (error: unknown): boolean => hasCode(error, 'ENOENT');

export const sync: (descriptor: number) => Promise<void> = promisify(fsync);

/** Windows cannot sync a folder; its file system journals names itself. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    await sync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** A small file, or `undefined` when there is none. Read at once: sending it to another thread and waiting would take longer than reading it. */
export const readSmall = (path: string): string | undefined => {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

export const makeFolder = async (folder: string): Promise<void> => {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made !== undefined) await syncFolder(dirname(made));
};

/** Writes and syncs `content` beside `path`, lets `place` put it there, and leaves nothing else behind. */
const fromBeside = async (path: string, content: string, place: (beside: string) => Promise<void>): Promise<void> => {
  // A folder of its own: several processes, or one twice, may be writing the same file.
  const folder = await mkdtemp(`${path}.unfinished-`);
  try {
    const beside = join(folder, 'content');
    const handle = await open(beside, 'wx', ownerOnly);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await place(beside);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await syncFolder(dirname(path));
};

/** Writes a file that is whole and on the disk, or not there at all; takes the place of an older one. Readable by its owner only. */
export const writeDurably = (path: string, content: string): Promise<void> =>
  fromBeside(path, content, (beside) => rename(beside, path));

/** The same, unless the file exists: of several that try, one wins. Says whether this call made it. */
export const createDurably = async (path: string, content: string): Promise<boolean> => {
  try {
    await fromBeside(path, content, (beside) => link(beside, path));
    return true;
  } catch (error) {
    if (isExisting(error)) return false;
    throw error;
  }
};

/** Overwrites a file before unlinking it. Where the disk keeps old blocks this is best effort: keys in it are wrapped besides. */
export const destroy = async (path: string, overwriteWith: (bytes: number) => Uint8Array): Promise<void> => {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    await handle.write(overwriteWith(size), 0, size, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await unlink(path);
  await syncFolder(dirname(path));
};
