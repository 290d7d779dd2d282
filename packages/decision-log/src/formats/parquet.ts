import { open, type FileHandle } from 'node:fs/promises';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer, type FileMetaData } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { text } from '@suanjian/rulebook';
import type { Family } from '../families/field.ts';
import { LogFault } from '../journal/log-fault.ts';
import { unreadable } from './source.ts';
import type { FileRecord } from './file-record.ts';

/** Rows decoded at a time. */
const MOST_ROWS = 100_000;

/** The records of a Parquet file, row group by row group. Throws `LogFault` (`unreadable`) where it is no whole Parquet or its columns are not the family's. */
export async function* readParquet(path: string, family: Family): AsyncGenerator<FileRecord, void, undefined> {
  const handle = await opened(path);
  try {
    const file = await bufferOf(handle);
    const metadata = await attempt(path, () => parquetMetadataAsync(file));
    checkColumns(path, metadata, family);
    let row = 0;
    for (const { num_rows: count } of metadata.row_groups) {
      const groupEnd = row + Number(count);
      while (row < groupEnd) {
        const rowEnd = Math.min(row + MOST_ROWS, groupEnd);
        const range = { rowStart: row, rowEnd };
        const rows = await attempt(path, () => parquetReadObjects({ file, metadata, compressors, ...range }));
        for (const found of rows) {
          row += 1;
          yield { line: row, record: plainRecord(found) };
        }
      }
    }
  } finally {
    await handle.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function bufferOf(handle: FileHandle): Promise<AsyncBuffer> {
  const { size } = await handle.stat();
  return {
    byteLength: size,
    slice: async (start, end = size) => {
      const bytes = new Uint8Array(Math.max(end - start, 0));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
        if (bytesRead === 0) throw new Error(`the file ends at ${start + done} bytes`);
        done += bytesRead;
      }
      return bytes.buffer;
    },
  };
}

async function attempt<Result>(path: string, read: () => Promise<Result>): Promise<Result> {
  try {
    return await read();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new LogFault(
      'unreadable',
      text(
        `${path} 不是完整的 Parquet 文件（${reason}）；它可能在写入或传输时被截断，请重新取得。`,
        `${path} is not a whole Parquet file (${reason}). It was cut short while it was written or copied, perhaps; get it again.`,
      ),
      { file: path },
      error,
    );
  }
}

function checkColumns(path: string, { schema }: FileMetaData, family: Family): void {
  const columns = topLevel(schema);
  const unknown = columns.filter((name) => family.fields.every((field) => field.name !== name));
  const missing = family.fields
    .filter(({ name, required }) => required && !columns.includes(name))
    .map(({ name }) => name);
  if (unknown.length === 0 && missing.length === 0) return;
  const zh = [
    unknown.length > 0 ? `${family.name} 没有 ${unknown.join('、')} 列` : '',
    missing.length > 0 ? `缺少必填列 ${missing.join('、')}` : '',
  ];
  const en = [
    unknown.length > 0 ? `${family.name} has no ${unknown.join(', ')}` : '',
    missing.length > 0 ? `${missing.join(', ')} is required and missing` : '',
  ];
  throw new LogFault(
    'unreadable',
    text(
      `${path} 的列有误：${zh.filter(Boolean).join('；')}。`,
      `The columns of ${path} do not fit: ${en.filter(Boolean).join('; ')}.`,
    ),
    { file: path },
  );
}

/** The schema is a tree written in a row, each element with how many children follow. */
function topLevel(schema: FileMetaData['schema']): readonly string[] {
  const names: string[] = [];
  const skip = (index: number): number => {
    let next = index + 1;
    for (let child = 0; child < (schema[index]?.num_children ?? 0); child += 1) next = skip(next);
    return next;
  };
  for (let index = 1; index < schema.length; index = skip(index)) names.push(schema[index]?.name ?? '');
  return names;
}

const plainRecord = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainValue(value)]));

/** 64-bit integers and instants as numbers, where they can be. */
function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return Array.from(value as ArrayLike<unknown>, plainValue);
  return value;
}
