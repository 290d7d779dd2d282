import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface DemonstrationServer {
  readonly address: string;
  /** Password of an account of the demonstration, by its address. @throws Error when there is no such account */
  readonly passwordOf: (email: string) => string;
  readonly stop: () => Promise<void>;
}

const mostMilliseconds = 300_000;

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode === null && child.signalCode === null) child.once('exit', () => resolve());
    else resolve();
  });

/** What the server prints until its accounts are complete: the line after the last one has not come within a moment. */
const firstWords = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = '';
    let settled: NodeJS.Timeout | undefined;
    const late = setTimeout(() => reject(new Error(`the server did not start in time:\n${output}`)), mostMilliseconds);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the server ended with ${code}:\n${output}`));
    });
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      clearTimeout(settled);
      if (!/https?:\/\/\S+/.test(output) || !/@\S+\s+\S+\n$/.test(output)) return;
      settled = setTimeout(() => {
        clearTimeout(late);
        resolve(output);
      }, 500);
    });
  });

/** The real server on a folder of its own with the demonstration, as `npm start` would begin it. */
export const startDemonstration = async (): Promise<DemonstrationServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'suanjian-screenshots-'));
  const child = spawn(
    process.execPath,
    [
      join(root, 'apps/cli/src/main.ts'),
      'serve',
      '--demo-if-empty',
      '--port',
      '0',
      '--data-dir',
      folder,
      '--lang',
      'en',
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } },
  );
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const output = await firstWords(child);
    const address = /https?:\/\/\S+/.exec(output)?.[0] ?? '';
    const passwords = new Map(
      [...output.matchAll(/(\S+@\S+)\s+(\S+)$/gm)].map(([, email = '', password = '']) => [email, password]),
    );
    return {
      address,
      passwordOf: (email) => {
        const password = passwords.get(email);
        if (password === undefined) throw new Error(`the demonstration has no account ${email}`);
        return password;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
