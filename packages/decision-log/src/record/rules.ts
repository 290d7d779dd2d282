/** What every field kind allows. The slow check, the fast scanner, the JSON Schema and the reference pages all read it from here. */

/** 2000-01-01T00:00:00Z: what claims to be older is a clock that was never set. */
export const EARLIEST_TIME = Date.UTC(2000, 0, 1);
/** How far ahead of the log's clock a record may be. */
export const MOST_AHEAD = 86_400_000;

export const MOST_IDENTIFIER = 128;
export const MOST_TOKEN = 64;
export const MOST_SENTENCE = 500;
/** Elements of one list; with it no line that is accepted comes near `MOST_LINE_BYTES`. */
export const MOST_ELEMENTS = 500;
export const MOST_LINE_BYTES = 1_048_576;

export const PSEUDONYM_CHARACTERS = 22;

/** Visible characters: no control, format, surrogate, private or unassigned one, and no blank of any kind. */
export const identifierPattern = `^[^\\p{C}\\p{Z}]{1,${MOST_IDENTIFIER}}$`;
export const tokenPattern = `^[A-Za-z0-9._/:-]{1,${MOST_TOKEN}}$`;
export const pseudonymPattern = `^p[1-9][0-9]{0,5}_[A-Za-z0-9_-]{${PSEUDONYM_CHARACTERS}}$`;
/** One line with something to see in it. */
export const sentencePattern = `^(?=.*[^\\p{C}\\p{Z}])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,${MOST_SENTENCE}}$`;

export const isIdentifier = matcher(identifierPattern);
export const isToken = matcher(tokenPattern);
export const isPseudonym = matcher(pseudonymPattern);
export const isSentence = matcher(sentencePattern);

function matcher(pattern: string): (value: string) => boolean {
  const compiled = new RegExp(pattern, 'u');
  return (value) => compiled.test(value);
}

/** A number that JSON, the store and every language read alike: finite, and not beyond what a double counts in ones. */
export const isSafeNumber = (value: number): boolean => Math.abs(value) <= Number.MAX_SAFE_INTEGER;
