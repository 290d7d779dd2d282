import { EvidenceFault, parseVerifier } from '@suanjian/evidence';
import { usageFault } from '../../fault.ts';
import { readTextFile } from '../../files.ts';
import { remark, type Terminal } from '../../terminal.ts';
import { evidenceTexts } from '../../texts/log-evidence.ts';
import { signerOf } from './current-checkpoint.ts';
import { folderWithLog, withJournal, type DataFlags } from './with-log.ts';

export interface CheckpointFlags extends DataFlags {
  readonly cosign?: string;
  readonly witness?: string;
  readonly key: boolean;
}

/** Signs a checkpoint of everything acknowledged and prints it; or adds what a witness signed; or prints the key. */
export const checkpoint = async (terminal: Terminal, flags: CheckpointFlags): Promise<void> => {
  if ((flags.cosign === undefined) !== (flags.witness === undefined))
    throw usageFault(evidenceTexts.cosignNeedsWitness);
  const folder = await folderWithLog(terminal, flags);
  if (flags.key) {
    terminal.output.write(`${(await signerOf(terminal, folder)).verifier.encoded}\n`);
    return;
  }
  if (flags.cosign === undefined || flags.witness === undefined) {
    terminal.output.write(await withJournal(terminal, folder, (log) => log.checkpoint()));
    return;
  }
  const note = await readTextFile(terminal, flags.cosign);
  const witness = verifierOf(flags.witness);
  terminal.output.write(await withJournal(terminal, folder, (log) => log.addCosignature(note, witness)));
  remark(terminal, evidenceTexts.cosigned(witness.name));
};

const verifierOf = (encoded: string) => {
  try {
    return parseVerifier(encoded);
  } catch (error) {
    if (error instanceof EvidenceFault) throw usageFault(error.text);
    throw error;
  }
};
