import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { createDurably, makeFolder } from './durable-file.ts';
import { MasterKeyFault } from './errors.ts';
import type { KeyringPorts } from './keyring.ts';

/** Below the key folder, beside the master key. */
export const dataKeyFolder = 'data-keys';

const masterKeyLength = 32;
const masterKeyFile = 'master.key';

/** Reads a master key as people hand it over, 32 bytes in base64, base64url or hexadecimal. Throws `MasterKeyFault`. */
export const parseMasterKey = (written: string): Uint8Array => {
  const trimmed = written.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, 'hex')
    : Buffer.from(/^[A-Za-z0-9+/_-]+=*$/.test(trimmed) ? trimmed : '', 'base64');
  if (bytes.length !== masterKeyLength) {
    throw new MasterKeyFault(
      'master-key-malformed',
      text(
        '主密钥必须是 32 个字节，用 base64 或十六进制书写。',
        'The master key must be 32 bytes, written in base64 or hexadecimal.',
      ),
    );
  }
  return new Uint8Array(bytes);
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const hasKeys = async (directory: string): Promise<boolean> =>
  readdir(join(directory, dataKeyFolder)).then(
    (files) => files.some((file) => file.endsWith('.key')),
    () => false,
  );

const assertPrivate = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const { mode } = await stat(path);
  if ((mode & 0o077) === 0) return;
  throw new MasterKeyFault(
    'master-key-exposed',
    text(
      `主密钥文件 ${path} 可被其他用户读取。请执行 chmod 600 ${path}。`,
      `Other users can read the master key ${path}. Run chmod 600 ${path}.`,
    ),
  );
};

/**
 * The master key in `directory`, made on first use, readable by its owner only. Never made anew beside keys that exist: those would be lost
 * without a word. Throws `MasterKeyFault`.
 */
export const loadOrCreateMasterKey = async (directory: string, random: KeyringPorts['random']): Promise<Uint8Array> => {
  const path = join(directory, masterKeyFile);
  if (!(await exists(path))) {
    if (await hasKeys(directory)) {
      throw new MasterKeyFault(
        'master-key-missing',
        text(
          `目录 ${directory} 中有密钥，但主密钥文件 ${masterKeyFile} 不见了。请从备份中恢复它；新的主密钥打不开原有内容。`,
          `There are keys in ${directory}, but the file ${masterKeyFile} is gone. Restore it from a backup; a new master key could not open what exists.`,
        ),
      );
    }
    await makeFolder(directory);
    await createDurably(path, `${Buffer.from(random(masterKeyLength)).toString('base64')}\n`);
  }
  await assertPrivate(path);
  return parseMasterKey(await readFile(path, 'utf8'));
};
