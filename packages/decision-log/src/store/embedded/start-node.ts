import { spawn } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync } from 'node:fs';
import { request } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { text } from '@suanjian/rulebook';
import { StoreFault } from '../store-fault.ts';
import { writeConfiguration, type NodeConfiguration } from './configuration.ts';
import { clickHouseLibrary } from './library.ts';

export interface RunningNode {
  readonly url: string;
  readonly pid: number;
  /** Why it ended, when it did so by itself. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

/** Whether another process took one of the ports between choosing and listening, or still holds the folder while it ends. */
export class NodeNotStarted extends StoreFault {
  readonly retriable: boolean;

  constructor(complaint: string) {
    const line = complaint.split('\n').find((candidate) => candidate.includes('Exception')) ?? complaint.slice(0, 300);
    super(
      'configuration',
      text(`ClickHouse 子进程没有启动：${line}`, `The ClickHouse child process did not start: ${line}`),
    );
    this.retriable = /Address already in use|Cannot lock file|NETWORK_ERROR/u.test(complaint);
  }
}

/** Whether this very node answers: its passwords are new, so another server that took the port refuses them. */
const answers = (port: number, password: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = request({
      host: '127.0.0.1',
      port,
      path: '/?query=SELECT%201&database=default',
      headers: { 'X-ClickHouse-User': 'writer', 'X-ClickHouse-Key': password },
      timeout: 1000,
      agent: false,
    });
    probe.once('response', (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    probe.once('error', () => resolve(false)).once('timeout', () => probe.destroy());
    probe.end();
  });

/**
 * A terminal for the child's standard input. Without one this version of the engine takes itself for a script and aborts as soon as
 * any client resets its connection (ClickHouse issue 115666); with one it only notes it. Undefined where there are no terminals.
 */
const openTerminal = (): number | undefined => {
  try {
    return openSync('/dev/ptmx', constants.O_RDWR | constants.O_NOCTTY);
  } catch {
    return undefined;
  }
};

const patience = 30_000;
const complaintLength = 8000;

/** Starts one ClickHouse in a child process and waits until it listens. It lives no longer than this process. */
export const startNode = async (configuration: NodeConfiguration): Promise<RunningNode> => {
  const { folder, httpPort, tcpPort } = configuration;
  const library = clickHouseLibrary();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeConfiguration(configuration);
  const script = fileURLToPath(new URL('child.ts', import.meta.url));
  const terminal = openTerminal();
  const child = spawn(process.execPath, [script, library, folder, ...(tcpPort === undefined ? [] : ['tcp'])], {
    stdio: [terminal ?? 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { TZ: 'UTC' },
    cwd: folder,
  });
  if (terminal !== undefined) closeSync(terminal);
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (said: string) => {
    complaint = (complaint + said).slice(-complaintLength);
  });
  // The child waits for the end of this pipe; nothing is ever said on it.
  const lifeline = child.stdio[3];
  let over = false;
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => {
      over = true;
      resolve(error.message);
    });
    child.once('close', () => {
      over = true;
      resolve(complaint);
    });
  });
  const deadline = performance.now() + patience;
  while (!(await answers(httpPort, configuration.credentials.writer))) {
    // With a terminal the engine stays at its prompt after a fault.
    if (complaint.includes('DB::Exception')) child.kill('SIGKILL');
    if (over) throw new NodeNotStarted(await ended);
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      await ended;
      throw new NodeNotStarted(`no answer within ${patience / 1000} s; ${complaint}`);
    }
    await wait(10);
  }
  // The child must not keep a process alive that has nothing else to do.
  const pipes = [lifeline, child.stderr].filter((pipe) => pipe instanceof Socket);
  child.unref();
  for (const pipe of pipes) pipe.unref();
  return {
    url: `http://127.0.0.1:${httpPort}`,
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      // It has ended when its pipes have too: were they left aside, a process with nothing else to do would not live to see it.
      child.ref();
      for (const pipe of pipes) pipe.ref();
      child.kill('SIGKILL');
      await ended;
    },
  };
};
