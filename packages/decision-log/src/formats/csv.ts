import { text } from '@suanjian/rulebook';
import type { Family, FieldKind } from '../families/field.ts';
import { LogFault } from '../journal/log-fault.ts';
import { readCsvRows } from './csv-rows.ts';
import type { FileRecord } from './file-record.ts';

/** The records of a CSV file whose first row names the fields. What a field holds is read as its family says; an empty one is absent. Throws `LogFault`. */
export async function* readCsv(
  path: string,
  source: AsyncIterable<Buffer>,
  family: Family,
): AsyncGenerator<FileRecord, void, undefined> {
  const kinds = new Map<string, FieldKind>(family.fields.map(({ name, type }) => [name, type]));
  let names: readonly string[] | undefined;
  for await (const { line, fields } of readCsvRows(path, source)) {
    if (names === undefined) {
      names = checkedHeader(path, fields, kinds, family);
      continue;
    }
    if (fields.length !== names.length) throw uneven(path, line, fields.length, names.length);
    const record: Record<string, unknown> = {};
    for (const [index, name] of names.entries()) {
      const written = fields[index];
      if (written !== undefined && written !== '') record[name] = valueOf(written, kinds.get(name));
    }
    yield { line, record };
  }
  if (names === undefined)
    throw new LogFault(
      'unreadable',
      text(`${path} 是空的，连表头也没有。`, `${path} is empty; not even a header is there.`),
      { file: path },
    );
}

function checkedHeader(
  path: string,
  fields: readonly string[],
  kinds: ReadonlyMap<string, FieldKind>,
  family: Family,
): readonly string[] {
  const names = fields.map((name, index) => (index === 0 ? name.replace(/^\u{feff}/u, '') : name).trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new LogFault(
      'unreadable',
      text(`${path} 的表头中 ${twice} 出现两次。`, `${twice} stands twice in the header of ${path}.`),
      { file: path, line: 1 },
    );
  }
  const unknown = names.filter((name) => !kinds.has(name));
  const missing = family.fields
    .filter(({ name, required }) => required && !names.includes(name))
    .map(({ name }) => name);
  if (unknown.length === 0 && missing.length === 0) return names;
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
      `${path} 的表头有误：${zh.filter(Boolean).join('；')}。`,
      `The header of ${path} does not fit: ${en.filter(Boolean).join('; ')}.`,
    ),
    { file: path, line: 1 },
  );
}

/** What is written as a plain value; what cannot be read so is left as it is, for the check to name. */
function valueOf(written: string, kind: FieldKind | undefined): unknown {
  switch (kind?.kind) {
    case 'instant':
      return instantOf(written);
    case 'integer':
    case 'number':
      return numberOf(written);
    case 'flag':
      return flagOf(written);
    case 'tokens':
      return listOf(written);
    case 'integers':
    case 'numbers':
      return listOf(written).map((element) => (typeof element === 'string' ? numberOf(element) : element));
    case 'identifier':
    case 'pseudonym':
    case 'token':
    case 'choice':
    case 'sentence':
    case undefined:
      return written;
  }
}

const numberOf = (written: string): number | string =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written.trim()) ? Number(written) : written;

/** Milliseconds, or a date and time with its zone. */
function instantOf(written: string): number | string {
  if (/^-?\d+$/.test(written.trim())) return Number(written);
  const zoned = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(
    written.trim(),
  );
  const instant = zoned ? Date.parse(written.trim().replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(instant) ? written : instant;
}

function flagOf(written: string): boolean | string {
  switch (written.trim().toLowerCase()) {
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return written;
  }
}

/** `["a","b"]` or `a|b`. */
function listOf(written: string): readonly unknown[] {
  if (written.trimStart().startsWith('[')) {
    try {
      const list: unknown = JSON.parse(written);
      if (Array.isArray(list)) return list;
    } catch {
      // Not JSON after all: the check names what stands there.
    }
  }
  return written.split('|');
}

const uneven = (path: string, line: number, found: number, expected: number): LogFault =>
  new LogFault(
    'unreadable',
    text(
      `${path} 第 ${line} 行有 ${found} 个字段，表头有 ${expected} 个；请检查引号与逗号。`,
      `${path}, line ${line}, has ${found} fields where the header has ${expected}; look at its quotes and commas.`,
    ),
    { file: path, line },
  );
