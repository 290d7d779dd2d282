import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Outside the project: what others published is read where it lies and never copied. */
export const dataFolder = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'audits');

/** The rows of a published table of figures: plain CSV, in which no cell holds a comma. */
export const printedRows = (dataSet: string, file: string): readonly Readonly<Record<string, string>>[] => {
  const [head = '', ...lines] = readFileSync(join(dataFolder, dataSet, file), 'utf8')
    .trim()
    .split(/\r?\n/u);
  const cells = (line: string): readonly string[] => line.split(',').map((cell) => cell.replaceAll(/^"|"$/gu, ''));
  const names = cells(head);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, index) => [names[index] ?? '', cell])));
};
