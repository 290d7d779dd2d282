import { createHmac, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, ivLength } from './aes-gcm.ts';
import { KeyErased, KeyMissing, SealBroken, SealMisplaced } from './errors.ts';
import type { SealedBox } from '../matters/sealed-box.ts';
import type { DataKey, Keyring, KeyringPorts } from './keyring.ts';

/** A sealed JSON value, itself JSON: what is stored and hashed in place of the value. All parts but `sealed` and `key` are base64url. */
export interface Sealed {
  readonly sealed: 'v1';
  readonly key: string;
  readonly iv: string;
  readonly tag: string;
  /** A keyed digest of the place, to tell a value that was moved from one that was changed. */
  readonly at: string;
  readonly text: string;
}

const parts = ['key', 'iv', 'tag', 'at', 'text'] as const;

export const isSealed = (value: unknown): value is Sealed => {
  if (typeof value !== 'object' || value === null || !('sealed' in value) || value.sealed !== 'v1') return false;
  const record: Readonly<Record<string, unknown>> = { ...value };
  return parts.every((part) => typeof record[part] === 'string');
};

const digestLength = 12;

const placeDigest = (key: DataKey, place: string): Buffer =>
  createHmac('sha256', key.bytes).update(`suanjian sealed place v1\n${place}`).digest().subarray(0, digestLength);

const associatedData = (keyId: string, place: string): string => `suanjian sealed v1\n${keyId}\n${place}`;

/** Seals a JSON value for one place: nothing but the same place opens it again. Same value, other bytes each time. */
export const seal = (value: unknown, key: DataKey, place: string, random: KeyringPorts['random']): Sealed => {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('Only JSON values can be sealed');
  const ciphertext = encrypt(key.bytes, random(ivLength), Buffer.from(json), associatedData(key.id, place));
  return { sealed: 'v1', key: key.id, ...ciphertext, at: placeDigest(key, place).toString('base64url') };
};

/** The value again. Throws `SealMisplaced` or `SealBroken`. */
export const unseal = (sealed: Sealed, key: DataKey, place: string): unknown => {
  const at = Buffer.from(sealed.at, 'base64url');
  if (at.length !== digestLength) throw new SealBroken();
  if (!timingSafeEqual(at, placeDigest(key, place))) throw new SealMisplaced();
  try {
    return JSON.parse(decrypt(key.bytes, sealed, associatedData(sealed.key, place)).toString('utf8'));
  } catch (error) {
    throw new SealBroken({ cause: error });
  }
};

/** The value again, with its key looked up. Throws `KeyErased`, `KeyMissing`, `KeyUnreadable`, `SealMisplaced`, `SealBroken`. */
export const openSealed = async (sealed: Sealed, keyring: Pick<Keyring, 'find'>, place: string): Promise<unknown> => {
  const state = await keyring.find(sealed.key);
  if (state.kind === 'erased') throw new KeyErased(sealed.key, state.erasedAt);
  if (state.kind === 'missing') throw new KeyMissing(sealed.key);
  return unseal(sealed, state.key, place);
};

/** Seals and opens with the keys of a keyring, as the matters want it: an erased key is an answer, everything else that stands in the way an error. */
export const createSealedBox = (keyring: Keyring, random: KeyringPorts['random']): SealedBox => ({
  seal: async (value, owner, place, wait) => seal(value, await keyring.keyFor(owner, wait), place, random),
  isSealed,
  open: async (sealed, place) => {
    if (!isSealed(sealed)) throw new SealBroken();
    try {
      return { found: 'value', value: await openSealed(sealed, keyring, place) };
    } catch (error) {
      if (error instanceof KeyErased) return { found: 'erased' };
      throw error;
    }
  },
});
