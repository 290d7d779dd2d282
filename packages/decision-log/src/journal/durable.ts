import { constants } from 'node:fs';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

const OWNER_ONLY = 0o600;

/** Windows cannot sync a folder; its file system journals names itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and all above it, and makes sure that their names survive too. */
export async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let at = folder; ; at = dirname(at)) {
    await syncFolder(dirname(at));
    if (at === made || at === dirname(at)) return;
  }
}

/** A file that is whole and on the disk, or not there at all; takes the place of an older one. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.unfinished-${process.pid}`;
  try {
    const handle = await open(beside, 'w', OWNER_ONLY);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Opens a file to write at places of it, making it where it is absent; says whether it was made. */
export async function openToWrite(path: string): Promise<{ readonly handle: FileHandle; readonly made: boolean }> {
  const { O_RDWR, O_CREAT, O_EXCL } = constants;
  try {
    return { handle: await open(path, O_RDWR | O_CREAT | O_EXCL, OWNER_ONLY), made: true };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    return { handle: await open(path, O_RDWR), made: false };
  }
}

/** Writes all of the pieces one after another, from `position` on. */
export async function writeAt(handle: FileHandle, pieces: readonly Uint8Array[], position: number): Promise<void> {
  let at = position;
  for (const piece of pieces) {
    let done = 0;
    while (done < piece.length) {
      const { bytesWritten } = await handle.write(piece, done, piece.length - done, at);
      done += bytesWritten;
      at += bytesWritten;
    }
  }
}
