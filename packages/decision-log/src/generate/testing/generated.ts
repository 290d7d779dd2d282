import { civilDate } from '@suanjian/rulebook';
import { familyNames, type FamilyName } from '../../families/families.ts';
import { generateLog, type GenerateOptions } from '../generate.ts';
import { parsePlant } from '../plants/plants.ts';
import type { RowOf } from '../row.ts';

export type Rows = { readonly [Name in FamilyName]: readonly RowOf<Name>[] };

export const optionsOf = (
  sizing: Partial<Pick<GenerateOptions, 'rows' | 'days' | 'seed' | 'traitSubject'>> = {},
  ...planted: readonly string[]
): GenerateOptions => ({
  rows: 20_000,
  days: 14,
  seed: 7,
  from: civilDate('2026-03-02'),
  plants: new Map(planted.map(parsePlant)),
  ...sizing,
});

/** All rows of a log, read back from what was written; a family that nobody asks for is not parsed. */
export const rowsOf = (options: GenerateOptions): Rows => {
  const batches = [...generateLog(options)];
  const rows = {};
  for (const name of familyNames) {
    let parsed: readonly unknown[] | undefined;
    Object.defineProperty(rows, name, {
      enumerable: true,
      get: () =>
        (parsed ??= batches
          .filter(({ family }) => family === name)
          .flatMap(({ lines }) => lines.map((line): unknown => JSON.parse(line)))),
    });
  }
  return rows as Rows;
};

/** Logs of one size and seed by what was planted; the clean one and the one asked for last are not made again. */
export const logsOf = (sizing: Parameters<typeof optionsOf>[0]): ((...planted: string[]) => Rows) => {
  let clean: Rows | undefined;
  let last: { readonly planted: string; readonly rows: Rows } | undefined;
  return (...planted) => {
    if (planted.length === 0) return (clean ??= rowsOf(optionsOf(sizing)));
    const name = planted.join(' ');
    if (last?.planted !== name) last = { planted: name, rows: rowsOf(optionsOf(sizing, ...planted)) };
    return last.rows;
  };
};

/** Rows that belong together, in the order of the log. */
export const groupBy = <Row>(rows: readonly Row[], key: (row: Row) => string | undefined): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  return groups;
};
