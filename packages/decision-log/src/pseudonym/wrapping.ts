import { createCipheriv, createDecipheriv } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
export const IV_LENGTH = 12;
const TAG_LENGTH = 16;

/** A key under another key; every part base64url. */
export interface Wrapped {
  readonly iv: string;
  readonly tag: string;
  readonly text: string;
}

/** `purpose` is bound to the key: what was wrapped as one thing does not open as another. */
export function wrap(master: Uint8Array, iv: Uint8Array, key: Uint8Array, purpose: string): Wrapped {
  const cipher = createCipheriv(ALGORITHM, master, iv, { authTagLength: TAG_LENGTH }).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    iv: Buffer.from(iv).toString('base64url'),
    tag: cipher.getAuthTag().toString('base64url'),
    text: body.toString('base64url'),
  };
}

/** Throws where the master key, the purpose or any byte is not what it was. */
export function unwrap(master: Uint8Array, { iv, tag, text }: Wrapped, purpose: string): Uint8Array {
  const decipher = createDecipheriv(ALGORITHM, master, Buffer.from(iv, 'base64url'), { authTagLength: TAG_LENGTH })
    .setAAD(Buffer.from(purpose))
    .setAuthTag(Buffer.from(tag, 'base64url'));
  return new Uint8Array(Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]));
}

export const isWrapped = (value: unknown): value is Wrapped =>
  typeof value === 'object' &&
  value !== null &&
  ['iv', 'tag', 'text'].every((part) => typeof (value as Readonly<Record<string, unknown>>)[part] === 'string');
