import { text, type Text } from '@suanjian/rulebook';

/**
 * People's SQL is read token by token with our own eyes before ClickHouse sees any of it. What is passed on is written anew from
 * what was read, so a trick that two parsers would read differently does not get through.
 */

export type Token =
  | { readonly kind: 'word'; readonly value: string; readonly at: number }
  /** A name in back-quotes or double quotes: always a name, never a keyword. */
  | { readonly kind: 'quoted'; readonly value: string; readonly at: number }
  | { readonly kind: 'string'; readonly value: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: string; readonly at: number }
  | { readonly kind: 'symbol'; readonly value: string; readonly at: number };

export const isWord = (token: Token | undefined, value: string): boolean =>
  token?.kind === 'word' && token.value.toUpperCase() === value;
export const isSymbol = (token: Token | undefined, value: string): boolean =>
  token?.kind === 'symbol' && token.value === value;
export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted';

/** What is wrong with a piece of SQL and where, from 1. */
export class SqlFault extends Error {
  readonly text: Text;
  readonly column: number;

  constructor(reason: Text, at: number) {
    super(reason.en);
    this.name = 'SqlFault';
    this.text = reason;
    this.column = at + 1;
  }
}

const word = /[A-Za-z_\p{L}][\p{L}\p{M}\p{N}_]*/uy;
const number = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/uy;
const endsName = /[\p{L}\p{M}\p{N}_)\]`"]$/u;
const symbols = ['->', '<=', '>=', '<>', '!=', '==', '||', '::'] as const;
const singles = '()[],.+-*/%=<>?:';

const simpleEscapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '0': '\0', '\\': '\\' };

/** Reads a quoted run that begins at `start`: the quote doubled, or after a backslash, stands for itself. */
const quotedRun = (sql: string, start: number): { value: string; end: number } => {
  const quote = sql[start] ?? '';
  let value = '';
  for (let at = start + 1; at < sql.length; at++) {
    const character = sql[at] ?? '';
    if (character === '\\') {
      const next = sql[at + 1];
      const simple = next === undefined ? undefined : next === quote ? quote : simpleEscapes[next];
      if (simple === undefined)
        throw new SqlFault(
          text(
            '反斜杠后只能是引号、反斜杠、n、t、r 或 0。',
            'After a backslash only a quote, a backslash, n, t, r or 0 may stand.',
          ),
          at,
        );
      value += simple;
      at++;
    } else if (character === quote) {
      if (sql[at + 1] !== quote) return { value, end: at + 1 };
      value += quote;
      at++;
    } else value += character;
  }
  throw new SqlFault(text(`引号 ${quote} 没有成对。`, `The quote ${quote} is not closed.`), start);
};

const shown = (character: string): string =>
  character < ' ' || character === '\u007f'
    ? `U+${character.codePointAt(0)?.toString(16).padStart(4, '0') ?? ''}`
    : character;

const faultAt = (sql: string, at: number): SqlFault => {
  const rest = sql.slice(at);
  if (rest.startsWith('--') || rest.startsWith('/*') || rest.startsWith('#'))
    return new SqlFault(text('不能写注释。', 'Comments are not allowed here.'), at);
  if (rest.startsWith(';'))
    return new SqlFault(text('只能写一句，不能有分号。', 'One statement only, without a semicolon.'), at);
  const character = shown(String.fromCodePoint(sql.codePointAt(at) ?? 0));
  return new SqlFault(text(`看不懂字符 ${character}。`, `The character ${character} means nothing here.`), at);
};

const matchAt = (pattern: RegExp, sql: string, at: number): string | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(sql)?.[0];
};

/** @throws {SqlFault} where something stands that is no token: comments, semicolons, parameters, control characters. */
export const tokensOf = (sql: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length;) {
    const character = sql[at] ?? '';
    if (character === ' ' || character === '\n' || character === '\t' || character === '\r') {
      at++;
      continue;
    }
    if (sql.startsWith('--', at) || sql.startsWith('/*', at)) throw faultAt(sql, at);
    if (character === "'" || character === '`' || character === '"') {
      const { value, end } = quotedRun(sql, at);
      tokens.push({ kind: character === "'" ? 'string' : 'quoted', value, at });
      at = end;
      continue;
    }
    // `pair.1` is the first of a pair, not a name beside 0.1.
    const afterName = character === '.' && tokens.length > 0 && endsName.test(sql.slice(Math.max(0, at - 2), at));
    const numeral = afterName ? undefined : matchAt(number, sql, at);
    if (numeral !== undefined) {
      if (matchAt(word, sql, at + numeral.length) !== undefined)
        throw new SqlFault(text('数字后紧跟着文字。', 'Letters follow a number directly.'), at);
      tokens.push({ kind: 'number', value: numeral, at });
      at += numeral.length;
      continue;
    }
    const name = matchAt(word, sql, at);
    if (name !== undefined) {
      tokens.push({ kind: 'word', value: name, at });
      at += name.length;
      continue;
    }
    const symbol =
      symbols.find((candidate) => sql.startsWith(candidate, at)) ??
      (singles.includes(character) ? character : undefined);
    if (symbol === undefined) throw faultAt(sql, at);
    tokens.push({ kind: 'symbol', value: symbol, at });
    at += symbol.length;
  }
  return tokens;
};

/** Strings and names as they are passed on, whatever they hold. */
export const writtenString = (value: string): string =>
  `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r').replaceAll('\0', '\\0')}'`;
export const writtenName = (value: string): string => `\`${value.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
