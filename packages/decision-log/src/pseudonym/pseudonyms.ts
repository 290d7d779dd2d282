import { createHmac } from 'node:crypto';
import { text } from '@suanjian/rulebook';
import type { Identify } from '../record/check-value.ts';
import { PSEUDONYM_CHARACTERS } from '../record/rules.ts';
import { LogFault } from '../journal/log-fault.ts';
import type { FoundKey, KeyFiles } from './key-files.ts';

/** The keys of one epoch; plain data, so that a worker thread can be given them. */
export interface PseudonymKeys {
  readonly epoch: number;
  readonly people: Uint8Array;
  /** Without it nothing joins traits to people; `undefined` where it is kept elsewhere. */
  readonly traits: Uint8Array | undefined;
}

/** Raw ids of people to pseudonyms, under the keys of one epoch. Throws `LogFault` (`key`) where the key of traits is wanted and kept elsewhere. */
export const identifyWith = ({ epoch, people, traits }: PseudonymKeys): Identify => {
  const of = (key: Uint8Array, value: string): string => `p${epoch}_${shortHash(key, value)}`;
  return (raw, key) => {
    const pseudonym = of(people, raw);
    if (key === 'people') return pseudonym;
    if (traits === undefined) throw traitKeyAway();
    return of(traits, pseudonym);
  };
};

/**
 * The subject of traits that a pseudonym has under the key of traits: the way from people to their traits, for whoever holds that key. The subject is of the
 * pseudonym's own epoch.
 */
export const traitSubjectsWith =
  (traits: Uint8Array) =>
  (pseudonym: string): string =>
    `${pseudonym.slice(0, pseudonym.indexOf('_') + 1)}${shortHash(traits, pseudonym)}`;

const shortHash = (key: Uint8Array, value: string): string =>
  createHmac('sha256', key).update(value).digest('base64url').slice(0, PSEUDONYM_CHARACTERS);

/** Tells one key of traits from another and gives nothing of it away. */
export const traitKeyMark = (traits: Uint8Array): string =>
  createHmac('sha256', traits).update('suanjian mark of the key of traits v1').digest('hex').slice(0, 32);

/** Subjects of traits are wanted, and their key was taken away: another one would join nothing to the traits that are there. */
export const traitKeyAway = (): LogFault =>
  new LogFault(
    'key',
    text(
      '这里没有特征密钥（traits.key）：它已移到别处保管，系统不会另造一把。要写入或生成特征，请先把它放回密钥目录。',
      'The key of traits (traits.key) is not here: it is kept elsewhere, and no other is made in its place. To write or generate traits, put it back into the key folder first.',
    ),
  );

const epochKey = (epoch: number): string => `pseudonyms-${epoch}`;
const TRAITS = 'traits';

/** The pseudonym keys of a log. Epochs count from 1; a key whose epoch has not begun is `pending`. */
export class Pseudonyms {
  readonly #files: KeyFiles;
  readonly #keys: ReadonlyMap<number, FoundKey>;
  readonly #traits: Uint8Array | undefined;

  private constructor(files: KeyFiles, keys: ReadonlyMap<number, FoundKey>, traits: Uint8Array | undefined) {
    this.#files = files;
    this.#keys = keys;
    this.#traits = traits;
  }

  /**
   * Opens the keys, making those of the first epoch where there are none. The key of traits is made with them and before them: where they are and it is not, somebody
   * keeps it elsewhere, and none is made. Throws `LogFault` (`key`).
   */
  static async open(files: KeyFiles, now: number): Promise<Pseudonyms> {
    if ((await files.find(epochKey(1))) === undefined) await files.findOrMake(TRAITS, now);
    await files.findOrMake(epochKey(1), now);
    return Pseudonyms.#read(files);
  }

  static async #read(files: KeyFiles): Promise<Pseudonyms> {
    const keys = new Map<number, FoundKey>();
    for (let epoch = 1; ; epoch += 1) {
      const key = await files.find(epochKey(epoch));
      if (key === undefined) break;
      keys.set(epoch, key);
    }
    return new Pseudonyms(files, keys, (await files.find(TRAITS))?.bytes);
  }

  /** The epoch that new records are of. */
  get epoch(): number {
    return [...this.#keys].findLast(([, { facts }]) => facts['pending'] !== true)?.[0] ?? 1;
  }

  /** The keys of an epoch, the present one where none is named; `undefined` where there is none of the number. */
  keys(epoch = this.epoch): PseudonymKeys | undefined {
    const found = this.#keys.get(epoch);
    return found && { epoch, people: found.bytes, traits: this.#traits };
  }

  /** When the key of an epoch was made, in milliseconds. */
  made(epoch: number): number | undefined {
    return this.#keys.get(epoch)?.made;
  }

  /** Makes the key of the next epoch, or finds the one that an interrupted change left; it is not used before `begin`. */
  async prepareNext(now: number): Promise<Pseudonyms> {
    const next = this.epoch + 1;
    await this.#files.findOrMake(epochKey(next), now, { pending: true });
    return Pseudonyms.#read(this.#files);
  }

  /** Begins the epoch that was prepared. */
  async begin(epoch: number): Promise<Pseudonyms> {
    const key = await this.#files.find(epochKey(epoch));
    if (key !== undefined) await this.#files.keep(epochKey(epoch), { ...key, facts: {} });
    return Pseudonyms.#read(this.#files);
  }
}
