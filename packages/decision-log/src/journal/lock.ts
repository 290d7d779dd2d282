import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from '@suanjian/rulebook';
import { LogFault } from './log-fault.ts';

export interface LogLock {
  release(): void;
}

/** SQLite's result code for "somebody else has it". */
const BUSY = 5;

/**
 * Takes the log of `folder` for writing, or throws `LogFault` naming the process that has it. The operating system's own lock on `writer.lock`, taken through
 * SQLite because Node has no call for it: the system gives it back when its process ends in any way, so that neither a dead holder nor a process that got its
 * number blocks, and two that start at once cannot both win. `writer.json` only names the holder.
 */
export function lockLog(folder: string): LogLock {
  const holderFile = join(folder, 'writer.json');
  const handle = new DatabaseSync(join(folder, 'writer.lock'), { timeout: 0 });
  try {
    handle.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    handle.close();
    if (!isBusy(error)) throw error;
    const holder = readHolder(holderFile);
    throw new LogFault(
      'locked',
      text(
        `进程 ${holder} 正在写入日志 ${folder}；请先停止它，或通过它的接口写入。`,
        `Process ${holder} is writing the log ${folder}. Stop it first, or write through its interface.`,
      ),
      { file: folder },
    );
  }
  writeFileSync(holderFile, `${JSON.stringify({ pid: process.pid })}\n`, { mode: 0o600 });
  let held = true;
  return {
    release: () => {
      if (!held) return;
      held = false;
      rmSync(holderFile, { force: true });
      handle.close();
    },
  };
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === BUSY;

function readHolder(file: string): string {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder === 'object' && holder !== null && 'pid' in holder ? String(holder.pid) : '?';
  } catch {
    // Missing or half-written: the lock itself does not rest on it.
    return '?';
  }
}
