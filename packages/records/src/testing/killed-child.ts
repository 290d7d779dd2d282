import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface InsertingChild {
  readonly pid: number;
  /** Numbers acknowledged so far. */
  readonly acknowledged: readonly number[];
  /** Resolves when the store is open and `count` rows are acknowledged; rejects when the process ends before. */
  reaches(count: number): Promise<void>;
  /** Resolves with what it wrote to its error output when it ends by itself. */
  readonly ended: Promise<string>;
  /** kill -9, and waits until the process is gone. */
  kill(): Promise<void>;
}

/**
 * The same start through a shell in which no file may grow past 15 MiB, a little less than a segment of the write-ahead log: to the engine
 * it looks as if the disk were full.
 */
const withFullDisk = ['/bin/bash', '-c', `trap '' XFSZ; ulimit -f 15360; exec "$@"`, 'bash'];

export interface InsertingOptions {
  readonly fillerBytes?: number;
  readonly diskFills?: boolean;
}

/** Starts `insert-until-killed.ts` on a folder. */
export const startInsertingChild = (
  directory: string,
  { fillerBytes = 900, diskFills = false }: InsertingOptions = {},
): InsertingChild => {
  const script = fileURLToPath(new URL('insert-until-killed.ts', import.meta.url));
  const [program, ...parameters] = [
    ...(diskFills ? withFullDisk : []),
    process.execPath,
    script,
    directory,
    String(fillerBytes),
  ];
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
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
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(complaint)));
  return {
    pid: child.pid ?? 0,
    acknowledged,
    ended,
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
