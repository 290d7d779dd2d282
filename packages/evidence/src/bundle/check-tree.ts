import { DIGEST_LENGTH, fromHex, sameBytes } from '../bytes.ts';
import { leafEntryHash, type BatchLeaf, type LeafEntry } from '../batch/leaf.ts';
import { HashTree } from '../merkle/hash-tree.ts';
import { verifyConsistency, verifyInclusion } from '../merkle/verify.ts';
import { parseCheckpoint, type Checkpoint } from '../note/checkpoint.ts';
import { checkCheckpoint, type Trust, type TrustedCheckpoint } from '../note/trust.ts';
import { EvidenceFault } from '../fault.ts';
import type { SegmentFault } from './faults.ts';
import type { Manifest, ManifestBatch, ManifestSegment } from './manifest.ts';

/** A batch of the manifest with what its tree says of it. */
export interface ExpectedBatch {
  readonly part: ManifestBatch;
  /** The leaf to hold the rows against: the tree's own where it is known, else the manifest's. */
  readonly leaf: BatchLeaf;
}

export interface ExpectedSegment {
  readonly file: string;
  readonly bytes: number;
  readonly batches: readonly ExpectedBatch[];
}

export interface TreeFindings {
  readonly faults: readonly SegmentFault[];
  /** The checkpoint, where a trusted key signed it. */
  readonly checkpoint: TrustedCheckpoint | undefined;
  readonly segments: readonly ExpectedSegment[];
  /** Whether it was proved that every batch in scope is there or was deleted by retention. */
  readonly complete: boolean;
  /** Batches in scope whose rows retention deleted. */
  readonly deleted: number;
}

/** What can be checked before any row is read: signatures, leaves, completeness, and that the log goes on from what was seen before. */
export function checkTree(manifest: Manifest, trust: Trust, held: string | undefined): TreeFindings {
  const faults: SegmentFault[] = [];
  const trusted = checkCheckpoint(manifest.checkpoint, trust);
  if (trusted.outcome === 'refused') faults.push({ kind: 'checkpoint', reason: trusted.reason, text: trusted.text });
  // Also an unsigned checkpoint is held against the rows: it is worth knowing whether the rest is of one piece.
  const checkpoint = trusted.outcome === 'trusted' ? trusted.checkpoint : readable(manifest.checkpoint);
  if (checkpoint !== undefined && checkpoint.origin !== manifest.origin) {
    faults.push({ kind: 'origin-mismatch', manifest: manifest.origin, checkpoint: checkpoint.origin });
  }
  const tree = manifest.leaves && HashTree.of(manifest.leaves.map(leafEntryHash));
  const whole =
    tree !== undefined &&
    checkpoint !== undefined &&
    tree.size === checkpoint.size &&
    sameBytes(tree.root(), checkpoint.root);
  if (tree !== undefined && checkpoint !== undefined && !whole) {
    faults.push({ kind: 'leaves-mismatch', leaves: tree.size, size: checkpoint.size });
  }
  if (held !== undefined && checkpoint !== undefined) {
    faults.push(...checkHeld(held, trust, checkpoint, whole ? tree : undefined, manifest));
  }
  const leaves = whole ? (manifest.leaves ?? []) : undefined;
  const segments = manifest.segments.map((segment) => expectedSegment(segment, leaves, checkpoint, faults));
  const completeness = leaves && checkCompleteness(manifest, leaves);
  faults.push(...(completeness?.faults ?? []));
  return {
    faults,
    checkpoint: trusted.outcome === 'trusted' ? trusted : undefined,
    segments,
    complete: trusted.outcome === 'trusted' && completeness?.faults.length === 0,
    deleted: completeness?.deleted ?? 0,
  };
}

function readable(note: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(note).checkpoint;
  } catch (error) {
    if (error instanceof EvidenceFault) return undefined;
    throw error;
  }
}

