import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LogStore } from '@suanjian/decision-log';
import type { Terminal } from './terminal.ts';

/** The data folder of the flags, of DATA_DIR, or `data`. */
export const dataFolderOf = (
  { environment, workingDirectory }: Pick<Terminal, 'environment' | 'workingDirectory'>,
  dataDir: string | undefined,
): string => {
  const asked = dataDir ?? environment['DATA_DIR'];
  return resolve(workingDirectory, asked === undefined || asked === '' ? 'data' : asked);
};

/** The key of LOG_MASTER_KEY that wraps the log's keys; without it a file beside them is used. @throws LogFault */
export const masterKeyOf = async ({ environment }: Pick<Terminal, 'environment'>): Promise<Uint8Array | undefined> => {
  const written = environment['LOG_MASTER_KEY'];
  if (written === undefined || written === '') return undefined;
  const { parseMasterKey } = await import('@suanjian/decision-log');
  return parseMasterKey(written);
};

/** The analytical store of a data folder: its own child process in `log/store`, or the servers of CLICKHOUSE_URL. @throws StoreFault */
export const openLogStore = async (
  { environment }: Pick<Terminal, 'environment'>,
  dataFolder: string,
): Promise<LogStore> => {
  const { openStore, storeOptions, logFolder } = await import('@suanjian/decision-log');
  return openStore(storeOptions(environment, join(logFolder(dataFolder), 'store')));
};

/** Whether a data folder holds a decision log at all. */
export const hasLog = async (dataFolder: string): Promise<boolean> => {
  const { journalFile, logFolder } = await import('@suanjian/decision-log');
  return existsSync(journalFile(logFolder(dataFolder)));
};

/**
 * Brings what the log has acknowledged into the store, when no other process is doing so: the writer of the log does it all the time.
 * @throws LogFault when the journal is damaged
 */
export const loadWhatWaits = async (
  terminal: Pick<Terminal, 'environment'>,
  dataFolder: string,
  store: LogStore,
): Promise<void> => {
  const { LogFault, openDecisionLog } = await import('@suanjian/decision-log');
  const masterKey = await masterKeyOf(terminal);
  try {
    const log = await openDecisionLog({
      folder: dataFolder,
      store,
      clock: Date.now,
      randomness: randomBytes,
      threads: 0,
      ...(masterKey === undefined ? {} : { masterKey }),
    });
    try {
      await log.flush();
    } finally {
      await log.close();
    }
  } catch (error) {
    if (!(error instanceof LogFault && error.kind === 'locked')) throw error;
  }
};
