import { parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { withStores } from '../../testing/with-stores.ts';
import { allRecords } from '../all-records.ts';
import { findRecord } from '../find.ts';
import { importRegister } from '../import.ts';
import { by, chunksOf, number, table, testRow } from '../testing/table.ts';
import { exportColumns } from './columns.ts';
import { toCsv } from './csv.ts';
import { toJsonLines } from './json-lines.ts';
import { toParquet } from './parquet.ts';

const rows = [
  testRow(1, { algorithmName: '=1+1', product: '--', purpose: '含“引号"、逗号,与标点' }),
  testRow(2, { algorithmName: '-cmd', remark: '2024年8月新增算法使用产品' }),
  ...Array.from({ length: 23 }, (_, index) => testRow(index + 3)),
];

const joined = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

withStores(({ open }) => {
  it('walks through the whole register, whatever the batch, leaving the connection to others in between', async () => {
    const store = await open();
    await importRegister(store, chunksOf(table(rows)), by);
    for (const batch of [1, 7, 25, 500]) {
      const numbers: string[] = [];
      for await (const record of allRecords(store.database, { batch })) {
        numbers.push(record.number);
        if (numbers.length === 1) expect(record).toEqual(await findRecord(store.database, record.number));
      }
      expect(numbers).toEqual(rows.map((_, index) => number(index + 1)).toSorted());
    }
    const [third = ''] = rows
      .map((_, index) => number(index + 1))
      .toSorted()
      .slice(2);
    const after = [];
    for await (const record of allRecords(store.database, { after: third })) after.push(record.number);
    expect(after).toHaveLength(22);
  });

  it('writes CSV that a spreadsheet neither misreads nor runs', async () => {
    const store = await open();
    await importRegister(store, chunksOf(table(rows)), by);
    const text = await joined(toCsv(allRecords(store.database), { byteOrderMark: true }));
    const lines = text.split('\r\n');
    expect(lines[0]).toBe(`\uFEFF${exportColumns.map(({ name }) => name).join(',')}`);
    expect(lines).toHaveLength(rows.length + 2);
    expect(lines[1]).toContain(",'=1+1,");
    expect(lines[1]).toContain(',--,"含“引号""、逗号,与标点",');
    expect(lines[2]).toContain(",'-cmd,");
    const raw = await joined(toCsv(allRecords(store.database), { formulas: 'raw' }));
    expect(raw.startsWith('number,')).toBe(true);
    expect(raw).toContain(',=1+1,');
  });

  it('writes every record as a line of JSON, whole', async () => {
    const store = await open();
    await importRegister(store, chunksOf(table(rows)), by);
    const lines = (await joined(toJsonLines(allRecords(store.database)))).trimEnd().split('\n');
    expect(lines).toHaveLength(rows.length);
    expect(JSON.parse(lines[1] ?? '')).toEqual(await findRecord(store.database, number(2)));
  });

  it('writes Parquet in pieces that another reader takes', async () => {
    const store = await open();
    await importRegister(store, chunksOf(table(rows)), by);
    const pieces: Uint8Array[] = [];
    for await (const piece of toParquet(allRecords(store.database), { rowGroup: 10 })) pieces.push(piece);
    expect(pieces).toHaveLength(3);
    const file = new Uint8Array(Buffer.concat(pieces)).buffer;
    const read = await parquetReadObjects({ file });
    const expected = [];
    for await (const record of allRecords(store.database)) {
      expected.push(Object.fromEntries(exportColumns.map(({ name, value }) => [name, value(record) ?? null])));
    }
    expect(read).toEqual(expected);
  });

  it('writes an empty register as files without records', async () => {
    const store = await open();
    expect((await joined(toCsv(allRecords(store.database)))).split('\r\n')).toHaveLength(2);
    const pieces: Uint8Array[] = [];
    for await (const piece of toParquet(allRecords(store.database))) pieces.push(piece);
    expect(await parquetReadObjects({ file: new Uint8Array(Buffer.concat(pieces)).buffer })).toEqual([]);
  });
});
