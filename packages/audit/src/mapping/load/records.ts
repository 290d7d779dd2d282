import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LogFault, underCeiling, type UnpackingCeiling } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import { parse } from 'csv-parse';

/** One record longer than this is no record: it is a broken file, and must not fill the memory. */
export const longestRecord = 16 * 1024 * 1024;

export interface TextRecord {
  readonly line: number;
  readonly values: readonly string[];
}

export interface TextTable {
  readonly header: readonly string[];
  readonly records: AsyncIterable<TextRecord>;
}

/** A data file cannot be read; `line` is where. */
export class FileFault extends Error {
  readonly text: ReturnType<typeof text>;

  constructor(reason: ReturnType<typeof text>, cause?: unknown) {
    super(reason.en, cause === undefined ? undefined : { cause });
    this.name = 'FileFault';
    this.text = reason;
  }
}

const opened = (path: string, ceiling: UnpackingCeiling): Readable => {
  const bytes = createReadStream(path, { highWaterMark: 1 << 20 });
  if (!path.endsWith('.gz')) return bytes;
  // Its fault is met where the records are read.
  return pipeline(
    bytes,
    createGunzip(),
    underCeiling(path, () => bytes.bytesRead, ceiling),
    () => undefined,
  );
};

const megabytes = longestRecord / 1024 / 1024;
const tooLong = (line: number): FileFault =>
  new FileFault(
    text(
      `第 ${line} 行超过 ${megabytes} MB，不像一条记录。请检查换行符和引号是否成对。`,
      `Line ${line} is longer than ${megabytes} MB, which is no record. Check line endings and whether a quote was left open.`,
    ),
  );

const csvFault = (error: unknown, line: number): FileFault => {
  if (error instanceof FileFault) return error;
  if (error instanceof LogFault) return new FileFault(error.text, error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const at = error instanceof Error && 'lines' in error ? Number(error.lines) : line;
  if (code === 'CSV_MAX_RECORD_SIZE') return tooLong(at);
  if (code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH' || code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return new FileFault(
      text(`第 ${at} 行的列数与表头不一致。`, `Line ${at} does not have as many columns as the header.`),
      error,
    );
  if (code.startsWith('CSV_'))
    return new FileFault(
      text(
        `第 ${at} 行不是合格的 CSV（${code}）。引号内的引号要写两遍。`,
        `Line ${at} is no well-formed CSV (${code}). A quote inside quotes is written twice.`,
      ),
      error,
    );
  return new FileFault(
    text(`读不出来（${code || String(error)}）。`, `It cannot be read (${code || String(error)}).`),
    error,
  );
};

const csvRecords = async function* (path: string, ceiling: UnpackingCeiling): AsyncGenerator<TextRecord> {
  const source = opened(path, ceiling);
  const parser = parse({
    bom: true,
    info: true,
    max_record_size: longestRecord,
    skip_empty_lines: true,
    relax_column_count: false,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      line = info.lines;
      yield { line, values: record };
    }
  } catch (error) {
    throw csvFault(error, line + 1);
  } finally {
    source.destroy();
  }
};

/** More columns than this are no table of anybody's: what has them was made to hold things up, or lost its line ends. */
export const mostColumns = 5000;

const tooManyColumns = (count: number): FileFault =>
  new FileFault(
    text(
      `有 ${count} 列以上，最多 ${mostColumns} 列。请检查分隔符和换行符。`,
      `It has ${count} columns or more; at most ${mostColumns} are read. Check separators and line ends.`,
    ),
  );

/** Header names are data: whatever they hold, they are only ever quoted names. Empty ones are numbered. */
const namesOf = (header: readonly string[]): readonly string[] => {
  if (header.length > mostColumns) throw tooManyColumns(header.length);
  const names = header.map((name, index) => (name.trim() === '' ? `column_${index + 1}` : name));
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    throw new FileFault(
      text(
        `表头里有两列都叫“${repeated.slice(0, 60)}”。请改名。`,
        `Two columns of the header are called "${repeated.slice(0, 60)}". Rename one.`,
      ),
    );
  return names;
};

export const csvTable = async (path: string, ceiling: UnpackingCeiling): Promise<TextTable> => {
  const records = csvRecords(path, ceiling);
  const first = await records.next();
  if (first.done === true)
    throw new FileFault(text('文件是空的，连表头也没有。', 'The file is empty; not even a header is there.'));
  return { header: namesOf(first.value.values), records };
};

/** Lines with their numbers; bounded memory whatever the file holds. */
const linesOf = async function* (
  path: string,
  ceiling: UnpackingCeiling,
): AsyncGenerator<{ line: number; content: string }> {
  const source = opened(path, ceiling);
  let line = 1;
  let parts: Buffer[] = [];
  let held = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, end));
        if (held + end - from > longestRecord) throw tooLong(line);
        yield { line, content: Buffer.concat(parts).toString('utf8') };
        line++;
        parts = [];
        held = 0;
        from = end + 1;
      }
      parts.push(chunk.subarray(from));
      held += chunk.length - from;
      if (held > longestRecord) throw tooLong(line);
    }
    if (held > 0) yield { line, content: Buffer.concat(parts).toString('utf8') };
  } catch (error) {
    if (error instanceof FileFault) throw error;
    if (error instanceof LogFault) throw new FileFault(error.text, error);
    throw new FileFault(text(`第 ${line} 行读不出来。`, `Line ${line} cannot be read.`), error);
  } finally {
    source.destroy();
  }
};

const asText = (value: unknown, line: number): string => {
  if (value === null || value === undefined) return '';
  try {
    return typeof value === 'string' ? value : JSON.stringify(value);
  } catch (error) {
    throw new FileFault(text(`第 ${line} 行嵌套过深。`, `Line ${line} is nested too deeply.`), error);
  }
};

const objectsOf = async function* (
  path: string,
  ceiling: UnpackingCeiling,
): AsyncGenerator<{ line: number; object: Readonly<Record<string, unknown>> }> {
  for await (const { line, content } of linesOf(path, ceiling)) {
    if (content.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line === 1 ? content.replace(/^\uFEFF/u, '') : content);
    } catch (error) {
      throw new FileFault(text(`第 ${line} 行不是合格的 JSON。`, `Line ${line} is no well-formed JSON.`), error);
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new FileFault(text(`第 ${line} 行不是一个 JSON 对象。`, `Line ${line} is no JSON object.`));
    yield { line, object: value as Readonly<Record<string, unknown>> };
  }
};

/** The union of all keys, in the order of their first use: a first pass over the whole file finds them. */
export const jsonTable = async (path: string, ceiling: UnpackingCeiling): Promise<TextTable> => {
  const names = new Set<string>();
  for await (const { object } of objectsOf(path, ceiling)) {
    for (const name of Object.keys(object)) names.add(name);
    if (names.size > mostColumns) throw tooManyColumns(names.size);
  }
  if (names.size === 0) throw new FileFault(text('文件里没有记录。', 'The file holds no record.'));
  const header = [...names];
  const records = async function* (): AsyncGenerator<TextRecord> {
    for await (const { line, object } of objectsOf(path, ceiling))
      yield {
        line,
        values: header.map((name) => asText(Object.hasOwn(object, name) ? object[name] : undefined, line)),
      };
  };
  return { header, records: records() };
};
