import { text } from '@suanjian/rulebook';
import { groupFunctions, scalarFunctions, typeNames } from './functions.ts';
import { SqlFault, type Token, tokensOf, writtenName, writtenString } from './tokens.ts';

/** Words that may stand before an opening bracket without being functions. */
const beforeBracket = new Set(
  `SELECT DISTINCT FROM JOIN ON USING WHERE PREWHERE HAVING QUALIFY BY WHEN THEN ELSE CASE AND OR NOT IN AS OVER UNION ALL EXCEPT INTERSECT LIMIT OFFSET BETWEEN LIKE
   ILIKE EXISTS INTERVAL WITH IS`.split(/\s+/u),
);
/** Words that begin something a question never needs. */
const refusedWords = new Set(
  'INTO OUTFILE SETTINGS INSERT SYSTEM EXPLAIN SHOW DESCRIBE FORMAT APPLY COLUMNS PASTE RECURSIVE VALUES VIEW'.split(
    ' ',
  ),
);
/** Words that end the list of tables of a FROM. */
const afterTables = new Set(
  'WHERE PREWHERE GROUP ORDER HAVING LIMIT OFFSET UNION EXCEPT INTERSECT WINDOW QUALIFY ON USING SELECT'.split(' '),
);

const isWord = (token: Token | undefined, value: string): boolean =>
  token?.kind === 'word' && token.value.toUpperCase() === value;
const isSymbol = (token: Token | undefined, value: string): boolean =>
  token?.kind === 'symbol' && token.value === value;
const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted';

/** `WITH name AS (`: the name is a table for what follows. */
const namesOfParts = (tokens: readonly Token[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const [index, token] of tokens.entries())
    if (
      isName(token) &&
      isWord(tokens[index + 1], 'AS') &&
      isSymbol(tokens[index + 2], '(') &&
      (isWord(tokens[index + 3], 'SELECT') || isWord(tokens[index + 3], 'WITH'))
    )
      names.add(token.value);
  return names;
};

interface Level {
  /** Inside the tables of a FROM at this depth of brackets. */
  inTables: boolean;
}

class QueryWalk {
  readonly #tokens: readonly Token[];
  readonly #tables: ReadonlySet<string>;
  readonly #levels: Level[] = [{ inTables: false }];
  #at = 0;
  #tableNext = false;

  constructor(tokens: readonly Token[], sources: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#tables = new Set([...sources, ...namesOfParts(tokens)]);
  }

