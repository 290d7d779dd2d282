import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from '../bytes.ts';
import { canonicalJson } from '../canonical.ts';
import { HashTree, digestsOf } from '../merkle/hash-tree.ts';
import { hashLines, hashRows } from '../merkle/wide.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { signerFrom } from '../note/keys.ts';
import { naiveRoot } from '../testing/naive-tree.ts';
import { LOG_FORMAT, leafBytes, leafEntryHash, parseLeaf, type LeafEntry } from './leaf.ts';
import { makeRowProof, verifyRowProof, type RowProof } from './row-proof.ts';
import { batchLeaf, batchRoot, batchRootOfLines, rowHash } from './rows.ts';

const rowOf = (number: number): string =>
  canonicalJson({ item: `item-${number}`, reason: '同城热门', time: 1_790_000_000_000 + number });
const rowsOf = (count: number): string[] => Array.from({ length: count }, (_, number) => rowOf(number));
const linesOf = (rows: readonly string[]): Uint8Array => utf8(rows.map((row) => `${row}\n`).join(''));

describe('the root of a batch', () => {
  it('is that of the definition, from rows and from lines', () => {
    // Texts of one byte, two, three and four a letter, long and empty, but no newline.
    const row = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }).map((value) => value.replaceAll('\n', ' ')),
      fc.integer({ min: 0, max: 6000 }).map((length) => '算'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const expected = hex(naiveRoot(rows.map(utf8)));
        expect(hex(batchRoot(rows))).toBe(expected);
        expect(hex(batchRootOfLines(linesOf(rows)))).toBe(expected);
        expect([...digestsOf(hashRows(rows))].map(hex)).toEqual(rows.map((value) => hex(rowHash(value))));
      }),
    );
  });

  it('leaves the lines as they were, also where they lie within a larger buffer', () => {
    const rows = rowsOf(50);
    const whole = Buffer.concat([utf8('before'), linesOf(rows), utf8('after')]);
    const copy = Buffer.from(whole);
    expect(hex(hashLines(whole.subarray(6, -5)))).toBe(hex(hashRows(rows)));
    expect(whole.equals(copy)).toBe(true);
  });

  it('counts an empty line as a row and asks for the last newline', () => {
    expect(hex(hashLines(utf8('\n\n')))).toBe(hex(hashRows(['', ''])));
    expect(hashLines(new Uint8Array(0))).toHaveLength(0);
    expect(() => hashLines(utf8('{}'))).toThrow(/newline/);
  });

  it('changes with any change, order included', () => {
    const rows = rowsOf(9);
    const roots = [rows, rows.toReversed(), rows.slice(1), rows.with(4, `${rows[4]} `), [...rows, '']].map((value) =>
      hex(batchRoot(value)),
    );
    expect(new Set(roots).size).toBe(roots.length);
  });
});

const time = 1_790_000_000_000;
const entries: readonly LeafEntry[] = [
  batchLeaf({ batch: 'b-1', family: 'exposure', day: '2026-09-21' }, { lines: linesOf(rowsOf(3)) }),
  {
    format: LOG_FORMAT,
    kind: 'extract',
    actor: 'auditor',
    matter: 'case/1',
    scope: { by: 'user', commitment: 'ab'.repeat(32), families: ['exposure'] },
    rows: 3,
    time,
  },
  {
    format: LOG_FORMAT,
    kind: 'extract',
    actor: 'auditor',
    basis: 'final/28',
    scope: { by: 'period', from: '2026-09-01', to: '2026-09-30', families: [] },
    rows: 0,
    time,
  },
  {
    format: LOG_FORMAT,
    kind: 'retention',
    day: '2026-01-31',
    families: ['quote'],
    batches: ['b-0'],
    rows: 10,
    reason: 'six months are over',
    time,
  },
  { format: LOG_FORMAT, kind: 'key-epoch', epoch: 2, time },
];

