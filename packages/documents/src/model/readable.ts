/**
 * What must not reach a printed page as it is: control characters, which neither format can hold, and marks that turn the direction of what
 * follows, with which a text could be made to read as another one.
 */
const unprintable = /(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu;
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu;

/** A character as its code point, for one that cannot be shown. */
export const codePoint = (character: string): string =>
  `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}〕`;

/** Text as both formats may print it; nothing is left out without a trace. */
export const readable = (value: string): string =>
  value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\r\u2028\u2029]/gu, '\n')
    .replaceAll(unprintable, codePoint)
    .replaceAll(turning, codePoint);
