import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { KeyFiles, keyFolder, LogFault, parseMasterKey } from '@suanjian/decision-log';
import { CliFault } from '../../fault.ts';
import { readTextFile } from '../../files.ts';
import { dataFolderOf, masterKeyOf } from '../../log-store.ts';
import type { Terminal } from '../../terminal.ts';
import { auditTexts } from '../../texts/audit.ts';

export interface TraitKeyFlags {
  readonly dataDir: string | undefined;
  /** A file with the key, in place of the one in the key folder. */
  readonly traitKey: string | undefined;
}

const name = 'traits';
const file = `${name}.key`;

/** The key of traits of a key folder; undefined where the folder holds none. @throws LogFault where it does not open */
const keyOfFolder = async (terminal: Terminal, folder: string): Promise<Uint8Array | undefined> => {
  if (!existsSync(join(folder, file))) return undefined;
  const masterKey = await masterKeyOf(terminal);
  const keys = await KeyFiles.open({
    folder,
    randomness: randomBytes,
    ...(masterKey === undefined ? {} : { masterKey }),
  });
  return (await keys.find(name))?.bytes;
};

/**
 * The key of traits that the audit may use: of the file that was named (32 bytes in base64 or hexadecimal, or a `traits.key` beside its master key), else of the
 * data folder's own keys. @throws CliFault, LogFault
 */
export const traitKeyOf = async (
  terminal: Terminal,
  { dataDir, traitKey }: TraitKeyFlags,
): Promise<Uint8Array | undefined> => {
  if (traitKey === undefined) return keyOfFolder(terminal, keyFolder(dataFolderOf(terminal, dataDir)));
  const path = resolve(terminal.workingDirectory, traitKey);
  const written = await readTextFile(terminal, path);
  if (basename(path) === file && written.trimStart().startsWith('{')) return keyOfFolder(terminal, dirname(path));
  try {
    return parseMasterKey(written);
  } catch (error) {
    if (error instanceof LogFault) throw new CliFault(auditTexts.noTraitKey(traitKey), { exitCode: 2 });
    throw error;
  }
};
