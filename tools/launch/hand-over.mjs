import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { watchStarter } from './parents.mjs';
import { Refusal } from './words.mjs';

const STOP_WITH_PARENT = new URL('stop-with-parent.mjs', import.meta.url).href;
const WINDOWS = process.platform === 'win32';
/** One wish to stop arrives several times: from the terminal, and again from npm, which passes on what it got. */
const SAME_WISH_MILLISECONDS = 1000;
const STARTER_CHECK_MILLISECONDS = 300;

/**
 * Runs a script in the given Node as if it were this process: same input and output, signals passed on once each, and resolves
 * to its exit code (128 + number of the signal if one ended it).
 */
export function handOver(runtime, script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, ['--import', STOP_WITH_PARENT, script, ...args], {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      // A process group of its own: Ctrl-C in a terminal then reaches only this process, which passes it on.
      detached: !WINDOWS,
      env: { ...process.env, SUANJIAN_LAUNCHED: '1' },
    });
    const stop = passSignals(child);
    const gone = watchStarter();
    const timer = setInterval(() => {
      if (!gone()) return;
      clearInterval(timer);
      stop('SIGTERM', { unlessAsked: true });
    }, STARTER_CHECK_MILLISECONDS);
    child.once('error', (error) => {
      clearInterval(timer);
      reject(cannotRun(runtime, error));
    });
    child.once('exit', (code, signal) => {
      clearInterval(timer);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

function passSignals(child) {
  let asked;
  const stop = (signal, { unlessAsked = false } = {}) => {
    const now = performance.now();
    if (asked !== undefined && (unlessAsked || now - asked < SAME_WISH_MILLISECONDS)) return;
    asked = now;
    // On Windows the console has told the child already, and kill() would end it at once.
    if (!WINDOWS) child.kill(signal);
  };
  process.on('SIGINT', () => stop('SIGINT'));
  process.on('SIGTERM', () => stop('SIGTERM'));
  // The child is not in the terminal's foreground group and would not hear of a new window size.
  if (!WINDOWS) process.on('SIGWINCH', () => child.kill('SIGWINCH'));
  return stop;
}

function cannotRun(runtime, error) {
  return new Refusal(
    {
      zh: `无法运行 ${runtime}。请删除 node_modules 后重试；若系统不是 glibc（如 Alpine），请安装 Node 24。`,
      en: `${runtime} cannot be run. Remove node_modules and try again; on a system without glibc (such as Alpine), install Node 24.`,
    },
    error.message,
  );
}
