import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, hex } from '../bytes.ts';
import { leafEntryHash } from '../batch/leaf.ts';
import { rowHash } from '../batch/rows.ts';
import { HashTree } from '../merkle/hash-tree.ts';
import { cosignCheckpoint } from '../note/checkpoint.ts';
import { signerFrom } from '../note/keys.ts';
import { bytesOf, checkpointOf, fileOf, opener, sampleExport, sampleRow } from '../testing/sample-export.ts';
import { faultText, type SegmentFault } from './faults.ts';
import type { Manifest, ManifestBatch } from './manifest.ts';
import { verifySegments, type SegmentsReport, type VerifySegments } from './verify-segments.ts';

const full = sampleExport({ rowHashes: true, leaves: true, paths: true });
const bare = sampleExport({ rowHashes: false, leaves: false, paths: true });
const trust = { logs: [full.log.verifier] };
const exposure = fileOf('exposure', '2026-09-21');
const exposureNext = fileOf('exposure', '2026-09-22');
const quote = fileOf('quote', '2026-09-21');

type Files = Map<string, string[]>;
type Changed = Partial<Omit<VerifySegments, 'open'>>;

const linesOf = (sample: typeof full): Files => new Map([...sample.files].map(([file, rows]) => [file, [...rows]]));

async function check(files: ReadonlyMap<string, readonly string[] | Uint8Array>, changed: Changed = {}, chunk = 64) {
  const bytes = new Map(
    [...files].map(([file, rows]) => [file, rows instanceof Uint8Array ? rows : bytesOf(rows)] as const),
  );
  const open = opener(bytes, chunk);
  return verifySegments({ manifest: full.manifest, open, trust, present: [...files.keys()], ...changed });
}

/** Changes the lines of one file of the full export, then checks it. */
async function afterLines(
  file: string,
  change: (lines: string[]) => void,
  changed: Changed = {},
): Promise<SegmentsReport> {
  const files = linesOf(full);
  change(files.get(file) ?? []);
  return check(files, changed);
}

const faultsOf = (report: SegmentsReport): readonly SegmentFault[] =>
  report.outcome === 'unreadable' ? [] : report.faults;

/** Changes one batch of the manifest. */
const withBatch = (
  index: number,
  change: (batch: ManifestBatch) => ManifestBatch,
  manifest = full.manifest,
): Manifest => ({
  ...manifest,
  segments: manifest.segments.map((segment) => ({
    ...segment,
    batches: segment.batches.map((batch) => (batch.index === index ? change(batch) : batch)),
  })),
});

describe('an export nobody touched', () => {
  it.each([1, 7, 64, 100_000])('is sound, read in chunks of %i bytes', async (chunk) => {
    const report = await check(full.files, {}, chunk);
    expect(report).toMatchObject({
      outcome: 'sound',
      faultCount: 0,
      complete: true,
      deleted: 1,
      checkpoint: { checkpoint: { size: 11 } },
      intact: { files: 3, batches: 8, rows: 39 },
    });
  });

  it('is sound without leaves and row hashes, but not proved complete', async () => {
    const report = await check(bare.files, { manifest: bare.manifest });
    expect(report).toMatchObject({ outcome: 'sound', complete: false, intact: { batches: 8 } });
  });

  it('is sound after a way through JSON', async () => {
    expect(await check(full.files, { manifest: JSON.parse(JSON.stringify(full.manifest)) })).toMatchObject({
      outcome: 'sound',
    });
  });
});

