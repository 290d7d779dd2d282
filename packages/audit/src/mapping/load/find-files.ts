import { globSync, statSync } from 'node:fs';
import { extname, relative, resolve } from 'node:path';
import { text, type Text } from '@suanjian/rulebook';

export type FileFormat = 'csv' | 'ndjson' | 'parquet';

export interface FoundFile {
  readonly path: string;
  /** Relative to the mapping, with forward slashes: the same on every machine. */
  readonly name: string;
  readonly format: FileFormat;
  readonly bytes: number;
}

const formats: Readonly<Record<string, FileFormat>> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.parquet': 'parquet',
};

const formatOf = (path: string): FileFormat | undefined => formats[extname(path.replace(/\.gz$/u, '')).toLowerCase()];

/** The files of a pattern in the order of their names, or why there are none. */
export const findFiles = (pattern: string, folder: string): readonly FoundFile[] | Text => {
  const isPattern = /[*?[\]{}]/u.test(pattern);
  const paths = isPattern
    ? globSync(pattern, { cwd: folder }).map((found) => resolve(folder, found))
    : [resolve(folder, pattern)];
  const files: FoundFile[] = [];
  for (const path of paths.toSorted()) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) continue;
    const format = formatOf(path);
    const name = relative(folder, path).replaceAll('\\', '/');
    if (format === undefined)
      return text(
        `不认识文件 ${name} 的格式。可以用 .csv、.ndjson、.jsonl、.parquet，前两类也可以加 .gz。`,
        `The format of ${name} is not known. Use .csv, .ndjson, .jsonl or .parquet; the text formats may end in .gz too.`,
      );
    files.push({ path, name, format, bytes: stat.size });
  }
  if (files.length > 0) return files;
  return isPattern
    ? text(`没有文件符合 ${pattern}（从 ${folder} 找起）。`, `No file matches ${pattern} (looked for in ${folder}).`)
    : text(`没有文件 ${pattern}（从 ${folder} 找起）。`, `There is no file ${pattern} (looked for in ${folder}).`);
};
