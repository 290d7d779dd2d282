import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreLocked } from './errors.ts';

/** Who holds a folder, for the message only. */
interface Holder {
  readonly pid: number;
}

export interface FolderLock {
  readonly directory: string;
  release(): void;
}

/** SQLite's result code for "somebody else has it". */
const busy = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === busy;

const holderFile = (directory: string): string => join(directory, 'holder.json');

const readHolder = (directory: string): Holder | undefined => {
  try {
    const holder: unknown = JSON.parse(readFileSync(holderFile(directory), 'utf8'));
    return typeof holder === 'object' && holder !== null && 'pid' in holder && typeof holder.pid === 'number'
      ? { pid: holder.pid }
      : undefined;
  } catch {
    // Missing or half-written: the lock itself does not depend on it.
    return undefined;
  }
};

/**
 * Takes the data folder for this process, or throws `StoreLocked` naming who has it.
 *
 * The lock is the operating system's lock on `store.lock`, taken through SQLite because Node has no call for it. The system gives it back
 * when its process ends in any way, so a dead holder never blocks, a recycled pid never counts, two starters cannot both win, and two
 * containers that share a volume (each with its own pid 1) see each other. `holder.json` only names the holder for the message.
 */
export const lockFolder = (directory: string): FolderLock => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const handle = new DatabaseSync(join(directory, 'store.lock'), { timeout: 0 });
  try {
    handle.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (isBusy(error)) throw new StoreLocked(directory, readHolder(directory)?.pid);
    throw error;
  }
  writeFileSync(holderFile(directory), `${JSON.stringify({ pid: process.pid } satisfies Holder)}\n`, { mode: 0o600 });
  let held = true;
  return {
    directory,
    release: () => {
      if (!held) return;
      held = false;
      rmSync(holderFile(directory), { force: true });
      handle.close();
    },
  };
};