  walk(): void {
    if (!isWord(this.#tokens[0], 'SELECT') && !isWord(this.#tokens[0], 'WITH'))
      throw this.#fault(text('query 要以 SELECT 或 WITH 开头。', 'A query begins with SELECT or WITH.'));
    for (; this.#at < this.#tokens.length; this.#at++) this.#step();
    if (this.#levels.length !== 1)
      throw new SqlFault(text('括号没有成对。', 'A bracket is not closed.'), this.#tokens.at(-1)?.at ?? 0);
    if (this.#tableNext)
      throw new SqlFault(
        text('FROM 或 JOIN 之后缺少表名。', 'A table is missing after FROM or JOIN.'),
        this.#tokens.at(-1)?.at ?? 0,
      );
  }

  #peek(ahead: number): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #fault(reason: ReturnType<typeof text>): SqlFault {
    return new SqlFault(reason, this.#tokens[this.#at]?.at ?? 0);
  }

  #level(): Level {
    const level = this.#levels.at(-1);
    if (level === undefined) throw this.#fault(text('括号没有成对。', 'A bracket is not closed.'));
    return level;
  }

  #step(): void {
    const token = this.#tokens[this.#at];
    if (token === undefined) return;
    if (this.#tableNext) {
      this.#table(token);
      return;
    }
    switch (token.kind) {
      case 'symbol':
        this.#symbol(token.value);
        return;
      case 'quoted':
        if (isSymbol(this.#peek(1), '(')) this.#function(token.value);
        return;
      case 'word':
        this.#word(token.value);
        return;
      case 'number':
      case 'string':
    }
  }

  #symbol(value: string): void {
    if (value === '(' || value === '[') {
      if (value === '(') this.#mustBeNoStatement();
      this.#levels.push({ inTables: false });
    } else if (value === ')' || value === ']') this.#levels.pop();
    else if (value === ',' && this.#level().inTables) this.#tableNext = true;
    this.#level();
  }

  /** ClickHouse reads some statements in brackets as tables; words that begin one are refused by #word, all but SELECT. */
  #mustBeNoStatement(): void {
    const next = this.#peek(1);
    if (next?.kind === 'word' && refusedWords.has(next.value.toUpperCase())) {
      this.#at++;
      throw this.#fault(this.#refused(next.value));
    }
  }

  #refused(word: string) {
    return text(
      `query 里不能有 ${word.toUpperCase()}。如果是列名，请写在反引号里。`,
      `A query may not have ${word.toUpperCase()}. If it is a column, write it in back-quotes.`,
    );
  }

  #word(word: string): void {
    const upper = word.toUpperCase();
    // After a dot it is a column of a table, after AS a name that is given.
    if (isSymbol(this.#peek(-1), '.') || (isWord(this.#peek(-1), 'AS') && !isSymbol(this.#peek(1), '('))) return;
    if (refusedWords.has(upper) && !(upper === 'FORMAT' && isSymbol(this.#peek(1), '(')))
      throw this.#fault(this.#refused(word));
    if (upper === 'FROM' || (upper === 'JOIN' && !isWord(this.#peek(-1), 'ARRAY'))) {
      this.#level().inTables = true;
      this.#tableNext = true;
      return;
    }
    // ARRAY JOIN takes expressions, not tables.
    if (afterTables.has(upper) || (upper === 'JOIN' && isWord(this.#peek(-1), 'ARRAY'))) this.#level().inTables = false;
    if (upper === 'IN') this.#mustNotBeTable();
    if (isSymbol(this.#peek(1), '(')) this.#function(word);
  }

  /** ClickHouse takes a bare name after IN for a table, in brackets too. */
  #mustNotBeTable(): void {
    let ahead = 1;
    while (isSymbol(this.#peek(ahead), '(')) ahead++;
    const first = this.#peek(ahead);
    const next = this.#peek(ahead + 1);
    const bare =
      isName(first) &&
      !isWord(first, 'SELECT') &&
      !isWord(first, 'WITH') &&
      (isSymbol(next, ')') || isSymbol(next, '.'));
    if ((ahead === 1 && !isSymbol(first, '[')) || bare)
      throw this.#fault(
        text(
          'IN 之后要写括号里的值，或括号里的 SELECT。',
          'After IN, write values in brackets, or a SELECT in brackets.',
        ),
      );
  }

  #function(name: string): void {
    if (this.#tokens[this.#at]?.kind === 'word' && beforeBracket.has(name.toUpperCase())) return;
    const lower = name.toLowerCase();
    if (scalarFunctions.has(lower) || groupFunctions.has(lower) || typeNames.has(name)) return;
    // A part named by WITH: `name AS (`, handled there; `name (` is a call.
    throw this.#fault(
      text(
        `不能使用函数 ${name}。只能查询列出的数据来源，不能用表函数。`,
        `The function ${name} is not allowed. A query reads the named sources alone, never a table function.`,
      ),
    );
  }

  #table(token: Token): void {
    this.#tableNext = false;
    if (isSymbol(token, '(')) {
      const next = this.#peek(1);
      if (!isWord(next, 'SELECT') && !isWord(next, 'WITH') && !isSymbol(next, '('))
        throw this.#fault(text('FROM 的括号里要写 SELECT。', 'In the brackets of FROM a SELECT must stand.'));
      // A bracket in a bracket holds a table again.
      this.#levels.push({ inTables: isSymbol(next, '(') });
      if (isSymbol(next, '(')) this.#tableNext = true;
      return;
    }
    const known = [...this.#tables].join(', ');
    if (
      !isName(token) ||
      !this.#tables.has(token.value) ||
      isSymbol(this.#peek(1), '.') ||
      isSymbol(this.#peek(1), '(')
    )
      throw this.#fault(
        text(
          `FROM 和 JOIN 之后只能写数据来源的名字：${known}。`,
          `After FROM and JOIN only the names of sources may stand: ${known}.`,
        ),
      );
  }
}

const written = (token: Token): string => {
  switch (token.kind) {
    case 'string':
      return writtenString(token.value);
    case 'quoted':
      return writtenName(token.value);
    case 'word':
    case 'number':
    case 'symbol':
      return token.value;
  }
};

/**
 * Checks that a question is one SELECT over the named sources and nothing else, and writes it anew from what was read.
 * @throws {SqlFault} with the place and what to do
 */
export const checkedQuery = (sql: string, sources: ReadonlySet<string>): string => {
  const tokens = tokensOf(sql);
  new QueryWalk(tokens, sources).walk();
  return tokens
    .map((token, index) => {
      const joins = isSymbol(token, '.') || isSymbol(tokens[index - 1], '.');
      return index === 0 || joins ? written(token) : ` ${written(token)}`;
    })
    .join('');
};
