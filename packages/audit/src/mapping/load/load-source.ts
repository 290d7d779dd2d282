import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { StoreFault, type StoreWriter, type UnpackingCeiling, usualCeiling } from '@suanjian/decision-log';
import { text } from '@suanjian/rulebook';
import { writtenName } from '../../sql/tokens.ts';
import type { LoadedColumn, LoadedFile, LoadedTable } from './column.ts';
import type { FoundFile } from './find-files.ts';
import { ColumnInference, fieldFor } from './inference.ts';
import { parquetShape } from './parquet.ts';
import { csvTable, FileFault, jsonTable, type TextTable } from './records.ts';

/** A source cannot be loaded: which file, and why. */
export class SourceFault extends Error {
  readonly file: string;
  readonly text: ReturnType<typeof text>;

  constructor(file: string, reason: ReturnType<typeof text>, cause?: unknown) {
    super(`${file}: ${reason.en}`, cause === undefined ? undefined : { cause });
    this.name = 'SourceFault';
    this.file = file;
    this.text = reason;
  }
}

interface Shape {
  readonly columns: readonly LoadedColumn[];
  readonly leftOut: readonly string[];
}

const textTable = (file: FoundFile, ceiling: UnpackingCeiling): Promise<TextTable> =>
  file.format === 'csv' ? csvTable(file.path, ceiling) : jsonTable(file.path, ceiling);

/** Several files of text are one table: a column is as wide as its widest file needs. */
const textShape = async (files: readonly FoundFile[], ceiling: UnpackingCeiling): Promise<Shape> => {
  const columns = new Map<string, ColumnInference>();
  for (const file of files) {
    const { header, records } = await inFile(file, () => textTable(file, ceiling));
    const inferences = header.map((name) => {
      const inference = columns.get(name) ?? new ColumnInference(name);
      columns.set(name, inference);
      return inference;
    });
    await inFile(file, async () => {
      for await (const { line, values } of records)
        for (const [index, inference] of inferences.entries()) inference.see(values[index] ?? '', line);
    });
  }
  return { columns: [...columns.values()].map(({ column }) => column), leftOut: [] };
};

const parquetShapeOf = async (files: readonly FoundFile[]): Promise<Shape> => {
  let known: Shape | undefined;
  for (const file of files) {
    const shape = await inFile(file, () => parquetShape(file.path));
    known ??= shape;
    const types = new Map(known.columns.map(({ name, type }) => [name, type]));
    const odd = shape.columns.find(({ name, type }) => types.get(name) !== type);
    if (odd !== undefined || shape.columns.length !== known.columns.length)
      throw new SourceFault(
        file.name,
        text(
          `它的列与其他文件不同${odd === undefined ? '' : `（${odd.name}）`}。一个来源的文件要有同样的列。`,
          `Its columns differ from those of the other files${odd === undefined ? '' : ` (${odd.name})`}. The files of one source must have the same columns.`,
        ),
      );
  }
  return known ?? { columns: [], leftOut: [] };
};

const inFile = async <Result>(file: FoundFile, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileFault) throw new SourceFault(file.name, error.text, error);
    if (error instanceof StoreFault && (error.kind === 'data' || error.kind === 'query'))
      throw new SourceFault(
        file.name,
        text(`内容读不进来。${error.text.zh}`, `Its content cannot be loaded. ${error.text.en}`),
        error,
      );
    throw error;
  }
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

const rowsAsText = async function* (
  file: FoundFile,
  columns: readonly LoadedColumn[],
  ceiling: UnpackingCeiling,
): AsyncGenerator<Buffer> {
  const { header, records } = await textTable(file, ceiling);
  const places = columns.map(({ name, type }) => ({ index: header.indexOf(name), type }));
  let lines: string[] = [];
  for await (const { values } of records) {
    lines.push(places.map(({ index, type }) => (index < 0 ? '\\N' : fieldFor(values[index] ?? '', type))).join('\t'));
    if (lines.length === 5_000) {
      yield Buffer.from(`${lines.join('\n')}\n`);
      lines = [];
    }
  }
  if (lines.length > 0) yield Buffer.from(`${lines.join('\n')}\n`);
};

/**
 * Loads the files of one source into a table of a private database, as the writer: the auditor has no way to read a file. Text is read
 * twice, once to know its types and once to load it; nothing is held but a few thousand rows.
 * @throws {SourceFault} naming the file; the database is dropped by whoever made it
 */
export const loadSource = async (
  writer: StoreWriter,
  database: string,
  name: string,
  files: readonly FoundFile[],
  ceiling: UnpackingCeiling = usualCeiling,
): Promise<LoadedTable> => {
  const [first] = files;
  if (first === undefined) throw new RangeError('a source has at least one file');
  const other = files.find(({ format }) => (format === 'parquet') !== (first.format === 'parquet'));
  if (other !== undefined)
    throw new SourceFault(
      other.name,
      text('一个来源不能混用 Parquet 和文本文件。', 'One source cannot mix Parquet and text files.'),
    );
  const shape = first.format === 'parquet' ? await parquetShapeOf(files) : await textShape(files, ceiling);
  if (shape.columns.length === 0) throw new SourceFault(first.name, text('没有可用的列。', 'It has no usable column.'));
  const listed = shape.columns.map((column) => `${writtenName(column.name)} ${column.type}`).join(', ');
  await writer.command(`CREATE TABLE ${database}.${writtenName(name)} (${listed}) ENGINE = MergeTree ORDER BY tuple()`);
  const columns = shape.columns.map((column) => column.name);
  const loaded: LoadedFile[] = [];
  for (const file of files) {
    const body =
      file.format === 'parquet'
        ? createReadStream(file.path)
        : Readable.from(rowsAsText(file, shape.columns, ceiling), { objectMode: false });
    await inFile(file, () =>
      writer.insert(`${database}.${name}`, body, {
        format: file.format === 'parquet' ? 'Parquet' : 'TabSeparated',
        columns,
      }),
    );
    loaded.push({ name: file.name, bytes: file.bytes, sha256: await hashOf(file.path) });
  }
  const [counted] = await writer.query<{ rows: string }>(
    `SELECT count() AS rows FROM ${database}.${writtenName(name)}`,
  );
  return { name, columns: shape.columns, rows: Number(counted?.rows ?? 0), files: loaded, leftOut: shape.leftOut };
};
