import { randomBytes } from 'node:crypto';
import type { Signer } from '@suanjian/evidence';
import { KeyFiles, keyFolder, loadSigner, logFolder, readCheckpoint } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { remark, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { isLocked, openLog } from './with-log.ts';

/** The key that signs a log's checkpoints; only read. */
export const signerOf = async ({ environment }: Pick<Terminal, 'environment'>, folder: string): Promise<Signer> => {
  const keys = await KeyFiles.open({ folder: keyFolder(folder), randomness: randomBytes });
  const origin = environment['LOG_ORIGIN'];
  return loadSigner(keys, origin === '' ? undefined : origin, Date.now());
};

/**
 * A checkpoint of everything acknowledged; while another process writes, the last one it made.
 * @throws CliFault when there is none
 */
export const currentCheckpoint = async (terminal: Terminal, folder: string): Promise<string> => {
  try {
    const log = await openLog(terminal, folder, undefined);
    try {
      return await log.checkpoint();
    } finally {
      await log.close();
    }
  } catch (error) {
    if (!isLocked(error)) throw error;
    const note = await readCheckpoint(logFolder(folder));
    if (note === undefined) throw new CliFault(evidenceTexts.noCheckpointYet, { cause: error });
    remark(terminal, evidenceTexts.lastCheckpoint);
    return note;
  }
};
