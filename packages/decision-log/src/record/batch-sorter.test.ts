import { batchRoot, canonicalJson, hex } from '@suanjian/evidence';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../families/families.ts';
import { BatchSorter, type SortedBatch } from './batch-sorter.ts';
import { RecordChecker } from './record-checker.ts';
import { countLines, storedRows } from './stored-rows.ts';
import { arbitraryRecord } from './testing/arbitrary-record.ts';

const now = Date.UTC(2026, 10, 22);
const sorter = new BatchSorter(families.intervention);
const row = (id: string, time: number, more = {}): string =>
  canonicalJson({ intervention: id, kind: 'pin', provider: 'demo', time, ...more });
const sort = (body: string | Uint8Array, options = {}): SortedBatch =>
  sorter.sort(typeof body === 'string' ? Buffer.from(body) : body, { now, ...options });
const linesOf = (sorted: SortedBatch): Record<string, string> =>
  Object.fromEntries(sorted.days.map(({ day, lines }) => [day, Buffer.from(lines).toString()]));

// 16:00 UTC is midnight in Shanghai.
const midnight = Date.UTC(2026, 10, 20, 16);

test('rows are split by civil day in Shanghai, in the order they came', () => {
  const rows = [row('a', midnight - 1), row('b', midnight), row('c', midnight - 2), row('d', midnight + 1)];
  const sorted = sort(`${rows.join('\n')}\n`);
  expect(linesOf(sorted)).toEqual({
    '2026-11-20': `${rows[0]}\n${rows[2]}\n`,
    '2026-11-21': `${rows[1]}\n${rows[3]}\n`,
  });
  for (const { rows: count, root, lines } of sorted.days) {
    const texts = Buffer.from(lines).toString().trimEnd().split('\n');
    expect(count).toBe(2);
    expect(root).toBe(hex(batchRoot(texts)));
  }
});

test('canonical rows of one day are not copied', () => {
  const body = Buffer.from(`${row('a', midnight)}\n${row('b', midnight)}\n`);
  const [day] = sort(body).days;
  expect(day?.lines.buffer).toBe(body.buffer);
  expect(day?.lines.byteOffset).toBe(body.byteOffset);
});

test('rows in another form become canonical in their place', () => {
  const other = `{"time":${midnight},"provider":"demo" , "kind":"pin","intervention":"\\u0061"}\r`;
  expect(linesOf(sort(`${row('x', midnight)}\n${other}\n${row('y', midnight)}`))).toEqual({
    '2026-11-21': `${row('x', midnight)}\n${row('a', midnight)}\n${row('y', midnight)}\n`,
  });
});

test('what is refused is named by its line; blank lines count and are no records', () => {
  const sorted = sort(`\u{feff}${row('a', midnight)}\n\n  \r\n{"nonsense"\n${row('b', 1)}\n`);
  expect(sorted).toMatchObject({ accepted: 1, refused: 2 });
  expect(sorted.refusals.map(({ line, field }) => [line, field])).toEqual([
    [4, ''],
    [5, '/time'],
  ]);
  expect(sort(`x\n${row('a', midnight)}`, { firstLine: 100 }).refusals[0]?.line).toBe(100);
});

test('refusals beyond the asked number are only counted', () => {
  const sorted = sort('1\n2\n3\n', { mostRefusals: 2 });
  expect(sorted.refused).toBe(3);
  expect(sorted.refusals.map(({ line }) => line)).toEqual([1, 2]);
});

test('lines that were dropped on the way keep their numbers', () => {
  const sorted = sort(`${row('a', midnight)}\nbad\n`, { tooLong: [1, 3, 5] });
  expect(sorted.refusals.map(({ line }) => line)).toEqual([1, 3, 4, 5]);
  expect(sorted.accepted).toBe(1);
});

test('a line that is not UTF-8 is refused, the others are not', () => {
  const body = Buffer.concat([
    Buffer.from(`${row('a', midnight)}\n`),
    Buffer.from([0x22, 0xff, 0x22, 0x0a]),
    Buffer.from(row('b', midnight, { reason: '说明' })),
  ]);
  const sorted = sort(body);
  expect(sorted.accepted).toBe(2);
  expect(sorted.refusals).toMatchObject([{ line: 2, reason: { en: 'this is not UTF-8' } }]);
});

