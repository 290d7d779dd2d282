/** Length of a SHA-256 digest in bytes. */
export const DIGEST_LENGTH = 32;

export const hex = (bytes: Uint8Array): string => asBuffer(bytes).toString('hex');

export const base64 = (bytes: Uint8Array): string => asBuffer(bytes).toString('base64');

export const utf8 = (value: string): Buffer => Buffer.from(value, 'utf8');

/** A view, never a copy. */
export const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The bytes of a lower-case hexadecimal string of exactly `length` bytes, else `undefined`. */
export function fromHex(value: string, length: number): Buffer | undefined {
  return value.length === length * 2 && /^[0-9a-f]*$/.test(value) ? Buffer.from(value, 'hex') : undefined;
}

/**
 * The bytes of standard padded base64, else `undefined`. What `Buffer` reads loosely (blanks, missing padding, URL letters, stray bits in the
 * last letter) is refused, so that one value has one spelling.
 */
export function fromBase64(value: string): Buffer | undefined {
  const bytes = Buffer.from(value, 'base64');
  return bytes.toString('base64') === value ? bytes : undefined;
}

export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean => asBuffer(left).equals(right);

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of strict UTF-8, else `undefined`. A byte order mark is kept, because it is a difference. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
