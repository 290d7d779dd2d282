import { createHash } from 'node:crypto';

/** Whose data a key covers: erasing the key erases what was sealed for this owner. */
export interface KeyOwner {
  readonly kind: 'organisation' | 'person';
  readonly id: string;
}

/** A key for AES-256-GCM. Its id is written beside what it sealed. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Takes a promise that must hold before what was sealed is committed. */
export type WaitForDisk = (kept: Promise<void>) => void;

/** What is known of a key id. */
export type KeyState =
  | { readonly kind: 'present'; readonly key: DataKey }
  /** `erasedAt`: instant. */
  | { readonly kind: 'erased'; readonly erasedAt: string }
  | { readonly kind: 'missing' };

/** Keeps the keys of sealed fields, outside the database. */
export interface Keyring {
  /**
   * The owner's present key, made when there is none or the last one was erased. It is on the disk by then; or, for whoever says how it waits
   * for that, by the time the promise it is given holds: nothing sealed may be kept by others before.
   */
  keyFor(owner: KeyOwner, wait?: WaitForDisk): Promise<DataKey>;
  /** Throws `KeyUnreadable` when the key is there but does not open under the master key. */
  find(keyId: string): Promise<KeyState>;
  /** Erases every key the owner ever had, for good, and returns their ids. What is sealed later gets a new key. */
  erase(owner: KeyOwner): Promise<readonly string[]>;
}

/** What a keyring needs from outside. */
export interface KeyringPorts {
  /** Cryptographically random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  /** The present instant, ISO in UTC. */
  readonly now: () => string;
}

export const dataKeyLength = 32;

const keyIdPattern = /^([0-9a-f]{32})-([1-9][0-9]{0,5})$/;

/** Ids are made from the owner and a running number, so that a key is found without an index, and say nothing about the owner's name. */
export const keyIdOf = (owner: KeyOwner, generation: number): string =>
  `${createHash('sha256').update(`${owner.kind}\n${owner.id}`).digest('hex').slice(0, 32)}-${generation}`;

/** Guards file names too: an id comes out of the database and must not lead out of the folder. */
export const isKeyId = (value: string): boolean => keyIdPattern.test(value);
