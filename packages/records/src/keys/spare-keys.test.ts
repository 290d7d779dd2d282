import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, link, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { encrypt } from './aes-gcm.ts';
import { openFileKeyring } from './file-keyring.ts';
import { keyIdOf, type Keyring, type KeyOwner } from './keyring.ts';
import { openSealed, seal } from './sealed-box.ts';

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));
const masterKey = random(32);
const erasedAt = '2026-03-01T00:00:00.000Z';
const person = (id: string): KeyOwner => ({ kind: 'person', id });

const open = (directory: string): Promise<Keyring> =>
  openFileKeyring({ directory, masterKey, random, now: () => erasedAt });
const keys = (directory: string): string => join(directory, 'data-keys');
const spares = (directory: string): string => join(directory, 'spare-keys');
const many = Array.from({ length: 120 }, (_, index) => person(`person ${index}`));

/** What lies in a folder, by the file it is: two names of one file are one. */
const filesIn = async (...folders: readonly string[]): Promise<readonly number[]> => {
  const names = (
    await Promise.all(folders.map(async (at) => (await readdir(at)).map((name) => join(at, name))))
  ).flat();
  return Promise.all(names.map(async (name) => (await stat(name)).ino));
};

describe('keys prepared ahead', () => {
  it('are another for each owner, however many ask at once, and stay the same', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const given = await Promise.all(many.map((owner) => keyring.keyFor(owner)));
    expect(new Set(given.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(many.length);
    const again = await open(directory);
    for (const [index, owner] of many.entries()) await expect(again.keyFor(owner)).resolves.toEqual(given[index]);
  });

  it('never lie in two places: a claimed one has left the spares, and erasing it leaves its bytes nowhere', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    for (const owner of many) await keyring.keyFor(owner);
    const files = await filesIn(keys(directory), spares(directory));
    expect(new Set(files).size).toBe(files.length);
    const [first] = many;
    if (first === undefined) throw new Error('nobody');
    const path = join(keys(directory), `${keyIdOf(first, 1)}.key`);
    const { wrapped } = JSON.parse(await readFile(path, 'utf8')) as { wrapped: { text: string } };
    // A second name would show what becomes of the bytes themselves.
    await link(path, join(directory, 'witness'));
    await keyring.erase(first);
    expect(await readFile(join(directory, 'witness'), 'latin1')).not.toContain(wrapped.text);
    for (const folder of [keys(directory), spares(directory)])
      for (const name of await readdir(folder))
        expect(await readFile(join(folder, name), 'utf8')).not.toContain(wrapped.text);
  });

  it('are thrown away when a new process starts, also one whose claim was cut short, which keeps its owner', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const owner = person('cut short');
    const key = await keyring.keyFor(owner);
    const path = join(keys(directory), `${key.id}.key`);
    await link(path, join(spares(directory), 'left.spare'));
    const next = await open(directory);
    expect(await readdir(spares(directory))).toEqual([]);
    await expect(next.keyFor(owner)).resolves.toEqual(key);
    expect((await next.keyFor(person('another'))).bytes).not.toEqual(key.bytes);
  });

  it('may be thrown away under a running process, which makes others', async () => {
    const directory = temporaryFolder();
    const [one, other] = [await open(directory), await open(directory)];
    for (const owner of many.slice(0, 40)) await one.keyFor(owner);
    await open(directory);
    const given = await Promise.all(many.slice(40).map((owner) => one.keyFor(owner)));
    for (const [index, owner] of many.slice(40).entries())
      await expect(other.keyFor(owner)).resolves.toEqual(given[index]);
  });

  it('are one for two processes that ask for the same owners at once', async () => {
    const directory = temporaryFolder();
    const [one, other] = [await open(directory), await open(directory)];
    const given = await Promise.all(many.map((owner) => Promise.all([one.keyFor(owner), other.keyFor(owner)])));
    for (const [mine, theirs] of given) expect(mine).toEqual(theirs);
  });

  it('open what was sealed before there were any', async () => {
    const directory = temporaryFolder();
    await mkdir(keys(directory), { recursive: true });
    const owner = person('of old');
    const id = keyIdOf(owner, 1);
    const bytes = random(32);
    const wrapped = encrypt(masterKey, random(12), bytes, `suanjian data key v1\n${id}`);
    await writeFile(join(keys(directory), `${id}.key`), JSON.stringify({ version: 1, key: id, wrapped }));
    const keyring = await open(directory);
    const sealed = seal('kept', { id, bytes }, 'here', random);
    await expect(openSealed(sealed, keyring, 'here')).resolves.toBe('kept');
    await expect(keyring.keyFor(owner)).resolves.toEqual({ id, bytes });
    await expect(keyring.erase(owner)).resolves.toEqual([id]);
    await expect(openSealed(sealed, keyring, 'here')).rejects.toMatchObject({ code: 'key-erased' });
  });

  it('are no spares of another owner: a copied file opens nothing', async () => {
    const directory = temporaryFolder();
    const keyring = await open(directory);
    const [mine, theirs] = [await keyring.keyFor(person('me')), await keyring.keyFor(person('them'))];
    const sealed = seal('theirs', theirs, 'here', random);
    await copyFile(join(keys(directory), `${mine.id}.key`), join(keys(directory), `${theirs.id}.key`));
    await expect(openSealed(sealed, keyring, 'here')).rejects.toMatchObject({ code: 'seal-misplaced' });
  });

  it('are told to be on the disk, to whoever goes on before that', async () => {
    const keyring = await open(temporaryFolder());
    const waits: Promise<void>[] = [];
    await keyring.keyFor(person('in a hurry'), (kept) => waits.push(kept));
    expect(waits).toHaveLength(1);
    await Promise.all(waits);
    await keyring.keyFor(person('in a hurry'), (kept) => waits.push(kept));
    expect(waits).toHaveLength(1);
  });
});

