import { describe, expect, it } from 'vitest';
import { base64, hex } from '../bytes.ts';
import { leafEntryHash } from '../batch/leaf.ts';
import { rowHash } from '../batch/rows.ts';
import { HashTree } from '../merkle/hash-tree.ts';
import {
  full,
  bare,
  exposure,
  exposureNext,
  quote,
  linesOf,
  check,
  afterLines,
  faultsOf,
  withBatch,
} from '../testing/check-export.ts';
import { checkpointOf } from '../testing/sample-export.ts';
import type { Manifest, ManifestBatch } from './manifest.ts';

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
