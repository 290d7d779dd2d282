import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { loadOrCreateSecret } from './secret.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanjian-secret-'));
  onTestFinished(() => rm(folder, { recursive: true }));
});

it('makes a secret once, for its owner alone, and finds it again', async () => {
  const keys = join(folder, 'keys');
  const [first, second] = await Promise.all([loadOrCreateSecret(keys), loadOrCreateSecret(keys)]);
  expect(first).toBe(second);
  expect(Buffer.from(first, 'base64url')).toHaveLength(32);
  const path = join(keys, 'sign-in.secret');
  expect((await readFile(path, 'utf8')).trim()).toBe(first);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('closes a secret that others could read', async () => {
  const secret = await loadOrCreateSecret(folder);
  const path = join(folder, 'sign-in.secret');
  await chmod(path, 0o644);
  expect(await loadOrCreateSecret(folder)).toBe(secret);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it('refuses a damaged secret instead of making another', async () => {
  await writeFile(join(folder, 'sign-in.secret'), 'short\n', { mode: 0o600 });
  await expect(loadOrCreateSecret(folder)).rejects.toThrow('does not hold a secret');
});
