import { MOST_SENTENCE } from './rules.ts';
import { NOTHING } from './scan-text.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DELETE = 0x7f;

/**
 * A sentence of ASCII and Chinese characters (U+4E00 to U+9FFF and their usual punctuation), which need no escape and are valid UTF-8 as they stand;
 * other characters are left to the slow way.
 */
export function scanSentence(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== QUOTE) return NOTHING;
  let end = at + 1;
  let characters = 0;
  let visible = false;
  for (let byte = bytes[end] as number; byte !== QUOTE; byte = bytes[end] as number) {
    if (byte < DELETE) {
      if (byte < SPACE || byte === BACKSLASH) return NOTHING;
      visible ||= byte !== SPACE;
      end += 1;
    } else {
      if (!isChinese(byte, bytes[end + 1] as number, bytes[end + 2] as number)) return NOTHING;
      visible = true;
      end += 3;
    }
    characters += 1;
  }
  return visible && characters <= MOST_SENTENCE ? end + 1 : NOTHING;
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

function isChinese(first: number, second: number, third: number): boolean {
  if (!isContinuation(second) || !isContinuation(third)) return false;
  switch (first) {
    case 0xe3:
      // U+3001 to U+301F: the comma, the full stop, the brackets.
      return second === 0x80 && third >= 0x81 && third <= 0x9f;
    case 0xe4:
      return second >= 0xb8;
    case 0xef:
      // U+FF01 to U+FF3F: full-width punctuation, digits and capitals.
      return second === 0xbc && third >= 0x81;
    default:
      return first >= 0xe5 && first <= 0xe9;
  }
}