describe('changed rows, with row hashes', () => {
  // The file: b-1 in lines 1 to 5, b-3 in line 6, b-4 in lines 7 to 14, b-7 in lines 15 to 19.
  it.each<readonly [string, string, (lines: string[]) => void, readonly object[]]>([
    [
      'a value',
      exposure,
      (lines) => lines.splice(8, 1, (lines[8] ?? '').replace('"number":2', '"number":3')),
      [{ kind: 'row-changed', file: exposure, batch: 'b-4', row: 2, line: 9, form: 'canonical' }],
    ],
    [
      'the only row of a batch, at another length',
      exposure,
      (lines) => lines.splice(5, 1, '{"much":"longer than it was before, by far"}'),
      [{ kind: 'row-changed', batch: 'b-3', row: 0, line: 6 }],
    ],
    [
      'the very first row',
      exposure,
      (lines) => lines.splice(0, 1, '{}'),
      [{ kind: 'row-changed', batch: 'b-1', row: 0, line: 1 }],
    ],
    [
      'the way a row is written',
      exposure,
      (lines) => lines.splice(1, 1, ` ${lines[1]}`),
      [{ kind: 'row-changed', batch: 'b-1', row: 1, line: 2, form: 'not-canonical' }],
    ],
    [
      'a row into an empty line',
      exposure,
      (lines) => lines.splice(1, 1, ''),
      [{ kind: 'row-changed', batch: 'b-1', row: 1, form: 'blank' }],
    ],
    [
      'rows in three batches',
      exposure,
      (lines) => [0, 9, 18].forEach((at) => lines.splice(at, 1, `{"at":${at}}`)),
      [
        { kind: 'row-changed', batch: 'b-1', row: 0, line: 1 },
        { kind: 'row-changed', batch: 'b-4', row: 3, line: 10 },
        { kind: 'row-changed', batch: 'b-7', row: 4, line: 19 },
      ],
    ],
    ['a row taken out', exposure, (lines) => lines.splice(10, 1), [{ kind: 'row-missing', batch: 'b-4', row: 4 }]],
    ['the last row taken out', exposure, (lines) => lines.pop(), [{ kind: 'row-missing', batch: 'b-7', row: 4 }]],
    [
      'rows taken out of neighbouring batches',
      exposure,
      (lines) => lines.splice(4, 3),
      [
        { kind: 'row-missing', batch: 'b-1', row: 4 },
        { kind: 'batch-missing', batch: 'b-3' },
        { kind: 'row-missing', batch: 'b-4', row: 0 },
      ],
    ],
    [
      'a row put in',
      exposure,
      (lines) => lines.splice(10, 0, '{"new":true}'),
      [{ kind: 'row-added', file: exposure, line: 11, form: 'canonical' }],
    ],
    ['a row put in between batches', exposure, (lines) => lines.splice(5, 0, '{}'), [{ kind: 'row-added', line: 6 }]],
    ['a row put in at the beginning', quote, (lines) => lines.unshift('{}'), [{ kind: 'row-added', line: 1 }]],
    ['a record put in at the end', quote, (lines) => lines.push('{"new":true}'), [{ kind: 'row-added', line: 8 }]],
    ['a row twice', exposure, (lines) => lines.splice(3, 0, lines[2] ?? ''), [{ kind: 'row-added' }]],
    [
      'neighbours exchanged',
      exposure,
      (lines) => lines.splice(8, 2, lines[9] ?? '', lines[8] ?? ''),
      [{ kind: 'row-moved', batch: 'b-4' }],
    ],
    [
      'a row moved within its batch',
      exposure,
      (lines) => lines.splice(13, 0, ...lines.splice(6, 1)),
      [{ kind: 'row-moved', batch: 'b-4', row: 0, line: 14 }],
    ],
    [
      'the last row of a batch moved to the end of the file',
      exposure,
      (lines) => lines.push(...lines.splice(4, 1)),
      [{ kind: 'row-moved', batch: 'b-1', row: 4, line: 19 }],
    ],
    [
      'batches in another order',
      exposure,
      (lines) => lines.push(...lines.splice(0, 5)),
      [{ kind: 'batch-moved', batch: 'b-1', index: 2, line: 15 }],
    ],
    ['a batch taken out', exposure, (lines) => lines.splice(6, 8), [{ kind: 'batch-missing', batch: 'b-4', index: 5 }]],
    [
      'everything taken out',
      exposureNext,
      (lines) => lines.splice(0),
      [
        { kind: 'batch-missing', batch: 'b-4' },
        { kind: 'batch-missing', batch: 'b-5' },
      ],
    ],
    [
      'one changed, one taken out, one put in',
      exposure,
      (lines) => {
        lines.splice(16, 0, '{"new":true}');
        lines.splice(9, 1);
        lines.splice(1, 1, '{}');
      },
      [
        { kind: 'row-changed', batch: 'b-1', row: 1, line: 2 },
        { kind: 'row-missing', batch: 'b-4', row: 3 },
        { kind: 'row-added', line: 16 },
      ],
    ],
  ])('names %s', async (_name, file, change, expected) => {
    const report = await afterLines(file, change);
    expect(report.outcome).toBe('faulty');
    expect(faultsOf(report)).toMatchObject(expected);
    expect(faultsOf(report)).toHaveLength(expected.length);
  });

  it('counts what is still whole', async () => {
    const report = await afterLines(exposure, (lines) => lines.splice(8, 1, '{}'));
    expect(report).toMatchObject({ complete: true, intact: { files: 2, batches: 7, rows: 31 } });
  });

  it('keeps as many faults as asked for and counts all', async () => {
    const report = await afterLines(exposure, (lines) => lines.fill('{}'), { mostFaults: 4 });
    expect(report).toMatchObject({ faultCount: 19 });
    expect(faultsOf(report)).toHaveLength(4);
  });
});

