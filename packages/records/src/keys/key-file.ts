import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { decrypt, encrypt, ivLength } from './aes-gcm.ts';
import { KeyUnreadable } from './errors.ts';
import { dataKeyLength, type DataKey, type KeyringPorts } from './keyring.ts';

const ciphertext = z.object({ iv: z.string(), tag: z.string(), text: z.string() });
const keyFile = z.discriminatedUnion('version', [
  /** Made for its owner: holds the key. */
  z.object({ version: z.literal(1), key: z.string(), wrapped: ciphertext }),
  /** Made before anybody owned it: holds a secret, from which and from the name it was given the key follows. */
  z.object({ version: z.literal(2), spare: z.string(), wrapped: ciphertext }),
]);
type KeyFile = z.infer<typeof keyFile>;

const wrapping = (keyId: string): string => `suanjian data key v1\n${keyId}`;
const wrappingSpare = (name: string): string => `suanjian spare key v2\n${name}`;

const written = (file: KeyFile): string => `${JSON.stringify(file)}\n`;

/** A new key for an id, and the content of its file: wrapped under the master key. */
export const newKeyFile = (
  id: string,
  masterKey: Uint8Array,
  random: KeyringPorts['random'],
): { readonly key: DataKey; readonly content: string } => {
  const bytes = random(dataKeyLength);
  const wrapped = encrypt(masterKey, random(ivLength), bytes, wrapping(id));
  return { key: { id, bytes }, content: written({ version: 1, key: id, wrapped }) };
};

/** A key that has no owner yet. */
export const newSpareFile = (masterKey: Uint8Array, random: KeyringPorts['random']) => {
  const name = Buffer.from(random(16)).toString('hex');
  const secret = random(dataKeyLength);
  const wrapped = encrypt(masterKey, random(ivLength), secret, wrappingSpare(name));
  return { name, secret, content: written({ version: 2, spare: name, wrapped }) };
};

/** The key of the owner to whom a spare was given. Under another name the same file would be another key, which opens nothing. */
export const keyOfSpare = (secret: Uint8Array, id: string): DataKey => ({
  id,
  bytes: new Uint8Array(createHmac('sha256', secret).update(`suanjian data key v2\n${id}`).digest()),
});

/** The key in a file that stands under an id. Throws `KeyUnreadable`. */
export const readKeyFile = (content: string, id: string, masterKey: Uint8Array): DataKey => {
  try {
    const file = keyFile.parse(JSON.parse(content));
    return file.version === 1
      ? { id, bytes: new Uint8Array(decrypt(masterKey, file.wrapped, wrapping(id))) }
      : keyOfSpare(decrypt(masterKey, file.wrapped, wrappingSpare(file.spare)), id);
  } catch (error) {
    throw new KeyUnreadable(id, { cause: error });
  }
};
