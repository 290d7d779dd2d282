import { canonicalJson } from '@suanjian/evidence';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families, familyNames } from '../families/families.ts';
import type { Family } from '../families/field.ts';
import { LineScanner } from './line-scanner.ts';
import { RecordChecker } from './record-checker.ts';
import { arbitraryRecord } from './testing/arbitrary-record.ts';

const latest = Date.UTC(2026, 10, 23);

interface Ways {
  readonly family: Family;
  readonly fast: (line: string) => number;
  readonly slow: (line: string) => ReturnType<RecordChecker['checkLine']>;
  readonly scanner: LineScanner;
}

const waysOf = (family: Family): Ways => {
  const scanner = new LineScanner(family, { latest });
  const checker = new RecordChecker(family);
  return {
    family,
    scanner,
    fast: (line) => scanned(scanner, line),
    slow: (line) => checker.checkLine(line, { latest }),
  };
};

/** The same whatever lies behind the line in its memory, and if nothing does. */
const scanned = (scanner: LineScanner, line: string): number => {
  const bytes = Buffer.from(`${line}\n`);
  const exact = Buffer.from(Uint8Array.from(bytes).buffer);
  const [found, ...others] = [exact, behind(bytes, bytes), behind(bytes, Buffer.from('","}\n'))].map((memory) =>
    scanner.over(memory)(0),
  );
  expect(others).toEqual([found, found]);
  return found ?? Number.NaN;
};

const behind = (bytes: Buffer, rest: Buffer): Buffer => Buffer.concat([bytes, rest]).subarray(0, bytes.length);

/** Whatever the fast way recognises, the slow way accepts and writes the same. */
const agree = ({ fast, slow, scanner }: Ways, line: string): void => {
  const end = fast(line);
  if (end === -1) return;
  expect(end).toBe(Buffer.byteLength(line) + 1);
  expect(slow(line)).toEqual({ outcome: 'accepted', line, time: scanner.time });
};

/** Changes that keep most of a line: what a careless or malicious program sends. */
const spoilt = (line: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(line.length - 1),
      fc.nat(4),
      fc.constantFrom(...Array.from('{}[]",:0123456789.-+eE \\/_pabt\u0000\u00e9中\ud83d')),
    )
    .map(([at, length, insert]) => `${line.slice(0, at)}${insert}${line.slice(at + length)}`);

describe.each(familyNames)('%s', (name) => {
  const ways = waysOf(families[name]);
  const { family, fast, slow } = ways;
  const records = arbitraryRecord(family, latest);

  test('a record is accepted and written in canonical JSON', () => {
    fc.assert(
      fc.property(records, (record) => {
        const checked = slow(JSON.stringify(record));
        expect(checked).toEqual({ outcome: 'accepted', line: canonicalJson(record), time: record['time'] });
      }),
    );
  });

  test('the fast way agrees with the slow way on canonical lines', () => {
    let recognised = 0;
    let seen = 0;
    fc.assert(
      fc.property(records, (record) => {
        const line = canonicalJson(record);
        agree(ways, line);
        if (/^[ -~]*$/.test(line) && !line.includes('\\')) {
          seen += 1;
          if (fast(line) !== -1) recognised += 1;
        }
      }),
      { numRuns: 300 },
    );
    // What is plain ASCII without escapes is recognised without exception: otherwise the fast way is none.
    expect(seen).toBeGreaterThan(0);
    expect(recognised).toBe(seen);
  });

  test('the fast way agrees with the slow way on lines that were spoilt', () => {
    fc.assert(
      fc.property(
        records.chain((record) => spoilt(canonicalJson(record))),
        (line) => {
          if (!line.includes('\n')) agree(ways, line);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('the fast way leaves members in another order, blanks and empty lists to the slow way', () => {
    fc.assert(
      fc.property(records, (record) => {
        const line = canonicalJson(record);
        expect(fast(line.replace('{', '{ '))).toBe(-1);
        expect(fast(line.replace(/}$/, ',"zz":1}'))).toBe(-1);
        const reversed = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(line) as object).reverse()));
        if (reversed !== line) expect(fast(reversed)).toBe(-1);
      }),
    );
  });
});

describe('times', () => {
  const { fast } = waysOf(families.intervention);
  const line = (time: number): string => `{"intervention":"x","kind":"pin","provider":"p","time":${time}}`;

  test('a day ahead is the latest, 2000 the earliest', () => {
    expect(fast(line(latest))).not.toBe(-1);
    expect(fast(line(latest + 1))).toBe(-1);
    expect(fast(line(Date.UTC(2000, 0, 1)))).not.toBe(-1);
    expect(fast(line(Date.UTC(2000, 0, 1) - 1))).toBe(-1);
  });
});

describe('sentences', () => {
  const { fast } = waysOf(families.disposal);
  const line = (reason: string): string =>
    `{"action":"stop","disposal":"d","item":"i","provider":"p","reason":${JSON.stringify(reason)},"time":1767225600000}`;

  test.each(['仿冒客服，诱导转账。', 'plain words', 'Ａ（全角）'])('%s is recognised', (reason) => {
    expect(fast(line(reason))).not.toBe(-1);
  });

  test.each(['tab\there', 'é', '🙂', ' ', ''])('%j is left to the slow way', (reason) => {
    expect(fast(line(reason))).toBe(-1);
  });
});

describe('lists beside each other', () => {
  const { fast, slow } = waysOf(families.quote);
  const line = (kinds: string, amounts: string): string =>
    `{"item":"i",${amounts},${kinds},"list_price":1,"price":1,"provider":"p","request":"q","time":1767225600000,"user":"p1_${'a'.repeat(22)}"}`.replaceAll(
      /,,+/g,
      ',',
    );

  test('are as long as each other', () => {
    expect(fast(line('"line_kinds":["a","b"]', '"line_amounts":[1,2]'))).not.toBe(-1);
    expect(fast(line('"line_kinds":["a","b"]', '"line_amounts":[1]'))).toBe(-1);
    const checked = slow(line('"line_kinds":["a","b"]', '"line_amounts":[1]'));
    expect(checked).toMatchObject({ outcome: 'refused', faults: [{ field: '/line_amounts' }] });
  });

  test('the second may be left out, not the first', () => {
    expect(fast(line('"line_kinds":["a"]', ''))).not.toBe(-1);
    expect(slow(line('', '"line_amounts":[1]'))).toMatchObject({ outcome: 'refused' });
  });
});
