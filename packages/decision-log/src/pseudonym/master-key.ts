import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { makeFolder, writeDurably } from '../journal/durable.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';

/** Bytes from a source of randomness fit for keys. */
export type Randomness = (bytes: number) => Uint8Array;

export const KEY_LENGTH = 32;
const FILE = 'master.key';

/** Reads 32 bytes as people hand them over, in base64, base64url or hexadecimal. Throws `LogFault`. */
export function parseMasterKey(written: string): Uint8Array {
  const trimmed = written.trim();
  const isHex = /^[0-9a-f]{64}$/i.test(trimmed);
  const bytes = Buffer.from(trimmed, isHex ? 'hex' : 'base64');
  if (bytes.length === KEY_LENGTH && /^[A-Za-z0-9+/_-]+=*$/.test(trimmed)) return new Uint8Array(bytes);
  throw new LogFault(
    'key',
    text(
      '主密钥须为 32 个字节，用 base64 或十六进制书写。',
      'The master key is 32 bytes, written in base64 or hexadecimal.',
    ),
  );
}

/**
 * The key that wraps the log's keys, made in `folder` on first use and readable by its owner alone. `mayMake` is false once there are wrapped keys: a new
 * master key would open none of them.
 */
export async function loadMasterKey(folder: string, mayMake: boolean, randomness: Randomness): Promise<Uint8Array> {
  const path = join(folder, FILE);
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw exposed(path);
    return parseMasterKey(await readFile(path, 'utf8'));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  if (!mayMake) throw gone(path);
  await makeFolder(folder);
  const made = randomness(KEY_LENGTH);
  await writeDurably(path, `${Buffer.from(made).toString('base64')}\n`);
  return made;
}

const exposed = (path: string): LogFault =>
  new LogFault(
    'key',
    text(
      `其他用户可以读取主密钥 ${path}；请执行 chmod 600 ${path}。`,
      `Other users can read the master key ${path}. Run chmod 600 ${path}.`,
    ),
    { file: path },
  );

const gone = (path: string): LogFault =>
  new LogFault(
    'key',
    text(
      `主密钥 ${path} 不见了，而它包裹的密钥还在；请从备份恢复它。`,
      `The master key ${path} is gone, and keys that it wraps are there. Restore it from a backup.`,
    ),
    { file: path },
  );
