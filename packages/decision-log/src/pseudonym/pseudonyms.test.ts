import { chmod, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../ingest/testing/with-folder.ts';
import { isPseudonym } from '../record/rules.ts';
import { KeyFiles } from './key-files.ts';
import { parseMasterKey } from './master-key.ts';
import { Pseudonyms, identifyWith } from './pseudonyms.ts';
import { unwrap, wrap } from './wrapping.ts';

const open = async (folder: string, masterKey?: Uint8Array): Promise<Pseudonyms> =>
  Pseudonyms.open(await KeyFiles.open({ folder, randomness: randomBytes, ...(masterKey && { masterKey }) }), 1000);

const pseudonymOf = (pseudonyms: Pseudonyms, raw: string, key: 'people' | 'traits' = 'people'): string => {
  const keys = pseudonyms.keys();
  return keys === undefined ? '' : identifyWith(keys)(raw, key);
};

describe('a pseudonym', () => {
  test('is the HMAC-SHA-256 of the raw id under a known key', () => {
    // RFC 4231, test case 2: HMAC-SHA-256("Jefe", "what do ya want for nothing?").
    const identify = identifyWith({ epoch: 1, people: Buffer.from('Jefe'), traits: undefined });
    const expected = Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString(
      'base64url',
    );
    expect(identify('what do ya want for nothing?', 'people')).toBe(`p1_${expected.slice(0, 22)}`);
  });

  test('is the same after a restart, and another for other people and other logs', async () => {
    const folder = await temporaryFolder();
    const first = await open(folder);
    const pseudonym = pseudonymOf(first, '13800138000');
    expect(isPseudonym(pseudonym)).toBe(true);
    expect(pseudonymOf(await open(folder), '13800138000')).toBe(pseudonym);
    expect(pseudonymOf(first, '13800138001')).not.toBe(pseudonym);
    expect(pseudonymOf(await open(await temporaryFolder()), '13800138000')).not.toBe(pseudonym);
  });

  test('under the key of traits cannot be made without it', () => {
    const identify = identifyWith({ epoch: 1, people: new Uint8Array(32), traits: undefined });
    expect(() => identify('a', 'traits')).toThrow(expect.objectContaining({ kind: 'key' }) as Error);
  });

  test('does without the key of traits when that was taken away, and makes no other', async () => {
    const folder = await temporaryFolder();
    const before = pseudonymOf(await open(folder), 'a');
    const subject = pseudonymOf(await open(folder), 'a', 'traits');
    await rename(join(folder, 'traits.key'), join(folder, 'elsewhere'));
    const without = await open(folder);
    expect(pseudonymOf(without, 'a')).toBe(before);
    expect(() => pseudonymOf(without, 'a', 'traits')).toThrow(expect.objectContaining({ kind: 'key' }) as Error);
    expect(await readdir(folder)).not.toContain('traits.key');
    // Put back it is the same.
    await rename(join(folder, 'elsewhere'), join(folder, 'traits.key'));
    expect(pseudonymOf(await open(folder), 'a', 'traits')).toBe(subject);
  });

  test('has its key of traits where the very first opening was interrupted', async () => {
    const folder = await temporaryFolder();
    await open(folder);
    await rm(join(folder, 'pseudonyms-1.key'));
    await rm(join(folder, 'traits.key'));
    expect(isPseudonym(pseudonymOf(await open(folder), 'a', 'traits'))).toBe(true);
  });

  test('for traits is another one, of the pseudonym itself', async () => {
    const pseudonyms = await open(await temporaryFolder());
    const subject = pseudonymOf(pseudonyms, 'a', 'traits');
    expect(isPseudonym(subject)).toBe(true);
    expect(subject).not.toBe(pseudonymOf(pseudonyms, 'a'));
  });
});

describe('keys', () => {
  test('lie wrapped in files for their owner alone', async () => {
    const folder = await temporaryFolder();
    const pseudonyms = await open(folder);
    const names = await readdir(folder);
    expect(names.sort()).toEqual(['master.key', 'pseudonyms-1.key', 'traits.key']);
    const secret = pseudonyms.keys()?.people ?? new Uint8Array();
    for (const name of names) {
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
      const content = await readFile(join(folder, name), 'latin1');
      expect(content).not.toContain(Buffer.from(secret).toString('base64url'));
      expect(content).not.toContain(Buffer.from(secret).toString('base64'));
    }
  });

  test('under another master key give the same pseudonyms', async () => {
    const folder = await temporaryFolder();
    const from = randomBytes(32);
    const to = randomBytes(32);
    const before = pseudonymOf(await open(folder, from), 'a');
    await KeyFiles.rewrap({ folder, randomness: randomBytes, from, to });
    // Run again, as after an interruption, it changes nothing.
    await KeyFiles.rewrap({ folder, randomness: randomBytes, from, to });
    expect(pseudonymOf(await open(folder, to), 'a')).toBe(before);
    await expect(open(folder, from)).rejects.toMatchObject({ kind: 'key' });
  });

  test('do not open without their master key, and none is made in its place', async () => {
    const folder = await temporaryFolder();
    await open(folder);
    await rm(join(folder, 'master.key'));
    await expect(open(folder)).rejects.toMatchObject({ kind: 'key', file: join(folder, 'master.key') });
  });

  test('are not used while others can read the master key', async () => {
    const folder = await temporaryFolder();
    await open(folder);
    await chmod(join(folder, 'master.key'), 0o644);
    await expect(open(folder)).rejects.toMatchObject({ text: { zh: expect.stringContaining('chmod 600') as string } });
  });

  test('that were wrapped as one thing do not open as another', () => {
    const master = randomBytes(32);
    const wrapped = wrap(master, randomBytes(12), new Uint8Array([1, 2, 3]), 'people');
    expect([...unwrap(master, wrapped, 'people')]).toEqual([1, 2, 3]);
    expect(() => unwrap(master, wrapped, 'traits')).toThrow();
  });

  test.each(['', 'short', 'zz'.repeat(32), `${'a'.repeat(43)}!`])('the master key is not %j', (written) => {
    expect(() => parseMasterKey(written)).toThrow(expect.objectContaining({ kind: 'key' }) as Error);
  });

  test('the master key is read in base64 and in hexadecimal', () => {
    const key = randomBytes(32);
    expect(Buffer.from(parseMasterKey(`${key.toString('base64')}\n`))).toEqual(key);
    expect(Buffer.from(parseMasterKey(key.toString('hex')))).toEqual(key);
  });
});

test('an epoch is used only once it has begun', async () => {
  const folder = await temporaryFolder();
  const first = await open(folder);
  const before = pseudonymOf(first, 'a');
  const prepared = await first.prepareNext(2000);
  expect({ epoch: prepared.epoch, pseudonym: pseudonymOf(prepared, 'a') }).toEqual({ epoch: 1, pseudonym: before });
  // An interrupted change is taken up with the same key.
  const again = await (await open(folder)).prepareNext(3000);
  expect(again.keys(2)).toEqual(prepared.keys(2));
  const begun = await again.begin(2);
  expect(begun.epoch).toBe(2);
  expect(pseudonymOf(begun, 'a')).toMatch(/^p2_/);
  expect(pseudonymOf(await open(folder), 'a')).toBe(pseudonymOf(begun, 'a'));
});
