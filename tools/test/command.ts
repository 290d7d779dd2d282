import { spawn, type ChildProcess } from 'node:child_process';

export interface Finished {
  readonly ok: boolean;
  /** What it wrote to both outputs, as it came. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMinutes: number;
}

const running = new Set<ChildProcess>();
const STOP_WITHIN_MILLISECONDS = 5000;

/** Runs a command to its end without input; one that takes too long is ended with everything it started. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<Finished> {
  return new Promise((resolve) => {
    // A group of its own, so that its workers, servers and browsers can be ended with it.
    const child = spawn(command, args, {
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...options.env },
    });
    running.add(child);
    let output = '';
    let late = false;
    const collect = (text: string) => {
      output += text;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    const timer = setTimeout(() => {
      late = true;
      end(child, 'SIGKILL');
    }, options.timeoutMinutes * 60_000);
    const finish = (ok: boolean, last: string) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ ok, output: `${output}${last}`.trim() });
    };
    child.once('error', (error) => finish(false, `\n${error.message}`));
    child.once('close', (code) => {
      const reason = late ? `\n没有在 ${options.timeoutMinutes} 分钟内完成 did not finish in time` : '';
      finish(code === 0 && !late, reason);
    });
  });
}

/** Ends every command that still runs, kindly first. */
export async function stopCommands(): Promise<void> {
  if (running.size === 0) return;
  for (const child of running) end(child, 'SIGTERM');
  const closed = Promise.all([...running].map((child) => new Promise((resolve) => child.once('close', resolve))));
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, STOP_WITHIN_MILLISECONDS);
  await Promise.race([closed, late]);
  clearTimeout(timer);
  for (const child of running) end(child, 'SIGKILL');
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