describe('changes across files', () => {
  it('finds a batch in another file', async () => {
    const files = linesOf(full);
    const moved = files.get(exposure)?.splice(6, 8) ?? [];
    files.get(quote)?.splice(3, 0, ...moved);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'batch-in-other-file', file: exposure, batch: 'b-4', index: 5, other: quote, line: 4 },
    ]);
  });

  it('finds it without row hashes too', async () => {
    const files = linesOf(bare);
    const moved = files.get(exposure)?.splice(6, 8) ?? [];
    files.get(quote)?.splice(3, 0, ...moved);
    expect(faultsOf(await check(files, { manifest: bare.manifest }))).toMatchObject([
      { kind: 'batch-in-other-file', batch: 'b-4', other: quote, line: 4 },
    ]);
  });

  it('finds a row in another file', async () => {
    const files = linesOf(full);
    files.get(quote)?.splice(1, 0, ...(files.get(exposure)?.splice(8, 1) ?? []));
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'row-in-other-file', file: exposure, batch: 'b-4', row: 2, other: quote, line: 2 },
    ]);
  });

  it('says that a file is missing, once', async () => {
    const files = linesOf(full);
    files.delete(exposure);
    expect(faultsOf(await check(files))).toEqual([{ kind: 'file-missing', file: exposure, batches: 4, rows: 19 }]);
  });

  it('says that a file was added, and what lies in it', async () => {
    const files = linesOf(full);
    files.set('segments/more.ndjson', ['{}', ...(files.get(quote)?.splice(0, 3) ?? [])]);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'batch-in-other-file', file: quote, batch: 'b-2', other: 'segments/more.ndjson', line: 2 },
      { kind: 'file-added', file: 'segments/more.ndjson' },
    ]);
  });

  it('finds the batches of a file under another name', async () => {
    const files = linesOf(full);
    files.set('renamed', files.get(quote) ?? []);
    files.delete(quote);
    expect(faultsOf(await check(files))).toMatchObject([
      { kind: 'file-missing', file: quote },
      { kind: 'batch-in-other-file', batch: 'b-2', other: 'renamed', line: 1 },
      { kind: 'batch-in-other-file', batch: 'b-6', other: 'renamed', line: 4 },
      { kind: 'file-added', file: 'renamed' },
    ]);
  });
});

