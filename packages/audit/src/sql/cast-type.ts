import { text } from '@suanjian/rulebook';
import { typeNames } from './functions.ts';
import { TokenReader } from './reader.ts';
import { isSymbol, SqlFault, type Token, tokensOf, writtenString } from './tokens.ts';

const deepestType = 20;

/** Reads a type of the listed ones, with types, numbers and texts in its brackets, and writes it anew. @throws {SqlFault} */
export const readType = (reader: TokenReader, depth = 0): string => {
  if (depth > deepestType) throw reader.fault(text('嵌套过深。', 'It is nested too deeply.'));
  const token = reader.next();
  if (token.kind !== 'word' || !typeNames.has(token.value))
    throw reader.fault(
      text(
        `没有名为 ${token.value} 的类型。可用的有：${[...typeNames].join('、')}。`,
        `There is no type ${token.value}. Use one of: ${[...typeNames].join(', ')}.`,
      ),
    );
  if (!reader.takeSymbol('(')) return token.value;
  const inner: string[] = [];
  do {
    const argument = reader.peek();
    if (argument?.kind === 'number' || argument?.kind === 'string') {
      reader.next();
      inner.push(argument.kind === 'number' ? argument.value : writtenString(argument.value));
    } else inner.push(readType(reader, depth + 1));
  } while (reader.takeSymbol(','));
  reader.expectSymbol(')');
  return `${token.value}(${inner.join(', ')})`;
};

/** The type that stands in quotes in `CAST(value, 'type')`. @throws {SqlFault} */
export const typeInQuotes = (type: Token): string => {
  if (type.kind !== 'string')
    throw new SqlFault(text('类型要写成引号里的文字。', 'The type must be written in quotes.'), type.at);
  const reader = new TokenReader(tokensOf(type.value), type.value.length);
  const written = readType(reader);
  if (!reader.done) throw new SqlFault(text('类型之后还有内容。', 'Something follows the type.'), type.at);
  return written;
};

/**
 * A cast in a query names its type outright: `CAST(value AS Type)` or `CAST(value, 'Type')`. One that is computed, or one of those that
 * take apart the inner state of aggregates, is refused. `open` is the place of the opening bracket. @throws {SqlFault}
 */
export const checkCast = (tokens: readonly Token[], open: number): void => {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const token = tokens[at];
    if (isSymbol(token, '(') || isSymbol(token, '[')) depth++;
    else if (isSymbol(token, ')') || isSymbol(token, ']')) depth--;
    else if (depth === 1 && isSymbol(token, ',')) {
      const type = tokens[at + 1];
      if (type === undefined) return;
      typeInQuotes(type);
      if (!isSymbol(tokens[at + 2], ')'))
        throw new SqlFault(text('类型要写成引号里的文字。', 'The type must be written in quotes.'), type.at);
    }
    if (depth === 0) return;
  }
};