/** Whether this checkpoint goes on from the one the verifier kept from an earlier day. */
function checkHeld(
  held: string,
  trust: Trust,
  checkpoint: Checkpoint,
  tree: HashTree | undefined,
  { consistency = [] }: Manifest,
): readonly SegmentFault[] {
  // Witnesses may have signed the older one less often.
  const check = checkCheckpoint(held, { ...trust, quorum: 0 });
  if (check.outcome === 'refused') return [{ kind: 'held-checkpoint', text: check.text }];
  const { origin, size: olderSize, root: olderRoot } = check.checkpoint;
  const { size, root } = checkpoint;
  const sizes = { held: olderSize, size };
  if (origin !== checkpoint.origin)
    return [{ kind: 'origin-mismatch', manifest: checkpoint.origin, checkpoint: origin }];
  if (olderSize > size) return [{ kind: 'log-rolled-back', ...sizes }];
  if (tree !== undefined) {
    return sameBytes(tree.root(olderSize), olderRoot) ? [] : [{ kind: 'log-rewritten', ...sizes }];
  }
  const path = olderSize === size || olderSize === 0 ? [] : consistency.find((proof) => proof.size === olderSize)?.path;
  if (path === undefined) return [{ kind: 'consistency-unproved', ...sizes }];
  const holds = verifyConsistency({ olderSize, olderRoot, size, root, path: digests(path) });
  return holds ? [] : [{ kind: 'log-rewritten', ...sizes }];
}

function expectedSegment(
  { file, bytes, family, day, batches }: ManifestSegment,
  leaves: readonly LeafEntry[] | undefined,
  checkpoint: Checkpoint | undefined,
  faults: SegmentFault[],
): ExpectedSegment {
  const expected = batches.map((part): ExpectedBatch => {
    const place = { file, batch: part.leaf.batch, index: part.index };
    const fault = checkLeaf(part, leaves, checkpoint);
    if (fault !== undefined) faults.push({ kind: fault, ...place });
    const known = leaves?.[part.index];
    const leaf = known?.kind === 'batch' ? known : part.leaf;
    if (leaf.family !== family || leaf.day !== day) {
      faults.push({ kind: 'batch-in-wrong-segment', family: leaf.family, day: leaf.day, ...place });
    }
    return { part, leaf };
  });
  return { file, bytes, batches: expected };
}

/** `undefined` where the leaf is proved, or where there is no readable checkpoint to prove anything by. */
function checkLeaf(
  { index, leaf, path }: ManifestBatch,
  leaves: readonly LeafEntry[] | undefined,
  checkpoint: Checkpoint | undefined,
): 'leaf-altered' | 'leaf-unproved' | undefined {
  const hash = leafEntryHash(leaf);
  if (leaves !== undefined) {
    const known = leaves[index];
    return known !== undefined && sameBytes(leafEntryHash(known), hash) ? undefined : 'leaf-altered';
  }
  if (checkpoint === undefined) return undefined;
  if (path === undefined) return 'leaf-unproved';
  const { size, root } = checkpoint;
  return verifyInclusion({ leaf: hash, index, size, root, path: digests(path) }) ? undefined : 'leaf-altered';
}

interface Completeness {
  readonly faults: readonly SegmentFault[];
  readonly deleted: number;
}

/** Every batch of the tree that is in scope must be in the export, or be named by a later leaf of retention. */
function checkCompleteness({ scope, segments }: Manifest, leaves: readonly LeafEntry[]): Completeness {
  const exported = new Set(segments.flatMap(({ batches }) => batches.map(({ index }) => index)));
  const families = new Set(scope.families);
  const faults: SegmentFault[] = [];
  const gone = new Set<string>();
  let deleted = 0;
  // Backwards, so that a deletion is met before what it deleted and never vouches for a batch that came after it.
  for (let index = leaves.length - 1; index >= 0; index -= 1) {
    const leaf = leaves[index];
    if (leaf?.kind === 'retention') {
      for (const family of leaf.families) {
        for (const batch of leaf.batches) gone.add(JSON.stringify([leaf.day, family, batch]));
      }
    }
    if (leaf?.kind !== 'batch' || !families.has(leaf.family) || leaf.day < scope.from || leaf.day > scope.to) continue;
    const { batch, family, day } = leaf;
    if (exported.has(index)) continue;
    if (gone.has(JSON.stringify([day, family, batch]))) deleted += 1;
    else faults.push({ kind: 'batch-not-exported', batch, index, family, day });
  }
  return { faults: faults.reverse(), deleted };
}

/** The manifest was read strictly: these are digests. */
const digests = (path: readonly string[]): readonly Uint8Array[] =>
  path.map((value) => fromHex(value, DIGEST_LENGTH) ?? new Uint8Array(0));