describe('bytes that are no lines', () => {
  const bytes = (file: string): Buffer => bytesOf(full.files.get(file) ?? []);
  const withBytes = (file: string, content: Uint8Array) =>
    new Map<string, readonly string[] | Uint8Array>([...full.files, [file, content]]);

  it('says where trailing bytes begin', async () => {
    const { length } = bytes(quote);
    const rest = Buffer.from('\n\u0000junk\n\n%');
    expect(faultsOf(await check(withBytes(quote, Buffer.concat([bytes(quote), rest]))))).toEqual([
      { kind: 'trailing-bytes', file: quote, offset: length, bytes: rest.length },
    ]);
  });

  it('says that the last newline is missing', async () => {
    expect(faultsOf(await check(withBytes(quote, bytes(quote).subarray(0, -1))))).toEqual([
      { kind: 'unterminated', file: quote, line: 7 },
    ]);
  });

  it('says that the last line is torn', async () => {
    expect(faultsOf(await check(withBytes(quote, bytes(quote).subarray(0, -9))))).toMatchObject([
      { kind: 'row-changed', file: quote, batch: 'b-6', row: 3, line: 7, form: 'not-json' },
      { kind: 'unterminated' },
    ]);
  });

  it('says what is not UTF-8', async () => {
    const content = bytes(quote);
    content[content.indexOf('同')] = 0xff;
    expect(faultsOf(await check(withBytes(quote, content)))).toMatchObject([
      { kind: 'row-changed', batch: 'b-2', row: 0, line: 1, form: 'not-utf8' },
    ]);
  });

  it('sees the other way to end a line', async () => {
    const content = Buffer.from(bytes(quote).toString().replaceAll('\n', '\r\n'));
    const faults = faultsOf(await check(withBytes(quote, content)));
    expect(faults).toHaveLength(7);
    expect(faults[0]).toMatchObject({ kind: 'row-changed', form: 'not-canonical' });
  });

  it('sees any change of any byte', async () => {
    const change = fc.record({
      file: fc.constantFrom(exposure, exposureNext, quote),
      at: fc.nat(),
      how: fc.constantFrom('flip', 'insert', 'delete', 'truncate', 'double'),
      byte: fc.integer({ min: 1, max: 255 }),
    });
    await fc.assert(
      fc.asyncProperty(change, fc.constantFrom(full, bare), async ({ file, at, how, byte }, sample) => {
        const content = bytes(file);
        const place = at % content.length;
        const [head, tail] = [content.subarray(0, place), content.subarray(place)];
        const flipped = Uint8Array.of((tail[0] ?? 0) ^ byte);
        const changed = {
          flip: [head, flipped, tail.subarray(1)],
          insert: [head, Uint8Array.of(byte), tail],
          delete: [head, tail.subarray(1)],
          truncate: [head],
          double: [head, tail.subarray(0, 1), tail],
        }[how];
        const report = await check(withBytes(file, Buffer.concat(changed)), { manifest: sample.manifest });
        expect(report.outcome).toBe('faulty');
        const named = faultsOf(report).filter((fault) => 'file' in fault);
        expect(named.length).toBeGreaterThan(0);
        for (const fault of named) expect(fault).toMatchObject({ file });
      }),
      { numRuns: 400 },
    );
  });
});

describe('many changes at once', () => {
  /** What was really done to the lines, and what must be said of it at least: every batch touched is named. */
  it('names every batch whose rows are not all in place, and no other', async () => {
    const edits = fc.array(fc.record({ at: fc.nat(), how: fc.constantFrom('change', 'remove', 'add') }), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(edits, async (steps) => {
        const files = linesOf(full);
        const lines = files.get(exposure) ?? [];
        for (const [step, { at, how }] of steps.entries()) {
          const place = at % (lines.length + 1);
          if (how === 'add') lines.splice(place, 0, `{"added":${step}}`);
          else lines.splice(place, 1, ...(how === 'change' ? [`{"changed":${step}}`] : []));
        }
        const faults = faultsOf(await check(files));
        const kept = new Set(lines);
        for (const batch of full.manifest.segments.find(({ file }) => file === exposure)?.batches ?? []) {
          // A row is named by its batch's place among the planned ones, which is one less than its leaf's.
          const gone = Array.from({ length: batch.leaf.rows }, (_, row) => row).filter(
            (row) => !kept.has(sampleRow(batch.index - 1, row)),
          );
          const named = faults.filter((fault) => 'index' in fault && fault.index === batch.index);
          const rows = named.flatMap((fault) => ('row' in fault ? [fault.row] : []));
          if (named.some(({ kind }) => kind === 'batch-missing')) expect(gone).toHaveLength(batch.leaf.rows);
          else expect(rows).toEqual(gone);
        }
        const strangers = lines.filter((line) => line.startsWith('{"added') || line.startsWith('{"changed')).length;
        const explained = faults.filter(({ kind }) => kind === 'row-added' || kind === 'row-changed').length;
        expect(explained).toBe(strangers);
      }),
      { numRuns: 300 },
    );
  });
});

