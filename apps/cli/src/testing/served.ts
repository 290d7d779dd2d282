import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../bin/suanjian.mjs', import.meta.url));

export interface Spawned {
  readonly code: number | null;
  readonly said: string;
  readonly complained: string;
}

export interface Served {
  readonly said: () => string;
  /** Resolves when the words have been written; rejects when it ends before. */
  says(words: string): Promise<void>;
  stop(signal: NodeJS.Signals): Promise<Spawned>;
}

/** `suanjian` as people start it: with the machine's own Node, which hands over to the pinned one. */
export const spawnSuanjian = (
  line: readonly string[],
  environment: Readonly<Record<string, string>>,
): Served & { readonly ended: Promise<Spawned> } => {
  const child = spawn('node', [entry, ...line], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '', ...environment },
  });
  let said = '';
  let complained = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    said += words;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (words: string) => (complained += words));
  const ended = new Promise<Spawned>((resolve) => child.once('close', (code) => resolve({ code, said, complained })));
  return {
    ended,
    said: () => said,
    says: (words) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (!said.includes(words)) return;
          listeners.delete(check);
          resolve();
        };
        listeners.add(check);
        check();
        void ended.then(() => reject(new Error(`It ended before it said “${words}”: ${complained}`)));
      }),
    stop: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};
