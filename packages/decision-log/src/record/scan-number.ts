import { isSafeNumber } from './rules.ts';
import { NOTHING } from './scan-text.ts';

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const EXPONENT = 0x65;

/** Decimals with so many significant digits come back from a double as they were. */
const EXACT_DIGITS = 15;
const LONGEST = 30;

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= NINE;

/**
 * A number exactly as ECMAScript (and so RFC 8785) writes it. Up to fifteen significant digits the shape alone decides; longer ones and those with an exponent
 * are read and written again.
 */
export function scanNumber(bytes: Buffer, at: number): number {
  let end = bytes[at] === MINUS ? at + 1 : at;
  const whole = end;
  while (isDigit(bytes[end] as number)) end += 1;
  const wholeDigits = end - whole;
  if (wholeDigits === 0 || (wholeDigits > 1 && bytes[whole] === ZERO)) return NOTHING;
  let digits = wholeDigits;
  let zeros = bytes[whole] === ZERO ? 1 : 0;
  if (bytes[end] === POINT) {
    const fraction = end + 1;
    end = fraction;
    while (isDigit(bytes[end] as number)) end += 1;
    if (end === fraction || bytes[end - 1] === ZERO) return NOTHING;
    digits += end - fraction;
    if (zeros === 1) for (let index = fraction; bytes[index] === ZERO; index += 1) zeros += 1;
  } else if (zeros === 1 && whole > at) {
    // Minus zero.
    return NOTHING;
  }
  // Below 1e-6 an exponent is written; 0.000001 has six zeros in all.
  if (bytes[end] !== EXPONENT && digits - zeros <= EXACT_DIGITS && zeros <= 6) return end;
  return scanLong(bytes, at, end);
}

function scanLong(bytes: Buffer, at: number, from: number): number {
  let end = from;
  if (bytes[end] === EXPONENT) {
    end += 1;
    if (bytes[end] === MINUS || bytes[end] === 0x2b) end += 1;
    while (isDigit(bytes[end] as number)) end += 1;
  }
  if (end - at > LONGEST) return NOTHING;
  const written = bytes.toString('latin1', at, end);
  const value = Number(written);
  return isSafeNumber(value) && String(value) === written ? end : NOTHING;
}