describe('without row hashes', () => {
  it('names the batch and the lines', async () => {
    const files = linesOf(bare);
    files.get(exposure)?.splice(8, 1, '{ }');
    expect(faultsOf(await check(files, { manifest: bare.manifest }))).toEqual([
      { kind: 'batch-changed', file: exposure, batch: 'b-4', index: 5, rows: 8, line: 7, lines: 8 },
      { kind: 'line-not-canonical', file: exposure, line: 9, form: 'not-canonical' },
    ]);
  });

  it.each<readonly [string, (lines: string[]) => void, readonly object[]]>([
    ['a row taken out', (lines) => lines.splice(8, 1), [{ kind: 'batch-changed', batch: 'b-4', line: 7, lines: 7 }]],
    ['a row put in', (lines) => lines.splice(8, 0, '{}'), [{ kind: 'batch-changed', batch: 'b-4', lines: 9 }]],
    ['a batch taken out', (lines) => lines.splice(6, 8), [{ kind: 'batch-missing', batch: 'b-4' }]],
    ['a row put in between batches', (lines) => lines.splice(6, 0, '{}'), [{ kind: 'row-added', line: 7 }]],
    ['the order of batches', (lines) => lines.push(...lines.splice(0, 5)), [{ kind: 'batch-moved', batch: 'b-1' }]],
  ])('still names %s', async (_name, change, expected) => {
    const files = linesOf(bare);
    change(files.get(exposure) ?? []);
    const faults = faultsOf(await check(files, { manifest: bare.manifest }));
    expect(faults).toMatchObject(expected);
    expect(faults).toHaveLength(expected.length);
  });
});

