import { text } from '@suanjian/rulebook';
import { DIGEST_LENGTH, fromBase64 } from '../bytes.ts';
import { parseBatchLeaf, parseLeaf, type BatchLeaf, type LeafEntry } from '../batch/leaf.ts';
import { EvidenceFault } from '../fault.ts';
import { Members } from '../shape.ts';

export const MANIFEST_FORMAT = 'suanjian-log-export/1';

/** What goes with exported segment files so that anybody can check them from the files alone. */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  /** The log, by the name its key bears. */
  readonly origin: string;
  /** The checkpoint all of it is checked against, as a signed note. */
  readonly checkpoint: string;
  /** What the export claims to hold: every batch of these families and civil days, both ends included. */
  readonly scope: ManifestScope;
  /** Every leaf of the checkpoint's tree, in order. With them it is seen whether the export is complete; without, each batch brings its path. */
  readonly leaves?: readonly LeafEntry[];
  /** Consistency proofs from older sizes to the checkpoint's, for those who hold an older checkpoint; not needed where `leaves` are there. */
  readonly consistency?: readonly ManifestConsistency[];
  readonly segments: readonly ManifestSegment[];
}

export interface ManifestScope {
  readonly from: string;
  readonly to: string;
  readonly families: readonly string[];
}

export interface ManifestConsistency {
  readonly size: number;
  readonly path: readonly string[];
}

export interface ManifestSegment {
  /** Relative to the manifest, with `/`, never upwards. */
  readonly file: string;
  readonly family: string;
  readonly day: string;
  readonly bytes: number;
  /** In the order in which they lie in the file, without gaps. */
  readonly batches: readonly ManifestBatch[];
}

export interface ManifestBatch {
  /** The leaf's place in the tree, from 0. */
  readonly index: number;
  readonly leaf: BatchLeaf;
  /** Bytes before the batch in its file. */
  readonly offset: number;
  /** Bytes of the batch, every line with its newline. */
  readonly length: number;
  /** From the leaf to the checkpoint's root, from the bottom upwards. */
  readonly path?: readonly string[];
  /** The rows' leaf hashes side by side in base64. With them single rows are named where something was changed; without, the batch. */
  readonly rowHashes?: string;
}

/** A batch is held in memory while it is checked; no ingest takes one of this size. */
const LONGEST_BATCH = 2 ** 30;

/** Reads a manifest strictly; throws an `EvidenceFault` that names the place. */
export function parseManifest(value: unknown): Manifest {
  const members = new Members(value, 'manifest');
  const manifest: Manifest = {
    format: members.literal('format', MANIFEST_FORMAT),
    origin: members.text('origin'),
    checkpoint: members.text('checkpoint'),
    scope: members.member('scope', readScope),
    ...members.optional('leaves', () => members.list('leaves', parseLeaf)),
    ...members.optional('consistency', () => members.list('consistency', readConsistency)),
    segments: members.list('segments', readSegment),
  };
  members.end();
  refuseTwice(manifest.segments.map(({ file }) => file));
  refuseTwice(manifest.segments.flatMap(({ batches }) => batches.map(({ index }) => `${index}`)));
  return manifest;
}

function readScope(value: unknown, place: string): ManifestScope {
  const members = new Members(value, place);
  const scope = { from: members.day('from'), to: members.day('to'), families: members.texts('families') };
  members.end();
  return scope;
}

function readConsistency(value: unknown, place: string): ManifestConsistency {
  const members = new Members(value, place);
  const proof = { size: members.count('size'), path: members.digests('path') };
  members.end();
  return proof;
}

function readSegment(value: unknown, place: string): ManifestSegment {
  const members = new Members(value, place);
  const segment = {
    file: members.text('file'),
    family: members.text('family'),
    day: members.day('day'),
    bytes: members.count('bytes'),
    batches: members.list('batches', readBatch),
  };
  members.end();
  if (!isWithin(segment.file)) throw members.refusal('file', '清单所在文件夹内的相对路径', 'a path below the manifest');
  return segment;
}

function readBatch(value: unknown, place: string): ManifestBatch {
  const members = new Members(value, place);
  const batch: ManifestBatch = {
    index: members.count('index'),
    leaf: members.member('leaf', parseBatchLeaf),
    offset: members.count('offset'),
    length: members.count('length'),
    ...members.optional('path', () => members.digests('path')),
    ...members.optional('rowHashes', () => members.wide('rowHashes')),
  };
  members.end();
  if (batch.length > LONGEST_BATCH) throw members.refusal('length', '至多 1 GiB', 'at most 1 GiB');
  return batch;
}

/** A manifest comes from elsewhere: what it names must not lead out of its folder. */
const isWithin = (file: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  !/[\\:\u0000-\u001f]/.test(file) && file.split('/').every((step) => step !== '' && step !== '.' && step !== '..');

function refuseTwice(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new EvidenceFault(text(`清单两次列出 ${name}`, `The manifest names ${name} twice`));
    seen.add(name);
  }
}

/** The row hashes a manifest carries for a batch, as bytes; `undefined` where there are none. */
export function rowHashesOf({ rowHashes }: ManifestBatch): Buffer | undefined {
  const bytes = rowHashes === undefined ? undefined : fromBase64(rowHashes);
  return bytes !== undefined && bytes.length % DIGEST_LENGTH === 0 ? bytes : undefined;
}