describe('leaves', () => {
  it.each(entries)('reads back $kind', (entry) => {
    expect(parseLeaf(JSON.parse(Buffer.from(leafBytes(entry)).toString()))).toEqual(entry);
  });

  it('counts the rows and writes members in order', () => {
    const [batch] = entries;
    expect(batch).toMatchObject({ kind: 'batch', rows: 3, root: hex(batchRoot(rowsOf(3))) });
    expect(batch && Buffer.from(leafBytes(batch)).toString()).toMatch(
      /^{"batch":"b-1","day":"2026-09-21","family":"exposure","format":"suanjian-log\/1","kind":"batch","root":"[0-9a-f]{64}","rows":3}$/,
    );
  });

  it.each<readonly [string, (entry: Record<string, unknown>) => unknown, RegExp]>([
    ['another format', (entry) => ({ ...entry, format: 'suanjian-log/2' }), /leaf\.format/],
    ['another kind', (entry) => ({ ...entry, kind: 'reload' }), /leaf\.kind/],
    ['a member too many', (entry) => ({ ...entry, more: 1 }), /unknown member more/],
    ['half a row', (entry) => ({ ...entry, rows: 1.5 }), /leaf\.rows/],
    ['a day that is none', (entry) => ({ ...entry, day: '2026-02-29' }), /leaf\.day/],
    ['a root in capitals', (entry) => ({ ...entry, root: 'AB'.repeat(32) }), /leaf\.root/],
    ['no object', () => [], /should be an object/],
  ])('refuses %s', (_name, spoil, message) => {
    expect(() => parseLeaf(spoil({ ...entries[0] }))).toThrow(message);
  });

  it('refuses an extract with neither basis nor matter', () => {
    const { matter: _matter, ...rest } = entries[1] as LeafEntry & { matter: string };
    expect(() => parseLeaf(rest)).toThrow(/basis/);
  });
});

describe('the proof of a row', () => {
  const log = signerFrom('suanjian.example/log', new Uint8Array(32).fill(1));
  const trust = { logs: [log.verifier] };
  const rows = rowsOf(13);
  const leaf = batchLeaf({ batch: 'b-7', family: 'quote', day: '2026-09-21' }, { lines: linesOf(rows) });
  const tree = HashTree.of(entries.map(leafEntryHash));
  const leafIndex = tree.appendHash(leafEntryHash(leaf));
  tree.appendHash(rowHash('later'));
  const size = 6;
  const checkpoint = signCheckpoint(
    { origin: 'suanjian.example/log', size, root: tree.root(size), extensions: [] },
    log,
  );
  const parts = { rows: HashTree.of(hashRows(rows)), leaf, leafIndex, tree, checkpoint, size };
  const proofOf = (rowNumber: number): RowProof => makeRowProof({ ...parts, row: rowOf(rowNumber), rowNumber });

  it('holds for every row, after a way through JSON', () => {
    for (let rowNumber = 0; rowNumber < rows.length; rowNumber += 1) {
      const verdict = verifyRowProof(JSON.parse(JSON.stringify(proofOf(rowNumber))), trust);
      expect(verdict).toMatchObject({ outcome: 'proved', rowNumber, leaf, row: { item: `item-${rowNumber}` } });
    }
  });

  it.each<readonly [string, (proof: RowProof) => unknown, string]>([
    ['another row', (proof) => ({ ...proof, row: rowOf(5) }), 'row-not-in-batch'],
    ['another place', (proof) => ({ ...proof, rowNumber: 5 }), 'row-not-in-batch'],
    ['another way to write the row', (proof) => ({ ...proof, row: `${proof.row} ` }), 'row-not-canonical'],
    ['another batch root', (proof) => ({ ...proof, leaf: { ...leaf, root: '00'.repeat(32) } }), 'row-not-in-batch'],
    ['another count of rows', (proof) => ({ ...proof, leaf: { ...leaf, rows: 30 } }), 'row-not-in-batch'],
    ['another family', (proof) => ({ ...proof, leaf: { ...leaf, family: 'exposure' } }), 'batch-not-in-tree'],
    ['another leaf', (proof) => ({ ...proof, leafIndex: 4 }), 'batch-not-in-tree'],
    ['a shorter path', (proof) => ({ ...proof, leafPath: proof.leafPath.slice(1) }), 'batch-not-in-tree'],
    ['no signature', (proof) => ({ ...proof, checkpoint: 'x' }), 'malformed'],
    ['a forged size', (proof) => ({ ...proof, checkpoint: checkpoint.replace('\n6\n', '\n7\n') }), 'false-signature'],
    ['a member missing', ({ rowPath: _rowPath, ...proof }) => proof, 'shape'],
    ['nothing', () => null, 'shape'],
  ])('fails with %s, and says so', (_name, spoil, failure) => {
    const verdict = verifyRowProof(spoil(proofOf(4)), trust);
    expect(verdict).toMatchObject({ outcome: 'failed', failure });
  });

  it('fails for who does not trust the log', () => {
    expect(verifyRowProof(proofOf(0), { logs: [] })).toMatchObject({ failure: 'not-signed-by-trusted-log' });
  });

  it('is not made of parts that do not belong together', () => {
    expect(() => makeRowProof({ ...parts, row: rowOf(1), rowNumber: 2 })).toThrow(/not of the batch/);
    expect(() => makeRowProof({ ...parts, row: rowOf(1), rowNumber: 1, leafIndex: 0 })).toThrow(/not at that leaf/);
  });
});