describe('a changed manifest', () => {
  const altered = (batch: ManifestBatch): ManifestBatch => ({ ...batch, leaf: { ...batch.leaf, batch: 'b-x' } });

  it('names the leaf that was altered, and checks the rows by the tree', async () => {
    const spoiled = withBatch(5, (batch) => ({ ...batch, leaf: { ...batch.leaf, root: '00'.repeat(32) } }));
    expect(faultsOf(await check(full.files, { manifest: spoiled }))).toEqual([
      { kind: 'leaf-altered', file: exposure, batch: 'b-4', index: 5 },
    ]);
  });

  it('names it by its path where the leaves are not there', async () => {
    expect(faultsOf(await check(bare.files, { manifest: withBatch(5, altered, bare.manifest) }))).toMatchObject([
      { kind: 'leaf-altered', batch: 'b-x', index: 5 },
    ]);
  });

  it('sees through rows and leaf changed together', async () => {
    const files = linesOf(bare);
    const lines = files.get(exposure) ?? [];
    lines.splice(5, 1, '{}');
    const root = hex(rowHash('{}'));
    const manifest = withBatch(4, (batch) => ({ ...batch, leaf: { ...batch.leaf, root } }), bare.manifest);
    const faults = faultsOf(await check(files, { manifest }));
    expect(faults[0]).toMatchObject({ kind: 'leaf-altered', index: 4 });
  });

  it('sees leaves altered, added, dropped and reordered', async () => {
    const { leaves } = full;
    const [first, second] = leaves;
    if (first === undefined || second === undefined) throw new Error('The sample has leaves');
    for (const changed of [
      leaves.slice(1),
      leaves.slice(0, -1),
      [...leaves, first],
      [second, first, ...leaves.slice(2)],
    ]) {
      const report = await check(full.files, { manifest: { ...full.manifest, leaves: changed } });
      expect(faultsOf(report)).toEqual([{ kind: 'leaves-mismatch', leaves: changed.length, size: 11 }]);
      expect(report).toMatchObject({ complete: false });
    }
  });

  it('sees that a batch in scope was left out', async () => {
    const [, ...segments] = full.manifest.segments;
    const files = linesOf(full);
    files.delete(exposure);
    const report = await check(files, { manifest: { ...full.manifest, segments } });
    expect(faultsOf(report).map((fault) => [fault.kind, 'index' in fault && fault.index])).toEqual([
      ['batch-not-exported', 2],
      ['batch-not-exported', 4],
      ['batch-not-exported', 5],
      ['batch-not-exported', 9],
    ]);
    expect(report).toMatchObject({ complete: false });
    const narrower = { ...full.manifest, segments, scope: { ...full.manifest.scope, families: ['quote'] } };
    const [, next] = segments;
    expect(next?.file).toBe(exposureNext);
    expect(await check(files, { manifest: narrower })).toMatchObject({ outcome: 'sound', complete: true });
  });

  it('does not let a deletion vouch for a batch that came after it', async () => {
    const last = full.leaves.at(-1);
    if (last === undefined) throw new Error('The sample has leaves');
    const leaves = [last, ...full.leaves.slice(0, -1)];
    const tree = HashTree.of(leaves.map(leafEntryHash));
    const segments = full.manifest.segments.map((segment) => ({
      ...segment,
      batches: segment.batches.map(({ path: _path, ...batch }) => ({ ...batch, index: batch.index + 1 })),
    }));
    const manifest = { ...full.manifest, leaves, segments, checkpoint: checkpointOf(tree, full.log) };
    expect(faultsOf(await check(full.files, { manifest }))).toMatchObject([
      { kind: 'batch-not-exported', batch: 'b-0' },
    ]);
  });

  it('sees row hashes that are not the batch’s, and names the batch then', async () => {
    const manifest = withBatch(5, (batch) => ({ ...batch, rowHashes: base64(new Uint8Array(8 * 32)) }));
    expect(faultsOf(await afterLines(exposure, (lines) => lines.splice(8, 1, '{}'), { manifest }))).toMatchObject([
      { kind: 'row-hashes-altered', batch: 'b-4' },
      { kind: 'batch-changed', batch: 'b-4', line: 7, lines: 8 },
    ]);
  });

  it('sees a batch listed under another segment', async () => {
    const manifest = {
      ...full.manifest,
      segments: full.manifest.segments.map((segment) =>
        segment.file === quote ? { ...segment, day: '2026-09-23' } : segment,
      ),
    };
    expect(faultsOf(await check(full.files, { manifest }))).toMatchObject([
      { kind: 'batch-in-wrong-segment', batch: 'b-2', day: '2026-09-21' },
      { kind: 'batch-in-wrong-segment', batch: 'b-6' },
    ]);
  });

  it('sees wrong positions and sizes', async () => {
    const moved = withBatch(4, (batch) => ({ ...batch, offset: batch.offset + 1 }));
    expect(faultsOf(await check(full.files, { manifest: moved }))).toMatchObject([
      { kind: 'position-wrong', batch: 'b-3', index: 4 },
    ]);
    const [first, ...rest] = full.manifest.segments;
    const grown = { ...full.manifest, segments: [{ ...first, bytes: 1 }, ...rest] };
    expect(faultsOf(await check(full.files, { manifest: grown }))).toMatchObject([{ kind: 'size-wrong', manifest: 1 }]);
  });

  it('asks for a path where the leaves are not there', async () => {
    const manifest = withBatch(4, ({ path: _path, ...batch }) => batch, bare.manifest);
    expect(faultsOf(await check(bare.files, { manifest }))).toMatchObject([{ kind: 'leaf-unproved', index: 4 }]);
  });

  it.each<readonly [string, (manifest: Manifest) => unknown, RegExp]>([
    ['another format', (manifest) => ({ ...manifest, format: 'x' }), /manifest\.format/],
    ['a way upwards', (manifest) => ({ ...manifest, segments: [{ ...manifest.segments[0], file: '../x' }] }), /file/],
    ['an absolute way', (manifest) => ({ ...manifest, segments: [{ ...manifest.segments[0], file: '/x' }] }), /file/],
    [
      'another machine’s way',
      (manifest) => ({ ...manifest, segments: [{ ...manifest.segments[0], file: 'C:\\x' }] }),
      /file/,
    ],
    ['a file twice', (manifest) => ({ ...manifest, segments: [...manifest.segments, manifest.segments[0]] }), /twice/],
    ['a batch of 2 GiB', () => withBatch(2, (batch) => ({ ...batch, length: 2 ** 31 })), /length/],
    ['a leaf of another shape', (manifest) => ({ ...manifest, leaves: [{}] }), /leaves\[0\]\.format/],
    ['row hashes cut short', () => withBatch(2, (batch) => ({ ...batch, rowHashes: 'AAAA' })), /rowHashes/],
    ['a list', () => [], /should be an object/],
  ])('does not read one with %s', async (_name, spoil, message) => {
    const report = await check(full.files, { manifest: spoil(full.manifest) });
    expect(report.outcome).toBe('unreadable');
    expect(report.outcome === 'unreadable' && report.text.en).toMatch(message);
  });
});

