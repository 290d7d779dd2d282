import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from '@suanjian/rulebook';
import { makeFolder, writeDurably } from '../journal/durable.ts';
import { LogFault, systemCode } from '../journal/log-fault.ts';
import { KEY_LENGTH, loadMasterKey, type Randomness } from './master-key.ts';
import { IV_LENGTH, isWrapped, unwrap, wrap } from './wrapping.ts';

export interface KeyFilesOptions {
  /** Outside the log: `<data>/keys/log`. */
  readonly folder: string;
  readonly randomness: Randomness;
  /** 32 bytes; a file beside the keys where it is not given. */
  readonly masterKey?: Uint8Array;
}

/** What is known of a key without opening it. */
export interface KeyNote {
  /** When it was made, in milliseconds. */
  readonly made: number;
  /** Further facts the owner of the key wants to keep with it. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface FoundKey extends KeyNote {
  readonly bytes: Uint8Array;
}

const ENDING = '.key';

/** The log's secrets, one file each, wrapped under a master key. Wrapping them under another changes no secret and so no pseudonym. */
export class KeyFiles {
  readonly #folder: string;
  readonly #randomness: Randomness;
  readonly #master: Uint8Array;

  private constructor(folder: string, randomness: Randomness, master: Uint8Array) {
    this.#folder = folder;
    this.#randomness = randomness;
    this.#master = master;
  }

  /** Throws `LogFault` (`key`) where the master key is missing, exposed or another one. */
  static async open({ folder, randomness, masterKey }: KeyFilesOptions): Promise<KeyFiles> {
    await makeFolder(folder);
    const names = await keyNames(folder);
    const keys = new KeyFiles(
      folder,
      randomness,
      masterKey ?? (await loadMasterKey(folder, names.length === 0, randomness)),
    );
    const [first] = names;
    // A wrong master key is told at once, not at the first pseudonym.
    if (first !== undefined) await keys.find(first);
    return keys;
  }

  names(): Promise<readonly string[]> {
    return keyNames(this.#folder);
  }

  async find(name: string): Promise<FoundKey | undefined> {
    const path = this.#path(name);
    let content: string;
    try {
      content = await readFile(path, 'utf8');
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return undefined;
      throw error;
    }
    return this.#read(name, path, content);
  }

  /** Keeps a key, in place of an older one of the name. */
  async keep(name: string, { bytes, made, facts }: FoundKey): Promise<void> {
    const wrapped = wrap(this.#master, this.#randomness(IV_LENGTH), bytes, purposeOf(name, made, facts));
    await writeDurably(this.#path(name), `${JSON.stringify({ version: 1, name, made, facts, wrapped })}\n`);
  }

  /** The key of the name, made where there is none. */
  async findOrMake(name: string, made: number, facts: KeyNote['facts'] = {}): Promise<FoundKey> {
    const found = await this.find(name);
    if (found !== undefined) return found;
    const key: FoundKey = { bytes: this.#randomness(KEY_LENGTH), made, facts };
    await this.keep(name, key);
    return key;
  }

  /**
   * Wraps every key in the folder under another master key, which the caller keeps. It may be interrupted and run again: what is under the new one already
   * stays as it is.
   */
  static async rewrap(options: {
    readonly folder: string;
    readonly randomness: Randomness;
    readonly from: Uint8Array;
    readonly to: Uint8Array;
  }): Promise<void> {
    const { folder, randomness, from, to } = options;
    const before = new KeyFiles(folder, randomness, from);
    const after = new KeyFiles(folder, randomness, to);
    for (const name of await keyNames(folder)) {
      if (await after.#opens(name)) continue;
      const key = await before.find(name);
      if (key !== undefined) await after.keep(name, key);
    }
  }

  async #opens(name: string): Promise<boolean> {
    try {
      return (await this.find(name)) !== undefined;
    } catch (error) {
      if (error instanceof LogFault) return false;
      throw error;
    }
  }

  #read(name: string, path: string, content: string): FoundKey {
    try {
      const value: unknown = JSON.parse(content);
      if (isKeyFile(value)) {
        const { made, facts, wrapped } = value;
        return { bytes: unwrap(this.#master, wrapped, purposeOf(name, made, facts)), made, facts };
      }
    } catch (error) {
      throw unreadable(path, error);
    }
    throw unreadable(path);
  }

  #path(name: string): string {
    return join(this.#folder, `${name}${ENDING}`);
  }
}

const MASTER = 'master';

async function keyNames(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .filter((name) => name !== MASTER)
    .sort();
}

const purposeOf = (name: string, made: number, facts: KeyNote['facts']): string =>
  `suanjian log key v1\n${name}\n${made}\n${JSON.stringify(facts)}`;

interface KeyFile extends KeyNote {
  readonly wrapped: Parameters<typeof unwrap>[1];
}

const isKeyFile = (value: unknown): value is KeyFile =>
  typeof value === 'object' &&
  value !== null &&
  'made' in value &&
  typeof value.made === 'number' &&
  'facts' in value &&
  typeof value.facts === 'object' &&
  'wrapped' in value &&
  isWrapped(value.wrapped);

const unreadable = (path: string, cause?: unknown): LogFault =>
  new LogFault(
    'key',
    text(
      `密钥 ${path} 打不开：主密钥不是当初的那一把，或文件已损坏。`,
      `The key ${path} does not open: the master key is another one, or the file is damaged.`,
    ),
    { file: path },
    cause,
  );
