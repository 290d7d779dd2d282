import { text } from '@suanjian/rulebook';
import { checkCast } from './cast-type.ts';
import { castFunctions, groupFunctions, scalarFunctions, typeNames } from './functions.ts';
import { holdsBareName } from './in-list.ts';
import { isName, isSymbol, isWord, SqlFault, type Token, tokensOf, writtenName, writtenString } from './tokens.ts';

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
/**
 * Words that end the list of tables of a FROM. After ON and USING a comma adds a table again, and OFFSET may belong to a table (SAMPLE), so
 * these do not end it.
 */
const afterTables = new Set('WHERE PREWHERE GROUP ORDER HAVING LIMIT UNION EXCEPT INTERSECT WINDOW QUALIFY'.split(' '));
/**
 * Words on which it depends where tables are named. As names of columns or aliases they stand in quotes, or ClickHouse could read as a keyword
 * what is a name here, and the other way round.
 */
const structuralWords = new Set('FROM JOIN ARRAY IN AS SELECT WITH'.split(' '));

interface Level {
  /** Inside the tables of a FROM at this depth of brackets. */
  inTables: boolean;
  /** After the ON or USING of a JOIN, where ARRAY may be a column. */
  inCondition: boolean;
  /** Between a WITH that begins this level and its SELECT: parts are defined here. */
  inParts: boolean;
  /** Parts of WITH that are complete: tables for what follows at this level and below it. */
  readonly parts: Set<string>;
  /** The part that the bracket of this level defines. */
  readonly defines: string | undefined;
}

const newLevel = (given: Partial<Level> = {}): Level => ({
  inTables: false,
  inCondition: false,
  inParts: false,
  parts: new Set(),
  defines: undefined,
  ...given,
});

class QueryWalk {
  readonly #tokens: readonly Token[];
  readonly #sources: ReadonlySet<string>;
  readonly #levels: Level[] = [newLevel()];
  #at = 0;
  #tableNext = false;
  /** Where the last ARRAY of an ARRAY JOIN stood. */
  #arrayAt = -1;

  constructor(tokens: readonly Token[], sources: ReadonlySet<string>) {
    this.#tokens = tokens;
    this.#sources = sources;
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
        if (token.value === '::') this.#type();
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
      this.#levels.push(newLevel({ defines: value === '(' ? this.#definedHere() : undefined }));
    } else if (value === ')' || value === ']') {
      const ended = this.#levels.pop();
      // Only now: a part that names itself would read a table of that name.
      if (ended?.defines !== undefined) this.#level().parts.add(ended.defines);
    } else if (value === ',' && this.#level().inTables) this.#tableNext = true;
    this.#level();
  }

  /** `WITH name AS (SELECT`: the name of the part that this bracket defines. */
  #definedHere(): string | undefined {
    const name = this.#peek(-2);
    const begins = isWord(this.#peek(1), 'SELECT') || isWord(this.#peek(1), 'WITH');
    return this.#level().inParts && begins && isWord(this.#peek(-1), 'AS') && isName(name) ? name?.value : undefined;
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
    if (isSymbol(this.#peek(-1), '.') || (isWord(this.#peek(-1), 'AS') && !isSymbol(this.#peek(1), '('))) {
      if (structuralWords.has(upper)) throw this.#fault(this.#refused(word));
      return;
    }
    if (refusedWords.has(upper) && !(upper === 'FORMAT' && isSymbol(this.#peek(1), '(')))
      throw this.#fault(this.#refused(word));
    this.#structure(upper);
    if (upper === 'IN') this.#mustNotBeTable();
    if (isSymbol(this.#peek(1), '(')) this.#function(word);
  }

  #type(): void {
    const type = this.#peek(1);
    if (type?.kind !== 'word' || !typeNames.has(type.value))
      throw this.#fault(text(`没有名为 ${type?.value ?? ''} 的类型。`, `There is no type ${type?.value ?? ''}.`));
  }

  /** Follows where tables are named. */
  #structure(upper: string): void {
    const level = this.#level();
    if (upper === 'FROM' || (upper === 'JOIN' && this.#arrayAt !== this.#at - 1)) {
      level.inTables = true;
      level.inCondition = false;
      this.#tableNext = true;
    } else if (upper === 'JOIN' || afterTables.has(upper)) {
      // ARRAY JOIN takes expressions, not tables.
      level.inTables = false;
      level.inCondition = false;
    } else if (upper === 'ON' || upper === 'USING') level.inCondition = level.inTables;
    else if (upper === 'ARRAY' && isWord(this.#peek(1), 'JOIN')) {
      if (level.inCondition)
        throw this.#fault(
          text(
            'ARRAY JOIN 请写在 JOIN … ON 之前，或写在子查询里。',
            'Write ARRAY JOIN before JOIN … ON, or in a subquery.',
          ),
        );
      this.#arrayAt = this.#at;
    } else if (upper === 'WITH' && (this.#at === 0 || isSymbol(this.#peek(-1), '('))) level.inParts = true;
    else if (upper === 'SELECT') {
      if (level.inTables) throw this.#fault(text('SELECT 要写在 FROM 之前。', 'SELECT stands before FROM.'));
      level.inParts = false;
    }
  }

  /** ClickHouse takes a bare name after IN for a table, in brackets too, and `in(1, name)` for a call with a table. */
  #mustNotBeTable(): void {
    const rest = this.#tokens.slice(this.#at + 1);
    const [first] = rest;
    if ((isSymbol(first, '(') && !holdsBareName(rest)) || isSymbol(first, '[')) return;
    throw this.#fault(
      text(
        'IN 之后要写括号里的值，或括号里的 SELECT；不能直接写列名或表名。',
        'After IN, write values in brackets, or a SELECT in brackets; no bare name of a column or table.',
      ),
    );
  }

  #function(name: string): void {
    if (this.#tokens[this.#at]?.kind === 'word' && beforeBracket.has(name.toUpperCase())) return;
    const lower = name.toLowerCase();
    if (castFunctions.has(lower)) checkCast(this.#tokens, this.#at + 1);
    if (scalarFunctions.has(lower) || groupFunctions.has(lower) || typeNames.has(name)) return;
    // A part named by WITH: `name AS (`, handled there; `name (` is a call.
    throw this.#fault(
      text(
        `不能使用函数 ${name}：只能用每次结果都相同、不读取别处的函数（例如不用 any，用 min），也不能用表函数。`,
        `The function ${name} is not allowed: only functions that read nothing else and give the same at every run are (min rather than any), and no table functions.`,
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
      this.#levels.push(newLevel({ inTables: isSymbol(next, '(') }));
      if (isSymbol(next, '(')) this.#tableNext = true;
      return;
    }
    const tables = new Set([...this.#sources, ...this.#levels.flatMap(({ parts }) => [...parts])]);
    const known = [...tables].join(', ');
    if (!isName(token) || !tables.has(token.value) || isSymbol(this.#peek(1), '.') || isSymbol(this.#peek(1), '('))
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
