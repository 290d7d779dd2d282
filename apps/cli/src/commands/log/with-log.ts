import { randomBytes } from 'node:crypto';
import { LogFault, openDecisionLog, type DecisionLog, type LogStore } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { dataFolderOf, hasLog, masterKeyOf, openLogStore } from '../../log-store.ts';
import type { Terminal } from '../../terminal.ts';
import { logTexts } from '../../texts/log.ts';

export interface DataFlags {
  readonly dataDir?: string;
}

/** The data folder of the flags, which must hold a log. @throws CliFault when there is none */
export const folderWithLog = async (terminal: Terminal, { dataDir }: DataFlags): Promise<string> => {
  const folder = dataFolderOf(terminal, dataDir);
  if (!(await hasLog(folder))) throw new CliFault(logTexts.noLog(folder));
  return folder;
};

const given = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

/** What every opening for writing is told: the clock, randomness, and the settings of the environment. */
export const openLog = async (
  { environment }: Pick<Terminal, 'environment'>,
  folder: string,
  store: LogStore | undefined,
  more: { readonly mostBehind?: number } = {},
): Promise<DecisionLog> => {
  const origin = given(environment['LOG_ORIGIN']);
  const masterKey = await masterKeyOf({ environment });
  return openDecisionLog({
    folder,
    clock: Date.now,
    randomness: randomBytes,
    ...(store === undefined ? {} : { store }),
    ...(origin === undefined ? {} : { origin }),
    ...(masterKey === undefined ? {} : { masterKey }),
    ...more,
  });
};

/** A log that this process has open for longer than one command: the service's. */
export interface OpenedLog {
  readonly folder: string;
  readonly log: DecisionLog;
  readonly store: LogStore;
}

/** The terminal of a command that the service gives on somebody's behalf. */
export interface ServedTerminal extends Terminal {
  readonly opened?: OpenedLog;
}

/** Opens a log for writing, without its store, and closes it; the service's own is used where it is open. @throws LogFault (`locked` where another process writes) */
export const withJournal = async <Result>(
  terminal: ServedTerminal,
  folder: string,
  work: (log: DecisionLog) => Promise<Result>,
): Promise<Result> => {
  if (terminal.opened?.folder === folder) return work(terminal.opened.log);
  const log = await openLog(terminal, folder, undefined);
  try {
    return await work(log);
  } finally {
    await log.close();
  }
};

/** Opens a log and its store for writing, and closes both. @throws LogFault (`locked` where another process writes), StoreFault */
export const withLog = async <Result>(
  terminal: ServedTerminal,
  folder: string,
  work: (log: DecisionLog, store: LogStore) => Promise<Result>,
  more: { readonly mostBehind?: number } = {},
): Promise<Result> => {
  if (terminal.opened?.folder === folder) return work(terminal.opened.log, terminal.opened.store);
  const store = await openLogStore(terminal, folder);
  try {
    const log = await openLog(terminal, folder, store, more);
    try {
      return await work(log, store);
    } finally {
      await log.close();
    }
  } finally {
    await store.close();
  }
};

export const isLocked = (error: unknown): boolean => error instanceof LogFault && error.kind === 'locked';
