import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { parseSigner, signerFrom, type Signer } from '@suanjian/evidence';
import { codeOf } from '../../files.ts';

/** The key that signs the result bundles of a data folder; made at the first bundle, readable by its owner alone. */
export const bundleSigner = async (dataFolder: string): Promise<Signer> => {
  const folder = join(dataFolder, 'keys', 'audit');
  const file = join(folder, 'bundle-key');
  try {
    return parseSigner((await readFile(file, 'utf8')).trim());
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  const signer = signerFrom(`${hostname()}/audit`, randomBytes(32));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, `${signer.exported()}\n`, { mode: 0o600, flag: 'wx' });
  return signer;
};
