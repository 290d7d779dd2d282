import { randomBytes } from 'node:crypto';
import { copyFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openFileKeyring } from './file-keyring.ts';
import type { KeyOwner } from './keyring.ts';
import { OpenedKeys } from './opened-keys.ts';

const opener = () => {
  const opened: string[] = [];
  return {
    opened,
    open: (content: string) => {
      opened.push(content);
      return { id: 'one', bytes: new TextEncoder().encode(content) };
    },
  };
};

describe('keys that were opened already', () => {
  it('are not read again while their file stands as it was, and are when it does not', async () => {
    const path = join(temporaryFolder(), 'one.key');
    const keys = new OpenedKeys();
    const { opened, open } = opener();
    expect(keys.get('one', path, open)).toBeUndefined();
    await writeFile(path, 'first');
    const key = keys.get('one', path, open);
    expect(keys.get('one', path, open)).toBe(key);
    expect(opened).toEqual(['first']);
    await writeFile(path, 'longer');
    expect(keys.get('one', path, open)).not.toEqual(key);
    // The same length, and another file.
    await writeFile(`${path}.beside`, 'LONGER');
    await rename(`${path}.beside`, path);
    keys.get('one', path, open);
    expect(opened).toEqual(['first', 'longer', 'LONGER']);
  });

  it('are gone with their file, and with being dropped', async () => {
    const path = join(temporaryFolder(), 'one.key');
    const keys = new OpenedKeys();
    const { opened, open } = opener();
    await writeFile(path, 'first');
    keys.get('one', path, open);
    keys.drop('one');
    keys.get('one', path, open);
    expect(opened).toHaveLength(2);
    await unlink(path);
    expect(keys.get('one', path, open)).toBeUndefined();
  });

  it('keep nothing of a file that does not open', async () => {
    const path = join(temporaryFolder(), 'one.key');
    const keys = new OpenedKeys();
    await writeFile(path, 'damaged');
    const refuse = (): never => {
      throw new RangeError('does not open');
    };
    expect(() => keys.get('one', path, refuse)).toThrow('does not open');
    expect(() => keys.get('one', path, refuse)).toThrow('does not open');
  });

  it('are few: the one opened longest ago makes room', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'one.key');
    await writeFile(path, 'first');
    const keys = new OpenedKeys();
    const { opened, open } = opener();
    for (let index = 0; index <= 1024; index += 1) keys.get(`key ${index}`, path, open);
    keys.get('key 1024', path, open);
    expect(opened).toHaveLength(1025);
    keys.get('key 0', path, open);
    expect(opened).toHaveLength(1026);
  });
});

describe('a keyring that has opened a key', () => {
  const person: KeyOwner = { kind: 'person', id: '甲' };
  const masterKey = new Uint8Array(randomBytes(32));
  const open = (directory: string) =>
    openFileKeyring({
      directory,
      masterKey,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      now: () => '2026-03-01T00:00:00.000Z',
    });

  it('finds it erased as soon as another process has written its tombstone, and gives a new one', async () => {
    const directory = temporaryFolder();
    const [mine, theirs] = [await open(directory), await open(directory)];
    const key = await mine.keyFor(person);
    for (const keyring of [mine, theirs]) await expect(keyring.find(key.id)).resolves.toEqual({ kind: 'present', key });
    await theirs.erase(person);
    await expect(mine.find(key.id)).resolves.toMatchObject({ kind: 'erased' });
    expect((await mine.keyFor(person)).id).not.toBe(key.id);
  });

  it('does not bring it back while only the tombstone is there', async () => {
    const directory = temporaryFolder();
    const [mine, theirs] = [await open(directory), await open(directory)];
    const { id } = await mine.keyFor(person);
    await mine.find(id);
    const path = join(directory, 'data-keys', `${id}.key`);
    await copyFile(path, `${path}.copy`);
    await theirs.erase(person);
    // As an erasure leaves it that was cut short, or somebody who puts a copy back.
    await rename(`${path}.copy`, path);
    await expect(mine.find(id)).resolves.toMatchObject({ kind: 'erased' });
  });
});
