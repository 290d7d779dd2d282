import { isName, isSymbol, isWord, type Token } from './tokens.ts';

/** Words that are no names of anything. */
const values = new Set(['NULL', 'TRUE', 'FALSE', 'CASE']);

/**
 * Whether a name stands by itself in the brackets after IN, which ClickHouse may take for a table. Brackets within them count as well, as it drops
 * those around one value; arguments of a function and what a SELECT holds do not. `tokens` begins with the opening bracket.
 */
export const holdsBareName = (tokens: readonly Token[]): boolean => {
  /** Whether each open bracket is one in which a name would stand by itself. */
  const open: boolean[] = [];
  for (const [index, token] of tokens.entries()) {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (isSymbol(token, '(') || isSymbol(token, '[')) {
      const plain = isSymbol(token, '(') && !isName(before) && !isWord(next, 'SELECT') && !isWord(next, 'WITH');
      open.push(plain && (open.at(-1) ?? true));
    } else if (isSymbol(token, ')') || isSymbol(token, ']')) {
      open.pop();
      if (open.length === 0) return false;
    } else if (
      open.at(-1) === true &&
      isName(token) &&
      (isSymbol(before, '(') || isSymbol(before, ',')) &&
      (isSymbol(next, ',') || isSymbol(next, ')') || isSymbol(next, '.') || isName(next)) &&
      !(token.kind === 'word' && values.has(token.value.toUpperCase()))
    )
      return true;
  }
  return false;
};
