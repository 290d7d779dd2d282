import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface KilledServer {
  /** Lets it open the stores; resolves with its address. */
  go(): Promise<string>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
}

export const loadServer = (dataDirectory: string): KilledServer => {
  const script = fileURLToPath(new URL('crash-server.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dataDirectory], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (words: string) => (complaint += words));
  const said: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    said.push(line);
    for (const listener of listeners) listener();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const line = (index: number): Promise<string> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        const found = said[index];
        if (found === undefined) return;
        listeners.delete(check);
        resolve(found);
      };
      listeners.add(check);
      check();
      void ended.then(() => reject(new Error(`The server ended early: ${complaint}`)));
    });
  return {
    go: async () => {
      await line(0);
      child.stdin.write('go\n');
      return line(1);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};
