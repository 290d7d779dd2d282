import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { AnsweredCounts } from '@suanjian/contracts';
import { parts, receivedOf, suppressed, type PartCounts } from './suppression.ts';

const counts = (...[inTime = 0, late = 0, openInTime = 0, openLate = 0, ended = 0]: number[]): PartCounts => ({
  inTime,
  late,
  openInTime,
  openLate,
  ended,
});
const rowsOf = (...given: readonly PartCounts[]) => given.map((each, index) => ({ row: { index }, counts: each }));

const columns = ['received', ...parts] as const;

/** How many unknowns a linear system leaves open for each of them: by elimination, and so by other means than the product's. */
const determinedCells = (shown: readonly AnsweredCounts[], addsDown: boolean): readonly string[] => {
  const cells = shown.flatMap((row, index) =>
    columns.filter((column) => typeof row[column] !== 'number').map((column) => `${index} ${column}`),
  );
  const at = new Map(cells.map((cell, index) => [cell, index]));
  const equation = (members: readonly string[]): number[] => {
    const line = cells.map(() => 0);
    for (const member of members) {
      const [row = '', column = ''] = member.split(' ');
      const index = at.get(member);
      // What was received stands on the other side of its row's sum, as the total does of its column's.
      if (index !== undefined)
        line[index] = (column === 'received' ? -1 : 1) * (Number(row) === shown.length - 1 ? -1 : 1);
    }
    return line;
  };
  const lines = [
    ...shown.map((_row, index) => equation(columns.map((column) => `${index} ${column}`))),
    ...(addsDown ? columns.map((column) => equation(shown.map((_row, index) => `${index} ${column}`))) : []),
  ];
  let rank = 0;
  const pivots: number[] = [];
  for (let column = 0; column < cells.length && rank < lines.length; column += 1) {
    const found = lines.findIndex((line, index) => index >= rank && Math.abs(line[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    const pivot = lines[found] ?? [];
    lines[found] = lines[rank] ?? [];
    lines[rank] = pivot.map((value) => value / (pivot[column] ?? 1));
    const base = lines[rank] ?? [];
    lines.forEach((line, index) => {
      const factor = line[column] ?? 0;
      if (index !== rank && Math.abs(factor) > 1e-9)
        lines[index] = line.map((value, place) => value - factor * (base[place] ?? 0));
    });
    pivots.push(column);
    rank += 1;
  }
  return pivots.flatMap((column, index) =>
    (lines[index] ?? []).every((value, place) => place === column || Math.abs(value) < 1e-9)
      ? [cells[column] ?? '']
      : [],
  );
};

describe('counts of complaints, as everybody may read them', () => {
  it('show nothing of a handful', () => {
    expect(suppressed(rowsOf(counts(3, 1)))).toEqual({
      total: { received: 'few', inTime: 'few', late: 'few', openInTime: 'few', openLate: 'few', ended: 'few' },
      rows: [],
      other: { received: 'few', inTime: 'few', late: 'few', openInTime: 'few', openLate: 'few', ended: 'few' },
    });
  });

  it('show what is large, and say "few" of none as of nine', () => {
    const { total, rows } = suppressed(rowsOf(counts(40, 12, 0, 9)));
    expect(total).toEqual({ received: 61, inTime: 40, late: 12, openInTime: 'few', openLate: 'few', ended: 'few' });
    expect(rows).toEqual([{ index: 0, ...total }]);
  });

  it('withhold the least of the others where one small part could be had by taking away', () => {
    expect(suppressed(rowsOf(counts(40, 12, 11, 3, 15))).total).toEqual({
      received: 81,
      inTime: 40,
      late: 12,
      openInTime: 'withheld',
      openLate: 'few',
      ended: 15,
    });
  });

  it('withhold a row where what is left out of the rows could be had from the total', () => {
    const { rows, other, total } = suppressed(
      rowsOf(counts(100, 50, 20, 20, 20), counts(30, 20, 20, 20, 20), counts(4)),
    );
    expect(total.received).toBe(324);
    expect(rows.map(({ received }) => received)).toEqual([210, 'withheld']);
    expect(other?.inTime).toBe('few');
  });

  it('are a total without rows where nothing was received', () => {
    expect(suppressed([])).toMatchObject({ total: { received: 'few' }, rows: [] });
  });

  test('nothing below ten can be worked out, by elimination over whatever is shown', () => {
    const cell = fc.oneof(fc.nat({ max: 12 }), fc.nat({ max: 60 }), fc.constant(0));
    const row = fc.tuple(cell, cell, cell, cell, cell).map((values) => counts(...values));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (given) => {
        const { rows, other, total } = suppressed(rowsOf(...given));
        for (const each of [...rows, ...(other === undefined ? [] : [other]), total])
          for (const column of columns)
            expect(each[column] === 'few' || each[column] === 'withheld' || each[column] >= 10).toBe(true);
        const table = [...rows, ...(other === undefined ? [] : [other])];
        // A table of one row is its own total.
        expect(table.length > 1 ? determinedCells([...table, total], true) : determinedCells([total], false)).toEqual(
          [],
        );
        expect(rows.every(({ index }) => receivedOf(given[index] ?? counts()) >= 10)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
