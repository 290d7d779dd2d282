import { text } from '@suanjian/rulebook';
import { nearest } from './nearest.ts';
import { readType, typeInQuotes } from './cast-type.ts';
import { castFunctions, groupFunctions, scalarFunctions } from './functions.ts';
import { TokenReader } from './reader.ts';
import { type SqlFault, tokensOf, writtenName, writtenString } from './tokens.ts';

/** What an expression may name: the columns of the one table it is about. */
export type Columns = ReadonlySet<string>;

export interface CheckedExpression {
  /** Written anew, every operation in brackets, every name quoted. */
  readonly sql: string;
  /** The columns it reads, in the order of their first use. */
  readonly columns: readonly string[];
}

const units = new Set(['SECOND', 'MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']);
const reserved = new Set(
  'SELECT FROM WHERE GROUP ORDER HAVING LIMIT UNION JOIN WITH AS OVER IN IS LIKE ILIKE BETWEEN AND OR THEN WHEN ELSE END SETTINGS FORMAT INTO'.split(
    ' ',
  ),
);
const deepest = 100;

class ExpressionParser {
  readonly #reader: TokenReader;
  readonly #known: Columns;
  readonly #used = new Set<string>();
  readonly #bound: string[] = [];
  #depth = 0;

  constructor(sql: string, known: Columns) {
    this.#reader = new TokenReader(tokensOf(sql), sql.length);
    this.#known = known;
  }

  parse(): CheckedExpression {
    if (this.#reader.done) throw this.#reader.fault(text('表达式是空的。', 'The expression is empty.'));
    const sql = this.#conditional();
    if (!this.#reader.done) throw this.#unexpected();
    return { sql, columns: [...this.#used] };
  }

  #unexpected(): SqlFault {
    const token = this.#reader.peek();
    const shown = token?.value ?? '';
    if (token?.kind === 'word' && (token.value.toUpperCase() === 'SELECT' || token.value.toUpperCase() === 'FROM'))
      return this.#reader.fault(
        text(
          '这里只能写一个值的表达式，不能写子查询。需要连接或汇总时，请用 query。',
          'Only an expression for one value may stand here, no subquery. To join or sum up, use `query`.',
        ),
      );
    return this.#reader.fault(
      text(
        `表达式到“${shown}”之前已经完整，后面的内容多余。`,
        `The expression is complete before "${shown}"; what follows does not belong.`,
      ),
    );
  }

  #conditional(): string {
    if (++this.#depth > deepest) throw this.#reader.fault(text('嵌套过深。', 'It is nested too deeply.'));
    const condition = this.#or();
    const result = this.#reader.takeSymbol('?') ? this.#choice(condition) : condition;
    this.#depth--;
    return result;
  }

  #choice(condition: string): string {
    const yes = this.#conditional();
    this.#reader.expectSymbol(':');
    return `if(${condition}, ${yes}, ${this.#conditional()})`;
  }

  #or(): string {
    let left = this.#and();
    while (this.#reader.takeWord('OR')) left = `(${left} OR ${this.#and()})`;
    return left;
  }

  #and(): string {
    let left = this.#not();
    while (this.#reader.takeWord('AND')) left = `(${left} AND ${this.#not()})`;
    return left;
  }

