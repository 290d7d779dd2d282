import { createCipheriv, createDecipheriv } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** AES-GCM's own sizes, in bytes. */
export const ivLength = 12;
const tagLength = 16;

/** An encrypted piece; every part base64url. */
export interface Ciphertext {
  readonly iv: string;
  readonly tag: string;
  readonly text: string;
}

export const encrypt = (key: Uint8Array, iv: Uint8Array, plaintext: Uint8Array, associated: string): Ciphertext => {
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagLength }).setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return {
    iv: Buffer.from(iv).toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
    text: body.toString('base64url'),
  };
};

/** Throws when key, associated data or any byte is not what it was. */
export const decrypt = (key: Uint8Array, { iv, tag, text }: Ciphertext, associated: string): Buffer => {
  const decipher = createDecipheriv(algorithm, key, Buffer.from(iv, 'base64url'), { authTagLength: tagLength })
    .setAAD(Buffer.from(associated))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
};
