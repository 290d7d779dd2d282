import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { answerChallenge, checkAuthority, commitmentOfSeed } from '@suanjian/decision-log';
import { usageFault } from '../../fault.ts';
import { readTextFile } from '../../files.ts';
import { say, sayJson, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { folderWithLog, withJournal, type DataFlags } from './with-log.ts';

export interface ChallengeFlags extends DataFlags {
  readonly draw: boolean;
  readonly seed?: string;
  readonly count?: number;
  readonly checkpoint?: string;
  readonly actor?: string;
  readonly basis?: string;
  readonly matter?: string;
  readonly json: boolean;
}

const DEFAULT_COUNT = 20;

/** Draws a seed for whoever challenges, or answers a challenge with rows and proofs. */
export const challenge = async (terminal: Terminal, flags: ChallengeFlags, target?: string): Promise<void> => {
  if (flags.draw) {
    const seed = randomBytes(32).toString('hex');
    const commitment = commitmentOfSeed(seed);
    if (flags.json) sayJson(terminal, { seed, commitment });
    else say(terminal, evidenceTexts.seed(seed), evidenceTexts.commitment(commitment));
    return;
  }
  const { seed, checkpoint, count = DEFAULT_COUNT } = flags;
  if (target === undefined || seed === undefined || checkpoint === undefined)
    throw usageFault(evidenceTexts.challengeNeeds);
  const authority = {
    actor: flags.actor ?? '',
    ...(flags.basis === undefined ? {} : { basis: flags.basis }),
    ...(flags.matter === undefined ? {} : { matter: flags.matter }),
  };
  checkAuthority(authority);
  const note = await readTextFile(terminal, checkpoint);
  const folder = await folderWithLog(terminal, flags);
  const path = resolve(terminal.workingDirectory, target);
  const done = await withJournal(terminal, folder, (log) =>
    answerChallenge(log, path, { seed, count, checkpoint: note, authority }),
  );
  if (flags.json) sayJson(terminal, { folder: path, commitment: commitmentOfSeed(seed), ...done });
  else say(terminal, evidenceTexts.answered(done.leaves, done.batches, done.rows, done.deleted, path));
};
