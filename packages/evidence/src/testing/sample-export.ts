import { utf8, base64, hex } from '../bytes.ts';
import { canonicalJson } from '../canonical.ts';
import { LOG_FORMAT, leafEntryHash, type BatchLeaf, type LeafEntry } from '../batch/leaf.ts';
import { batchLeaf } from '../batch/rows.ts';
import { MANIFEST_FORMAT, type Manifest, type ManifestSegment } from '../bundle/manifest.ts';
import type { OpenFile } from '../bundle/bytes-of-file.ts';
import { HashTree } from '../merkle/hash-tree.ts';
import { hashRows } from '../merkle/wide.ts';
import { signCheckpoint } from '../note/checkpoint.ts';
import { signerFrom, type Signer } from '../note/keys.ts';

/** A small log and its export, for tests and vectors. */
export interface SampleExport {
  readonly log: Signer;
  readonly tree: HashTree;
  readonly leaves: readonly LeafEntry[];
  readonly manifest: Manifest;
  /** Lines by file, each without its newline. */
  readonly files: ReadonlyMap<string, readonly string[]>;
}

export interface SampleShape {
  readonly rowHashes: boolean;
  readonly leaves: boolean;
  readonly paths: boolean;
}

interface Planned {
  readonly batch: string;
  readonly family: string;
  readonly day: string;
  readonly rows: number;
}

const time = 1_790_000_000_000;
export const sampleOrigin = 'suanjian.example/log';

/** Two families over two days; one batch was split by day, one lies between batches of another family, one day was deleted. */
const planned: readonly Planned[] = [
  { batch: 'b-0', family: 'quote', day: '2026-01-05', rows: 4 },
  { batch: 'b-1', family: 'exposure', day: '2026-09-21', rows: 5 },
  { batch: 'b-2', family: 'quote', day: '2026-09-21', rows: 3 },
  { batch: 'b-3', family: 'exposure', day: '2026-09-21', rows: 1 },
  { batch: 'b-4', family: 'exposure', day: '2026-09-21', rows: 8 },
  { batch: 'b-4', family: 'exposure', day: '2026-09-22', rows: 6 },
  { batch: 'b-5', family: 'exposure', day: '2026-09-22', rows: 7 },
  { batch: 'b-6', family: 'quote', day: '2026-09-21', rows: 4 },
  { batch: 'b-7', family: 'exposure', day: '2026-09-21', rows: 5 },
];
const deletedDay = '2026-01-05';

export const sampleRow = (batch: number, row: number): string =>
  canonicalJson({ batch: `b-${batch}`, number: row, reason: '同城热门', score: row / 7, time: time + row });

export const fileOf = (family: string, day: string): string => `segments/${day}/${family}.ndjson`;

export function sampleExport(shape: SampleShape): SampleExport {
  const log = signerFrom(sampleOrigin, new Uint8Array(32).fill(11));
  const leaves: LeafEntry[] = [{ format: LOG_FORMAT, kind: 'key-epoch', epoch: 1, time }];
  const placed: { readonly leaf: BatchLeaf; readonly index: number; readonly rows: readonly string[] }[] = [];
  for (const [number, { rows: count, ...name }] of planned.entries()) {
    const rows = Array.from({ length: count }, (_, row) => sampleRow(number, row));
    const leaf = batchLeaf(name, { rowHashes: hashRows(rows) });
    if (name.day !== deletedDay) placed.push({ leaf, index: leaves.length, rows });
    leaves.push(leaf);
  }
  leaves.push({
    format: LOG_FORMAT,
    kind: 'retention',
    day: deletedDay,
    families: ['quote'],
    batches: ['b-0'],
    rows: 4,
    reason: 'the legal term is over',
    time,
  });
  const tree = HashTree.of(leaves.map(leafEntryHash));
  const files = new Map<string, string[]>();
  const segments = new Map<string, ManifestSegment & { readonly batches: ManifestSegment['batches'][number][] }>();
  for (const { leaf, index, rows } of placed) {
    const file = fileOf(leaf.family, leaf.day);
    const before = segments.get(file);
    const offset = before?.bytes ?? 0;
    const { length } = bytesOf(rows);
    const batch = {
      index,
      leaf,
      offset,
      length,
      ...(shape.paths && { path: tree.inclusionProof(index).map(hex) }),
      ...(shape.rowHashes && { rowHashes: base64(hashRows(rows)) }),
    };
    const batches = [...(before?.batches ?? []), batch];
    segments.set(file, { file, family: leaf.family, day: leaf.day, bytes: offset + length, batches });
    files.set(file, [...(files.get(file) ?? []), ...rows]);
  }
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    origin: sampleOrigin,
    checkpoint: checkpointOf(tree, log),
    scope: { from: '2026-01-01', to: '2026-09-30', families: ['exposure', 'quote'] },
    ...(shape.leaves && { leaves }),
    segments: [...segments.values()],
  };
  return { log, tree, leaves, manifest, files };
}

/** The log's checkpoint at its first `size` leaves. */
export const checkpointOf = (tree: HashTree, log: Signer, size = tree.size): string =>
  signCheckpoint({ origin: sampleOrigin, size, root: tree.root(size), extensions: [] }, log);

export const bytesOf = (rows: readonly string[]): Buffer => utf8(rows.map((row) => `${row}\n`).join(''));

/** Files in memory, given out in chunks of a few bytes. */
export function opener(files: ReadonlyMap<string, Uint8Array>, chunk = 64): OpenFile {
  return async (file) => {
    const bytes = files.get(file);
    return bytes && chunksOf(bytes, chunk);
  };
}

async function* chunksOf(bytes: Uint8Array, chunk: number): AsyncGenerator<Uint8Array, void, undefined> {
  // One buffer for all, as a reader of real files may have.
  const buffer = new Uint8Array(chunk);
  for (let at = 0; at < bytes.length; at += chunk) {
    const piece = bytes.subarray(at, at + chunk);
    buffer.set(piece);
    yield buffer.subarray(0, piece.length);
  }
}
