import { randomBytes } from 'node:crypto';
import { access, chmod, link, mkdir, open, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const fileName = 'sign-in.secret';
const length = 32;

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Whole or not at all: of two who start at once, the second finds what the first wrote. */
const create = async (path: string): Promise<void> => {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(unfinished, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(length).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    await link(unfinished, path);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    await unlink(unfinished);
  }
};

/**
 * The secret that signs cookies and seals second factors. It lives in the key folder, outside the database: who has only the database can forge no session.
 * Made on first use; a file that others could read is closed to them.
 */
export const loadOrCreateSecret = async (keyDirectory: string): Promise<string> => {
  await mkdir(keyDirectory, { recursive: true, mode: 0o700 });
  const path = join(keyDirectory, fileName);
  await access(path).catch(() => create(path));
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600);
  const secret = (await readFile(path, 'utf8')).trim();
  if (Buffer.from(secret, 'base64url').length < length)
    throw new Error(
      `${path} does not hold a secret of ${length} bytes; restore it from a backup, or delete it: everybody signs in again and sets up second factors again`,
    );
  return secret;
};
