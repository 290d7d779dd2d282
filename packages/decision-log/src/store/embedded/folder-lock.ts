import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's result code for "somebody else has it". */
const busy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === busy;

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process, or returns undefined when a live process has it. It is the operating system's own lock, reached
 * through SQLite because Node has no call for it: given back however its process ends, and not fooled by a pid used again.
 */
export const lockFolder = (folder: string): FolderLock | undefined => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const handle = new DatabaseSync(join(folder, 'store.lock'), { timeout: 0 });
  try {
    handle.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      handle.close();
    },
  };
};
