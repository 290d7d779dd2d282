import { codePoint } from '../model/readable.ts';
import type { FontCoverage } from './font-coverage.ts';

/** Longer runs without a place to break would stand over the margin or the next cell. */
const longestWord = 24;
const zeroWidthSpace = '\u200b';
const longWord = new RegExp(String.raw`[!-~\u00c0-\u024f]{${longestWord + 1},}`, 'gu');

const broken = (word: string): string => {
  const pieces: string[] = [];
  for (let start = 0; start < word.length; start += longestWord) pieces.push(word.slice(start, start + longestWord));
  return pieces.join(zeroWidthSpace);
};

/** Joiners and variation selectors have no look of their own; they shape their neighbours where a font knows how. */
const shaping = /[\u200b-\u200d]|\p{Variation_Selector}/u;

/** What the font has no glyph for as its code point, and long words with places to break. */
export const printable = (coverage: FontCoverage) => (value: string) =>
  Array.from(value, (character) =>
    character === '\n' || character === '\t' || shaping.test(character) || coverage.has(character.codePointAt(0) ?? 0)
      ? character
      : codePoint(character),
  )
    .join('')
    .replaceAll(longWord, broken);
