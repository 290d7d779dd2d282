import type { Text } from '@suanjian/rulebook';
import type { Trust, TrustedCheckpoint } from '../note/trust.ts';
import { EvidenceFault } from '../fault.ts';
import type { OpenFile } from './bytes-of-file.ts';
import { checkTree, type ExpectedSegment } from './check-tree.ts';
import { FaultList, type SegmentFault } from './faults.ts';
import { FileLines } from './file-lines.ts';
import { damagedFile, findBatches, type DamagedFile } from './find-batches.ts';
import { parseManifest, type Manifest } from './manifest.ts';
import { matchRows } from './match-rows.ts';
import { nameFaults, type FileState } from './name-faults.ts';
import { isIntact } from './read-segment.ts';

export interface VerifySegments {
  /** The manifest, as parsed from JSON. */
  readonly manifest: unknown;
  /** Opens a file the manifest names, relative to it. A damaged file is opened twice. */
  readonly open: OpenFile;
  readonly trust: Trust;
  /** The segment files that are really there, relative to the manifest: one the manifest does not name is a fault. */
  readonly present?: readonly string[];
  /** A checkpoint of the same log that the verifier kept from an earlier day. */
  readonly held?: string;
  /** How many faults are kept; all are counted. */
  readonly mostFaults?: number;
}

export type SegmentsReport =
  | {
      readonly outcome: 'sound' | 'faulty';
      /** In the order of files, at most `mostFaults`. */
      readonly faults: readonly SegmentFault[];
      /** How many faults there are. */
      readonly faultCount: number;
      /** Present where a trusted key of the log signed it. */
      readonly checkpoint?: TrustedCheckpoint;
      /** Whether it was proved that every batch in scope is there or was deleted by retention. Without the tree's leaves it cannot be. */
      readonly complete: boolean;
      /** What was found whole. */
      readonly intact: {
        readonly files: number;
        readonly batches: number;
        readonly rows: number;
        readonly bytes: number;
      };
      /** Batches in scope that retention deleted and whose leaves are there. */
      readonly deleted: number;
    }
  | { readonly outcome: 'unreadable'; readonly text: Text };

/**
 * Holds exported segment files against their manifest, and the manifest against a signed checkpoint: finds every record that was changed, taken out, put
 * in or moved, and says where. Reads every file once, a damaged one twice; of a damaged file 40 bytes a line are kept in memory.
 */
export async function verifySegments(request: VerifySegments): Promise<SegmentsReport> {
  const { open, trust, present, held, mostFaults = 1000 } = request;
  let manifest: Manifest;
  try {
    manifest = parseManifest(request.manifest);
  } catch (error) {
    if (error instanceof EvidenceFault) return { outcome: 'unreadable', text: error.text };
    throw error;
  }
  const tree = checkTree(manifest, trust, held);
  const faults = new FaultList(mostFaults);
  faults.add(...tree.faults);
  const intact = { files: 0, batches: 0, rows: 0, bytes: 0 };
  const damaged: { readonly file: DamagedFile; readonly state: FileState }[] = [];
  for (const segment of tree.segments) {
    const chunks = await open(segment.file);
    if (chunks !== undefined && (await isIntact(segment, chunks))) {
      intact.files += 1;
      intact.bytes += segment.bytes;
      countIntact(segment, intact);
      continue;
    }
    const lines = await FileLines.read(segment.file, chunks && (await open(segment.file)));
    const state = chunks === undefined ? 'missing' : 'present';
    damaged.push({ file: damagedFile(lines, segment.batches), state: { state, bytes: segment.bytes } });
  }
  const named = new Set(tree.segments.map(({ file }) => file));
  for (const name of present ?? []) {
    if (named.has(name)) continue;
    // It may hold what is missing elsewhere.
    const lines = await FileLines.read(name, await open(name));
    damaged.push({ file: damagedFile(lines, []), state: { state: 'added', bytes: lines.bytes } });
  }
  const files = damaged.map(({ file }) => file);
  findBatches(files);
  const rows = matchRows(files);
  for (const [index, { file, state }] of damaged.entries()) {
    const found = rows[index];
    if (found !== undefined) nameFaults(found, state, faults);
    countIntact({ batches: file.batches.filter(({ found }) => found !== undefined) }, intact);
  }
  return {
    outcome: faults.count === 0 ? 'sound' : 'faulty',
    faults: faults.kept,
    faultCount: faults.count,
    ...(tree.checkpoint && { checkpoint: tree.checkpoint }),
    complete: tree.complete,
    intact,
    deleted: tree.deleted,
  };
}

function countIntact({ batches }: Pick<ExpectedSegment, 'batches'>, intact: { batches: number; rows: number }): void {
  intact.batches += batches.length;
  intact.rows += batches.reduce((sum, { leaf }) => sum + leaf.rows, 0);
}
