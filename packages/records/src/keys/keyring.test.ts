import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { chmod, copyFile, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openFileKeyring } from './file-keyring.ts';
import type { KeyOwner, Keyring } from './keyring.ts';
import { loadOrCreateMasterKey, parseMasterKey } from './master-key.ts';
import { createMemoryKeyring } from './memory-keyring.ts';
import { openSealed, seal } from './sealed-box.ts';

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const erasedAt = '2026-03-01T00:00:00.000Z';
const ports = { random, now: () => erasedAt };
const masterKey = random(32);
const person: KeyOwner = { kind: 'person', id: '甲' };
const organisation: KeyOwner = { kind: 'organisation', id: '甲' };

const everything = mkdtempSync(join(tmpdir(), 'suanjian-test-'));
afterAll(() => rm(everything, { recursive: true }));

const kinds: readonly [string, () => Promise<Keyring>][] = [
  ['in memory', async () => createMemoryKeyring(ports)],
  ['in files', () => openFileKeyring({ directory: mkdtempSync(join(everything, 'keys-')), masterKey, ...ports })],
];

describe.each(kinds)('a keyring %s', (_name, open) => {
  it('gives an owner the same key each time, and each owner another', async () => {
    const keyring = await open();
    const [first, again, other] = await Promise.all([
      keyring.keyFor(person),
      keyring.keyFor(person),
      keyring.keyFor(organisation),
    ]);
    expect(again).toEqual(first);
    expect(first.bytes).toHaveLength(32);
    expect(other.id).not.toBe(first.id);
    expect(other.bytes).not.toEqual(first.bytes);
    await expect(keyring.find(first.id)).resolves.toEqual({ kind: 'present', key: first });
  });

  it('says of an erased key that and when it was erased, and of an unknown one that it is missing', async () => {
    const keyring = await open();
    const { id } = await keyring.keyFor(person);
    const { id: kept } = await keyring.keyFor(organisation);
    await expect(keyring.erase(person)).resolves.toEqual([id]);
    await expect(keyring.find(id)).resolves.toEqual({ kind: 'erased', erasedAt });
    await expect(keyring.find(kept)).resolves.toMatchObject({ kind: 'present' });
    await expect(keyring.find(id.replace('-1', '-2'))).resolves.toEqual({ kind: 'missing' });
    await expect(keyring.find('../master')).resolves.toEqual({ kind: 'missing' });
    await expect(keyring.erase(person)).resolves.toEqual([]);
  });

  it('gives a new key after erasing, and erases that one too', async () => {
    const keyring = await open();
    const first = await keyring.keyFor(person);
    await keyring.erase(person);
    const second = await keyring.keyFor(person);
    expect(second.id).not.toBe(first.id);
    expect(second.bytes).not.toEqual(first.bytes);
    await expect(keyring.erase(person)).resolves.toEqual([second.id]);
    await expect(keyring.find(first.id)).resolves.toMatchObject({ kind: 'erased' });
  });
});

describe('keys in files', () => {
  const open = (directory: string, key = masterKey): Promise<Keyring> =>
    openFileKeyring({ directory, masterKey: key, ...ports });
  const keyPath = (directory: string, id: string): string => join(directory, 'data-keys', `${id}.key`);

  it('outlive the process, wrapped, for their owner only, with nothing half-written beside them', async () => {
    const directory = temporaryFolder();
    const key = await (await open(directory)).keyFor(person);
    await expect((await open(directory)).find(key.id)).resolves.toEqual({
      kind: 'present',
      key,
    });
    const content = await readFile(keyPath(directory, key.id), 'utf8');
    expect(content).not.toContain(Buffer.from(key.bytes).toString('base64url'));
    expect((await stat(keyPath(directory, key.id))).mode & 0o777).toBe(0o600);
    expect((await readdir(join(directory, 'data-keys'))).filter((file) => file.includes('unfinished'))).toEqual([]);
  });

  it('are one and the same for two processes that make them at once', async () => {
    const directory = temporaryFolder();
    const keyrings = await Promise.all([open(directory), open(directory)]);
    const keys = await Promise.all(keyrings.map((keyring) => keyring.keyFor(person)));
    expect(keys[0]).toEqual(keys[1]);
    expect((await readdir(join(directory, 'data-keys'))).filter((file) => file.includes('unfinished'))).toEqual([]);
  });

  it('are gone from the disk once erased', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const { id } = await keyring.keyFor(person);
    await keyring.erase(person);
    expect(await readdir(join(directory, 'data-keys'))).toEqual([`${id}.erased`, 'master-key-witness.key']);
    await expect((await open(directory)).find(id)).resolves.toEqual({ kind: 'erased', erasedAt });
  });

  it('count as erased from the tombstone on, and the next call finishes what was interrupted', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const { id } = await keyring.keyFor(person);
    await copyFile(keyPath(directory, id), join(directory, 'copy'));
    await keyring.erase(person);
    await copyFile(join(directory, 'copy'), keyPath(directory, id));
    await expect(keyring.find(id)).resolves.toMatchObject({ kind: 'erased' });
    await keyring.erase(person);
    expect(await readdir(join(directory, 'data-keys'))).not.toContain(`${id}.key`);
  });

  it('refuse another master key at once, and a damaged or exchanged file when it is used', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const [mine, theirs] = [await keyring.keyFor(person), await keyring.keyFor(organisation)];
    await expect(open(directory, random(32))).rejects.toMatchObject({ code: 'master-key-wrong' });
    const sealed = seal('138 0000 0000', mine, 'here', random);
    await copyFile(keyPath(directory, theirs.id), keyPath(directory, mine.id));
    await expect(openSealed(sealed, keyring, 'here')).rejects.toMatchObject({ code: 'seal-misplaced' });
    expect((await keyring.keyFor(person)).bytes).not.toEqual(theirs.bytes);
    await writeFile(keyPath(directory, mine.id), '{');
    await expect(keyring.find(mine.id)).rejects.toMatchObject({ code: 'key-unreadable' });
  });
});

describe('the master key', () => {
  it('is made once and read again', async () => {
    const directory = join(temporaryFolder(), 'keys');
    const made = await loadOrCreateMasterKey(directory, random);
    expect(made).toHaveLength(32);
    await expect(loadOrCreateMasterKey(directory, random)).resolves.toEqual(made);
    expect((await stat(join(directory, 'master.key'))).mode & 0o777).toBe(0o600);
  });

  it('is not made anew beside keys that exist, and not read when others can', async () => {
    const directory = temporaryFolder();
    const keyring = await openFileKeyring({
      directory,
      masterKey: await loadOrCreateMasterKey(directory, random),
      ...ports,
    });
    await keyring.keyFor(person);
    await chmod(join(directory, 'master.key'), 0o644);
    await expect(loadOrCreateMasterKey(directory, random)).rejects.toMatchObject({ code: 'master-key-exposed' });
    await rm(join(directory, 'master.key'));
    await expect(loadOrCreateMasterKey(directory, random)).rejects.toMatchObject({ code: 'master-key-missing' });
  });

  it('may be written in base64 or hexadecimal, and must be 32 bytes', () => {
    const bytes = Buffer.from(masterKey);
    for (const encoding of ['base64', 'base64url', 'hex'] as const)
      expect(Buffer.from(parseMasterKey(`${bytes.toString(encoding)}\n`))).toEqual(bytes);
    for (const wrong of ['', 'secret', bytes.subarray(1).toString('hex'), '密钥'.repeat(16)]) {
      expect(() => parseMasterKey(wrong)).toThrow(expect.objectContaining({ code: 'master-key-malformed' }));
    }
  });
});
