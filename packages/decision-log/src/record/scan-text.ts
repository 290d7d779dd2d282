import { PSEUDONYM_CHARACTERS } from './rules.ts';

/** What a scan gives where it recognises nothing. */
export const NOTHING = -1;

/** Classes a byte may belong to. */
export const TOKEN = 1;
export const VISIBLE = 2;
const BASE64URL = 4;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const LETTER_P = 0x70;
const ZERO = 0x30;
const NINE = 0x39;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** For every byte the classes it belongs to: visible ASCII that stands unescaped in a JSON string, and of it the characters of a token and of a pseudonym. */
export const classes = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte += 1) if (byte !== QUOTE && byte !== BACKSLASH) classes[byte] = VISIBLE;
for (const byte of Buffer.from(`${letters}._/:-`)) classes[byte] = VISIBLE | TOKEN;
for (const byte of Buffer.from(`${letters}-_`)) classes[byte] = (classes[byte] as number) | BASE64URL;

/** For every two bytes, read as one little-endian number, the classes they both belong to. */
export const pairs = new Uint8Array(65_536);
for (let pair = 0; pair < pairs.length; pair += 1) {
  pairs[pair] = (classes[pair & 0xff] as number) & (classes[pair >> 8] as number);
}

/** A pseudonym with its quotes; gives where it ends. `view` shows the same bytes. */
export function scanPseudonym(bytes: Uint8Array, view: DataView, at: number): number {
  if (bytes[at] !== QUOTE || bytes[at + 1] !== LETTER_P || bytes[at + 2] === ZERO) return NOTHING;
  let end = at + 2;
  for (let byte = bytes[end] as number; byte >= ZERO && byte <= NINE; byte = bytes[end] as number) end += 1;
  const digits = end - at - 2;
  if (digits === 0 || digits > 6 || bytes[end] !== UNDERSCORE) return NOTHING;
  end += 1;
  for (let count = 0; count < PSEUDONYM_CHARACTERS; count += 2) {
    if (((pairs[view.getUint16(end, true)] as number) & BASE64URL) === 0) return NOTHING;
    end += 2;
  }
  return bytes[end] === QUOTE ? end + 1 : NOTHING;
}