/** Makes keys until it is killed, and tells each one that it was given. */
const taker = (directory: string, run: number): string => `
  import { openFileKeyring } from ${JSON.stringify(new URL('file-keyring.ts', import.meta.url).href)};
  import { randomBytes } from 'node:crypto';
  const keyring = await openFileKeyring({
    directory: ${JSON.stringify(directory)},
    masterKey: Buffer.from('${Buffer.from(masterKey).toString('hex')}', 'hex'),
    random: randomBytes,
    now: () => '${erasedAt}',
  });
  for (let index = 0; ; index += 1) {
    const key = await keyring.keyFor({ kind: 'person', id: 'run ${run} person ' + index });
    process.stdout.write(key.id + ' ' + Buffer.from(key.bytes).toString('hex') + '\\n');
  }
`;

const takeAndKill = async (directory: string, run: number, after: number): Promise<readonly string[]> => {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', taker(directory, run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.stdout.on('data', (data: Buffer) => {
      told += data.toString('latin1');
      if (told.split('\n').length > after) child.kill('SIGKILL');
    });
    child.on('close', () => resolve());
  });
  return told.split('\n').slice(0, -1);
};

describe('a process that is killed while it takes keys', () => {
  it('loses none that it was given, gives none twice, and leaves no spare behind the next start', async () => {
    const directory = temporaryFolder();
    const told: string[] = [];
    for (const [run, after] of [1, 2, 9, 17, 40].entries()) told.push(...(await takeAndKill(directory, run, after)));
    const keyring = await open(directory);
    expect(await readdir(spares(directory))).toEqual([]);
    expect(told.length).toBeGreaterThanOrEqual(69);
    for (const line of told) {
      const [id = '', bytes = ''] = line.split(' ');
      const found = await keyring.find(id);
      expect(found.kind === 'present' && Buffer.from(found.key.bytes).toString('hex')).toBe(bytes);
    }
    const made = await filesIn(keys(directory));
    expect(new Set(made).size).toBe(made.length);
    expect(new Set(told.map((line) => line.split(' ')[1])).size).toBe(told.length);
  }, 30_000);
});
