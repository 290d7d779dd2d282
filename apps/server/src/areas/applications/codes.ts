import { createHash, createHmac } from 'node:crypto';

/** Crockford's base 32: nothing in it is mistaken for something else when it is read out or written down. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbols = 20;
const pattern = new RegExp(`^[${alphabet}]{${symbols}}$`);
const groupLength = 5;

/** A code of 100 random bits, in groups of five: `7Q2MX-…`. @param random cryptographically random bytes */
export const drawCode = (random: (bytes: number) => Uint8Array): string =>
  [...random(symbols)]
    .map((byte, index) => `${index > 0 && index % groupLength === 0 ? '-' : ''}${alphabet[byte % 32] ?? ''}`)
    .join('');

/** What somebody typed as it was drawn: case, dashes, blanks and look-alikes do not matter. `undefined` for what can be no code. */
export const readCode = (typed: string): string | undefined => {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return pattern.test(plain) ? plain : undefined;
};

/** What is kept of a code. It holds 100 bits of chance, so a plain digest gives nothing away. */
export const codeHash = (code: string): string =>
  createHash('sha256')
    .update(readCode(code) ?? '')
    .digest('hex');

/** A digest of where a request came from, by which a flood is seen and nobody is found: it is keyed, and another every day. */
export const originOf = (secret: string, address: string, day: string): string =>
  createHmac('sha256', secret).update(`origin\n${day}\n${address}`).digest('hex');