test('a line that is too long is refused', () => {
  const sorted = sort(`${row('a', midnight)}\n"${'x'.repeat(1_100_000)}"\n`);
  expect(sorted.refusals).toMatchObject([{ line: 2 }]);
});

test('an empty body is no batch', () => {
  expect(sort('')).toEqual({ days: [], accepted: 0, refused: 0, refusals: [] });
});

describe.each(familyNames)('a batch of %s in whatever form', (name) => {
  const family = families[name];
  const latest = Date.UTC(2026, 10, 22);
  const checker = new RecordChecker(family);
  const whole = new BatchSorter(family);

  /** What programs make of the same record, and what they should not. */
  const written = arbitraryRecord(family, latest).chain((record) => {
    const line = canonicalJson(record);
    const members = Object.entries(record);
    return fc.constantFrom(
      line,
      line,
      line,
      JSON.stringify(Object.fromEntries(members.toReversed())),
      JSON.stringify(record, null, 1).replaceAll('\n', ' '),
      line.replaceAll(/[A-Za-z](?=[^"]*":)/g, escaped),
      line.replaceAll(/:"([^"\\])/g, (_, first: string) => `:"${escaped(first)}`),
      line.replaceAll(/:(\d+)([,}])/g, ':$1.0$2'),
      line.replaceAll(/:(\d+)([,}])/g, ':$1e0$2'),
      line.replaceAll(/:(\d)(\d*)([,}])/g, ':$1$2.000E+0$3'),
      line.replaceAll(/:\d+([,}])/g, ':-0$1'),
      line.replace('{', `{${JSON.stringify(members[0]?.[0])}:1,`),
      line.replace(/}$/, ',"unknown":1}'),
      line.replace(/}$/, ' }\r'),
      line.replace(/}$/, ''),
      line.replaceAll(/:(\d)/g, ':0$1'),
      line.replaceAll(/:"/g, ':"\\ud800'),
      `${line}${line}`,
      ` \t\r`,
      '',
    );
  });

  test('is what its lines are, one by one', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 12 }), fc.boolean(), (lines, ended) => {
        const expected = new Map<string, string[]>();
        const refused: number[] = [];
        for (const [index, line] of lines.entries()) {
          if (line.trim() === '') continue;
          const checked = checker.checkLine(line, { latest: latest + 86_400_000 });
          if (checked.outcome === 'refused') refused.push(index + 1);
          else expected.set(dayIn(checked.time), [...(expected.get(dayIn(checked.time)) ?? []), checked.line]);
        }
        const sorted = whole.sort(Buffer.from(lines.join('\n') + (ended ? '\n' : '')), { now: latest });
        expect(
          sorted.days.map(({ day, rows, root, lines: bytes }) => [day, rows, root, Buffer.from(bytes).toString()]),
        ).toEqual(
          [...expected]
            .toSorted(([left], [right]) => (left < right ? -1 : 1))
            .map(([day, rows]) => [day, rows.length, hex(batchRoot(rows)), rows.map((row) => `${row}\n`).join('')]),
        );
        expect([...new Set(sorted.refusals.map(({ line }) => line))]).toEqual(refused);
        expect([sorted.accepted, sorted.refused]).toEqual([[...expected.values()].flat().length, refused.length]);
      }),
      { numRuns: 60 },
    );
  });
});

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
const dayIn = (time: number): string => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);

describe('rows as they go into the store', () => {
  test('gain their day, batch and number', () => {
    const lines = Buffer.from(`${row('a', midnight)}\n${row('b', midnight)}\n`);
    const stored = storedRows(lines, { batch: 'b-1', day: '2026-11-21', firstRow: 9 }).toString();
    expect(
      stored
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        intervention: 'a',
        kind: 'pin',
        provider: 'demo',
        time: midnight,
        day: '2026-11-21',
        batch_id: 'b-1',
        row_no: 9,
      },
      {
        intervention: 'b',
        kind: 'pin',
        provider: 'demo',
        time: midnight,
        day: '2026-11-21',
        batch_id: 'b-1',
        row_no: 10,
      },
    ]);
    expect(countLines(lines)).toBe(2);
  });
});
