import { text } from '@suanjian/rulebook';
import { LogFault } from '../journal/log-fault.ts';
import { MOST_LINE_BYTES } from '../record/rules.ts';

/** One record of a CSV file (RFC 4180): its fields as they were written, without their quotes. */
export interface CsvRow {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

type State =
  /** At the beginning of a field. */
  | 'field'
  | 'plain'
  | 'quoted'
  /** After a quote within a quoted field: its end, or half of a doubled one. */
  | 'quote';

/** Reads CSV in UTF-8, a line ending in `\n` or `\r\n`. Throws `LogFault` (`unreadable`) with the line. */
export async function* readCsvRows(
  path: string,
  source: AsyncIterable<Buffer>,
): AsyncGenerator<CsvRow, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = new CsvReader(path);
  for await (const piece of source)
    yield* reader.read(decoded(() => decoder.decode(piece, { stream: true }), path, reader));
  yield* reader.read(decoded(() => decoder.decode(), path, reader));
  yield* reader.end();
}

class CsvReader {
  readonly #path: string;
  #state: State = 'field';
  #fields: string[] = [];
  #field = '';
  #line = 1;
  #begun = 1;
  #size = 0;

  constructor(path: string) {
    this.#path = path;
  }

  get line(): number {
    return this.#line;
  }

  *read(piece: string): Generator<CsvRow, void, undefined> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const character = piece[at];
      if (character === '\n') this.#line += 1;
      switch (this.#state) {
        case 'quoted':
          if (character !== '"') continue;
          this.#take(piece.slice(from, at));
          this.#state = 'quote';
          from = at + 1;
          continue;
        case 'quote':
          if (character === '"') {
            this.#take('"');
            this.#state = 'quoted';
            from = at + 1;
            continue;
          }
          break;
        case 'field':
          if (character === '"') {
            this.#state = 'quoted';
            from = at + 1;
            continue;
          }
          break;
        case 'plain':
          break;
      }
      if (character === ',') {
        this.#endField(piece.slice(from, at));
        from = at + 1;
      } else if (character === '\n') {
        this.#endField(piece.slice(from, at).replace(/\r$/, ''));
        from = at + 1;
        yield* this.#endRow();
      } else if (this.#state === 'quote') {
        if (character !== '\r')
          throw this.#fault('引号之后应为逗号或换行', 'a closing quote is followed by a comma or a newline');
        from = at + 1;
      } else {
        this.#state = 'plain';
      }
    }
    if (this.#state !== 'quote') this.#take(piece.slice(from));
  }

  *end(): Generator<CsvRow, void, undefined> {
    if (this.#state === 'quoted') {
      throw this.#fault('引号没有闭合', 'a quote is not closed', this.#begun);
    }
    if (this.#fields.length === 0 && this.#field === '' && this.#state === 'field') return;
    this.#endField('');
    yield* this.#endRow();
  }

  #take(piece: string): void {
    this.#size += piece.length;
    if (this.#size > MOST_LINE_BYTES) {
      throw this.#fault(
        `一条记录超过 ${MOST_LINE_BYTES} 个字符（可能是引号没有闭合）`,
        `a record is longer than ${MOST_LINE_BYTES} characters (a quote that is not closed, perhaps)`,
        this.#begun,
      );
    }
    this.#field += piece;
  }

  #endField(piece: string): void {
    if (this.#state !== 'quote') this.#take(piece);
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'field';
  }

  *#endRow(): Generator<CsvRow, void, undefined> {
    const row = { line: this.#begun, fields: this.#fields };
    this.#fields = [];
    this.#size = 0;
    this.#begun = this.#line;
    // A blank line is no record.
    if (row.fields.length > 1 || row.fields[0] !== '') yield row;
  }

  #fault(zh: string, en: string, line = this.#line): LogFault {
    return new LogFault(
      'unreadable',
      text(`${this.#path} 第 ${line} 行：${zh}。`, `${this.#path}, line ${line}: ${en}.`),
      {
        file: this.#path,
        line,
      },
    );
  }
}

function decoded(decode: () => string, path: string, { line }: CsvReader): string {
  try {
    return decode();
  } catch (error) {
    throw new LogFault(
      'unreadable',
      text(
        `${path} 第 ${line} 行之后不是 UTF-8；请先转换编码。`,
        `${path} is not UTF-8 after line ${line}; convert it first.`,
      ),
      { file: path, line },
      error,
    );
  }
}
