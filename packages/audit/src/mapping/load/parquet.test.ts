import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parquetShape } from './parquet.ts';

const folder = mkdtempSync(join(tmpdir(), 'suanjian-parquet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

/** An element of a Parquet schema in Thrift's compact form: a name, and so many children. */
const element = (name: string, children: number): readonly number[] => [
  0x48,
  name.length,
  ...Buffer.from(name),
  0x15,
  ...varint(children * 2),
  0,
];

const file = (name: string, elements: readonly (readonly number[])[]): string => {
  const schema = [0x19, 0xfc, ...varint(elements.length), ...elements.flat()];
  const footer = Buffer.from([0x15, 2, ...schema, 0x16, 0, 0x19, 0x0c, 0]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(footer.length);
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat([Buffer.from('PAR1'), footer, length, Buffer.from('PAR1')]));
  return path;
};

test('a schema that claims billions of children holds nobody up', async () => {
  const claimed = 2 ** 30;
  const path = file('claims.parquet', [element('root', claimed), element('a', claimed), element('b', claimed)]);
  expect(await parquetShape(path)).toMatchObject({ columns: [], leftOut: ['a'] });
});

test('a schema nested beyond measure is left out as one nested column', async () => {
  const path = file('deep.parquet', [
    element('root', 1),
    ...Array.from({ length: 50_000 }, () => element('a', 1)),
    element('z', 0),
  ]);
  expect(await parquetShape(path)).toMatchObject({ columns: [], leftOut: ['a'] });
});
