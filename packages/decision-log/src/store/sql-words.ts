/** A name in a piece of SQL, unquoted, and whether a dot stands right behind it. */
export interface SqlWord {
  readonly word: string;
  readonly beforeDot: boolean;
}

const comment = String.raw`--[^\n]*|#[^\n]*|\/\*(?:(?!\/\*)[\s\S])*?\*\/`;

/** Comments, strings and here-documents hold no names; names may be bare or quoted in two ways. */
const pieces = new RegExp(
  String.raw`${comment}|'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|\$(\w*)\$[\s\S]*?\$\1\$` +
    '|`(?<back>(?:[^`\\\\]|\\\\[\\s\\S]|``)*)(?:`|$)' +
    String.raw`|"(?<double>(?:[^"\\]|\\[\s\S]|"")*)(?:"|$)|(?<bare>[\p{L}_][\p{L}\p{N}_$]*)|(?<odd>\/\*|[‘’“”])`,
  'gu',
);

const dotFollows = new RegExp(String.raw`^(?:\s|${comment})*\.`, 'u');

/** Escapes other than of the quote itself could spell a name in a way that is not seen here; nobody needs them in a name. */
const plain = (quoted: string): string | undefined =>
  /\\[^\\`"']/u.test(quoted.replaceAll('\\\\', ''))
    ? undefined
    : quoted.replaceAll(/\\([\\`"'])/gu, '$1').replaceAll(/([`"])\1/gu, '$1');

/**
 * All names in the SQL. Undefined when it is written in a way that ClickHouse might read otherwise than this does: a name spelled with
 * escapes, curly quotes, or comments within comments.
 */
export const wordsOf = (sql: string): readonly SqlWord[] | undefined => {
  const words: SqlWord[] = [];
  for (const match of sql.matchAll(pieces)) {
    const { back, double, bare, odd } = match.groups ?? {};
    if (odd !== undefined) return undefined;
    const quoted = back ?? double;
    const word = quoted === undefined ? bare : plain(quoted);
    if (word === undefined && quoted !== undefined) return undefined;
    if (word === undefined) continue;
    words.push({ word, beforeDot: dotFollows.test(sql.slice(match.index + match[0].length)) });
  }
  return words;
};
