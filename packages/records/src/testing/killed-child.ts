import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface InsertingChild {
  readonly pid: number;
  /** Numbers acknowledged so far. */
  readonly acknowledged: readonly number[];
  /** Resolves when the store is open and `count` rows are acknowledged; rejects when the process ends before. */
  reaches(count: number): Promise<void>;
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>;
}

/** Starts `insert-until-killed.ts` on a folder. */
export const startInsertingChild = (directory: string): InsertingChild => {
  const script = fileURLToPath(new URL('insert-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: number[] = [];
  const listeners = new Set<() => void>();
  let open = false;
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (lines: string) => (complaint += lines));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') open = true;
    else acknowledged.push(Number(line));
    for (const listener of listeners) listener();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    pid: child.pid ?? 0,
    acknowledged,
    reaches: (count) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!open || acknowledged.length < count) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
        void ended.then(() => reject(new Error(`The child ended early: ${complaint}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
