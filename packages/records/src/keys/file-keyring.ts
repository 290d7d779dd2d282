import { join } from 'node:path';
import { z } from 'zod';
import { text } from '@suanjian/rulebook';
import { createDurably, destroy, makeFolder, readSmall, syncFolder, writeDurably } from './durable-file.ts';
import { KeyUnreadable, MasterKeyFault } from './errors.ts';
import { keyOfSpare, newKeyFile, newSpareFile, readKeyFile } from './key-file.ts';
import {
  isKeyId,
  keyIdOf,
  type DataKey,
  type Keyring,
  type KeyringPorts,
  type KeyOwner,
  type KeyState,
  type WaitForDisk,
} from './keyring.ts';
import { dataKeyFolder } from './master-key.ts';
import { OpenedKeys } from './opened-keys.ts';
import { SpareKeys } from './spare-keys.ts';

export interface FileKeyringOptions extends KeyringPorts {
  /** Folder outside the database; one file per key below it. */
  readonly directory: string;
  /** 32 bytes that wrap every key. */
  readonly masterKey: Uint8Array;
}

const tombstone = z.object({ key: z.string(), erasedAt: z.string() });

/** A key that is only there to tell at once when another master key is used than before. */
const witness = 'master-key-witness';
/** Beside the keys that have owners, on the same disk, so that a file can go from one to the other. */
const spareFolder = 'spare-keys';

class FileKeyring implements Keyring {
  readonly #folder: string;
  readonly #masterKey: Uint8Array;
  readonly #random: KeyringPorts['random'];
  readonly #now: KeyringPorts['now'];
  readonly #spares: SpareKeys;
  readonly #opened = new OpenedKeys();
  /** Changes to one owner's keys one after another: a key must not be handed out while its owner's keys are being erased. */
  readonly #changes = new Map<string, Promise<unknown>>();
  /** What is being looked up: many fields of one event ask for the same key. */
  readonly #asked = new Map<string, Promise<DataKey>>();

  /** Keys whose names are on their way to the disk. */
  readonly #unsynced = new Map<string, Promise<void>>();

  constructor({ directory, masterKey, random, now }: FileKeyringOptions) {
    this.#folder = join(directory, dataKeyFolder);
    this.#masterKey = masterKey;
    this.#random = random;
    this.#now = now;
    this.#spares = new SpareKeys(join(directory, spareFolder), () => newSpareFile(masterKey, random));
  }

  async prepare(): Promise<void> {
    await makeFolder(this.#folder);
    if (this.#read(witness) === undefined) await this.#makeWitness();
    await this.#spares.prepare();
  }

  async keyFor(owner: KeyOwner, wait?: WaitForDisk): Promise<DataKey> {
    const key = await this.#sharedLook(owner);
    const kept = this.#unsynced.get(key.id);
    if (kept === undefined) return key;
    if (wait === undefined) await kept;
    else wait(kept);
    return key;
  }

  #sharedLook(owner: KeyOwner): Promise<DataKey> {
    const name = keyIdOf(owner, 1);
    const asked = this.#asked.get(name);
    if (asked !== undefined) return asked;
    const found = this.#inTurn(owner, async () => {
      for (let generation = 1; ; generation++) {
        const id = keyIdOf(owner, generation);
        const state = this.#state(id);
        if (state.kind === 'present') return state.key;
        if (state.kind === 'missing') return this.#make(id);
      }
    }).finally(() => {
      if (this.#asked.get(name) === found) this.#asked.delete(name);
    });
    this.#asked.set(name, found);
    return found;
  }

  async find(keyId: string): Promise<KeyState> {
    return isKeyId(keyId) ? this.#state(keyId) : { kind: 'missing' };
  }

  erase(owner: KeyOwner): Promise<readonly string[]> {
    // Whoever asks from now on waits for its end.
    this.#asked.delete(keyIdOf(owner, 1));
    return this.#inTurn(owner, async () => {
      const erased: string[] = [];
      for (let generation = 1; ; generation++) {
        const id = keyIdOf(owner, generation);
        const buried = readSmall(this.#path(id, 'erased')) !== undefined;
        const there = readSmall(this.#path(id, 'key')) !== undefined;
        if (!buried && !there) return erased;
        // The tombstone first: an end half-way leaves a key that counts as erased already, and the next call finishes.
        this.#opened.drop(id);
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

  #state(id: string): KeyState {
    const buried = readSmall(this.#path(id, 'erased'));
    if (buried !== undefined) {
      this.#opened.drop(id);
      const { erasedAt } = tombstone.parse(JSON.parse(buried));
      return { kind: 'erased', erasedAt };
    }
    const key = this.#read(id);
    return key === undefined ? { kind: 'missing' } : { kind: 'present', key };
  }

  #read(id: string): DataKey | undefined {
    return this.#opened.get(id, this.#path(id, 'key'), (content) => readKeyFile(content, id, this.#masterKey));
  }

  async #make(id: string): Promise<DataKey> {
    const { secret, done } = await this.#spares.claim(this.#path(id, 'key'));
    // Where another process made it at the same moment, its name may not be on the disk yet either.
    const kept = Promise.all([syncFolder(this.#folder), done]).then(() => undefined);
    this.#unsynced.set(id, kept);
    // One that failed stays: nothing is to be sealed under a name that may be lost.
    kept.then(
      () => this.#unsynced.delete(id),
      () => undefined,
    );
    if (secret !== undefined) return keyOfSpare(secret, id);
    const theirs = this.#read(id);
    if (theirs === undefined) throw new KeyUnreadable(id);
    return theirs;
  }

  /** Made for its name alone, so that it opens under no other master key. */
  async #makeWitness(): Promise<void> {
    const { content } = newKeyFile(witness, this.#masterKey, this.#random);
    // Another process that made it at the same moment may have another master key.
    if (!(await createDurably(this.#path(witness, 'key'), content))) this.#read(witness);
  }

  #path(id: string, ending: 'key' | 'erased'): string {
    return join(this.#folder, `${id}.${ending}`);
  }

  #inTurn<Result>(owner: KeyOwner, change: () => Promise<Result>): Promise<Result> {
    const name = keyIdOf(owner, 1);
    const result = (this.#changes.get(name) ?? Promise.resolve()).then(change);
    const settled = result.catch(() => undefined);
    this.#changes.set(name, settled);
    void settled.finally(() => {
      if (this.#changes.get(name) === settled) this.#changes.delete(name);
    });
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