  #not(): string {
    if (!this.#reader.isWord('NOT') || this.#reader.isSymbol('(', 1)) {
      if (!this.#reader.takeWord('NOT')) return this.#comparison();
    } else this.#reader.next();
    if (++this.#depth > deepest) throw this.#reader.fault(text('嵌套过深。', 'It is nested too deeply.'));
    const inner = this.#not();
    this.#depth--;
    return `(NOT ${inner})`;
  }

  #comparison(): string {
    let left = this.#joined();
    for (;;) {
      const token = this.#reader.peek();
      if (token?.kind === 'symbol' && ['=', '==', '!=', '<>', '<', '<=', '>', '>='].includes(token.value)) {
        this.#reader.next();
        left = `(${left} ${token.value === '==' ? '=' : token.value} ${this.#joined()})`;
      } else if (this.#reader.takeWord('IS')) {
        const not = this.#reader.takeWord('NOT') ? ' NOT' : '';
        this.#reader.expectWord('NULL');
        left = `(${left} IS${not} NULL)`;
      } else if (this.#reader.takeWord('BETWEEN')) left = this.#between(left, '');
      else if (this.#reader.takeWord('IN')) left = `(${left} IN ${this.#listOfValues()})`;
      else if (this.#reader.takeWord('LIKE')) left = `(${left} LIKE ${this.#joined()})`;
      else if (this.#reader.takeWord('ILIKE')) left = `(${left} ILIKE ${this.#joined()})`;
      else if (this.#reader.isWord('NOT')) {
        this.#reader.next();
        if (this.#reader.takeWord('IN')) left = `(${left} NOT IN ${this.#listOfValues()})`;
        else if (this.#reader.takeWord('LIKE')) left = `(${left} NOT LIKE ${this.#joined()})`;
        else if (this.#reader.takeWord('ILIKE')) left = `(${left} NOT ILIKE ${this.#joined()})`;
        else if (this.#reader.takeWord('BETWEEN')) left = this.#between(left, 'NOT ');
        else throw this.#unexpected();
      } else return left;
    }
  }

  #between(left: string, not: string): string {
    const low = this.#joined();
    this.#reader.expectWord('AND');
    return `(${left} ${not}BETWEEN ${low} AND ${this.#joined()})`;
  }

  /** Values in brackets: a bare name after IN would be a table to ClickHouse. */
  #listOfValues(): string {
    if (!this.#reader.isSymbol('(') && !this.#reader.isSymbol('['))
      throw this.#reader.fault(
        text('IN 之后要写括号里的值，例如 IN (1, 2)。', 'After IN, write values in brackets, such as IN (1, 2).'),
      );
    const close = this.#reader.takeSymbol('(') ? ')' : (this.#reader.expectSymbol('['), ']');
    const values = this.#arguments(close);
    if (values.length === 0) throw this.#reader.fault(text('IN 的括号里没有值。', 'The brackets of IN are empty.'));
    return `(${values.join(', ')})`;
  }

  #joined(): string {
    let left = this.#sum();
    while (this.#reader.takeSymbol('||')) left = `concat(${left}, ${this.#sum()})`;
    return left;
  }

  #sum(): string {
    let left = this.#product();
    for (;;) {
      if (this.#reader.takeSymbol('+')) left = `(${left} + ${this.#product()})`;
      else if (this.#reader.takeSymbol('-')) left = `(${left} - ${this.#product()})`;
      else return left;
    }
  }

  #product(): string {
    let left = this.#signed();
    for (;;) {
      if (this.#reader.takeSymbol('*')) left = `(${left} * ${this.#signed()})`;
      else if (this.#reader.takeSymbol('/')) left = `(${left} / ${this.#signed()})`;
      else if (this.#reader.takeSymbol('%')) left = `(${left} % ${this.#signed()})`;
      else return left;
    }
  }

  #signed(): string {
    let negative = false;
    for (;;) {
      if (this.#reader.takeSymbol('-')) negative = !negative;
      else if (!this.#reader.takeSymbol('+')) break;
    }
    const value = this.#suffixed();
    return negative ? `(-(${value}))` : value;
  }

  #suffixed(): string {
    let value = this.#primary();
    for (;;) {
      if (this.#reader.takeSymbol('[')) {
        value = `(${value})[${this.#conditional()}]`;
        this.#reader.expectSymbol(']');
      } else if (this.#reader.takeSymbol('::')) value = `CAST(${value} AS ${readType(this.#reader)})`;
      else return value;
    }
  }

  #arguments(close: ')' | ']'): readonly string[] {
    const values: string[] = [];
    if (this.#reader.takeSymbol(close)) return values;
    do values.push(this.#conditional());
    while (this.#reader.takeSymbol(','));
    this.#reader.expectSymbol(close);
    return values;
  }

  #primary(): string {
    const token = this.#reader.next();
    switch (token.kind) {
      case 'number':
        return token.value;
      case 'string':
        return writtenString(token.value);
      case 'quoted':
        return this.#reader.isSymbol('(') ? this.#call(token.value) : this.#column(token.value);
      case 'symbol':
        if (token.value === '(') return this.#bracketed();
        if (token.value === '[') return `[${this.#arguments(']').join(', ')}]`;
        throw this.#reader.fault(
          text(`“${token.value}”前面缺少内容。`, `Something is missing before "${token.value}".`),
        );
      case 'word':
        return this.#named(token.value);
    }
  }

  #bracketed(): string {
    const values = this.#arguments(')');
    const [only] = values;
    if (only === undefined) throw this.#reader.fault(text('括号是空的。', 'The brackets are empty.'));
    return values.length === 1 ? `(${only})` : `tuple(${values.join(', ')})`;
  }

  #named(word: string): string {
    const upper = word.toUpperCase();
    if (upper === 'NULL' || upper === 'TRUE' || upper === 'FALSE') return upper;
    if (upper === 'CASE') return this.#case();
    if (upper === 'INTERVAL' && !this.#reader.isSymbol('(')) return this.#interval();
    if (this.#reader.isSymbol('(')) return this.#call(word);
    if (reserved.has(upper) && !this.#known.has(word))
      throw this.#reader.fault(
        upper === 'SELECT' || upper === 'WITH' || upper === 'FROM'
          ? text(
              '这里只能写一个值的表达式，不能写子查询。需要连接或汇总时，请用 query。',
              'Only an expression for one value may stand here, no subquery. To join or sum up, use `query`.',
            )
          : text(`${upper} 不该在这里。`, `${upper} does not belong here.`),
      );
    return this.#column(word);
  }

  #case(): string {
    const subject = this.#reader.isWord('WHEN') ? '' : ` ${this.#conditional()}`;
    const branches: string[] = [];
    while (this.#reader.takeWord('WHEN')) {
      const condition = this.#conditional();
      this.#reader.expectWord('THEN');
      branches.push(` WHEN ${condition} THEN ${this.#conditional()}`);
    }
    const otherwise = this.#reader.takeWord('ELSE') ? ` ELSE ${this.#conditional()}` : '';
    this.#reader.expectWord('END');
    return `(CASE${subject}${branches.join('')}${otherwise} END)`;
  }

  #cast(name: string): string {
    this.#reader.expectSymbol('(');
    const value = this.#conditional();
    const isCast = name.toUpperCase() === 'CAST';
    if (isCast && this.#reader.takeWord('AS')) {
      const type = readType(this.#reader);
      this.#reader.expectSymbol(')');
      return `CAST(${value} AS ${type})`;
    }
    this.#reader.expectSymbol(',');
    const type = typeInQuotes(this.#reader.next());
    this.#reader.expectSymbol(')');
    return isCast ? `CAST(${value} AS ${type})` : `${name}(${value}, ${writtenString(type)})`;
  }

  #interval(): string {
    if (++this.#depth > deepest) throw this.#reader.fault(text('嵌套过深。', 'It is nested too deeply.'));
    const value = this.#suffixed();
    this.#depth--;
    const unit = this.#reader.next();
    const name = unit.value.toUpperCase().replace(/S$/u, '');
    if (unit.kind !== 'word' || !units.has(name))
      throw this.#reader.fault(
        text(
          `INTERVAL 的单位可以是：${[...units].join('、')}。`,
          `The unit of INTERVAL is one of ${[...units].join(', ')}.`,
        ),
      );
    return `INTERVAL ${value} ${name}`;
  }

  #call(name: string): string {
    const lower = name.toLowerCase();
    if (!scalarFunctions.has(lower)) throw this.#reader.fault(this.#refusedFunction(name));
    if (castFunctions.has(lower)) return this.#cast(name);
    this.#reader.expectSymbol('(');
    const values: string[] = [];
    if (!this.#reader.takeSymbol(')')) {
      do values.push(this.#argument());
      while (this.#reader.takeSymbol(','));
      this.#reader.expectSymbol(')');
    }
    return `${name}(${values.join(', ')})`;
  }

  #refusedFunction(name: string) {
    if (groupFunctions.has(name.toLowerCase()))
      return text(
        `${name} 要对多行计算，这里每行只算一个值。需要先汇总时，请用 query。`,
        `${name} works over many rows; here each row gives one value. To sum up first, use \`query\`.`,
      );
    const near = nearest(name, [...scalarFunctions]);
    return text(
      `不能使用函数 ${name}。${near === undefined ? '' : `是不是 ${near}？`}允许的函数见指南。`,
      `The function ${name} is not allowed.${near === undefined ? '' : ` Did you mean ${near}?`} The guide lists those that are.`,
    );
  }

  /** An argument, or a lambda: its own names hide columns inside it alone. */
  #argument(): string {
    const [first, second, third] = [this.#reader.peek(), this.#reader.peek(1), this.#reader.peek(2)];
    if (first?.kind === 'word' && second?.kind === 'symbol' && second.value === '->') {
      this.#reader.next();
      this.#reader.next();
      return this.#lambda([first.value]);
    }
    if (
      first?.kind === 'symbol' &&
      first.value === '(' &&
      second?.kind === 'word' &&
      third?.kind === 'symbol' &&
      third.value === ','
    ) {
      const names = this.#lambdaNames();
      if (names !== undefined) return this.#lambda(names);
    }
    return this.#conditional();
  }

  #lambdaNames(): readonly string[] | undefined {
    const names: string[] = [];
    let ahead = 1;
    for (;;) {
      const name = this.#reader.peek(ahead);
      if (name?.kind !== 'word') return undefined;
      names.push(name.value);
      if (this.#reader.isSymbol(')', ahead + 1)) break;
      if (!this.#reader.isSymbol(',', ahead + 1)) return undefined;
      ahead += 2;
    }
    if (!this.#reader.isSymbol('->', ahead + 2)) return undefined;
    for (let taken = 0; taken <= ahead + 2; taken++) this.#reader.next();
    return names;
  }

  #lambda(names: readonly string[]): string {
    this.#bound.push(...names);
    const body = this.#conditional();
    this.#bound.splice(-names.length);
    return `(${names.map(writtenName).join(', ')}) -> ${body}`;
  }

  #column(name: string): string {
    if (this.#bound.includes(name)) return writtenName(name);
    if (!this.#known.has(name)) {
      const known = [...this.#known];
      // `quoted at` breaks at its space and looks like the column `quoted`.
      const whole = known.find(
        (column) => column.startsWith(name) && /^[^\p{L}\p{N}_]/u.test(column.slice(name.length)),
      );
      const near = nearest(name, known);
      const listed = known.slice(0, 20).join(', ');
      throw this.#reader.fault(
        whole === undefined
          ? text(
              `没有名为 ${name} 的列。${near === undefined ? `现有的列：${listed}。` : `是不是 ${near}？`}文字要写在单引号里。`,
              `There is no column ${name}. ${near === undefined ? `The columns are: ${listed}.` : `Did you mean ${near}?`} Text is written in single quotes.`,
            )
          : text(
              `没有名为 ${name} 的列。是不是“${whole}”？这样的列名要写在反引号里，整个表达式再加双引号："\`${whole}\`"。`,
              `There is no column ${name}. Did you mean "${whole}"? Such a name goes in back-quotes, and the whole expression in double quotes: "\`${whole}\`".`,
            ),
      );
    }
    this.#used.add(name);
    return writtenName(name);
  }
}

/**
 * Reads one scalar expression in ClickHouse's SQL over the given columns. Subqueries, table functions, dictionaries, aggregates, settings and
 * anything that reads beyond the row are not part of the language that is understood here.
 * @throws {SqlFault} with the place and what to do
 */
export const checkedExpression = (sql: string, columns: Columns): CheckedExpression =>
  new ExpressionParser(sql, columns).parse();
