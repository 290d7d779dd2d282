import { createHash, timingSafeEqual } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { keyFolder } from '../ingest/journal-view.ts';
import { makeFolder, writeDurably } from '../journal/durable.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import type { Randomness } from '../pseudonym/master-key.ts';

const FILE = 'ingest.token';
const TOKEN_BYTES = 32;

export const tokenFile = (dataFolder: string): string => join(keyFolder(dataFolder), FILE);

/** The token that whoever writes to the service must show; made on first use, in a file for its owner alone. */
export async function loadToken(dataFolder: string, randomness: Randomness): Promise<string> {
  const path = tokenFile(dataFolder);
  try {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new LogFault(
        'key',
        text(
          `其他用户可以读取令牌 ${path}；请执行 chmod 600 ${path}。`,
          `Other users can read the token ${path}. Run chmod 600 ${path}.`,
        ),
        { file: path },
      );
    }
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
  await makeFolder(keyFolder(dataFolder));
  const token = Buffer.from(randomness(TOKEN_BYTES)).toString('base64url');
  await writeDurably(path, `${token}\n`);
  return token;
}

/** Tells whether an `Authorization` header shows the token, in a time that says nothing about it. */
export function bearerCheck(token: string): (header: string | undefined) => boolean {
  const digest = (value: string): Buffer => createHash('sha256').update(value).digest();
  const expected = digest(token);
  return (header) => {
    const shown = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
    return shown !== undefined && timingSafeEqual(digest(shown), expected);
  };
}
