import { createCipheriv, createDecipheriv } from 'node:crypto';
import { KeyErased, KeyMissing, SealBroken } from './errors.ts';
import type { Keyring, KeyOwner, KeyringPorts } from './keyring.ts';

const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

export interface SealedBytes {
  readonly keyId: string;
  /** Nonce, tag, ciphertext. */
  readonly bytes: Buffer;
}

/** Seals a file's content for one place; for JSON values see sealed-box.ts. */
export const sealBytes = async (
  content: Uint8Array,
  keyring: Keyring,
  owner: KeyOwner,
  place: string,
  random: KeyringPorts['random'],
): Promise<SealedBytes> => {
  const key = await keyring.keyFor(owner);
  const nonce = random(nonceLength);
  const cipher = createCipheriv(algorithm, key.bytes, nonce).setAAD(
    Buffer.from(`suanjian sealed bytes v1\n${key.id}\n${place}`),
  );
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return { keyId: key.id, bytes: Buffer.concat([nonce, cipher.getAuthTag(), body]) };
};

/** The content again. Throws `KeyErased`, `KeyMissing`, `SealBroken`. */
export const openBytes = async (
  { keyId, bytes }: SealedBytes,
  keyring: Pick<Keyring, 'find'>,
  place: string,
): Promise<Buffer> => {
  const state = await keyring.find(keyId);
  if (state.kind === 'erased') throw new KeyErased(keyId, state.erasedAt);
  if (state.kind === 'missing') throw new KeyMissing(keyId);
  try {
    const decipher = createDecipheriv(algorithm, state.key.bytes, bytes.subarray(0, nonceLength))
      .setAAD(Buffer.from(`suanjian sealed bytes v1\n${keyId}\n${place}`))
      .setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength));
    return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]);
  } catch (error) {
    throw new SealBroken({ cause: error });
  }
};