describe('the checkpoint', () => {
  const stranger = signerFrom('suanjian.example/log', new Uint8Array(32).fill(99));

  it('must be signed by a trusted key, whatever else holds', async () => {
    const report = await check(full.files, { trust: { logs: [stranger.verifier] } });
    expect(faultsOf(report)).toMatchObject([{ kind: 'checkpoint', reason: 'not-signed-by-trusted-log' }]);
    expect(report).toMatchObject({ outcome: 'faulty', complete: false, intact: { batches: 8 } });
    expect(report).not.toHaveProperty('checkpoint');
  });

  it('must not be another log’s', async () => {
    expect(faultsOf(await check(full.files, { manifest: { ...full.manifest, origin: 'another' } }))).toMatchObject([
      { kind: 'origin-mismatch', manifest: 'another' },
    ]);
  });

  it('must have witnesses where they are asked for', async () => {
    const witness = signerFrom('witness.example', new Uint8Array(32).fill(5), 'cosignature');
    const asked = { ...trust, witnesses: [witness.verifier], quorum: 1 };
    expect(faultsOf(await check(full.files, { trust: asked }))).toMatchObject([{ reason: 'too-few-witnesses' }]);
    const checkpoint = cosignCheckpoint(full.manifest.checkpoint, witness, 1_790_000_000);
    expect(await check(full.files, { trust: asked, manifest: { ...full.manifest, checkpoint } })).toMatchObject({
      outcome: 'sound',
      checkpoint: { witnesses: [{ name: 'witness.example' }] },
    });
  });

  it('goes on from every earlier one', async () => {
    for (let size = 0; size <= full.tree.size; size += 1) {
      const held = checkpointOf(full.tree, full.log, size);
      expect(await check(full.files, { held })).toMatchObject({ outcome: 'sound' });
    }
  });

  it('goes on from an earlier one by proof, where the leaves are not there', async () => {
    const held = checkpointOf(bare.tree, bare.log, 6);
    const proof = { size: 6, path: bare.tree.consistencyProof(6).map(hex) };
    const proved = { ...bare.manifest, consistency: [proof] };
    expect(await check(bare.files, { manifest: proved, held })).toMatchObject({ outcome: 'sound' });
    expect(faultsOf(await check(bare.files, { manifest: bare.manifest, held }))).toEqual([
      { kind: 'consistency-unproved', held: 6, size: 11 },
    ]);
    const spoiled = { ...bare.manifest, consistency: [{ ...proof, path: proof.path.toReversed() }] };
    expect(faultsOf(await check(bare.files, { manifest: spoiled, held }))).toEqual([
      { kind: 'log-rewritten', held: 6, size: 11 },
    ]);
  });

  it('shows that the log was rewritten or rolled back', async () => {
    const other = HashTree.of(full.leaves.toReversed().map(leafEntryHash));
    for (const size of [1, 6, 11]) {
      expect(faultsOf(await check(full.files, { held: checkpointOf(other, full.log, size) }))).toEqual([
        { kind: 'log-rewritten', held: size, size: 11 },
      ]);
    }
    other.append(new Uint8Array(1));
    expect(faultsOf(await check(full.files, { held: checkpointOf(other, full.log) }))).toEqual([
      { kind: 'log-rolled-back', held: 12, size: 11 },
    ]);
  });

  it('is not held against what nobody signed', async () => {
    const held = checkpointOf(full.tree, stranger);
    expect(faultsOf(await check(full.files, { held }))).toMatchObject([{ kind: 'held-checkpoint' }]);
  });
});

describe('the sentences', () => {
  it('name the place in both languages', async () => {
    const [fault] = faultsOf(await afterLines(exposure, (lines) => lines.splice(8, 1, '{ }')));
    expect(fault && faultText(fault)).toEqual({
      zh: `${exposure} 批次 b-4 的第 2 行（自 0 起）被改动（第 9 行，非规范写法的 JSON）`,
      en: `${exposure}, batch b-4: row 2 (from 0) was changed (line 9, JSON that is not canonical)`,
    });
  });
});
