import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { decrypt, encrypt, ivLength } from './aes-gcm.ts';
import { createDurably, destroy, makeFolder, writeDurably } from './durable-file.ts';
import { KeyUnreadable, MasterKeyFault } from './errors.ts';
import {
  dataKeyLength,
  isKeyId,
  keyIdOf,
  type DataKey,
  type Keyring,
  type KeyringPorts,
  type KeyOwner,
  type KeyState,
} from './keyring.ts';
import { dataKeyFolder } from './master-key.ts';

export interface FileKeyringOptions extends KeyringPorts {
  /** Folder outside the database; one file per key below it. */
  readonly directory: string;
  /** 32 bytes that wrap every key. */
  readonly masterKey: Uint8Array;
}

const ciphertext = z.object({ iv: z.string(), tag: z.string(), text: z.string() });
const keyFile = z.object({ version: z.literal(1), key: z.string(), wrapped: ciphertext });
const tombstone = z.object({ key: z.string(), erasedAt: z.string() });

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

const wrapping = (keyId: string): string => `suanjian data key v1\n${keyId}`;

/** A key that is only there to tell at once when another master key is used than before. */
const witness = 'master-key-witness';

class FileKeyring implements Keyring {
  readonly #folder: string;
  readonly #masterKey: Uint8Array;
  readonly #random: KeyringPorts['random'];
  readonly #now: KeyringPorts['now'];
  /** Changes one after another: a key must not be handed out while its owner's keys are being erased. */
  #changes: Promise<unknown> = Promise.resolve();

  constructor({ directory, masterKey, random, now }: FileKeyringOptions) {
    this.#folder = join(directory, dataKeyFolder);
    this.#masterKey = masterKey;
    this.#random = random;
    this.#now = now;
  }

  async prepare(): Promise<void> {
    await makeFolder(this.#folder);
    const kept = await this.#read(witness);
    if (kept === undefined) await this.#make(witness);
  }

  keyFor(owner: KeyOwner): Promise<DataKey> {
    return this.#inTurn(async () => {
      for (let generation = 1; ; generation++) {
        const id = keyIdOf(owner, generation);
        const state = await this.#state(id);
        if (state.kind === 'present') return state.key;
        if (state.kind === 'missing') return this.#make(id);
      }
    });
  }

  async find(keyId: string): Promise<KeyState> {
    return isKeyId(keyId) ? this.#state(keyId) : { kind: 'missing' };
  }

  erase(owner: KeyOwner): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const erased: string[] = [];
      for (let generation = 1; ; generation++) {
        const id = keyIdOf(owner, generation);
        const buried = (await readIfThere(this.#path(id, 'erased'))) !== undefined;
        const there = (await readIfThere(this.#path(id, 'key'))) !== undefined;
        if (!buried && !there) return erased;
        // The tombstone first: an end half-way leaves a key that counts as erased already, and the next call finishes.
        if (!buried) {
          await writeDurably(
            this.#path(id, 'erased'),
            `${JSON.stringify({ key: id, erasedAt: this.#now() } satisfies z.infer<typeof tombstone>)}\n`,
          );
          erased.push(id);
        }
        if (there) await destroy(this.#path(id, 'key'), this.#random);
      }
    });
  }

  async #state(id: string): Promise<KeyState> {
    const buried = await readIfThere(this.#path(id, 'erased'));
    if (buried !== undefined) {
      const { erasedAt } = tombstone.parse(JSON.parse(buried));
      return { kind: 'erased', erasedAt };
    }
    const key = await this.#read(id);
    return key === undefined ? { kind: 'missing' } : { kind: 'present', key };
  }

  async #read(id: string): Promise<DataKey | undefined> {
    const content = await readIfThere(this.#path(id, 'key'));
    if (content === undefined) return undefined;
    try {
      const { wrapped } = keyFile.parse(JSON.parse(content));
      return { id, bytes: new Uint8Array(decrypt(this.#masterKey, wrapped, wrapping(id))) };
    } catch (error) {
      throw new KeyUnreadable(id, { cause: error });
    }
  }

  /** A key is on the disk before anybody may seal with it. */
  async #make(id: string): Promise<DataKey> {
    const bytes = this.#random(dataKeyLength);
    const wrapped = encrypt(this.#masterKey, this.#random(ivLength), bytes, wrapping(id));
    const made = await createDurably(
      this.#path(id, 'key'),
      `${JSON.stringify({ version: 1, key: id, wrapped } satisfies z.infer<typeof keyFile>)}\n`,
    );
    if (made) return { id, bytes };
    // Another process made it at the same moment.
    const theirs = await this.#read(id);
    if (theirs === undefined) throw new KeyUnreadable(id);
    return theirs;
  }

  #path(id: string, ending: 'key' | 'erased'): string {
    return join(this.#folder, `${id}.${ending}`);
  }

  #inTurn<Result>(change: () => Promise<Result>): Promise<Result> {
    const result = this.#changes.then(change);
    this.#changes = result.catch(() => undefined);
    return result;
  }
}

/** Opens the keys in a folder. Throws `MasterKeyFault` when they were made under another master key. */
export const openFileKeyring = async (options: FileKeyringOptions): Promise<Keyring> => {
  const keyring = new FileKeyring(options);
  try {
    await keyring.prepare();
  } catch (error) {
    if (!(error instanceof KeyUnreadable)) throw error;
    throw new MasterKeyFault(
      'master-key-wrong',
      text(
        `目录 ${options.directory} 中的密钥不是用这个主密钥生成的。请使用原来的主密钥。`,
        `The keys in ${options.directory} were not made under this master key. Use the original master key.`,
      ),
      { cause: error },
    );
  }
  return keyring;
};
