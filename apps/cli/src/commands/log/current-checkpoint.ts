import { randomBytes } from 'node:crypto';
import type { Signer } from '@suanjian/evidence';
import { KeyFiles, keyFolder, loadSigner, logFolder, readCheckpoint } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { masterKeyOf } from '../../log-store.ts';
import { remark, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { askService } from './ask-service.ts';
import { isLocked, withJournal } from './with-log.ts';

/** The key that signs a log's checkpoints; only read. */
export const signerOf = async ({ environment }: Pick<Terminal, 'environment'>, folder: string): Promise<Signer> => {
  const masterKey = await masterKeyOf({ environment });
  const keys = await KeyFiles.open({
    folder: keyFolder(folder),
    randomness: randomBytes,
    ...(masterKey === undefined ? {} : { masterKey }),
  });
  const origin = environment['LOG_ORIGIN'];
  return loadSigner(keys, origin === '' ? undefined : origin, Date.now());
};

/**
 * A checkpoint of everything acknowledged. While another process writes it is asked for one, and where it cannot be asked its last one is used.
 * @throws CliFault when there is none
 */
export const currentCheckpoint = async (terminal: Terminal, folder: string): Promise<string> => {
  try {
    return await withJournal(terminal, folder, (log) => log.checkpoint());
  } catch (error) {
    if (!isLocked(error)) throw error;
    const answer = await askService(terminal, folder, ['checkpoint']);
    if (answer?.code === 0) return answer.output;
    const note = await readCheckpoint(logFolder(folder));
    if (note === undefined) throw new CliFault(evidenceTexts.noCheckpointYet, { cause: error });
    remark(terminal, evidenceTexts.lastCheckpoint);
    return note;
  }
};
